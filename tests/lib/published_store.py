"""A small published store, written to the contracts: every status, all invented."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kith.contracts.columns import Column, ColumnType
from kith.contracts.published import figures, findings, measures, sources
from kith.contracts.published.edition import (
    Edition,
    PublishedArea,
    edition_to_json,
)
from kith.domain.vocabulary.figures import Kind, Polarity, Status, Unit
from kith.domain.vocabulary.periods import Period


AREA = "E06000024"
PERIOD = Period(date(2019, 11, 1), date(2020, 12, 31))
YEAR = Period(date(2020, 1, 1), date(2020, 12, 31))
MONTHS = (60, 58, 61, 63, 59, 22, 62, 64, 61, 60, 63, 62, 61, 60)
"""Fourteen months; April 2020 lies outside what the others would explain."""

ARROW = {
    ColumnType.TEXT: pa.string(),
    ColumnType.CODE: pa.string(),
    ColumnType.DATE: pa.date32(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.DECIMAL: pa.decimal128(18, 6),
    ColumnType.BOOLEAN: pa.bool_(),
}

Row = dict[str, Any]


def edition(**changes: object) -> Edition:
    """The edition that the store publishes."""
    said: dict[str, Any] = {
        "name": "2020-12-31",
        "partnership": "North Somerset Safeguarding Children Partnership",
        "areas": (PublishedArea(AREA, "North Somerset"),),
        "period": PERIOD,
        "rule_set": "dfe",
        "stands_on": date(2021, 1, 15),
        "invented": True,
        "inputs_digest": "0" * 64,
        "released": "example",
    }
    return Edition(**{**said, **changes})


def measure(position: int, code: str, title: str, question: str, **changes: Any) -> Row:
    """A row of the catalogue."""
    row = {
        "position": position,
        "code": code,
        "title": title,
        "question": question,
        "kind": Kind.FLOW.value,
        "unit": Unit.CHILD.value,
        "polarity": Polarity.NEITHER.value,
        "definition": f"{title} in the period, as the agency recorded them.",
        "numerator": title.lower(),
        "denominator": "",
        "rulebook": "wt-2018",
        "authority": "Working Together 2018",
        "doubt": "",
        "supplied_by": "annex_a",
        "version": 1,
        "breaks": "[]",
        "is_process": False,
        "is_indicator": False,
        "carries_over": False,
    }
    return {**row, **changes}


CATALOGUE = (
    measure(
        1,
        "referrals",
        "Referrals",
        "help",
        unit=Unit.REFERRAL.value,
        supplied_by="annex_a,ssd",
    ),
    measure(
        2,
        "re_referral_share",
        "Re-referrals within twelve months",
        "help",
        kind=Kind.RATIO.value,
        unit=Unit.PER_CENT.value,
        numerator="re-referrals",
        denominator="referrals",
    ),
    measure(
        3,
        "children_in_need",
        "Children in need",
        "help",
        kind=Kind.EVER.value,
        doubt="The source does not say which children it counts.",
    ),
    measure(
        4,
        "decision_timeliness",
        "Decisions within one working day",
        "help",
        kind=Kind.TIMELINESS.value,
        unit=Unit.PER_CENT.value,
        denominator="referrals",
        supplied_by="ssd",
    ),
    measure(
        5,
        "children_on_protection_plans",
        "Children on a protection plan",
        "protection",
        kind=Kind.EVER.value,
    ),
    measure(6, "police_protections", "Police protections", "protection"),
    measure(7, "transfer_in_conferences", "Transfer-in conferences", "protection"),
    measure(
        8,
        "ehc_plan_rate",
        "Rate of education, health and care plans",
        "education",
        kind=Kind.RATE.value,
        unit=Unit.PER_10_000.value,
        denominator="children aged 0 to 17",
        supplied_by="ehc_plans,population",
    ),
    measure(
        9,
        "first_time_entrants",
        "First-time entrants to youth justice",
        "justice",
        supplied_by="aggregate",
        is_indicator=True,
    ),
)


def figure(code: str, **changes: Any) -> Row:
    """A row of the figures table: the total of the report period."""
    entry = next(row for row in CATALOGUE if row["code"] == code)
    row: Row = {
        "measure": code,
        "area": AREA,
        "first": PERIOD.first,
        "last": PERIOD.last,
        "dimension": "",
        "dimension_value": "",
        "numerator": None,
        "denominator": None,
        "value": None,
        "unit": entry["unit"],
        "status": Status.SHOWN.value,
        "source": "annex_a",
        "population_year": None,
        "reason": "",
    }
    return {**row, **changes}


def count(code: str, number: int, **changes: Any) -> Row:
    """A count that is shown."""
    return figure(code, numerator=number, value=Decimal(number), **changes)


def month_names() -> list[str]:
    """2019-11 to 2020-12."""
    return [
        f"{2019 + (10 + n) // 12}-{(10 + n) % 12 + 1:02d}" for n in range(len(MONTHS))
    ]


def _months(code: str, numbers: tuple[int | None, ...]) -> list[Row]:
    made = []
    for name, number in zip(month_names(), numbers, strict=True):
        year, month = (int(part) for part in name.split("-"))
        days = {
            "dimension": "month",
            "dimension_value": name,
            "first": date(year, month, 1),
            "last": date(year, month, calendar.monthrange(year, month)[1]),
        }
        hidden = figure(code, status=Status.SUPPRESSED.value, **days)
        made.append(hidden if number is None else count(code, number, **days))
    return made


def _groups(code: str, dimension: str, cells: dict[str, int | None]) -> list[Row]:
    made = []
    for value, number in cells.items():
        place = {"dimension": dimension, "dimension_value": value}
        hidden = figure(code, status=Status.SUPPRESSED.value, **place)
        made.append(hidden if number is None else count(code, number, **place))
    return made


def figure_rows() -> list[Row]:
    """Every status, and breakdowns with cells that are hidden."""
    total = sum(MONTHS)
    return [
        count("referrals", total),
        count("referrals", total - 118, first=YEAR.first, last=YEAR.last),
        *_months("referrals", MONTHS),
        *_groups("referrals", "sex", {"female": 390, "male": 402, "not_known": 24}),
        *_groups(
            "referrals",
            "age_band",
            {"unborn": None, "0": 70, "1-4": 150, "5-9": 200, "10-15": 300},
        ),
        *_groups("referrals", "agency", {"police": 300, "schools": 250}),
        figure(
            "re_referral_share",
            numerator=192,
            denominator=906,
            value=Decimal("21.192053"),
        ),
        count(
            "children_in_need",
            930,
            status=Status.LOW_RELIABILITY.value,
            reason="History goes back to November 2018 only.",
        ),
        figure(
            "decision_timeliness",
            status=Status.NOT_SUPPLIED.value,
            source="",
            reason="No return holds the time of the decision; the ssd feed would.",
        ),
        count("children_on_protection_plans", 237),
        *_months(
            "children_on_protection_plans",
            (20, 21, None, 19, 18, 20, 22, 21, 20, 19, 21, 20, 22, 21),
        ),
        figure("police_protections", status=Status.SUPPRESSED.value),
        count("transfer_in_conferences", 0, status=Status.ZERO.value),
        figure(
            "ehc_plan_rate",
            status=Status.NOT_APPLICABLE.value,
            reason="Plans run to 25, so no rate is made on ages 0 to 17.",
        ),
        figure("first_time_entrants", status=Status.NOT_SUPPLIED.value, source=""),
    ]


SOURCES: tuple[Row, ...] = (
    {
        "measure": "referrals",
        "return_name": "annex_a_2020_q4",
        "feed": "annex_a",
        "agency": "council",
        "area": AREA,
        "first": date(2020, 7, 1),
        "last": date(2020, 12, 31),
        "extracted_on": date(2021, 1, 8),
        "rows_read": 1204,
        "rows_quarantined": 3,
        "rows_superseded": 17,
    },
)
FINDINGS: tuple[Row, ...] = (
    {
        "measure": "referrals",
        "feed": "annex_a",
        "rule": "referral_without_source",
        "severity": "warn",
        "rows": 12,
        "sentence": "Some referrals do not say who made them.",
    },
)


FIVE = {
    "E06000024": ("North Somerset", 192, 906),
    "E06000023": ("Bristol", 980, 4100),
    "E06000022": ("Bath and North East Somerset", 150, 700),
    "E06000025": ("South Gloucestershire", 140, 350),
    "E06000066": ("Somerset", None, None),
}
"""Invented re-referrals of five areas: the fourth differs, the fifth is hidden."""


def write_five_areas(folder: Path) -> Path:
    """A store of five areas with one share, and a count that cannot be compared."""
    rows: list[Row] = []
    for code, (_, part, whole) in FIVE.items():
        here = {"area": code}
        if part is None or whole is None:
            hidden = {"status": Status.SUPPRESSED.value, **here}
            rows.append(figure("re_referral_share", **hidden))
            continue
        share = Decimal(part) * 100 / whole
        rows += [
            count("referrals", whole, **here),
            figure(
                "re_referral_share",
                numerator=part,
                denominator=whole,
                value=share.quantize(Decimal("0.000001")),
                **here,
            ),
        ]
    areas = tuple(PublishedArea(code, name) for code, (name, *_) in FIVE.items())
    return write_store(folder, edition(areas=areas), rows)


def write_store(
    folder: Path, standing: Edition | None = None, rows: list[Row] | None = None
) -> Path:
    """Build and release the edition in a new store; returns the store's folder."""
    standing = standing or edition()
    public = folder / "editions" / standing.name / "public"
    public.mkdir(parents=True)
    (public / "edition.json").write_text(edition_to_json(standing), encoding="utf-8")
    _write(public, "measures", measures.COLUMNS, CATALOGUE)
    _write(public, "figures", figures.COLUMNS, rows or figure_rows())
    _write(public, "sources", sources.COLUMNS, SOURCES)
    _write(public, "findings", findings.COLUMNS, FINDINGS)
    lead(folder, "current", Path("editions", standing.name))
    lead(folder, "released", Path("editions", standing.name, "public"))
    return folder


def lead(folder: Path, link: str, to: Path) -> None:
    """The link leads there from one moment to the next."""
    made = folder / f"{link}.new"
    made.symlink_to(to)
    made.replace(folder / link)


def _write(folder: Path, table: str, columns: tuple[Column, ...], rows: Any) -> None:
    schema = pa.schema([(one.name, ARROW[one.type]) for one in columns])
    pq.write_table(
        pa.Table.from_pylist(list(rows), schema=schema), folder / f"{table}.parquet"
    )
