"""The same groupings by hand: one SQL statement a measure, as an analyst writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator


PERIOD = "DATE '2019-11-01' AND DATE '2020-12-31'"
LAST = "DATE '2020-12-31'"
_BAND = """CASE
  WHEN born_on IS NULL THEN 'not_known'
  WHEN {day} < born_on THEN 'unborn'
  WHEN date_sub('year', born_on, {day}) = 0 THEN '0'
  WHEN date_sub('year', born_on, {day}) <= 4 THEN '1-4'
  WHEN date_sub('year', born_on, {day}) <= 9 THEN '5-9'
  WHEN date_sub('year', born_on, {day}) <= 15 THEN '10-15'
  WHEN date_sub('year', born_on, {day}) <= 17 THEN '16-17'
  WHEN date_sub('year', born_on, {day}) <= 25 THEN '18-25'
  ELSE 'not_known' END"""
_WAYS = "age_band, sex, ethnicity, agency"
_SETS = "GROUPING SETS ((area), (area, month), (area, quarter), " + ", ".join(
    f"(area, {way})" for way in _WAYS.split(", ")
)

EVENTS = [
    ("contacts", "contact_on", "count(*)"),
    ("referrals", "referred_on", "count(*)"),
    ("referrals", "referred_on", "count(*) FILTER (no_further_action)"),
    ("referrals", "referred_on", "count(*), count(*) FILTER (no_further_action)"),
    ("strategy_discussions", "held_on", "count(*)"),
    ("section_47", "started_on", "count(*)"),
    ("conferences", "held_on", "count(*) FILTER (NOT is_transfer_in)"),
    ("conferences", "held_on", "count(*) FILTER (is_transfer_in)"),
    ("protection_plans", "start_on", "count(*)"),
    (
        "protection_plans",
        "start_on",
        "count(previous_plans), count(*) FILTER (previous_plans > 0)",
    ),
    ("early_help", "start_on", "count(*)"),
    ("missing_episodes", "missing_on", "count(*)"),
    ("return_interviews", "returned_on", "count(*) FILTER (offered)"),
    ("return_interviews", "returned_on", "count(interviewed_on)"),
    (
        "return_interviews",
        "returned_on",
        (
            "count(interviewed_on), count(*) FILTER (in_time), count(*) "
            "FILTER (offered), count(*) FILTER (offered AND in_time), count(*)"
        ),
    ),
    ("notifications", "notified_on", "count(*)"),
    ("police_protections", "started_on", "count(*)"),
]
RATES = {"referrals", "section_47", "conferences", "notifications"}
"""A rate is its count again over the population."""

EVER = (
    "need_episodes",
    "need_plans",
    "early_help",
    "protection_plans",
    "care_spells",
    "care_leavers",
    "home_education",
)
AT_END = (
    "need_episodes",
    "need_episodes",
    "protection_plans",
    "protection_plans",
    "care_spells",
    "care_spells",
    "home_education",
)
"""Those with a rate stand twice."""


def questions() -> Iterator[str]:
    """A statement for every measure but the population."""
    for table, day, counts in EVENTS:
        yield _events(table, day, counts)
        if table in RATES and counts == "count(*)":
            yield _events(table, day, counts)
    yield _events("conferences", "held_on", "count(*) FILTER (NOT is_transfer_in)")
    for count in ("count(*) FILTER (again)", "count(*), count(*) FILTER (again)"):
        yield _again("referrals", "referred_on", 12, count)
    yield _again(
        "protection_plans", "start_on", 24, "count(*), count(*) FILTER (again)"
    )
    yield from _timed()
    for day in ("received_on",):
        for kind in ("referral", "advice"):
            yield _allegations(day, kind)
    for table in EVER:
        yield from _children(table, "start_on <= l AND {end} >= f")
    yield from _children(
        "missing_episodes", "is_counted AND missing_on BETWEEN f AND l"
    )
    for table in AT_END:
        yield from _children(table, "start_on <= l AND {end} > l")
    yield from _open("ehc_plans", "start_on", "end_on", 0)
    yield from _open("referrals", "referred_on", "decided_on", 1)
    yield from _open("assessments", "start_on", "end_on", 45)
    yield from _open("assessments", "referred_on", "end_on", 45)
    yield from _open("section_47", "strategy_discussion_on", "conference_on", 15)
    yield from _open("section_47", "started_on", "conference_on", 15)
    yield from _open("return_interviews", "returned_on", "interviewed_on", 3)


def _keys(day: str) -> str:
    return (
        f"area, year({day}) * 12 + month({day}) AS month, "
        f"year({day}) * 4 + quarter({day}) AS quarter, "
        f"{_BAND.format(day=day)} AS age_band, sex, ethnicity, agency"
    )


def _events(table: str, day: str, counts: str) -> str:
    extra = ""
    if table == "return_interviews":
        extra = (
            ", CASE WHEN times_held THEN interviewed_at <= returned_at + INTERVAL 72 "
            "HOUR ELSE interviewed_on <= returned_on + 3 END AS in_time, offered, "
            "interviewed_on"
        )
    for column in ("no_further_action", "is_transfer_in", "previous_plans"):
        if column in counts:
            extra += f", {column}"
    return (
        f"SELECT {_names()}, {counts} FROM (SELECT {_keys(day)}{extra} FROM {table} "
        f"WHERE is_counted AND {day} BETWEEN {PERIOD}) GROUP BY {_SETS})"
    )


def _names() -> str:
    return f"area, month, quarter, {_WAYS}"


def _again(table: str, day: str, months: int, counts: str) -> str:
    over = f"OVER (PARTITION BY area, child ORDER BY {day})"
    return (
        f"SELECT {_names()}, {counts} FROM (SELECT {_keys(day)}, coalesce(before >= "
        f"{day} - INTERVAL {months} MONTH, false) AS again FROM (SELECT *, "
        f"lag({day}) {over} AS before FROM {table}) WHERE is_counted AND {day} BETWEEN "
        f"{PERIOD}) GROUP BY {_SETS})"
    )


def _timed() -> Iterator[str]:
    """Shares by working days, and the median."""
    counts = "count(*), count(*) FILTER (days <= {limit})"
    yield _by_days("referrals", ("referred_on", "decided_on"), "referred_on", counts, 1)
    yield _by_days("assessments", ("start_on", "end_on"), "end_on", "count(*)", 45)
    for start in ("start_on", "referred_on"):
        yield _by_days("assessments", (start, "end_on"), "end_on", counts, 45)
    yield _by_days("assessments", ("start_on", "end_on"), "end_on", "median(days)", 45)
    for start in ("strategy_discussion_on", "section_47_started_on"):
        yield _by_days("conferences", (start, "held_on"), "held_on", counts, 15)


def _by_days(
    table: str, ends: tuple[str, str], day: str, counts: str, limit: int
) -> str:
    start, end = ends
    return (
        f"SELECT {_names()}, {counts.format(limit=limit)} FROM (SELECT {_keys(day)}, "
        f"b.working_day_number - a.working_day_number AS days FROM {table} t "
        f"LEFT JOIN calendar a ON a.date = t.{start} "
        f"LEFT JOIN calendar b ON b.date = t.{end} "
        f"WHERE {day} BETWEEN {PERIOD}) GROUP BY {_SETS})"
    )


def _allegations(day: str, kind: str) -> str:
    return (
        f"SELECT area, month, quarter, agency, count(*) FROM (SELECT area, "
        f"year({day}) * 12 + month({day}) AS month, year({day}) * 4 + quarter({day}) "
        f"AS quarter, agency FROM allegations WHERE is_counted AND contact_kind = "
        f"'{kind}' AND {day} BETWEEN {PERIOD}) GROUP BY GROUPING SETS ((area), "
        "(area, month), (area, quarter), (area, agency))"
    )


def _children(table: str, condition: str) -> Iterator[str]:
    end = "coalesce(end_on, DATE '9999-12-31')"
    whole = "(SELECT DATE '2019-11-01' AS f, DATE '2020-12-31' AS l)"
    yield (
        f"SELECT area, {_WAYS}, count(DISTINCT child) FROM (SELECT area, "
        f"{_BAND.format(day=LAST)} AS age_band, sex, ethnicity, agency, child "
        f"FROM {table}, {whole} WHERE {condition.format(end=end)}) GROUP BY "
        "GROUPING SETS ((area), "
        + ", ".join(f"(area, {way})" for way in _WAYS.split(", "))
        + ")"
    )
    for months in (1, 3):
        yield (
            f"SELECT f, area, count(DISTINCT child) FROM {table}, {_parts(months)} "
            f"WHERE {condition.format(end=end)} GROUP BY ALL"
        )


def _parts(months: int) -> str:
    """Months of the period, or quarters cut at its ends."""
    start = "DATE '2019-11-01'" if months == 1 else "DATE '2019-10-01'"
    count = 14 if months == 1 else 5
    day = f"({start} + to_months(CAST(i * {months} AS INTEGER)))"
    return (
        f"(SELECT greatest(CAST({day} AS DATE), DATE '2019-11-01') AS f, "
        f"CAST({day} + to_months({months}) - INTERVAL 1 DAY AS DATE) AS l "
        f"FROM range({count}) r(i))"
    )


def _open(table: str, start: str, end: str, limit: int) -> Iterator[str]:
    """Still open, and past the limit, on a last day: of the period, of each part."""
    ends = f"coalesce({end}, DATE '9999-12-31')"
    past = f"{start} <= l AND {ends} > l"
    joins = ""
    if limit:
        joins = (
            f" LEFT JOIN calendar a ON a.date = t.{start} "
            "LEFT JOIN calendar b ON b.date = p.l"
        )
        past += f" AND b.working_day_number - a.working_day_number > {limit}"
    yield (
        f"SELECT area, {_WAYS}, count(*) FROM (SELECT area, "
        f"{_BAND.format(day=LAST)} AS age_band, sex, ethnicity, agency FROM {table} t "
        f"CROSS JOIN (SELECT {LAST} AS l) p{joins} WHERE {past}) GROUP BY GROUPING SETS "
        "((area), " + ", ".join(f"(area, {way})" for way in _WAYS.split(", ")) + ")"
    )
    for months in (1, 3):
        yield (
            f"SELECT f, area, count(*) FROM {table} t CROSS JOIN {_parts(months)} p"
            f"{joins} WHERE {past} GROUP BY ALL"
        )
