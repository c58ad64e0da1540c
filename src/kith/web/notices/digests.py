"""The digest: one nudge a person, when something waits for them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings

from kith.domain.vocabulary.moments import london_day
from kith.web.access.models import Person, RoleHolding
from kith.web.access.viewing import viewer_for
from kith.web.home.queries import what_waits
from kith.web.notices import policies
from kith.web.notices.actions import notify
from kith.web.notices.models import DigestChoice, NeedStanding, NoticeKind, Rhythm
from kith.web.notices.work import CLOCKS, enqueue_once


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from kith.web.home.noun import Need


DIGESTS, DIGEST = "notices.digests", "notices.digest"


class NotAskedError(RuntimeError):
    """Some nouns could not say what waits, so it is not known that nothing does."""


def start_digests(arguments: dict[str, str], *, at: datetime) -> None:  # noqa: ARG001 - the protocol
    """Everybody with a sign-in is looked at, each in a piece of work of their own.

    Those whom a lead counts on come first, so that the lead's look knows of theirs.
    """
    today = london_day(at)
    first = set(
        RoleHolding.objects.filter(role__in=policies.BEFORE_A_LEAD).values_list(
            "person", flat=True
        )
    )
    people = Person.objects.filter(is_active=True).order_by("pk")
    keys = list(people.values_list("pk", flat=True))
    for person in sorted(keys, key=lambda one: one not in first):
        enqueue_once(
            kind=DIGEST,
            key=f"{DIGEST} {person} {today.isoformat()}",
            at=CLOCKS.real(),
            arguments={"person": str(person)},
        )


def look_for(arguments: dict[str, str], *, at: datetime) -> None:
    """One person is nudged, if something waits, it is their day and they are there.

    Raises:
        NotAskedError: nothing is known to wait, but not everything answered.
    """
    person = Person.objects.filter(pk=arguments["person"], is_active=True).first()
    if person is None:
        return
    today = london_day(at)
    viewer = viewer_for(person, day=today, real_time_at=CLOCKS.real(), origin="task")
    waiting = what_waits(viewer, today=today)
    since = _standing(person, waiting.needs, today, is_whole=not waiting.unasked)
    if policies.is_away(person.away_first_on, person.away_last_on, today):
        return
    if not policies.is_digest_day(_rhythm(person), today):
        return
    told = set(since)
    if policies.is_lead(viewer):
        told = _ripe(person, since, today)
    if told:
        notify(at=at, person=person.pk, kind=NoticeKind.DIGEST, mark=today.isoformat())
    elif waiting.unasked:
        raise NotAskedError


def _rhythm(person: Person) -> str:
    chosen = DigestChoice.objects.filter(person=person).first()
    return chosen.rhythm if chosen else Rhythm.DAILY


def mark_of(need: Need) -> str:
    """The same for everybody who has it before them, and telling nothing."""
    return sha256(f"{need.noun} {need.url}".encode()).hexdigest()


def _standing(
    person: Person, needs: Iterable[Need], today: date, *, is_whole: bool
) -> dict[str, date]:
    """Since when each thing has waited for the person; what is done is forgotten."""
    marks = {mark_of(one) for one in needs}
    known = NeedStanding.objects.filter(person=person)
    if is_whole:
        known.exclude(mark__in=marks).delete()
    since = dict(known.filter(mark__in=marks).values_list("mark", "first_on"))
    new = sorted(marks - since.keys())
    NeedStanding.objects.bulk_create(
        (NeedStanding(person=person, mark=one, first_on=today) for one in new),
        ignore_conflicts=True,
    )
    return {**dict.fromkeys(new, today), **since}


def _ripe(person: Person, since: dict[str, date], today: date) -> set[str]:
    """What a lead may be nudged of: what has stood with others first."""
    others: dict[str, list[date]] = {}
    before = RoleHolding.objects.standing_on(today).filter(
        role__in=policies.BEFORE_A_LEAD
    )
    seen = NeedStanding.objects.filter(
        mark__in=list(since), person__in=before.values("person")
    ).exclude(person=person)
    for mark, first_on in seen.values_list("mark", "first_on"):
        others.setdefault(mark, []).append(first_on)
    return {
        mark
        for mark, first_on in since.items()
        if policies.is_for_lead_yet(
            others.get(mark, ()),
            first_on,
            today=today,
            wait_days=settings.KITH_LEAD_WAITS_DAYS,
        )
    }
