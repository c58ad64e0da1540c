"""Every read of sharing. The viewer comes first, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q

from kith.contracts.feeds import FEEDS
from kith.domain.rules.sharing import LAPSE_WARNINGS, Judgement, Term, judged
from kith.domain.rules.states.agreements import AgreementState
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.agreements.models import Override, SharingAgreement, Withholding
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.agreements.models import Agreements, AgreementStep


def visible_agreements(viewer: Viewer) -> Agreements:
    """Every agreement the viewer may see."""
    return (
        SharingAgreement.objects.visible_to(viewer)
        .select_related("controller", "follows", "followed_by")
        .prefetch_related("parties", "areas")
    )


def agreement(viewer: Viewer, key: UUID) -> SharingAgreement:
    """One agreement.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_agreements(viewer), key)


def story(viewer: Viewer, of: SharingAgreement) -> QuerySet[AgreementStep]:
    """The agreement's steps, oldest first."""
    return (
        agreement(viewer, of.pk)
        .steps.select_related("taken_by")
        .order_by("number", "id")
    )


def filtered(viewer: Viewer, *, words: str = "", state: str = "") -> Agreements:
    """The agreements that are asked for; those not ended where no state is said."""
    rows = visible_agreements(viewer)
    if state == "":
        rows = rows.exclude(state=AgreementState.ENDED)
    elif state != "ALL":
        rows = rows.filter(state=state)
    for word in words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(purpose__icontains=word))
    return rows.order_by(F("last_on").asc(nulls_last=True), "title", "id")


def register(viewer: Viewer) -> list[SharingAgreement]:
    """The register of flows: every agreement that holds or has held, for anybody.

    Public: purpose, basis, controller, feeds, fields and dates; no security detail.
    """
    if not viewer.may_see_published:
        return []
    return list(
        SharingAgreement.objects.exclude(state=AgreementState.DRAFT)
        .select_related("controller")
        .prefetch_related("parties", "areas")
        .defer("security")
        .order_by("title", "first_on", "id")
    )


def sharing_of(
    viewer: Viewer,
    feed: str,
    holder: Organisation,
    area: str,
    period: Period,
    day: date,
) -> Judgement:
    """Whether the holder's return of this feed may be taken in on the day.

    The holder is the agreement's controller or one of its parties. Asked for a viewer
    as everything is; what agreements name is no secret from whoever sends.
    """
    if not viewer.is_signed_in:
        return judged(is_child_level=True, terms=(), is_overridden=False, day=day)
    named = SharingAgreement.objects.live().filter(
        Q(controller=holder) | Q(parties=holder), areas=area
    )
    terms = [
        Term(one.first_on, one.last_on) for one in named.distinct() if feed in one.feeds
    ]
    overridden = _overrides_of(feed, holder, area, period)
    return judged(
        is_child_level=FEEDS[feed].child_level,
        terms=terms,
        is_overridden=overridden.exists(),
        day=day,
    )


def basis_of(
    viewer: Viewer,
    feed: str,
    holder: Organisation,
    area: str,
    period: Period,
    day: date,
) -> str:
    """What a return's head says it is shared under; empty where nothing held on the day."""
    if not viewer.is_signed_in:
        return ""
    named = (
        SharingAgreement.objects.live()
        .filter(Q(controller=holder) | Q(parties=holder), areas=area)
        .distinct()
        .order_by("-first_on", "id")
    )
    for one in named:
        if feed in one.feeds and Term(one.first_on, one.last_on).holds_on(day):
            return f"{one.reference}: {one.title}"
    found = _overrides_of(feed, holder, area, period)
    decided = found.order_by("-decided_at", "id").first()
    return f"Decision of the controller: {decided.legal_basis}" if decided else ""


def _overrides_of(
    feed: str, holder: Organisation, area: str, period: Period
) -> QuerySet[Override]:
    """The holder's decisions to share the feed, that reach over the whole period."""
    return Override.objects.filter(
        controller=holder,
        area=area,
        feed=feed,
        first_on__lte=period.first,
        last_on__gte=period.last,
    )


def overrides(viewer: Viewer) -> QuerySet[Override]:
    """The decisions to share without an agreement, in the viewer's areas."""
    return (
        Override.objects.filter(area__in=viewer.areas(P.AGREEMENT_SEE))
        .select_related("controller", "area", "decided_by")
        .order_by("-decided_at", "id")
    )


def withholdings(viewer: Viewer) -> QuerySet[Withholding]:
    """The decisions not to share that the viewer may see, the latest first.

    Those of the organisations for which the viewer speaks; the whole area's, to whoever
    oversees it.
    """
    held = viewer.areas(P.WITHHOLDING_SEE)
    mine = spoken_for(viewer) if held else frozenset()
    overseen = viewer.areas(P.WITHHOLDING_OVERSEE)
    return (
        Withholding.objects.filter(
            Q(holder__in=mine, area__in=held) | Q(area__in=overseen)
        )
        .select_related("area", "holder", "asked_by", "recorded_by", "follows")
        .order_by("-decided_on", "-recorded_at", "id")
    )


def ending(viewer: Viewer, day: date) -> list[SharingAgreement]:
    """Live agreements that lapse soon, have lapsed, or whose review is due."""
    near = day + max(LAPSE_WARNINGS)
    return list(
        visible_agreements(viewer)
        .live()
        .filter(Q(last_on__lte=near) | Q(review_on__lte=day), followed_by__isnull=True)
        .order_by("last_on", "id")
    )


def waiting_for_agreement(viewer: Viewer) -> list[SharingAgreement]:
    """Drafts that wait for a controller for whom this viewer speaks."""
    return list(
        visible_agreements(viewer)
        .filter(
            state=AgreementState.DRAFT,
            controller__in=spoken_for(viewer),
            areas__in=viewer.areas(P.AGREEMENT_AGREE),
        )
        .distinct()
        .order_by("drafted_at", "id")
    )


def areas_to_draft_for(viewer: Viewer) -> QuerySet[Area]:
    """The areas whose agreements this viewer keeps."""
    return Area.objects.filter(code__in=viewer.areas(P.AGREEMENT_EDIT)).order_by(
        "name", "code"
    )


def areas_of(viewer: Viewer, permission: P) -> QuerySet[Area]:
    """The areas for which this viewer holds the permission."""
    return Area.objects.filter(code__in=viewer.areas(permission)).order_by(
        "name", "code"
    )


def organisations_there(viewer: Viewer, on: date) -> QuerySet[Organisation]:
    """The organisations that serve the viewer's areas on the day."""
    return Organisation.objects.covering(viewer.areas(P.AGREEMENT_SEE), on).order_by(
        "name", "id"
    )


def mine(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations for which this viewer speaks."""
    return Organisation.objects.filter(pk__in=spoken_for(viewer)).order_by("name", "id")
