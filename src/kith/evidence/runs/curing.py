"""The least change after which a refused table may be approved: each one is tried.

Small changes first: one cell hidden too, several cells, a shorter period, a breakdown
less, a measure or an area less. What is offered has been judged like any table.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from kith.contracts.commands.releases import Cure
from kith.domain.vocabulary.figures import Status
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import Links, NotReleasableError
from kith.evidence.disclosure.cells import told_by
from kith.evidence.publish.release_words import of_figure, period_words, title_of
from kith.evidence.runs.judging import cell_of


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from kith.contracts.commands.releases import LeaveOut, ReleaseRequest
    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.runs.judging import Bench, Judged


AT_MOST = 3
"""How many cures are offered, and how many changes of one kind are tried at most."""
_TRIED = 12
_NAMED = 6
_DAY = timedelta(days=1)

Change = tuple["ReleaseRequest", dict[str, Any], str]


def cures(bench: Bench, judged: Judged) -> tuple[Cure, ...]:
    """Up to three changes, the least first, each of another kind; none if none helps."""
    kinds: tuple[Callable[[Judged], Iterator[Change]], ...] = (
        _one_cell,
        partial(_several_cells, bench),
        partial(_shorter, bench),
        _breakdown_less,
        _part_less,
    )
    working = (_first_that_works(bench, kind(judged)) for kind in kinds)
    found = [cure for cure in working if cure is not None]
    if found and "cells" in found[0].leave_out:
        return tuple(found[:AT_MOST])
    # Where one cell is enough, several are no cure of another kind.
    return tuple([c for c in found if "cells" not in c.leave_out][:AT_MOST])


def _first_that_works(bench: Bench, changes: Iterator[Change]) -> Cure | None:
    for request, leave_out, words in itertools.islice(changes, _TRIED):
        again = bench.judge(request)
        if again.is_safe and not _is_known(bench, again):
            return Cure(leave_out, words, tuple(request.options()))
    return None


def _is_known(bench: Bench, judged: Judged) -> bool:
    """Whether the public has the very table, so that releasing it says nothing."""
    return any(r.is_known and r.digest == judged.digest for r in bench.known.values())


def _one_cell(judged: Judged) -> Iterator[Change]:
    """The shown cells beside what is given away, the smallest first."""
    if len(judged.given_away) > _TRIED:
        return
    for figure in sorted(_near(judged), key=lambda f: f.numerator or 0):
        cells = _named(judged, figure)
        words = f"Hide one more cell: {of_figure(figure)}."
        yield _hiding(judged.request, cells), dict(cells), words


def _several_cells(bench: Bench, judged: Judged) -> Iterator[Change]:
    """What the table hides when it is made beside what is in print."""
    if judged.unsafe or judged.request.hides_more:
        return
    request = replace(judged.request, hides_more=True)
    try:
        together = bench.printed(request, bench.counted(request)).content
    except NotReleasableError:
        return
    more = [
        shown
        for shown, hidden in zip(judged.figures, together, strict=True)
        if hidden.status is Status.SUPPRESSED and shown.status.has_value
    ]
    cells = [dict(_named(judged, figure)) for figure in more]
    named = " · ".join(of_figure(figure) for figure in more[:_NAMED])
    rest = f" · {len(more) - _NAMED:,} others" if len(more) > _NAMED else ""
    words = f"Hide {len(more):,} more cells: {named}{rest}."
    yield request, {"cells": cells}, words


def _shorter(bench: Bench, judged: Judged) -> Iterator[Change]:
    """The period cut where an earlier table begins or ends, the longest first."""
    first, last = judged.request.first, judged.request.last
    if first is None or last is None:
        return
    cuts = sorted(_cuts(bench, judged, first, last))
    ends = [(first, cut - _DAY, cut, last) for cut in cuts]
    starts = [(cut, last, first, cut - _DAY) for cut in cuts]
    for begin, end, gone, until in sorted(
        [*ends, *starts], key=lambda one: one[0] - one[1]
    ):
        request = replace(judged.request, first=begin, last=end)
        left_out = {"from": gone.isoformat(), "to": until.isoformat()}
        words = f"Leave out {period_words(Period(gone, until))}."
        yield request, left_out, words


def _cuts(bench: Bench, judged: Judged, first: date, last: date) -> set[date]:
    counts = (
        count
        for table in bench.before(judged.figures)
        for figure in table.figures
        for count in told_by(figure, Links()).counts
    )
    days = {day for count in counts for day in (count.first, count.last + _DAY)}
    return {day for day in days if first < day <= last}


def _breakdown_less(judged: Judged) -> Iterator[Change]:
    for name in judged.request.by:
        fewer = tuple(other for other in judged.request.by if other != name)
        words = f"Leave out the breakdown by {name.replace('_', ' ')}."
        yield replace(judged.request, by=fewer), {"by": name}, words


def _part_less(judged: Judged) -> Iterator[Change]:
    """A measure or an area left out, of those that stand beside what is given away."""
    request = judged.request
    near = _near(judged)
    if request.edition:
        return
    for code in dict.fromkeys(figure.measure for figure in near):
        fewer = tuple(other for other in request.measures if other != code)
        if fewer:
            words = f"Leave out {title_of(code)}."
            yield replace(request, measures=fewer), {"measure": code}, words
    for code in dict.fromkeys(figure.area for figure in near):
        fewer = tuple(other for other in request.areas if other != code)
        if fewer:
            words = f"Leave out the area {code}."
            yield replace(request, areas=fewer), {"area": code}, words


def _near(judged: Judged) -> list[Figure]:
    """The shown figures of the table that stand beside what it gives away.

    Where none stands beside it, a longer way leads there: any of the same measures.
    """
    ids = {id(f) for given in judged.given_away for f in given.breach.given_away_by}
    shown = [f for f in judged.figures if f.status.has_value and f.numerator]
    near = [figure for figure in shown if id(figure) in ids]
    return near or shown


def _named(judged: Judged, figure: Figure) -> LeaveOut:
    """The fewest words that name the figure's cell within its table."""
    here = cell_of(figure)
    periods = {one.period for one in judged.figures}
    if len(periods) == 1:
        del here["from"], here["to"]
    if not any(one.breakdown for one in judged.figures) or figure.breakdown:
        del here["cell"]
    return tuple(here.items())


def _hiding(request: ReleaseRequest, cells: LeaveOut) -> ReleaseRequest:
    return replace(request, left_out=(*request.left_out, cells))
