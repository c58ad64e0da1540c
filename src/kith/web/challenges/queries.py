"""Every read of challenges. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Q, Subquery

from kith.domain.rules.states.challenges import ChallengeState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.models import Seat
from kith.web.bodies.queries import spoken_for
from kith.web.challenges.models import (
    Challenge,
    ChallengeRung,
    Challenges,
)
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.challenges.models import ChallengeStep


def visible_challenges(viewer: Viewer) -> Challenges:
    """Every challenge the viewer may see, with when the reply is due."""
    due = ChallengeRung.objects.filter(challenge=OuterRef("pk"), answer="")
    return (
        Challenge.objects.visible_to(viewer)
        .select_related(
            "area", "raised_by_organisation", "about_organisation", "raised_by"
        )
        .annotate(due_on=Subquery(due.values("due_on")[:1]))
    )


def challenge(viewer: Viewer, key: UUID) -> Challenge:
    """One challenge.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_challenges(viewer), key)


def rungs(viewer: Viewer, of: Challenge) -> QuerySet[ChallengeRung]:
    """The rungs that the challenge has reached, from the first."""
    shown = challenge(viewer, of.pk)
    return shown.rungs.select_related("asked", "reached_by", "answered_by").order_by(
        "reached_at", "id"
    )


def story(viewer: Viewer, of: Challenge) -> QuerySet[ChallengeStep]:
    """The challenge's steps, oldest first."""
    shown = challenge(viewer, of.pk)
    return shown.steps.select_related("taken_by").order_by("number", "id")


def possible_raisers(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations for which this viewer may raise a challenge."""
    rows = Organisation.objects.filter(last_on__isnull=True)
    if not viewer.may(P.CHALLENGE_CLOSE):
        rows = rows.filter(pk__in=spoken_for(viewer))
    return rows.order_by("name", "id")


def possible_addressees(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations of the viewer's areas, and those that sit with them."""
    areas = possible_areas(viewer)
    seats = Seat.objects.filter(body__areas__in=areas)
    return (
        Organisation.objects.filter(
            Q(footprints__area__in=areas) | Q(pk__in=seats.values("organisation")),
            last_on__isnull=True,
        )
        .distinct()
        .order_by("name", "id")
    )


def possible_areas(viewer: Viewer) -> QuerySet[Area]:
    """The areas in which this viewer may raise a challenge."""
    bodies = viewer.bodies(P.CHALLENGE_RAISE)
    return (
        Area.objects.filter(
            Q(pk__in=viewer.areas(P.CHALLENGE_RAISE)) | Q(bodies__in=bodies)
        )
        .distinct()
        .order_by("name", "code")
    )


def possible_asked(viewer: Viewer, of: Challenge) -> QuerySet[Person]:
    """The people who work or sit for the organisation that it is about."""
    shown = challenge(viewer, of.pk)
    return (
        Person.objects.filter(
            Q(seats__organisation=shown.about_organisation)
            | Q(employments__organisation=shown.about_organisation),
            is_active=True,
        )
        .distinct()
        .order_by("name", "id")
    )


@dataclass(frozen=True)
class Asked:
    """What somebody asks of the list; empty means no matter."""

    words: str = ""
    state: str = ""
    rung: str = ""


def filtered(viewer: Viewer, asked: Asked) -> Challenges:
    """The challenges that are asked for, those with a reply due first."""
    rows = visible_challenges(viewer)
    if asked.state == "":
        rows = rows.exclude(state=ChallengeState.CLOSED)
    elif asked.state != "ALL":
        rows = rows.filter(state=asked.state)
    if asked.rung:
        rows = rows.filter(rung=asked.rung)
    for word in asked.words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(what__icontains=word))
    return rows.order_by("due_on", "-raised_at", "id")


def awaiting(viewer: Viewer) -> list[ChallengeRung]:
    """Rungs that wait for a reply, of challenges this viewer sees, soonest first."""
    return list(
        ChallengeRung.objects.filter(
            answer="",
            challenge__in=Challenge.objects.visible_to(viewer).filter(
                state=ChallengeState.AWAITING
            ),
        )
        .select_related("challenge__about_organisation", "challenge__area", "challenge")
        .order_by("due_on", "id")
    )


def mine_to_move(viewer: Viewer) -> Challenges:
    """Answered challenges that this viewer raised: resolved, or one rung up?"""
    return (
        visible_challenges(viewer)
        .filter(state=ChallengeState.ANSWERED, raised_by=viewer.person)
        .order_by("raised_at", "id")
    )


def to_learn_from(viewer: Viewer) -> Challenges:
    """Ended challenges whose learning this viewer still has to write down."""
    return (
        visible_challenges(viewer)
        .filter(
            state__in=[ChallengeState.RESOLVED, ChallengeState.WITHDRAWN],
            area__in=viewer.areas(P.CHALLENGE_CLOSE),
        )
        .order_by("raised_at", "id")
    )


def held_by(viewer: Viewer, person: UUID) -> Challenges:
    """Challenges under way that somebody raised or is asked in."""
    return (
        visible_challenges(viewer)
        .under_way()
        .filter(
            Q(raised_by=person)
            | Q(
                pk__in=ChallengeRung.objects.filter(asked=person, answer="").values(
                    "challenge"
                )
            )
        )
        .order_by("raised_at", "id")
    )
