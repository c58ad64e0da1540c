"""Figures in, `Released` figures out: hide, attack, hide more, until nothing gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.disclosure.attack import Breach, Remembered, attack_view
from kith.evidence.disclosure.cells import Count, Links
from kith.evidence.disclosure.cover import Cover
from kith.evidence.disclosure.laid_out import LaidOut, lay_out
from kith.evidence.disclosure.public_view import is_about_services
from kith.evidence.disclosure.released import NotReleasableError, Released, sealed


if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure.relations import Relation


_ROUNDS = 200
"""Far above what a table needs: each round hides at least one count more."""


def release(  # noqa: PLR0913 - what it must know is what the reader knows
    figures: Sequence[Figure],
    rule_set: RuleSet,
    *,
    processes: frozenset[str] = frozenset(),
    links: Links | None = None,
    already: Sequence[Figure] = (),
    left_out: Collection[Figure] = (),
    secondary: bool = True,
) -> Released[tuple[Figure, ...]]:
    """The figures as the audience of a rule set may see them, in the same order.

    Small counts are hidden, and with them whatever would give them away, until
    `attack` finds nothing. Give it every figure the audience will hold, totals
    included: it can protect only what it sees together. ``processes`` are measures
    whose undivided counts are shown whole. ``already`` are figures as they stand in
    print, an edition for instance: they are known to whoever sees the new ones and
    are not given back. ``left_out`` are hidden by choice. ``secondary`` is off only to show that the attack then finds
    the hole.

    Raises:
        NotReleasableError: nothing that may be hidden makes the figures safe.
    """
    if not rule_set.hides_anything:
        return sealed(tuple(figures), rule_set)
    laid = lay_out(figures, rule_set, processes, links or Links(), tuple(already))
    hidden = laid.small() | laid.counts_of(left_out)
    if secondary:
        hidden = set().union(*(_protected(part, hidden) for part in laid.by_area()))
    return sealed(laid.printed(hidden), rule_set)


def _protected(laid: LaidOut, hidden: set[Count]) -> set[Count]:
    """Secondary suppression: hide until the attack finds nothing."""
    hidden = hidden & (laid.told | laid.values.keys())
    cover, remembered = _cover(laid), Remembered()
    hidden = cover.hide(hidden)
    for _ in range(_ROUNDS):
        view = laid.view(hidden)
        # What no figure tells any more is hidden, whether or not it had to be.
        hidden |= view.hidden & laid.values.keys()
        breaches = attack_view(view, laid.tied, laid.rule_set, remembered=remembered)
        if not breaches:
            return hidden
        for breach in breaches:
            cover.ask_for_one_of(_more_to_hide(breach, laid, hidden))
        hidden = cover.hide(hidden)
    raise NotReleasableError("the table could not be made safe: release it in parts")


def _cover(laid: LaidOut) -> Cover:
    """What may be hidden, and a partner asked for in every plain sum.

    Where every count is rounded, rounding may be protection enough, so nothing is
    asked until the attack finds a hole. Of the counts that are never printed only
    small ones need protection.
    """
    rule_set = laid.rule_set
    unprinted = laid.values.keys() - laid.told
    small = {
        c for c in unprinted if laid.values[c] > 0 and rule_set.hides(laid.values[c])
    }
    losses = {
        count: loss
        for count, loss in laid.losses.items()
        if laid.values[count] or not rule_set.zero_shown
    }
    cover = Cover(
        laid.values, losses, frozenset(small), rule_set.minimum_feasible_values - 1
    )
    if rule_set.count_base == 1:
        for relation in laid.tied:
            safe = (unprinted - small).intersection(relation.counts)
            if not safe and not _about_services(relation, laid):
                cover.ask_of(relation)
    return cover


def _about_services(relation: Relation, laid: LaidOut) -> bool:
    return all(is_about_services(c, laid.processes) for c in relation.counts)


def _more_to_hide(breach: Breach, laid: LaidOut, hidden: set[Count]) -> set[Count]:
    """What may be hidden to protect a count: its neighbours, else theirs, and so on.

    Noughts are not among them: with everything else hidden they give nothing away.
    """
    reached: set[Count] = set()
    ring = {breach.count}
    while ring - reached:
        reached |= ring
        ring = {c for count in ring for c in laid.beside.get(count, ())} - reached
        free = {c for c in ring if laid.losses.get(c) and laid.values[c]} - hidden
        if free:
            return free
    raise NotReleasableError(
        f"{breach} could be worked out whatever else is hidden: leave its measure out, "
        "or correct the figures that contradict each other"
    )
