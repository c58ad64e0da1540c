"""The engine and the slow, obvious reference agree on whatever is drawn."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kith.domain.vocabulary.figures import Figure, Status
from kith.domain.vocabulary.periods import Period
from kith.evidence.measures import MEASURES
from kith.evidence.measures.answering import Asked, all_told
from tests.generative.populations import AREAS, populations
from tests.lib.reference import facts as f
from tests.lib.reference.figures import expected
from tests.lib.reference.stores import store_of


if TYPE_CHECKING:
    from collections.abc import Sequence


FOURTEEN_MONTHS = Period(f.FROM, f.TO)
FEW_WEEKS = Period(date(2019, 12, 24), date(2020, 3, 10))

# An example holds eight areas, each a population of its own, so it stands for many. A
# failure names the figure; making an example smaller would cost minutes.
drawn = settings(
    max_examples=settings().max_examples // 16,
    database=None,
    phases=[Phase.generate],
)
ABOUT_NO_CHILD = {"lado_referrals", "lado_advice", "children_population"}
TOLD_BY_SETTING = {
    "missing_episodes",
    "return_interviews_offered",
    "return_interviews_completed",
    "return_interview_timeliness",
    "return_interview_timeliness_of_offered",
    "return_interview_timeliness_of_ended",
    "return_interview_timeliness_open_past_limit",
}
LOOKING_AROUND = [
    "re_referral_share",
    "repeat_plan_share_within_two_years",
    "children_in_need",
    "children_missing",
    "median_assessment_working_days",
]
"""Measures whose rows depend on other rows."""


def counted(
    rows: Sequence[f.Row],
    period: Period,
    groupings: tuple[tuple[str, ...], ...] = ((),),
    measures: Sequence[str] = tuple(MEASURES),
) -> list[Figure]:
    definitions = tuple(MEASURES[code] for code in measures)
    asked = Asked(definitions, AREAS, period, groupings)
    return [figure for figure, *_ in all_told(store_of(rows, areas=AREAS), asked)]


def check(figure: Figure, rows: Sequence[f.Row]) -> None:
    if figure.status is Status.NOT_SUPPLIED:
        assert figure.reason.startswith("No return holds"), figure
        return
    here = [row for row in rows if row.area == figure.area]
    cell = {c.dimension: c.value for c in figure.breakdown}
    answer = expected(figure.measure, here, figure.period, cell)
    wanted = (answer.numerator, answer.denominator, answer.value)
    assert (figure.numerator, figure.denominator, figure.value) == wanted, figure


@pytest.mark.parametrize("period", [FOURTEEN_MONTHS, FEW_WEEKS], ids=str)
@drawn
@given(rows=populations())
def test_every_measure_agrees_with_the_reference(
    rows: list[f.Row], period: Period
) -> None:
    groupings = (
        *((), ("month",), ("age_band",), ("sex",), ("sex", "month")),
        ("missing_setting",),
    )
    for figure in counted(rows, period, groupings):
        by_child = {c.dimension for c in figure.breakdown} & {"age_band", "sex"}
        measure = MEASURES[figure.measure]
        told = {c.dimension for c in figure.breakdown} != {"missing_setting"} or (
            figure.measure in TOLD_BY_SETTING
        )
        assert told or figure.status in {Status.NOT_APPLICABLE, Status.NOT_SUPPLIED}
        if by_child and (measure.is_rate or measure.code in ABOUT_NO_CHILD):
            continue
        if told:
            check(figure, rows)


@drawn
@given(rows=populations(), seed=st.integers(0, 9))
def test_the_order_of_rows_does_not_matter(rows: list[f.Row], seed: int) -> None:
    shuffled = Random(seed).sample(rows, len(rows))
    groupings = ((), ("month",))
    assert counted(rows, FOURTEEN_MONTHS, groupings, LOOKING_AROUND) == counted(
        shuffled, FOURTEEN_MONTHS, groupings, LOOKING_AROUND
    )


@drawn
@given(rows=populations(), more=populations())
def test_other_children_change_nothing_of_a_child(
    rows: list[f.Row], more: list[f.Row]
) -> None:
    here, *elsewhere = AREAS
    own = [row for row in rows if row.area == here]
    others = [row for row in more if row.area in elsewhere]

    def of_here(found: Sequence[f.Row]) -> list[Figure]:
        figures = counted(found, FOURTEEN_MONTHS, measures=LOOKING_AROUND)
        return [figure for figure in figures if figure.area == here]

    assert of_here(own) == of_here([*own, *others])
