"""Every write of conflicts: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404

from kith.web.access.conflicts import policies
from kith.web.access.conflicts.queries import visible_blocks
from kith.web.access.models import ConflictBlock
from kith.web.access.records import place_of
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.viewer import CaseKey
from kith.web.access.writing import writing


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Conflicted:
    """Who is kept from a record, and why: it is about them, or they are conflicted."""

    person: Person
    reason: str
    is_subject: bool = False


def name_conflict(
    *, viewer: Viewer, at: datetime, place: RecordPlace | None, conflicted: Conflicted
) -> ConflictBlock:
    """The record is closed to this person, as if it were not there.

    Domain facts, section 17: a conflict-of-interest block a case, the person who is the
    subject included.

    Raises:
        RefusedError: no such record, not theirs to close, or closed to them already.
    """
    with writing(viewer=viewer, at=at, verb="conflicts.named") as event:
        refuse_if(policies.why_not_name(viewer, place))
        assert place is not None
        case, person = place.case, conflicted.person
        standing = ConflictBlock.objects.filter(
            person=person, noun=case.noun, key=case.key, lifted_at__isnull=True
        )
        refuse_if("It is closed to them already." if standing.exists() else "")
        block = ConflictBlock.objects.create(
            person=person,
            noun=case.noun,
            key=case.key,
            is_subject=conflicted.is_subject,
            reason=conflicted.reason,
            named_by_id=viewer.who,
            named_at=at,
        )
        event.about_several(
            case.noun, (case.key,), area=place.area, body=place.body, of=str(person.pk)
        )
    return block


def lift_conflict(*, viewer: Viewer, at: datetime, key: UUID) -> ConflictBlock:
    """The record is open to the person again, as far as their roles reach.

    Raises:
        Http404: no such block, not theirs to lift, or about the viewer.
        RefusedError: lifted already.
    """
    with writing(viewer=viewer, at=at, verb="conflicts.lifted") as event:
        block = locked(visible_blocks(viewer), key)
        place = place_of(CaseKey(block.noun, block.key))
        if place is None or policies.why_not_name(viewer, place):
            raise Http404("nothing here for this viewer")
        refuse_if(policies.why_not_lift(viewer, block, place))
        block.lifted_by_id, block.lifted_at = viewer.who, at
        block.save(update_fields=["lifted_by", "lifted_at"])
        event.about_several(
            block.noun,
            (block.key,),
            area=place.area,
            body=place.body,
            of=str(block.person_id),
        )
    return block
