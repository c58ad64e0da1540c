"""Writes an agenda or minutes as a document, so that an edited copy can be read back.

Each item is a chapter, ``2. Early help``. What may be edited stands as plain paragraphs
below it; everything else stands in boxes and tables, which are not read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from kith.domain.vocabulary.periods import say_day
from kith.web.groups.models import Purpose
from kith.web.ui.documents.blocks import (
    Block,
    Callout,
    Document,
    Heading,
    Inline,
    Paragraph,
    Table,
    Text,
)


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kith.web.groups.models import AgendaItem, Meeting
    from kith.web.groups.policies.quorum import RegisterLine
    from kith.web.groups.queries.agendas import AgendaLine
    from kith.web.groups.queries.minutes import MinutedItem


GONE = "No longer on this agenda"
HOW_AGENDA = (
    "You may edit the paragraphs below each heading and bring the file back. Leave the "
    "headings as they are."
)


def heading_of(number: int, title: str) -> str:
    """How an item's chapter is called, out and in."""
    return f"{number}. {' '.join(title.split())}"


def agenda_document(meeting: Meeting, lines: Sequence[AgendaLine]) -> Document:
    """The agenda as its reader sees it."""
    blocks: list[Block] = [_box("", HOW_AGENDA)]
    for one in lines:
        item = one.item
        if item is None or one.is_conflicted or item.is_withdrawn:
            blocks += _closed(one)
            continue
        blocks.append(_chapter(one.number, item))
        blocks.append(_box("", _facts(item)))
        blocks += _editable(item.cover)
    return _document(meeting, "Agenda", blocks)


def minutes_document(
    meeting: Meeting,
    items: Sequence[MinutedItem],
    register: Sequence[RegisterLine],
) -> Document:
    """The minutes as their reader sees them."""
    blocks: list[Block] = [_box("", HOW_AGENDA), *_register(register)]
    for one in items:
        item = one.line.item
        if item is None or one.line.is_conflicted:
            blocks += _closed(one.line)
            continue
        blocks.append(_chapter(one.line.number, item))
        blocks += _editable(one.note.words if one.note else "")
        blocks += [
            _box("Decision", f"{made.reference}: {made.wording}")
            for made in one.decisions
        ]
        if one.actions:
            rows = tuple(
                (
                    _text(made.reference),
                    _text(made.wording),
                    _text(made.owner.name),
                    _text(say_day(made.due_on)),
                )
                for made in one.actions
            )
            blocks.append(_table("Actions", ("Action", "What", "Who", "By"), rows))
    return _document(meeting, "Minutes", blocks)


def _closed(line: AgendaLine) -> Iterator[Block]:
    """A place whose item this reader cannot read: a line, and nothing to edit."""
    said = line.item.title if line.item else GONE
    taken_off = line.item is not None and line.item.is_withdrawn
    why = ": taken off" if taken_off else (": closed to you" if line.item else "")
    yield _box("", f"{line.number}. {said}{why}")


def _chapter(number: int, item: AgendaItem) -> Heading:
    return Heading(1, _text(heading_of(number, item.title)), f"item-{number}")


def _facts(item: AgendaItem) -> str:
    said = [Purpose(item.purpose).label, f"{item.minutes_allowed} minutes"]
    if item.sponsor_organisation:
        said.append(item.sponsor_organisation.name)
    return ", ".join(said)


def _editable(words: str) -> Iterator[Block]:
    for line in words.splitlines():
        if line.strip():
            yield Paragraph(_text(" ".join(line.split())))


def _register(register: Sequence[RegisterLine]) -> Iterator[Block]:
    rows = tuple(
        (
            _text(one.seat.person.name if one.seat.person else "Vacant"),
            _text(one.seat.organisation.name if one.seat.organisation else ""),
            _text(
                one.attendance.get_presence_display() if one.attendance else "Not said"
            ),
        )
        for one in register
    )
    if rows:
        yield _table("Who came", ("Name", "Organisation", "How"), rows)


def _table(
    caption: str,
    header: tuple[str, ...],
    rows: tuple[tuple[tuple[Inline, ...], ...], ...],
) -> Table:
    return Table(caption, header, rows, tuple(False for _ in header))


def _box(title: str, words: str) -> Callout:
    return Callout(title, (Paragraph(_text(words)),))


def _text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def _document(meeting: Meeting, what: str, blocks: list[Block]) -> Document:
    return Document(
        title=f"{what} of {say_day(meeting.day)}",
        subtitle=meeting.place or "Online",
        author=meeting.body.name,
        dated=meeting.day,
        invented=settings.KITH_EXAMPLE,
        blocks=tuple(blocks),
    )
