"""Who may look into the trail, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from kith.domain.rules.unusual_reading import Alert
    from kith.web.access.records import RecordPlace
    from kith.web.access.viewer import Viewer


def why_not_see_lookers(viewer: Viewer, place: RecordPlace) -> str:
    """Why this viewer cannot see who looked at a record; empty where they can.

    Its owner may, and whoever keeps the trail in its group or area; never somebody whom
    a conflict keeps from the record.
    """
    if place.case in viewer.blocked:
        return "This record is not there."
    if viewer.person is not None and place.owner == viewer.person:
        return ""
    return "" if place.may(viewer, P.AUDIT_SEE) else "This record is not there."


def why_not_look_into(viewer: Viewer, alert: Alert) -> str:
    """Why this viewer cannot answer for an alert; empty where they can."""
    if alert.person == viewer.person:
        return "This is about your own reading: somebody else looks into it."
    return "" if viewer.may(P.AUDIT_SEE) else "Your role does not allow it."
