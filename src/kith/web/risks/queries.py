"""Every read of risks. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Prefetch, Q

from kith.domain.rules.risk_levels import BANDS, Level
from kith.domain.rules.states.risks import RiskState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.models import Body, Seat
from kith.web.organisations.models import Organisation
from kith.web.risks.models import Control, Raising, Review, Risk, Risks


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.risks.models import Evidence, RiskStep


def visible_risks(viewer: Viewer) -> Risks:
    """Every risk the viewer may see, with what a list shows of each."""
    return Risk.objects.visible_to(viewer).select_related(
        "body", "tier", "owner", "owner_organisation"
    )


def risk(viewer: Viewer, key: UUID) -> Risk:
    """One risk.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_risks(viewer).select_related("tier__parent"), key)


def bodies_to_record_in(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies in which this viewer may record a risk."""
    return Body.objects.filter(
        pk__in=viewer.bodies(P.RISK_RAISE), closed_on__isnull=True
    ).order_by("name", "id")


def bodies_with_risks(viewer: Viewer) -> QuerySet[Body]:
    """The bodies that hold or recorded a risk that this viewer sees, for the filter."""
    seen = Risk.objects.visible_to(viewer)
    return Body.objects.filter(
        Q(pk__in=seen.values("body")) | Q(pk__in=seen.values("tier"))
    ).order_by("name", "id")


def possible_owners(viewer: Viewer) -> QuerySet[Person]:
    """The people who sit in a body where this viewer may record a risk."""
    seats = Seat.objects.filter(
        body__in=viewer.bodies(P.RISK_RAISE) | viewer.bodies(P.RISK_EDIT)
    )
    return Person.objects.filter(
        Q(pk__in=seats.values("person")) | Q(pk=viewer.person), is_active=True
    ).order_by("name", "id")


def possible_owner_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations that sit in a body where this viewer may record a risk."""
    seats = Seat.objects.filter(body__in=viewer.bodies(P.RISK_RAISE))
    return Organisation.objects.filter(pk__in=seats.values("organisation")).order_by(
        "name", "id"
    )


def story(viewer: Viewer, of: Risk) -> QuerySet[RiskStep]:
    """The risk's steps, oldest first."""
    shown = risk(viewer, of.pk)
    return shown.steps.select_related("taken_by", "body").order_by("number", "id")


def reviews(viewer: Viewer, of: Risk) -> QuerySet[Review]:
    """The risk's dated reviews, oldest first."""
    shown = risk(viewer, of.pk)
    return shown.reviews.select_related("reviewed_by").order_by("number", "id")


def controls(viewer: Viewer, of: Risk) -> QuerySet[Control]:
    """The risk's controls, in the order in which they came."""
    shown = risk(viewer, of.pk)
    return shown.controls.select_related("owner").order_by("added_at", "id")


def control(viewer: Viewer, of: Risk, key: UUID) -> Control:
    """One control of the risk.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(controls(viewer, of), key)


def evidence(viewer: Viewer, of: Risk) -> QuerySet[Evidence]:
    """What shows how large the risk is."""
    shown = risk(viewer, of.pk)
    return shown.evidence.select_related("added_by").order_by("added_at", "id")


def raisings(viewer: Viewer, of: Risk) -> QuerySet[Raising]:
    """Every time the risk went up, with the reply and who has seen it."""
    shown = risk(viewer, of.pk)
    return (
        shown.raisings.select_related(
            "risk", "from_body", "to_body", "raised_by", "replied_by"
        )
        .prefetch_related("seen__seen_by")
        .order_by("number", "id")
    )


def replies_due(viewer: Viewer) -> QuerySet[Raising]:
    """Risks raised to bodies for which this viewer may reply, the most urgent first."""
    return (
        Raising.objects.filter(
            reply="",
            to_body__in=viewer.bodies(P.RISK_REPLY),
            risk__in=Risk.objects.visible_to(viewer),
        )
        .select_related("risk", "to_body", "from_body")
        .order_by("reply_due_on", "id")
    )


def owned_and_live(viewer: Viewer) -> Risks:
    """What this viewer owns, the next review first."""
    return (
        visible_risks(viewer)
        .live()
        .filter(owner=viewer.person)
        .order_by("review_on", "id")
    )


def held_by(viewer: Viewer, person: UUID, body: UUID | None) -> Risks:
    """The live risks that somebody owns (in a body), as far as this viewer may see."""
    rows = visible_risks(viewer).live().filter(owner=person)
    if body is not None:
        rows = rows.filter(Q(body=body) | Q(tier=body))
    return rows.order_by("review_on", "id")


def raised_to(viewer: Viewer, body: UUID) -> QuerySet[Raising]:
    """Risks that were raised to a body, newest first, for its next agenda."""
    return (
        Raising.objects.filter(
            to_body=body,
            reply="",
            risk__state=RiskState.RAISED,
            risk__in=Risk.objects.visible_to(viewer),
        )
        .select_related("risk", "from_body", "raised_by")
        .order_by("-raised_at", "id")
    )


@dataclass(frozen=True)
class Asked:
    """What somebody asks of the list; empty means no matter."""

    words: str = ""
    body: Body | None = None
    state: str = ""
    level: str = ""
    mine: str = ""


def filtered(viewer: Viewer, asked: Asked) -> Risks:
    """The risks that are asked for, the largest first."""
    rows = visible_risks(viewer).annotate(product=F("now_likelihood") * F("now_impact"))
    if asked.state == "":
        rows = rows.live()
    elif asked.state != "ALL":
        rows = rows.filter(state=asked.state)
    if asked.body is not None:
        rows = rows.filter(Q(body=asked.body) | Q(tier=asked.body))
    if asked.mine:
        rows = rows.filter(owner=viewer.person)
    if asked.level:
        least, most = _edges(Level[asked.level])
        rows = rows.filter(product__gte=least, product__lte=most)
    for word in asked.words.split():
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(cause__icontains=word)
            | Q(event__icontains=word)
            | Q(effect__icontains=word)
            | Q(reference__icontains=word)
        )
    return rows.order_by("-product", "review_on", "id")


def with_reviews(viewer: Viewer, rows: Risks) -> Risks:
    """The same rows with their reviews, for the trend; one query more in all."""
    return rows.filter(pk__in=Risk.objects.visible_to(viewer)).prefetch_related(
        Prefetch(
            "reviews", Review.objects.order_by("number", "id"), to_attr="looked_at"
        )
    )


def _edges(level: Level) -> tuple[int, int]:
    least = 1
    for most, one in BANDS:
        if one is level:
            return least, most
        least = most + 1
    raise KeyError(level)
