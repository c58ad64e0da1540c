"""Running the checks: flagged, clean, not run or crashed, each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith.contracts.commands.checks import CheckResult, Outcome, Severity
from kith.contracts.feeds import FEEDS
from kith.evidence.quality import meaning
from kith.evidence.quality.meaning.check import CHECKS, MeaningCheck, Need, check
from kith.evidence.quality.meaning.every import ALL
from kith.evidence.quality.meaning.running import run_checks
from kith.evidence.store.shapes import fact_schema
from tests.unit.evidence.quality.meaning.drawn import (
    findings_of,
    outcome_of,
    tables,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


PLANS = """
    child | start_on   | end_on     | born_on    | flagged
    A     | 2020-03-10 | 2020-03-09 | 2012-01-01 | yes
    B     | 2020-03-10 | 2020-03-20 | 2012-01-01 | -
"""


def _broken(facts: Tables) -> ir.Table:
    raise RuntimeError("child 999 000 0018 was born on 2012-01-01")


def _planted() -> MeaningCheck:
    return MeaningCheck(
        name="planted",
        reads=("protection_plans",),
        severity=Severity.WARN,
        says="A fault.",
        remedy="Mend it.",
        source="this test",
        flags=_broken,
    )


def test_a_crash_is_never_clean_and_stops_no_other_check() -> None:
    loaded, _ = tables(protection_plans=PLANS)
    findings, results = run_checks(
        loaded, [_planted(), CHECKS["plan_ends_before_start"]]
    )
    assert results == [
        CheckResult(
            "planted", Outcome.CRASHED, why="a fault of Kith's own (RuntimeError)"
        ),
        CheckResult("plan_ends_before_start", Outcome.FLAGGED, 1),
    ]
    assert [(one.rule, one.row) for one in findings] == [("plan_ends_before_start", 2)]


@pytest.mark.parametrize(
    ("name", "outcome", "why"),
    [
        ("plan_ends_before_start", "flagged", ""),
        ("plans_overlap", "clean", ""),
        ("plan_without_conference", "not run", "no row of conferences is told"),
        (
            "previous_plans_too_few",
            "not run",
            "no row of protection_plans holds previous_plans",
        ),
        ("assessments_overlap", "not run", "no row of assessments is told"),
        (
            "age_disagrees_with_birth",
            "not run",
            "no row of annex_a/list_3 is told",
        ),
    ],
)
def test_what_becomes_of_a_check(name: str, outcome: str, why: str) -> None:
    result = outcome_of(name, protection_plans=PLANS)
    assert (result.outcome, result.why) == (outcome, why)


def test_a_check_of_one_feed_is_not_run_where_another_feed_tells_less() -> None:
    result = outcome_of(
        "first_review_late",
        protection_plans=PLANS,
        plan_reviews="""
            child | held_on    | feed
            A     | 2020-12-10 | annex_a
        """,
    )
    assert result.why == "no row of plan_reviews is told by ssd"


def test_a_finding_says_where_and_what_to_do_and_no_value() -> None:
    (finding,), _ = findings_of("plan_ends_before_start", protection_plans=PLANS)
    assert (finding.file, finding.sheet, finding.row) == ("protection_plans", "", 2)
    assert finding.severity is Severity.WARN
    assert finding.remedy
    assert "2012" not in str(finding)


def test_beyond_twenty_places_the_rest_is_counted() -> None:
    lines = ["child | start_on | end_on"]
    lines += [f"child{n} | 2020-03-10 | 2020-03-09" for n in range(45)]
    findings, result = findings_of(
        "plan_ends_before_start", protection_plans="\n".join(lines)
    )
    assert [one.row for one in findings] == [*range(2, 22), None]
    assert sum(one.rows for one in findings) == result.flagged == 45


def test_what_a_later_extract_put_right_is_not_flagged_again() -> None:
    drawn = """
        child | start_on   | end_on     | extracted_on | source_file | flagged
        A     | 2020-03-10 | 2020-03-09 | 2020-06-30   | first.xlsx  | -
        A     | 2020-03-10 | 2020-05-09 | 2020-12-31   | second.xlsx | -
    """
    assert (
        outcome_of("plan_ends_before_start", protection_plans=drawn).outcome == "clean"
    )


def test_an_earlier_telling_of_an_open_plan_does_not_overlap_the_next_one() -> None:
    drawn = """
        child | start_on   | end_on     | extracted_on
        A     | 2020-01-10 | -          | 2020-06-30
        A     | 2020-01-10 | 2020-07-09 | 2020-12-31
        A     | 2020-09-10 | -          | 2020-12-31
    """
    assert outcome_of("plans_overlap", protection_plans=drawn).outcome == "clean"


def test_a_birth_told_elsewhere_is_known_to_every_row_of_the_child() -> None:
    findings, _ = findings_of(
        "plan_of_an_adult",
        people="""
            child | born_on
            A     | 2001-01-01
        """,
        protection_plans="""
            child | start_on   | end_on | born_on
            A     | 2020-03-10 | -      | -
            B     | 2020-03-10 | -      | -
        """,
    )
    # No row of plans holds a birth of its own; the child's is found among people.
    assert [one.row for one in findings] == [2]


def test_a_row_missing_outside_the_days_told_says_nothing() -> None:
    result = outcome_of(
        "plan_without_conference",
        conferences="""
            child | held_on    | told_from
            Z     | 2020-06-01 | 2020-06-01
        """,
        protection_plans="""
            child | start_on
            A     | 2020-06-10
        """,
    )
    # Six months of conferences from June cannot show one held in May.
    assert result.outcome == "clean"


def test_the_door_asks_every_check_and_takes_tables_as_they_come() -> None:
    told = {name: fact_schema(name).empty_table() for name in ("people", "referrals")}
    findings, results = meaning.run(told, [])
    assert findings == []
    assert [one.rule for one in results] == [one.name for one in ALL]
    assert {one.outcome for one in results} == {Outcome.NOT_RUN}


def test_there_are_many_and_each_has_its_words() -> None:
    assert len(ALL) == len(CHECKS) >= 65
    for one in ALL:
        assert one.says.endswith(".")
        assert one.remedy.endswith(".")
        assert one.source
        assert one.severity in {Severity.WARN, Severity.NOTE}


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="two checks are named 'plans_overlap'"):
        check(
            "plans_overlap",
            reads=("protection_plans",),
            severity=Severity.NOTE,
            says="",
            remedy="",
            source="",
        )(_broken)


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("early_help", Need("early_help")),
        ("early_help.end_on", Need("early_help", "end_on")),
        ("plan_reviews@ssd", Need("plan_reviews", feed="ssd")),
        ("annex_a/list_3.age", Need("annex_a/list_3", "age")),
    ],
)
def test_what_a_check_reads(words: str, need: Need) -> None:
    assert Need.parsed(words) == need


def test_a_check_cannot_read_what_no_contract_declares() -> None:
    with pytest.raises(ValueError, match="there is no fact 'rumours'"):
        Need.parsed("rumours.told_on")


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_every_column_read_is_declared(one: MeaningCheck) -> None:
    for need in one.needs:
        if "/" in need.table:
            feed, _, table = need.table.partition("/")
            held = {column.name for column in FEEDS[feed].table(table).columns}
        elif need.column:
            held = set(fact_schema(need.table).names)
        else:
            continue
        assert not need.column or need.column in held
