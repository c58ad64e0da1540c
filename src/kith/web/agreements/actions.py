"""Every write of sharing: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.states.agreements import AGREEMENT, AgreementState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.agreements import policies
from kith.web.agreements.models import (
    AgreementStep,
    Override,
    SharingAgreement,
    Withholding,
)
from kith.web.bodies.queries import known_names
from kith.web.organisations.models import Area
from kith.web.ui.watched import signs


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class Terms:
    """What an agreement says. ``feeds`` are codes of feeds."""

    title: str
    purpose: str
    legal_basis: str
    fields: str
    controller: Organisation
    parties: Sequence[Organisation]
    areas: Sequence[Area]
    feeds: Sequence[str]
    first_on: date
    review_on: date
    last_on: date | None = None
    security: str = ""


@dataclass(frozen=True)
class Decided:
    """A controller's decision to share though no agreement holds."""

    controller: Organisation
    area: Area
    feed: str
    first_on: date
    last_on: date
    reason: str
    legal_basis: str


@dataclass(frozen=True)
class Withheld:
    """What is not shared, with whom, and why."""

    area: Area
    holder: Organisation
    asked_by: Organisation
    what: str
    reason: str
    decided_on: date
    follows: Withholding | None = None
    is_confirmed: bool = False


def draft_agreement(*, viewer: Viewer, at: datetime, terms: Terms) -> SharingAgreement:
    """An agreement is drafted; it holds once the controller agrees.

    Raises:
        RefusedError: not for an area that this viewer keeps, or it names no feed.
    """
    with writing(viewer=viewer, at=at, verb="agreements.drafted") as event:
        agreement = _drafted(viewer, at, terms)
        event.about(agreement, feeds=sorted(terms.feeds))
    return agreement


def change_agreement(
    *, viewer: Viewer, at: datetime, key: UUID, terms: Terms
) -> SharingAgreement:
    """A draft says this now.

    Raises:
        RefusedError: it is no draft any more, or not this viewer's to change.
    """
    with writing(viewer=viewer, at=at, verb="agreements.changed") as event:
        agreement = _locked(viewer, key)
        refuse_if(policies.why_not_change(viewer, agreement))
        refuse_if(policies.why_not_draft(viewer, _codes(terms), terms.feeds))
        refuse_if(policies.why_not_succeed(agreement, terms.controller.pk))
        for name in _OWN:
            setattr(agreement, name, getattr(terms, name))
        agreement.feeds = sorted(terms.feeds)
        agreement.save()
        agreement.parties.set(terms.parties)
        agreement.areas.set(terms.areas)
        _step(agreement, "change", viewer, at)
        event.about(agreement, feeds=agreement.feeds)
    return agreement


def agree_agreement(*, viewer: Viewer, at: datetime, key: UUID) -> SharingAgreement:
    """The controller agrees: it holds from its first day, and what it follows ends.

    Raises:
        RefusedError: this viewer does not speak for the controller, or it is no draft.
    """
    with writing(viewer=viewer, at=at, verb="agreements.agreed") as event:
        agreement = _locked(viewer, key)
        refuse_if(policies.why_not_agree(viewer, agreement))
        _move(agreement, "agree", viewer, at)
        if agreement.follows_id is not None:
            _succeed(agreement, viewer, at)
        event.about(agreement, feeds=agreement.feeds)
    return agreement


def review_agreement(
    *, viewer: Viewer, at: datetime, key: UUID, next_on: date, words: str
) -> SharingAgreement:
    """The controller has looked at it again: it stands until the next review."""
    with writing(viewer=viewer, at=at, verb="agreements.reviewed") as event:
        agreement = _locked(viewer, key)
        refuse_if(policies.why_not_review(viewer, agreement))
        refuse_if(policies.why_not_unsaid(words))
        agreement.review_on = next_on
        agreement.save(update_fields=["review_on"])
        _move(agreement, "review", viewer, at, words)
        event.about(agreement)
    return agreement


def renew_agreement(
    *, viewer: Viewer, at: datetime, key: UUID, last_on: date | None
) -> SharingAgreement:
    """What follows it is drafted from it; nothing changes until the controller agrees."""
    with writing(viewer=viewer, at=at, verb="agreements.renewed") as event:
        agreement = _locked(viewer, key)
        refuse_if(policies.why_not_renew(viewer, agreement))
        first = london_day(at)
        if agreement.last_on is not None and agreement.last_on >= first:
            first = agreement.last_on + timedelta(days=1)
        next_ = _drafted(
            viewer,
            at,
            Terms(
                **{name: getattr(agreement, name) for name in _CARRIED},
                parties=list(agreement.parties.all()),
                areas=list(agreement.areas.all()),
                first_on=first,
                last_on=last_on,
                review_on=first + timedelta(days=365),
            ),
            follows=agreement,
        )
        _step(agreement, "renew", viewer, at)
        event.about(next_, feeds=next_.feeds)
    return next_


def end_agreement(
    *, viewer: Viewer, at: datetime, key: UUID, words: str
) -> SharingAgreement:
    """The controller ends it, with the reason."""
    with writing(viewer=viewer, at=at, verb="agreements.ended") as event:
        agreement = _locked(viewer, key)
        refuse_if(policies.why_not_end(viewer, agreement))
        refuse_if(policies.why_not_unsaid(words))
        _move(agreement, "end", viewer, at, words)
        event.about(agreement, feeds=agreement.feeds)
    return agreement


