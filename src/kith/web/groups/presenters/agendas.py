"""Agendas in words: each line as its reader sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.markings import WORDS, Marking
from kith.web.groups.models import Purpose


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from kith.web.groups.models import AgendaItem, Interest, ItemPaper
    from kith.web.groups.policies.quorum import RegisterLine
    from kith.web.groups.queries.agendas import AgendaLine


@dataclass(frozen=True)
class Paper:
    """A paper of an item."""

    title: str
    url: str
    is_late: bool


@dataclass(frozen=True)
class AgendaRow:
    """A line of the agenda. ``gone`` says why there is nothing to read."""

    number: int
    gone: str = ""
    item: AgendaItem | None = None
    facts: str = ""
    marking: str = ""
    papers: list[Paper] = field(default_factory=list)
    paper_owed: str = ""
    interests: list[str] = field(default_factory=list)


def rows(
    lines: Iterable[AgendaLine],
    papers: Mapping[UUID, Sequence[ItemPaper]],
    interests: Sequence[Interest] = (),
) -> list[AgendaRow]:
    """The agenda's lines in words."""
    return [_row(one, papers, interests) for one in lines]


def minutes_in_all(lines: Iterable[AgendaLine]) -> int:
    """How long the items take together, as far as the reader sees them."""
    return sum(
        one.item.minutes_allowed
        for one in lines
        if one.item and not one.item.is_withdrawn
    )


def interest_words(interest: Interest) -> str:
    """Whose interest, of which kind, and what followed."""
    followed = interest.get_outcome_display() if interest.outcome else "to be ruled on"
    nature = interest.get_nature_display()
    return (
        f"{interest.person.name}, {nature[:1].lower()}{nature[1:]} ({followed.lower()})"
    )


def attendance_words(line: RegisterLine) -> str:
    """How a seat was filled, in words."""
    known = line.attendance
    if known is None:
        return "Not said yet"
    if not known.has_substitute:
        return known.get_presence_display()
    stood_in = known.substitute.name if known.substitute else known.substitute_name
    return f"{stood_in} stood in: {known.get_presence_display().lower()}"


def holder(line: RegisterLine) -> str:
    """Who holds a seat, and for whom."""
    seat = line.seat
    who = seat.person.name if seat.person else "Vacant"
    return f"{who}, {seat.organisation.name}" if seat.organisation else who


def _row(
    line: AgendaLine,
    papers: Mapping[UUID, Sequence[ItemPaper]],
    interests: Sequence[Interest],
) -> AgendaRow:
    item = line.item
    if item is None:
        return AgendaRow(line.number, gone="No longer on this agenda")
    declared = [interest_words(one) for one in interests if one.item_id == item.pk]
    if line.is_conflicted:
        return AgendaRow(
            line.number,
            gone=f"{item.title}: closed to you, since you declared an interest",
            interests=declared,
        )
    if item.is_withdrawn:
        return AgendaRow(
            line.number, gone=f"{item.title}: taken off. {item.withdrawn_because}"
        )
    tabled = papers.get(item.pk, ())
    return AgendaRow(
        number=line.number,
        item=item,
        facts=_facts(item),
        marking="" if item.marking == Marking.PUBLIC else WORDS[Marking(item.marking)],
        papers=[
            Paper(
                one.document.title,
                reverse("documents:detail", args=[one.document_id]),
                one.is_late,
            )
            for one in tabled
        ],
        paper_owed=item.paper_from.name if item.paper_from and not tabled else "",
        interests=declared,
    )


def _facts(item: AgendaItem) -> str:
    said = [Purpose(item.purpose).label, f"{item.minutes_allowed} minutes"]
    if item.sponsor:
        said.append(item.sponsor.name)
    elif item.sponsor_organisation:
        said.append(item.sponsor_organisation.name)
    return ", ".join(said)
