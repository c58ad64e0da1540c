"""Figures agencies counted at home: read as sent, never made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest

from kith.contracts.facts.coverage import COVERAGE
from kith.contracts.register import Break, shipped
from kith.domain.vocabulary.figures import Figure, Status
from kith.domain.vocabulary.periods import Grain, Period
from kith.evidence.measures import answers, figures
from kith.evidence.measures.answering import Asked, all_told, disagreements
from kith.evidence.store.fact_store import FactStore
from kith.evidence.store.shapes import fact_schema, schema_of
from tests.lib.reference.facts import AREA, FROM, TO
from tests.lib.reference.stores import covering


PERIOD = Period(FROM, TO)
SPRING = Period(date(2020, 3, 1), date(2020, 5, 31))


def sent(measure: str, numerator: int | None, **changes: object) -> dict[str, object]:
    return {
        "measure": measure,
        "area": AREA,
        "agency": "health",
        "period_from": FROM,
        "period_to": TO,
        "numerator": numerator,
        "extracted_on": TO,
        **changes,
    }


def store(
    *figures_sent: dict[str, object],
    covered: tuple[str, ...] = (),
    until: date = TO,
) -> FactStore:
    table = pa.Table.from_pylist(list(figures_sent), fact_schema("supplied_figures"))
    coverage = pa.Table.from_pylist(
        [covering(fact, last=until) for fact in covered], schema_of(COVERAGE)
    )
    return FactStore.in_memory({"supplied_figures": table}, coverage)


def of(
    held: FactStore, measure: str, *by: str, period: Period = PERIOD
) -> list[Figure]:
    return figures(held, measures=[measure], areas=[AREA], period=period, by=list(by))


def parts(measure: str, *counts: int, **changes: object) -> list[dict[str, object]]:
    """Counts of the months from March 2020, each sent by itself."""
    months = list(SPRING.parts(Grain.MONTH))
    return [
        sent(measure, n, period_from=m.first, period_to=m.last, **changes)
        for n, m in zip(counts, months, strict=True)
    ]


def test_an_indicator_is_printed_as_sent() -> None:
    [figure] = of(store(sent("suspensions", 41)), "suspensions")
    assert (figure.numerator, figure.source) == (41, "aggregate (health)")


def test_an_indicator_nobody_sent_is_a_gap_that_names_its_owner() -> None:
    [figure] = of(store(), "suspensions")
    assert figure.status is Status.NOT_SUPPLIED
    assert "Schools would send it" in figure.reason


def test_a_share_is_worked_out_from_its_parts() -> None:
    held = store(sent("persistent_absence", 1, denominator=16))
    [figure] = of(held, "persistent_absence")
    assert str(figure.value) == "6.3"


def test_a_share_without_a_denominator_is_no_share() -> None:
    [figure] = of(store(sent("persistent_absence", 1)), "persistent_absence")
    assert figure.status is Status.NOT_APPLICABLE
    assert figure.reason.endswith("sent nothing to divide by.")


def test_a_nil_return_of_a_share_is_none_of_none_and_never_nought() -> None:
    [figure] = of(
        store(sent("persistent_absence", 0, denominator=0)), "persistent_absence"
    )
    assert (figure.status, figure.value) == (Status.NOT_APPLICABLE, None)
    assert figure.reason.endswith("nothing to report for these days: none of none.")


def test_a_month_without_anything_to_report_is_no_gap_in_the_whole() -> None:
    told = parts("persistent_absence", 2, 0, 1, denominator=10)
    told[1]["denominator"] = 0
    [figure] = of(store(*told), "persistent_absence", period=SPRING)
    assert (figure.numerator, figure.denominator) == (3, 20)


@pytest.mark.parametrize(
    ("measure", "status", "numerator", "because"),
    [
        ("suspensions", "shown", 6, "a flow is added up from its months"),
        ("reduced_timetables", "shown", 3, "a stock is its last month's, never a sum"),
        ("pupils_suspended", "not_applicable", None, "children are never added up"),
    ],
)
def test_a_period_from_its_months(
    measure: str, status: str, numerator: int | None, because: str
) -> None:
    [figure] = of(store(*parts(measure, 1, 2, 3)), measure, period=SPRING)
    assert (figure.status.value, figure.numerator) == (status, numerator), because


def test_months_that_miss_a_day_make_no_whole() -> None:
    held = store(*parts("suspensions", 1, 2, 3)[:2])
    [figure] = of(held, "suspensions", period=SPRING)
    assert figure.status is Status.NOT_SUPPLIED


def test_percentages_are_divided_once_and_never_averaged() -> None:
    held = store(*parts("persistent_absence", 1, 0, 0, denominator=10))
    [figure] = of(held, "persistent_absence", period=SPRING)
    assert (figure.numerator, figure.denominator) == (1, 30)
    assert str(figure.value) == "3.3"


def test_a_total_its_parts_miss_is_not_printed() -> None:
    boys = sent("suspensions", 30, dimension="sex", dimension_value="male")
    girls = sent("suspensions", 9, dimension="sex", dimension_value="female")
    [figure] = of(store(sent("suspensions", 40), boys, girls), "suspensions")
    assert figure.status is Status.NOT_APPLICABLE
    assert "suspensions" in figure.reason.lower()


def test_months_are_found_as_a_breakdown_too() -> None:
    months = of(store(*parts("suspensions", 1, 0, 3)), "suspensions", "month")
    said = {f.breakdown[0].value: f.status.value for f in months}
    assert said["2020-03"] == "shown"
    assert said["2020-04"] == "zero"
    assert said["2020-06"] == "not_supplied"


def test_counts_of_two_agencies_add_up_and_children_do_not() -> None:
    def both(measure: str) -> Figure:
        second = sent(measure, 5, agency="another-hospital")
        [figure] = of(store(sent(measure, 41), second), measure)
        return figure

    assert both("emergency_attendances_under_five").numerator == 46
    assert both("pupils_suspended").status is Status.NOT_APPLICABLE


def test_counted_rows_win_and_the_difference_is_said_without_a_number() -> None:
    held = store(sent("referrals", 7, agency="council"), covered=("referrals",))
    told = list(answers(held, measures=["referrals"], areas=[AREA], period=PERIOD))
    [(counted, other)] = told
    assert (counted.numerator, other.numerator) == (0, 7)
    [sentence] = disagreements(told)
    assert "aggregate (council) disagrees" in sentence
    assert "7" not in sentence.replace(AREA, "")


@pytest.mark.parametrize(
    ("told_until", "printed", "beside_it", "because"),
    [
        (TO, "", "aggregate (council)", "rows of every day win"),
        (
            date(2020, 6, 30),
            "aggregate (council)",
            "",
            "rows of some days give way to a count of all",
        ),
    ],
)
def test_rows_win_where_they_tell_every_day(
    told_until: date, printed: str, beside_it: str, because: str
) -> None:
    counts = sent("referrals", 7, agency="council")
    held = store(counts, covered=("referrals",), until=told_until)
    [told] = answers(held, measures=["referrals"], areas=[AREA], period=PERIOD)
    sent_ones = [f.source if f.source.startswith("aggregate") else "" for f in told]
    assert sent_ones == [printed, beside_it], because


def test_rows_that_gave_way_disagree_with_nobody() -> None:
    counts = sent("referrals", 7, agency="council")
    held = store(counts, covered=("referrals",), until=date(2020, 6, 30))
    told = answers(held, measures=["referrals"], areas=[AREA], period=PERIOD)
    assert list(disagreements(told)) == []


def test_a_sent_figure_fills_the_gap_where_no_rows_are() -> None:
    [figure] = of(store(sent("referrals", 7, agency="council")), "referrals")
    assert (figure.numerator, figure.status) == (7, Status.SHOWN)


def test_what_an_agency_hid_stays_hidden() -> None:
    [figure] = of(store(sent("suspensions", None, status="suppressed")), "suspensions")
    assert figure.status is Status.SUPPRESSED


def test_a_figure_only_an_agency_sent_stands_alone() -> None:
    """No second row says that nobody sent what somebody sent."""
    [told] = answers(
        store(sent("referrals", 7, agency="council")),
        measures=["referrals"],
        areas=[AREA],
        period=PERIOD,
        by=[],
    )
    assert [(f.numerator, f.source) for f in told] == [(7, "aggregate (council)")]


@pytest.mark.parametrize(
    ("days", "status", "because"),
    [
        ("2020-03-01 2020-05-31", Status.LOW_RELIABILITY, "the break falls within"),
        ("2020-04-01 2020-05-31", Status.SHOWN, "it begins with the break"),
        ("2020-02-01 2020-03-31", Status.SHOWN, "it ends before"),
    ],
)
def test_days_that_count_two_things_are_in_doubt(
    days: str, status: Status, because: str
) -> None:
    first, last = map(date.fromisoformat, days.split())
    broken = replace(
        shipped()["suspensions"], breaks=(Break(date(2020, 4, 1), "half days too"),)
    )
    held = store(sent("suspensions", 8, period_from=first, period_to=last))
    asked = Asked((broken,), (AREA,), Period(first, last), ((),))
    [[figure]] = all_told(held, asked)
    assert (figure.value, figure.status) == (8, status), because
