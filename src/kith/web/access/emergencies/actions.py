"""Every write of emergencies: one transaction, one audit event each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.web.access.emergencies import policies
from kith.web.access.emergencies.queries import visible_emergencies
from kith.web.access.emergencies.telling import Opened, tell
from kith.web.access.models import BrokenGlass
from kith.web.access.records import place_of
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.viewer import CaseKey
from kith.web.access.writing import writing


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


LASTS = timedelta(minutes=30)
"""Thirty minutes of the world's time (domain facts, section 17: break-glass with a
reason, a time box, and the owner told)."""


def open_in_emergency(
    *,
    viewer: Viewer,
    at: datetime,
    now: datetime,
    place: RecordPlace | None,
    reason: str,
) -> BrokenGlass:
    """The viewer may read the record for thirty minutes; its owner is told.

    ``now`` is the world's time, even where the site's own day stands still.

    Raises:
        RefusedError: no such record, or not one that this viewer may open.
    """
    with writing(viewer=viewer, at=at, verb="access.opened_in_emergency") as event:
        refuse_if(policies.why_not_open(viewer, place))
        assert place is not None
        glass = BrokenGlass.objects.create(
            person_id=viewer.who,
            noun=place.case.noun,
            key=place.case.key,
            reason=reason,
            opened_at=now,
            until=now + LASTS,
        )
        event.about_several(
            place.case.noun,
            (place.case.key,),
            area=place.area,
            body=place.body,
            emergency=str(glass.pk),
        )
        tell(
            Opened(
                glass=glass.pk,
                place=place,
                by=viewer.who,
                by_name=viewer.name,
                owner=place.owner,
                at=at,
                until=glass.until,
            )
        )
    return glass


def review_emergency(
    *, viewer: Viewer, at: datetime, key: UUID, words: str
) -> BrokenGlass:
    """Somebody else has looked at why the record was opened, and said what they think.

    Raises:
        Http404: no such emergency.
        RefusedError: it is their own, reviewed already, or not theirs to review.
    """
    with writing(viewer=viewer, at=at, verb="access.emergency_reviewed") as event:
        glass = locked(visible_emergencies(viewer), key)
        place = place_of(CaseKey(glass.noun, glass.key))
        refuse_if(policies.why_not_review(viewer, glass, place))
        assert place is not None
        glass.reviewed_by_id, glass.reviewed_at, glass.review = viewer.who, at, words
        glass.save(update_fields=["reviewed_by", "reviewed_at", "review"])
        event.about_several(
            glass.noun,
            (glass.key,),
            area=place.area,
            body=place.body,
            emergency=str(glass.pk),
        )
    return glass
