"""The published file itself is attacked: what the public has, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.figures import Status
from kith.domain.vocabulary.periods import Period
from kith.evidence.cli.public_answers import for_the_public
from kith.evidence.disclosure import attack, release
from kith.evidence.measures import figures, published_figures
from kith.evidence.publish.figures import figures_in_print
from kith.evidence.publish.releasing import links, processes
from kith.evidence.store.fact_store import open_store


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure import Breach
    from tests.integration.example.conftest import BuiltExample


pytestmark = [pytest.mark.example, pytest.mark.xdist_group("example")]

DFE = RULE_SETS["dfe"]


def holes(public: Sequence[Figure]) -> list[Breach]:
    return attack(public, DFE, links(), processes=processes())


def test_no_hidden_count_can_be_worked_out_of_the_published_file(
    built: BuiltExample,
) -> None:
    printed = figures_in_print(built.store / "current" / "public")
    assert sum(figure.status is Status.SUPPRESSED for figure in printed) > 100
    assert holes(printed) == []


def test_with_secondary_suppression_off_the_same_attack_finds_holes(
    built: BuiltExample,
) -> None:
    with open_store(built.store) as store:
        true = published_figures(store)
    bare = release(
        true, DFE, processes=processes(), links=links(), secondary=False
    ).content
    assert len(holes(bare)) > 10


def cell_of(figure: Figure) -> tuple[object, ...]:
    """Where a figure stands, whatever it says."""
    return (figure.measure, figure.area, figure.period, figure.breakdown, figure.source)


def test_what_is_shown_is_true_and_what_is_small_is_not_shown(
    built: BuiltExample,
) -> None:
    with open_store(built.store) as store:
        true = {cell_of(figure): figure for figure in published_figures(store)}
    counted = [
        (figure, true[cell_of(figure)])
        for figure in figures_in_print(built.store / "current" / "public")
    ]
    assert all(
        told.numerator == known.numerator
        for told, known in counted
        if told.numerator is not None
    )
    small = [
        told
        for told, known in counted
        if known.numerator in range(1, 6) and told.measure not in processes()
    ]
    assert small
    assert {told.status for told in small} <= {Status.SUPPRESSED, Status.NOT_SUPPLIED}


@pytest.mark.parametrize(
    ("measure", "period", "by"),
    [
        (
            "re_referrals",
            Period(date(2019, 11, 1), date(2020, 12, 31)),
            ("sex", "month"),
        ),
        (
            "re_referrals",
            Period(date(2020, 1, 1), date(2020, 6, 30)),
            ("ethnicity",),
        ),
        ("lado_referrals", Period(date(2019, 11, 1), date(2020, 10, 31)), ()),
    ],
    ids=["two breakdowns", "half a year", "all but two months"],
)
def test_an_answer_beside_the_published_file_gives_no_hidden_count_away(
    built: BuiltExample, measure: str, period: Period, by: tuple[str, ...]
) -> None:
    """Whoever asks the store for the public has the published file as well."""
    with open_store(built.store) as store:
        asked = figures(
            store, measures=[measure], areas=["E06000024"], period=period, by=by
        )
        answered = for_the_public(store, asked, period)
    printed = figures_in_print(built.store / "current" / "public")
    assert len(answered) == len(asked)
    assert any(figure.status is Status.SUPPRESSED for figure in answered)
    assert holes([*printed, *answered]) == []
