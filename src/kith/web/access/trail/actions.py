"""Every write of the trail's pages: one transaction, one audit event each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import refuse_if
from kith.web.access.trail import policies
from kith.web.access.writing import writing
from kith.web.audit.models import LookedInto


if TYPE_CHECKING:
    from datetime import datetime

    from kith.domain.rules.unusual_reading import Alert
    from kith.web.access.viewer import Viewer


def look_into(
    *, viewer: Viewer, at: datetime, alert: Alert, words: str, area: str = ""
) -> LookedInto:
    """Somebody has asked about this reading, and said what they found.

    Raises:
        RefusedError: it is their own reading.
    """
    with writing(viewer=viewer, at=at, verb="audit.looked_into") as event:
        refuse_if(policies.why_not_look_into(viewer, alert))
        note = LookedInto.objects.create(
            alert=alert.key,
            person=alert.person,
            words=words,
            by=viewer.who,
            by_name=viewer.name,
            at=at,
        )
        event.about(note, area=area, alert=alert.key)
    return note
