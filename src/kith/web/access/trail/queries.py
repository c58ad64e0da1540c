"""Every read of the trail. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q
from django.http import Http404

from kith.domain.rules.unusual_reading import (
    Alert,
    Conflict,
    Reading,
    ReadingLimits,
    alerts,
)
from kith.domain.vocabulary.moments import LONDON
from kith.web.access.models import ConflictBlock
from kith.web.access.origins import BY_PROGRAM
from kith.web.access.permissions import Permission as P
from kith.web.access.records import place_of, places_of
from kith.web.access.refusals import one_or_404
from kith.web.access.trail.policies import why_not_see_lookers
from kith.web.access.viewer import CaseKey
from kith.web.audit.models import Event, LookedInto, Touched


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


LOOKS = ("read", "searched", "exported", "printed", "downloaded", "opened_in_emergency")
"""The ends of verbs that are reading, not writing."""

LOOKED_BACK = timedelta(days=30)
"""How far back unusual reading is sought."""


@dataclass(frozen=True)
class Asked:
    """What the list of events is narrowed to."""

    person: UUID | None = None
    noun: str = ""
    verb: str = ""
    first_on: date | None = None
    last_on: date | None = None

    @property
    def named(self) -> list[str]:
        """Which filters were set, for the trail: their names alone."""
        return [name for name, value in vars(self).items() if value]


def of_looking() -> Q:
    """Events that are reading."""
    found = Q()
    for end in LOOKS:
        found |= Q(verb__endswith=f".{end}")
    return found


def visible_events(viewer: Viewer) -> QuerySet[Event]:
    """Events of the areas and groups whose trail this viewer keeps.

    What a conflict closes to them stays closed here too.
    """
    found = Event.objects.filter(
        Q(area__in=viewer.areas(P.AUDIT_SEE)) | Q(body__in=viewer.bodies(P.AUDIT_SEE))
    )
    for case in viewer.blocked:
        touched = Touched.objects.filter(noun=case.noun, key=case.key)
        found = found.exclude(noun=case.noun, key=case.key).exclude(
            pk__in=touched.values("event")
        )
    return found


def own_events(viewer: Viewer) -> QuerySet[Event]:
    """What this viewer did and read."""
    return Event.objects.filter(actor_person=viewer.who)


def narrowed(viewer: Viewer, events: QuerySet[Event], asked: Asked) -> QuerySet[Event]:
    """Those that answer to every filter, the newest first."""
    del viewer  # what they may see was decided where the events came from
    if asked.person:
        events = events.filter(actor_person=asked.person)
    if asked.noun:
        events = events.filter(noun=asked.noun)
    if asked.verb:
        looking = of_looking()
        events = events.filter(looking if asked.verb == "looks" else ~looking)
    if asked.first_on:
        events = events.filter(at__gte=_start(asked.first_on))
    if asked.last_on:
        events = events.filter(at__lt=_start(asked.last_on + timedelta(days=1)))
    return events.order_by("-sequence")


def event(viewer: Viewer, key: UUID) -> Event:
    """One event, the viewer's own or of a trail they keep.

    Raises:
        Http404: not there, or not theirs.
    """
    mine = own_events(viewer).filter(pk=key).first()
    return mine or one_or_404(visible_events(viewer), key)


def record_place(viewer: Viewer, noun: str, key: UUID) -> RecordPlace:
    """The record whose lookers this viewer may see.

    Raises:
        Http404: not there, or not theirs to ask about.
    """
    place = place_of(CaseKey(noun, key))
    if place is None or why_not_see_lookers(viewer, place):
        raise Http404("no such record for this viewer")
    return place


def who_has_looked(viewer: Viewer, noun: str, key: UUID) -> QuerySet[Event]:
    """Every reading of one record, the newest first.

    Raises:
        Http404: not there, or not theirs to ask about.
    """
    return all_about(viewer, noun, key).filter(of_looking())


def all_about(viewer: Viewer, noun: str, key: UUID) -> QuerySet[Event]:
    """Every event of one record, the newest first, conflicts named on it left out.

    Raises:
        Http404: not there, or not theirs to ask about.
    """
    record_place(viewer, noun, key)
    touched = Touched.objects.filter(noun=noun, key=key)
    return (
        Event.objects.filter(Q(noun=noun, key=key) | Q(pk__in=touched.values("event")))
        .exclude(verb__startswith="conflicts.")
        .order_by("-sequence")
    )


def places_of_events(viewer: Viewer, events: list[Event]) -> dict[CaseKey, RecordPlace]:
    """The records of these events, but for those that a conflict closes."""
    cases = {CaseKey(one.noun, one.key) for one in events if one.key is not None}
    return places_of(cases - viewer.blocked)


def nouns_seen(viewer: Viewer) -> list[str]:
    """The nouns that the viewer's trail speaks of."""
    found = visible_events(viewer).order_by("noun").values_list("noun", flat=True)
    return list(found.distinct())


def unusual_reading(viewer: Viewer, *, at: datetime) -> list[Alert]:
    """Questions that recent reading raises in the viewer's areas, the newest first.

    Of people's reading: a program reads many at once, and at night, by design, and its
    token reaches no further than its own organisation's returns.
    """
    recent = (
        visible_events(viewer)
        .filter(of_looking(), at__gte=at - LOOKED_BACK, actor_person__isnull=False)
        .exclude(origin__startswith=BY_PROGRAM)
        .order_by("sequence")
    )
    named = ConflictBlock.objects.filter(named_at__gte=at - 2 * LOOKED_BACK)
    blocks = [one for one in named if CaseKey(one.noun, one.key) not in viewer.blocked]
    places = places_of(CaseKey(one.noun, one.key) for one in blocks)
    conflicts = [
        Conflict(one.person_id, str(place.body or place.area), one.named_at)
        for one in blocks
        if (place := places.get(CaseKey(one.noun, one.key)))
    ]
    limits = ReadingLimits.told(getattr(settings, "KITH_UNUSUAL_READING", ""))
    # A clock that stands still gives every page of the site the moment that it gives
    # this one; what the example did on its own days bears other moments.
    still = at if settings.KITH_CLOCK else None
    readings = (_reading(one, still) for one in recent.iterator())
    return alerts(readings, conflicts, limits)


def alert(viewer: Viewer, key: str, *, at: datetime) -> Alert:
    """One question of those.

    Raises:
        Http404: it is not raised, or not in this viewer's areas.
    """
    for one in unusual_reading(viewer, at=at):
        if one.key == key:
            return one
    raise Http404("no such question for this viewer")


def looked_into(viewer: Viewer, found: list[Alert]) -> dict[str, LookedInto]:
    """What was found out about each of these, the latest word."""
    del viewer  # the questions themselves were this viewer's
    rows = LookedInto.objects.filter(alert__in=[one.key for one in found])
    return {one.alert: one for one in rows.order_by("at", "id")}


def _reading(event: Event, still: datetime | None) -> Reading:
    assert event.actor_person is not None
    count = event.details.get("count", 1)
    return Reading(
        sequence=event.sequence,
        person=event.actor_person,
        name=event.actor_name,
        at=event.at,
        count=count if isinstance(count, int) else 1,
        place=str(event.body or event.area),
        is_outside=bool(event.details.get("outside")),
        is_timed=event.at != still,
    )


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=LONDON)
