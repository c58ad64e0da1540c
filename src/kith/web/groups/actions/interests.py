"""Writes of interests: declared, ruled on, and what they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.markings import Marking
from kith.web.access.models import ConflictBlock
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import locked, one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.groups import policies
from kith.web.groups.models import (
    Interest,
    InterestOutcome,
    ItemPaper,
)
from kith.web.groups.queries.agendas import interests_of, readable_items
from kith.web.groups.queries.meetings import visible_meetings


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.documents.models import Document
    from kith.web.groups.models import AgendaItem
    from kith.web.groups.values import Declared


REASON = "Declared an interest in an agenda item"


def declare_interest(
    *, viewer: Viewer, at: datetime, meeting: UUID, declared: Declared
) -> Interest:
    """The interest is in the register; a restricted item is closed to the person."""
    with writing(viewer=viewer, at=at, verb="groups.interest_declared") as event:
        of = locked(visible_meetings(viewer), meeting)
        refuse_if(policies.why_not_declare(viewer, of, declared.person.pk))
        item = None
        if declared.item is not None:
            item = one_or_404(readable_items(viewer).filter(meeting=of), declared.item)
            known = Interest.objects.filter(item=item, person=declared.person)
            refuse_if("This interest is declared already." if known.exists() else "")
        interest = Interest.objects.create(
            meeting=of,
            item=item,
            person=declared.person,
            nature=declared.nature,
            words=declared.words,
            declared_by_id=viewer.who,
            declared_at=at,
        )
        if item is not None:
            papers = ItemPaper.objects.filter(item=item).select_related("document")
            close_to_conflicted(item, [one.document for one in papers], viewer, at)
        event.about(interest, body=of.body_id, nature=declared.nature)
    return interest


def rule_on_interest(
    *, viewer: Viewer, at: datetime, key: UUID, outcome: str
) -> Interest:
    """The chair has ruled what follows from the interest: stayed, no vote, or left."""
    with writing(viewer=viewer, at=at, verb="groups.interest_ruled") as event:
        found = Interest.objects.select_related("meeting").filter(
            meeting__in=visible_meetings(viewer)
        )
        interest = locked(found, key)
        of = interest.meeting
        readable = interests_of(viewer, of).filter(pk=interest.pk)
        refuse_if("" if readable.exists() else policies.NOT_YOURS)
        refuse_if(policies.why_not_in(viewer, P.ATTENDANCE_RECORD, of.body_id))
        refuse_if(policies.why_not_record_attendance(viewer, of))
        interest.outcome = outcome
        interest.save(update_fields=["outcome"])
        if outcome == InterestOutcome.STAYED and interest.item is not None:
            _open_again(interest.item, interest.person_id, viewer, at)
        event.about(interest, body=of.body_id, outcome=outcome)
    return interest


def close_to_conflicted(
    item: AgendaItem, documents: Sequence[Document], viewer: Viewer, at: datetime
) -> None:
    """A restricted paper is closed to everybody with an interest in its item.

    Inside the action that tables the paper or declares the interest.
    """
    people = (
        Interest.objects.filter(item=item)
        .exclude(outcome=InterestOutcome.STAYED)
        .values_list("person", flat=True)
    )
    for one in documents:
        if one.marking != Marking.RESTRICTED:
            continue
        for person in people:
            ConflictBlock.objects.get_or_create(
                person_id=person,
                noun="documents",
                key=one.pk,
                lifted_at=None,
                defaults={
                    "reason": REASON,
                    "named_by_id": viewer.who,
                    "named_at": at,
                },
            )


def _open_again(item: AgendaItem, person: UUID, viewer: Viewer, at: datetime) -> None:
    """The chair ruled that they take part: what their interest closed is open again."""
    documents = ItemPaper.objects.filter(item=item).values("document")
    ConflictBlock.objects.filter(
        person=person,
        noun="documents",
        key__in=documents,
        reason=REASON,
        lifted_at__isnull=True,
    ).update(lifted_by=viewer.who, lifted_at=at)
