"""A true figure as it is printed, once it is known which counts are hidden."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status, Unit
from kith.evidence.disclosure.cells import LENGTHS, RATES


if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure.cells import Count, Told


HIDDEN_REASON = "hidden to protect children"
UNJUDGED_REASON = "hidden to protect children: the count it rests on was not given"
WHOLE_REASON = "shown whole: it counts what services did, not children"


def can_be_judged(figure: Figure) -> bool:
    """Whether every count the figure rests on is known, so that none is small."""
    if figure.unit in LENGTHS:
        return figure.denominator is not None or figure.numerator is not None
    if figure.numerator is None:
        return False
    return figure.unit is not Unit.PER_CENT or figure.denominator is not None


def as_printed(
    figure: Figure,
    told: Told,
    rule_set: RuleSet,
    hidden: AbstractSet[Count],
) -> Figure:
    """The figure with its hidden parts taken out and the rest rounded."""
    if figure.status in {Status.NOT_APPLICABLE, Status.NOT_SUPPLIED}:
        return _without_parts(figure)
    if figure.status is Status.SUPPRESSED:
        return _suppressed(figure, told, hidden, figure.reason or HIDDEN_REASON)
    if not can_be_judged(figure):
        return _suppressed(figure, told, hidden, UNJUDGED_REASON)
    if is_open_zero(figure, rule_set):
        if told.denominator in hidden:
            return replace(figure, denominator=None)
        return _rounded(figure, told, rule_set)
    if any(count in hidden for count in told.counts):
        return _suppressed(figure, told, hidden, HIDDEN_REASON)
    return _rounded(figure, told, rule_set)


def _without_parts(figure: Figure) -> Figure:
    if (figure.numerator, figure.denominator, figure.value) == (None, None, None):
        return figure
    return replace(figure, numerator=None, denominator=None, value=None)


def shown_whole(figure: Figure) -> Figure:
    """A count of process, with the reason on record."""
    return replace(figure, reason=figure.reason or WHOLE_REASON)


def is_open_zero(figure: Figure, rule_set: RuleSet) -> bool:
    """Whether the figure is a nought that the rule set shows."""
    return figure.numerator == 0 and rule_set.zero_shown and figure.unit not in LENGTHS


def _suppressed(
    figure: Figure, told: Told, hidden: AbstractSet[Count], reason: str
) -> Figure:
    """A denominator stays where it is a population, or printed elsewhere anyway."""
    public = figure.unit in RATES or (
        figure.unit is Unit.PER_CENT
        and reason != UNJUDGED_REASON
        and told.denominator not in hidden
    )
    return replace(
        figure,
        numerator=None,
        denominator=figure.denominator if public else None,
        value=None,
        status=Status.SUPPRESSED,
        reason=reason,
    )


def _rounded(figure: Figure, told: Told, rule_set: RuleSet) -> Figure:
    count, value = figure.numerator, figure.value
    if count is not None:
        count = rule_set.rounded_count(count, figure.area)
    below = figure.denominator
    if below is not None and told.denominator is not None:
        below = rule_set.rounded_count(below, figure.area)
    if value is not None:
        derived = figure.unit in LENGTHS | RATES | {Unit.PER_CENT}
        value = rule_set.rounded_value(value) if derived else Decimal(count or 0)
    return replace(figure, numerator=count, denominator=below, value=value)
