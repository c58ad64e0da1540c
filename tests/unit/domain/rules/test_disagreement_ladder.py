"""The ladder of professional disagreements."""

from __future__ import annotations

from datetime import date

from kith.domain.rules.disagreement_ladder import (
    LADDER,
    LONGEST,
    RUNG_DAYS,
    RUNG_WORDS,
    SHORTEST,
    Rung,
    next_rung,
    rung_due_on,
)


def test_every_rung_has_words_and_a_limit_within_what_is_published() -> None:
    assert set(RUNG_WORDS) == set(RUNG_DAYS) == set(LADDER)
    assert all(SHORTEST <= days <= LONGEST for days in RUNG_DAYS.values())


def test_the_scrutineers_advice_ends_the_ladder() -> None:
    climbed = [Rung.PRACTITIONER]
    while (above := next_rung(climbed[-1])) is not None:
        climbed.append(above)
    assert tuple(climbed) == LADDER
    assert climbed[-1] is Rung.SCRUTINEER


def test_a_limit_counts_working_days() -> None:
    # Christmas: Thursday 24 December 2020 is followed by Tuesday 29 December.
    assert rung_due_on(date(2020, 12, 24), Rung.PRACTITIONER) == date(2020, 12, 29)
