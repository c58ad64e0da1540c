"""Events in words. What a person wrote is never among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.unusual_reading import WORDS
from kith.domain.vocabulary.moments import say_moment
from kith.web.access.naming import area_names, body_names
from kith.web.access.permissions import Permission as P
from kith.web.access.records import kinds, place_of
from kith.web.access.trail.policies import why_not_see_lookers
from kith.web.access.viewer import CaseKey
from kith.web.ui.cells import csv_text


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from kith.domain.rules.unusual_reading import Alert
    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer
    from kith.web.audit.models import Event, LookedInto


def looked_at(viewer: Viewer, noun: str, key: UUID) -> str:
    """Where it says who has looked at a record; empty for those whom that page would
    turn away."""
    place = place_of(CaseKey(noun, key))
    if place is None or why_not_see_lookers(viewer, place):
        return ""
    return reverse("audit:of_record", args=[noun, key])


@dataclass(frozen=True)
class EventLine:
    """An event as a list shows it."""

    sequence: int
    when: str
    who: str
    what: str
    record: str
    record_url: str
    where: str
    why: str
    url: str


@dataclass(frozen=True)
class AlertLine:
    """A question about reading, and what was found out."""

    what: str
    who: str
    when: str
    count: str
    url: str
    words: str
    by: str
    tone: str
    state: str


BESIDE: tuple[tuple[str, str, P | None], ...] = (
    ("emergencies:open", "Open a record in an emergency", P.BREAK_GLASS_OPEN),
    ("emergencies:list", "Opened in an emergency", P.BREAK_GLASS_REVIEW),
    ("conflicts:list", "Conflicts of interest", P.CONFLICT_NAME),
    ("delegations:list", "Standing in", None),
    ("matrix:page", "Who may reach what", P.ACCESS_MATRIX_SEE),
)
"""The pages of access that stand beside the trail, and for whom."""


def beside(viewer: Viewer) -> list[tuple[str, str]]:
    """Those of them that this viewer may open."""
    return [
        (route, words)
        for route, words, needed in BESIDE
        if needed is None or viewer.may(needed)
    ]


def what_happened(verb: str) -> str:
    """``actions.due_changed`` as people read it: "Actions: due changed"."""
    noun, _, done = verb.partition(".")
    return f"{noun_words(noun)}: {done.replace('_', ' ')}" if done else noun_words(noun)


NOUNS = {
    "access": "People and access",
    "api": "Tokens for programs",
    "arrivals": "Moving in",
    "bodies": "Groups",
    "groups": "Meetings",
}
"""Nouns whose room has another name than its pages: these say what the pages say."""


SEVERAL_KINDS = {"groups": "Meeting or decision"}
"""Rooms that keep more than one kind of record, where the event's own is not found."""


def noun_words(noun: str) -> str:
    """A noun's name as a word, as the navigation says it."""
    if noun in NOUNS:
        return NOUNS[noun]
    return noun.replace("_", " ").capitalize() or "The platform"


def noun_choices(nouns: Iterable[str]) -> list[tuple[str, str]]:
    """The nouns to choose from."""
    return [(one, noun_words(one)) for one in nouns if one]


def lines(
    events: Sequence[Event], places: Mapping[CaseKey, RecordPlace]
) -> list[EventLine]:
    """A page of events, with names found in two queries."""
    bodies = body_names(one.body for one in events if one.body)
    areas = area_names(one.area for one in events if one.area)
    made = []
    for one in events:
        place = places.get(CaseKey(one.noun, one.key)) if one.key else None
        where = bodies.get(one.body, "") if one.body else areas.get(one.area, "")
        made.append(
            EventLine(
                sequence=one.sequence,
                when=say_moment(one.at),
                who=who_did(one),
                what=what_happened(one.verb),
                record=place.reference if place else _counted(one),
                record_url=place.url if place else "",
                where=where,
                why=one.purpose,
                url=reverse("audit:event", args=[one.pk]),
            )
        )
    return made


def who_did(event: Event) -> str:
    """The name, and whose place was taken."""
    if event.acting_for:
        return f"{event.actor_name}, for {event.acting_for}"
    return event.actor_name


def facts(event: Event, line: EventLine) -> list[tuple[str, str]]:
    """One event in full: names of fields and counts, never what they say."""
    rows = [
        ("When", line.when),
        ("Who", line.who),
        ("What", line.what),
        ("Record", line.record),
        ("Where", line.where),
        ("For what", line.why),
        ("From", event.origin),
        ("Fields", ", ".join(_field_names(event.details))),
        ("Number in the chain", f"{event.sequence:,}"),
        ("Digest", event.digest),
    ]
    return [(name, said) for name, said in rows if said]


def alert_lines(
    found: Iterable[Alert], answered: Mapping[str, LookedInto]
) -> list[AlertLine]:
    """Each question, with the last word on it."""
    made = []
    for one in found:
        note = answered.get(one.key)
        made.append(
            AlertLine(
                what=WORDS[one.why],
                who=one.name,
                when=say_moment(one.at),
                count="1 record" if one.count == 1 else f"{one.count:,} records",
                url=reverse("audit:look_into", args=[one.key]),
                words=note.words if note else "",
                by=f"{note.by_name}, {say_moment(note.at)}" if note else "",
                tone="done" if note else "attention",
                state="Looked into" if note else "To look into",
            )
        )
    return made


def csv_of(rows: Iterable[EventLine], notice: str) -> str:
    """The same list as a file for a spreadsheet."""
    head = ("number", "when", "who", "what", "record", "where", "for what")
    told = (
        (str(one.sequence), one.when, one.who, one.what, one.record, one.where, one.why)
        for one in rows
    )
    return csv_text(head, told, notice=notice)


def _field_names(details: Mapping[str, object]) -> Iterator[str]:
    named = details.get("fields")
    if isinstance(named, list):
        yield from (str(one) for one in named)
    for name, value in details.items():
        if name == "fields":
            continue
        if isinstance(value, int) and not isinstance(value, bool):
            yield f"{name.replace('_', ' ')} ({value:,})"
        else:
            yield name.replace("_", " ")


def _counted(event: Event) -> str:
    count = event.details.get("count")
    if not isinstance(count, int) or event.key is not None:
        named = {one.noun: one.kind for one in kinds()} | SEVERAL_KINDS
        return named.get(event.noun, "") if event.key else ""
    return "1 record" if count == 1 else f"{count:,} records"
