"""The figures of a submission: what changed since, and what does not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import DatabaseError
from django.urls import reverse

from kith.domain.rules.figure_arithmetic import parts_fault
from kith.domain.vocabulary.figures import Kind
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import Period
from kith.web.access.permissions import Permission as P
from kith.web.published.provisional import Provisional
from kith.web.published.restated import Restatement
from kith.web.returns.models import SubmittedFigure
from kith.web.returns.queries.duties import measures_to_owe
from kith.web.returns.queries.returns import return_, visible_returns
from kith.web.returns.values import Change, Slip


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return, Submission


Key = tuple[str, Period]


def figures(viewer: Viewer, of: Submission) -> list[SubmittedFigure]:
    """The submission's figures by measure, the whole period before its parts."""
    return_(viewer, of.of_id)
    return sorted(
        of.figures.all(),
        key=lambda one: (one.measure, one.first_on, -one.last_on.toordinal()),
    )


def figure_titles(viewer: Viewer) -> dict[str, str]:
    """Each measure's title, as far as an edition names it."""
    return {one.code: one.title for one in measures_to_owe(viewer)}


def standing_submission(viewer: Viewer, of: Return) -> Submission | None:
    """The submission whose values are locked now."""
    shown = return_(viewer, of.pk)
    return shown.submissions.filter(locked_at__isnull=False).order_by("-number").first()


def changes(viewer: Viewer, of: Submission) -> list[Change]:
    """Figures that the agency sent before for the same days, with another value.

    In an earlier submission of this return, or in another return that told of the same
    days: "you changed four values since last quarter".
    """
    shown = return_(viewer, of.of_id)
    before: dict[Key, int | None] = {}
    told = SubmittedFigure.objects.filter(
        submission__of__duty=shown.duty_id, submission__sent_at__isnull=False
    ).exclude(submission=of)
    for one in told.order_by("submission__sent_at", "id"):
        before[_key(one)] = one.numerator
    return [
        Change(one.measure, _key(one)[1], before[_key(one)], one.numerator)
        for one in figures(viewer, of)
        if _key(one) in before and before[_key(one)] != one.numerator
    ]


def restatements(viewer: Viewer, measure: str, area: str) -> tuple[Restatement, ...]:
    """Where an agency locked another figure of the measure than it had locked before.

    For anybody who may see what is published: days, agency and date, and no value.
    """
    if not viewer.may_see_published:
        return ()
    locked = (
        SubmittedFigure.objects.filter(
            measure=measure,
            submission__of__duty__area=area,
            submission__locked_at__isnull=False,
        )
        .select_related("submission__of__duty__organisation")
        .order_by("submission__locked_at", "id")
    )
    before: dict[tuple[object, Period], int | None] = {}
    found = []
    try:
        for one in locked:
            duty, days = one.submission.of.duty, _key(one)[1]
            key = (duty.pk, days)
            if key in before and before[key] != one.numerator:
                assert one.submission.locked_at is not None  # as asked above
                on = london_day(one.submission.locked_at)
                found.append(Restatement(duty.organisation.name, days, on))
            before[key] = one.numerator
    except DatabaseError:
        # What is published is shown without its database too.
        return ()
    return tuple(reversed(found))


MOST_PROVISIONAL = 24
"""Two years of months on one page; the wall has the rest."""


def provisional(viewer: Viewer, measure: str, area: str) -> tuple[Provisional, ...]:
    """What was sent of the measure and is not locked, for those who see its returns.

    Of each return its latest submission: an earlier one gave way to it.
    """
    if not viewer.may(P.RETURN_SEE):
        return ()
    told = (
        SubmittedFigure.objects.filter(
            measure=measure,
            submission__of__in=visible_returns(viewer).filter(duty__area=area),
            submission__sent_at__isnull=False,
        )
        .select_related("submission__of__duty__organisation")
        .order_by("-last_on", "first_on", "-submission__number", "id")
    )
    latest: dict[tuple[object, Period], SubmittedFigure] = {}
    try:
        for one in told[: MOST_PROVISIONAL * 4]:
            latest.setdefault((one.submission.of_id, _key(one)[1]), one)
    except DatabaseError:
        # What is published is shown without its database too.
        return ()
    loose = [one for one in latest.values() if one.submission.locked_at is None]
    return tuple(map(_as_sent, loose[:MOST_PROVISIONAL]))


def _as_sent(one: SubmittedFigure) -> Provisional:
    of = one.submission.of
    assert one.submission.sent_at is not None  # as asked above
    return Provisional(
        of.duty.organisation.name,
        _key(one)[1],
        one.numerator,
        one.denominator,
        of.get_state_display(),
        london_day(one.submission.sent_at),
        reverse("returns:detail", args=[of.pk]),
    )


def slips(viewer: Viewer, of: Submission) -> list[Slip]:
    """Figures that do not follow from their own parts, with the arithmetic."""
    kinds = {one.code: one.kind for one in measures_to_owe(viewer)}
    by_measure: dict[str, list[SubmittedFigure]] = {}
    for one in figures(viewer, of):
        by_measure.setdefault(one.measure, []).append(one)
    found = []
    whole = of.of.period
    for measure, rows in by_measure.items():
        found += [Slip(measure, words) for words in _more_than_all(rows)]
        if kinds.get(measure) is Kind.FLOW:
            found += [Slip(measure, words) for words in _missed(rows, whole)]
    return found


def _more_than_all(rows: Iterable[SubmittedFigure]) -> list[str]:
    return [
        f"{one.numerator:,} of {one.denominator:,} is more than all of them"
        for one in rows
        if one.numerator is not None
        and one.denominator is not None
        and one.numerator > one.denominator
    ]


def _missed(rows: list[SubmittedFigure], whole: Period) -> list[str]:
    """Months that do not make the whole, where all of them were sent."""
    total = [one.numerator for one in rows if _key(one)[1] == whole]
    months = [one for one in rows if _key(one)[1] != whole]
    counts = [one.numerator for one in months if one.numerator is not None]
    days = sum(_key(one)[1].days for one in months)
    if not total or total[0] is None or days != whole.days:
        return []
    fault = parts_fault(counts, total[0])
    return [fault] if fault else []


def _key(one: SubmittedFigure) -> Key:
    return one.measure, Period(one.first_on, one.last_on)