def decide_override(*, viewer: Viewer, at: datetime, decided: Decided) -> Override:
    """A controller shares though no agreement holds, and says why and on what basis.

    Raises:
        RefusedError: this viewer does not speak for the controller.
    """
    with writing(viewer=viewer, at=at, verb="agreements.overridden") as event:
        refuse_if(
            policies.why_not_override(viewer, decided.area.pk, decided.controller.pk)
        )
        refuse_if(policies.why_not_unsaid(decided.reason))
        refuse_if(policies.why_not_unsaid(decided.legal_basis))
        override = Override.objects.create(
            **vars(decided), decided_by_id=viewer.who, decided_at=at
        )
        event.about(override, area=decided.area.pk, feed=decided.feed)
    return override


def record_withholding(
    *, viewer: Viewer, at: datetime, withheld: Withheld
) -> Withholding:
    """An organisation's decision not to share something is kept, with its reason.

    Raises:
        RefusedError: not theirs to record, or it looks as if it named somebody.
    """
    with writing(viewer=viewer, at=at, verb="agreements.withheld") as event:
        refuse_if(
            policies.why_not_withhold(viewer, withheld.area.pk, withheld.holder.pk)
        )
        refuse_if(policies.why_not_unsaid(withheld.reason))
        found = signs((withheld.what, withheld.reason), known_names(viewer))
        refuse_if(policies.why_not_named(found, is_confirmed=withheld.is_confirmed))
        # Held until the end: two recorded at once get two numbers.
        area = Area.objects.select_for_update().get(pk=withheld.area.pk)
        row = Withholding.objects.create(
            reference=next_reference(
                Withholding.objects.all(),
                "NOT-SHARED",
                _place(area),
                year=withheld.decided_on.year,
            ),
            area=area,
            holder=withheld.holder,
            asked_by=withheld.asked_by,
            what=withheld.what,
            reason=withheld.reason,
            decided_on=withheld.decided_on,
            follows=withheld.follows,
            signs=sorted({str(one.kind) for one in found}),
            recorded_by_id=viewer.who,
            recorded_at=at,
        )
        event.about(row, area=area.pk)
    return row


_OWN = (
    "title",
    "purpose",
    "legal_basis",
    "fields",
    "security",
    "controller",
    "first_on",
    "last_on",
    "review_on",
)
_CARRIED = (
    "title",
    "purpose",
    "legal_basis",
    "fields",
    "security",
    "controller",
    "feeds",
)


def _drafted(
    viewer: Viewer,
    at: datetime,
    terms: Terms,
    follows: SharingAgreement | None = None,
) -> SharingAgreement:
    codes = _codes(terms)
    refuse_if(policies.why_not_draft(viewer, codes, terms.feeds))
    # Held until the end: two that are drafted at once get two numbers.
    areas = Area.objects.select_for_update().filter(pk__in=codes).order_by("code")
    first = next(iter(areas))
    agreement = SharingAgreement.objects.create(
        reference=next_reference(
            SharingAgreement.objects.all(),
            "SHARING",
            _place(first),
            year=london_day(at).year,
        ),
        **{name: getattr(terms, name) for name in _OWN},
        feeds=sorted(terms.feeds),
        state=AgreementState.DRAFT,
        follows=follows,
        drafted_by_id=viewer.who,
        drafted_at=at,
    )
    agreement.parties.set(terms.parties)
    agreement.areas.set(terms.areas)
    _step(agreement, "draft", viewer, at)
    return agreement


def _succeed(agreement: SharingAgreement, viewer: Viewer, at: datetime) -> None:
    """What it follows ends the day before it begins, so that no day has none or two."""
    assert agreement.follows is not None  # asked by the caller
    before = SharingAgreement.objects.select_for_update().get(pk=agreement.follows.pk)
    last = agreement.first_on - timedelta(days=1)
    if before.last_on is None or before.last_on > last:
        before.last_on = max(last, before.first_on)
        before.save(update_fields=["last_on"])
    _step(before, "renew", viewer, at, f"Followed by {agreement.reference}.")


def _codes(terms: Terms) -> list[str]:
    return [one.code for one in terms.areas]


def _locked(viewer: Viewer, key: UUID) -> SharingAgreement:
    return locked(SharingAgreement.objects.visible_to(viewer), key)


def _move(
    agreement: SharingAgreement,
    move: str,
    viewer: Viewer,
    at: datetime,
    words: str = "",
) -> None:
    agreement.state = AGREEMENT.move(move).target
    agreement.save(update_fields=["state"])
    _step(agreement, move, viewer, at, words)


def _step(
    agreement: SharingAgreement,
    move: str,
    viewer: Viewer,
    at: datetime,
    words: str = "",
) -> None:
    AgreementStep.objects.create(
        agreement=agreement,
        number=agreement.steps.count() + 1,
        move=move,
        state=agreement.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )


def _place(area: Area) -> str:
    return "-".join(area.name.upper().replace("'", "").split())[:20]
