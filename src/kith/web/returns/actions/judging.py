"""What becomes of a return that was sent: checked, signed off, locked, restated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.documents.files import home_files
from kith.web.returns import policies, queries
from kith.web.returns.actions.steps import held, move, sent_last
from kith.web.returns.files.folder import (
    FIGURES,
    FigureRow,
    Head,
    figures_csv,
    nil_files,
    write_folder,
)
from kith.web.returns.files.naming import plain_names
from kith.web.returns.models import Way


if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return, Submission


def check_return(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Return:
    """The analyst has checked it: the agency's lead may sign it off."""
    return _judged("check", policies.why_not_check, viewer, at, key, words)


def send_back_return(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Return:
    """The analyst sends it back, with reasons."""
    refuse_if(policies.why_not_unsaid(words))
    return _judged("send_back", policies.why_not_send_back, viewer, at, key, words)


def decline_return(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Return:
    """The agency's lead does not sign it off, with reasons."""
    refuse_if(policies.why_not_unsaid(words))
    return _judged("decline", policies.why_not_decline, viewer, at, key, words)


def sign_return(*, viewer: Viewer, at: datetime, key: UUID) -> Return:
    """The agency's lead signs it off: these are the agency's figures.

    Raises:
        RefusedError: they sent it themselves, or do not speak for the agency.
    """
    with writing(viewer=viewer, at=at, verb="returns.signed") as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_sign(viewer, of, sent_last(of)))
        move(of, "sign", (viewer, at), submission=sent_last(of))
        event.about(of, area=of.duty.area_id, feed=of.duty.feed)
    return of


def lock_return(*, viewer: Viewer, at: datetime, key: UUID) -> Return:
    """The return is locked, and the engine finds it at its next build.

    Its folder is written last: where that fails, nothing is locked.

    Raises:
        RefusedError: it is not signed, not theirs, or its rows about children have
            nothing left that they are shared under.
    """
    with writing(viewer=viewer, at=at, verb="returns.locked") as event:
        of = held(viewer, key)
        sent = sent_last(of)
        basis = queries.basis(viewer, of, sent, london_day(at))
        refuse_if(policies.why_not_lock(viewer, of, basis))
        assert sent is not None  # a signed return was sent
        sent.locked_by_id, sent.locked_at = viewer.who, at
        sent.save(update_fields=["locked_by", "locked_at"])
        move(of, "lock", (viewer, at), submission=sent)
        event.about(of, area=of.duty.area_id, feed=of.duty.feed, number=sent.number)
        _hand_over(of, sent, basis, london_day(at))
    return of


def restate_return(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Return:
    """A locked return is to be sent again, for a reason; what is locked stands till then.

    Raises:
        RefusedError: it is not locked, not theirs, or no reason is given.
    """
    refuse_if(policies.why_not_unsaid(words))
    return _judged("restate", policies.why_not_restate, viewer, at, key, words)


_VERBS = {
    "check": "returns.checked",
    "send_back": "returns.sent_back",
    "decline": "returns.declined",
    "restate": "returns.reopened",
}


def _judged(
    name: str,
    why_not: Callable[[Viewer, Return], str],
    viewer: Viewer,
    at: datetime,
    key: UUID,
    words: str,
) -> Return:
    with writing(viewer=viewer, at=at, verb=_VERBS[name]) as event:
        of = held(viewer, key)
        refuse_if(why_not(viewer, of))
        move(of, name, (viewer, at), words, sent_last(of))
        event.about(of, area=of.duty.area_id, feed=of.duty.feed)
    return of


def _hand_over(of: Return, sent: Submission, basis: str, day: date) -> None:
    duty = of.duty
    head = Head(
        feed=duty.feed,
        agency=duty.organisation.code,
        area=duty.area_id,
        period=of.period,
        extracted_on=max(day, of.last_on),
        agreement=basis,
        number=sent.number,
    )
    if duty.is_of_figures and not sent.files.filter(is_own_layout=True).exists():
        rows = [
            FigureRow(
                one.measure,
                Period(one.first_on, one.last_on),
                one.numerator,
                one.denominator,
            )
            for one in sent.figures.order_by("measure", "first_on", "last_on")
        ]
        files = {FIGURES: figures_csv(rows, duty.area_id)}
    elif sent.way == Way.NIL:
        files = nil_files(duty.feed)
    else:
        kept = list(sent.files.order_by("name", "id"))
        names = plain_names((one.name, one.kind) for one in kept)
        files = {
            name: home_files().read(one.file, sha256=one.sha256)
            for name, one in zip(names, kept, strict=True)
        }
    write_folder(Path(settings.KITH_HOME), head, files)
