"""Who may hand on what they do, and end that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kith.web.access.models import Delegation
    from kith.web.access.viewer import Viewer


NOT_YOURS = "Your role in this group does not allow it."


def why_not_give(viewer: Viewer, body: UUID | None) -> str:
    """Why this viewer cannot hand on what they do there; empty where they can.

    A deputy or stand-in never hands on in turn: accountability cannot be passed along
    (Working Together 2023, on lead safeguarding partners).
    """
    return "" if viewer.may(P.DELEGATION_GIVE, body=body) else NOT_YOURS


def why_not_these_days(first_on: date, last_on: date, today: date) -> str:
    """Why a delegation cannot run over these days; empty where it can."""
    if last_on < first_on:
        return "The last day is before the first."
    return "The last day has passed." if last_on < today else ""


def why_not_end(viewer: Viewer, given: Delegation, today: date) -> str:
    """Why this viewer cannot end a delegation early; empty where they can.

    One for everything is ended by any business unit that sees it: to end is to close.
    """
    is_unit = viewer.may(P.PEOPLE_ROLE_GIVE, body=given.body)
    if given.giver_id != viewer.person and not is_unit:
        return "Whoever gave it ends it, or the business unit."
    if given.ended_at is not None or given.last_on < today:
        return "It is over already."
    return ""
