"""Every read of packs. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F
from django.http import Http404

from kith.domain.rules.agenda_numbers import numbered_for
from kith.domain.rules.states.meetings import AHEAD, TAKEN_PLACE, MeetingState
from kith.domain.vocabulary.markings import Marking, up_to
from kith.domain.vocabulary.moments import LONDON
from kith.web.access.refusals import one_or_404
from kith.web.actions.queries import carried_forward
from kith.web.documents.files import FileDamagedError, home_files
from kith.web.documents.models import DocumentVersion, FileKind
from kith.web.groups.models import AgendaItem, ItemPaper, Meeting, Meetings, Purpose
from kith.web.groups.packs.contents import Pack, PackAction, PackItem, PackPaper
from kith.web.groups.packs.reading import read_pdf
from kith.web.groups.queries.agendas import (
    AgendaLine,
    agenda_for_audience,
    papers,
    placings_of,
)


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from kith.web.access.viewer import Viewer


_GONE = "No longer on this agenda"
_OUT = tuple(
    state.value for state in (*AHEAD, *TAKEN_PLACE) if state is not MeetingState.PLANNED
)


def audiences(viewer: Viewer, of: Meeting) -> tuple[Marking, ...]:
    """The circles whose pack this viewer may have: those whose marking they read."""
    return viewer.markings(body=of.body_id)


def pack(viewer: Viewer, of: Meeting, audience: Marking, *, site: str) -> Pack:
    """The meeting's papers for one circle, as far as the viewer may read them.

    Raises:
        Http404: the circle is narrower than what this viewer reads.
    """
    if audience not in audiences(viewer, of):
        raise Http404("nothing here for this viewer")
    lines = agenda_for_audience(viewer, of, audience)
    tabled = papers(viewer, of)
    allowed = up_to(audience)
    readable = {
        key: [one for one in rows if one.document.marking in allowed]
        for key, rows in tabled.items()
    }
    made = _pack(of, audience, lines, readable, site)
    return replace(made, actions=tuple(_actions(viewer, of, audience)))


def _actions(viewer: Viewer, of: Meeting, audience: Marking) -> Iterator[PackAction]:
    """What is open comes to the next agenda by itself; never to the public's."""
    if audience is Marking.PUBLIC or MeetingState(of.state) not in AHEAD:
        return
    for one in carried_forward(viewer, of.body).select_related("owner"):
        yield PackAction(one.reference, one.wording, one.owner.name, one.due_on)


def published_meetings(viewer: Viewer) -> Meetings:
    """The meetings whose papers anybody may read: the body publishes, and they are out."""
    if not viewer.may_see_published:
        return Meeting.objects.none()
    return (
        Meeting.objects.filter(
            body__meeting_habit__publishes_papers=True, state__in=_OUT
        )
        .select_related("body")
        .order_by("-starts", "id")
    )


def published_meeting(viewer: Viewer, key: UUID) -> Meeting:
    """One meeting whose papers are public.

    Raises:
        Http404: not there, or not published.
    """
    return one_or_404(published_meetings(viewer), key)


def public_pack(viewer: Viewer, of: Meeting) -> Pack:
    """What anybody may read of a meeting whose body publishes its papers."""
    shown = published_meeting(viewer, of.pk)
    public = (Marking.PUBLIC,)
    items = {
        one.pk: one
        for one in AgendaItem.objects.filter(
            meeting=shown, marking=Marking.PUBLIC
        ).select_related("sponsor_organisation")
    }
    lines = [
        AgendaLine(one.number, None if one.is_closed else items.get(one.item))
        for one in numbered_for(placings_of(viewer, shown), public)
    ]
    found: dict[UUID, list[ItemPaper]] = {}
    rows = ItemPaper.objects.filter(
        item__in=items,
        document__marking=Marking.PUBLIC,
        document__withdrawn_at__isnull=True,
    )
    for one in rows.select_related("document").order_by("added_at", "id"):
        found.setdefault(one.item_id, []).append(one)
    return _pack(shown, Marking.PUBLIC, lines, found, "")


def _pack(
    of: Meeting,
    audience: Marking,
    lines: Sequence[AgendaLine],
    tabled: Mapping[UUID, Sequence[ItemPaper]],
    site: str,
) -> Pack:
    shown = [one.item.pk for one in lines if one.item and not one.is_conflicted]
    versions = _versions([one for key in shown for one in tabled.get(key, ())])
    starts, ends = (moment.astimezone(LONDON) for moment in (of.starts, of.ends))
    return Pack(
        body=of.body.name,
        day=starts.date(),
        times=f"{starts:%H:%M} to {ends:%H:%M}",
        place=of.place,
        audience=audience,
        invented=settings.KITH_EXAMPLE,
        items=tuple(_item(one, tabled, versions, site) for one in lines),
    )


def _versions(tabled: Sequence[ItemPaper]) -> Mapping[UUID, DocumentVersion]:
    """The standing version of each paper's document, in one query."""
    rows = DocumentVersion.objects.filter(
        document__in={one.document_id for one in tabled},
        number=F("document__version_number"),
    )
    return {one.document_id: one for one in rows}


def _item(
    line: AgendaLine,
    tabled: Mapping[UUID, Sequence[ItemPaper]],
    versions: Mapping[UUID, DocumentVersion],
    site: str,
) -> PackItem:
    item = line.item
    if item is None:
        return PackItem(line.number, "", gone=_GONE)
    if line.is_conflicted:
        gone = f"{item.title}: closed to you, since you declared an interest"
        return PackItem(line.number, item.title, gone=gone)
    if item.is_withdrawn:
        gone = f"{item.title}: taken off. {item.withdrawn_because}"
        return PackItem(line.number, item.title, gone=gone)
    return PackItem(
        number=line.number,
        title=item.title,
        purpose=Purpose(item.purpose).label,
        sponsor=item.sponsor_organisation.name if item.sponsor_organisation else "",
        minutes=item.minutes_allowed,
        cover=item.cover,
        papers=tuple(
            _paper(one, versions[one.document_id], site)
            for one in tabled.get(item.pk, ())
            if one.document_id in versions
        ),
    )


def _paper(tabled: ItemPaper, version: DocumentVersion, site: str) -> PackPaper:
    title = tabled.document.title
    address = f"{site}/documents/{tabled.document_id}/" if site else ""
    kind = FileKind(version.kind)
    if kind is not FileKind.PDF:
        return PackPaper(title, apart=kind.label, address=address)
    try:
        content = home_files().read(version.file, sha256=version.sha256)
    except FileDamagedError:
        return PackPaper(title, apart="the file cannot be read", address=address)
    reading = read_pdf(content)
    if reading.why_apart:
        return PackPaper(title, apart=reading.why_apart, address=address)
    return PackPaper(title, content, reading, address=address)
