"""What may be done with organisations, arrangements and requests, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.terms import ARRANGEMENTS, TermsState
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey
from kith.web.organisations.models import RequestState, Sector


if TYPE_CHECKING:
    from collections.abc import Collection

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import (
        ArrangementsVersion,
        Employment,
        InformationRequest,
        RelevantAgency,
    )


NOT_YOURS = "Your role does not allow it here."
SIGNATURES = frozenset(sector.value for sector in Sector)
"""The three who sign (Children Act 2004 s16E): the council, the police, health."""


def why_not_edit(viewer: Viewer, areas: Collection[str]) -> str:
    """Why not: one edits what covers an area of one's own, or covers none yet."""
    mine = viewer.areas(P.ORGANISATION_EDIT)
    if not mine:
        return NOT_YOURS
    return "" if not areas or mine & set(areas) else NOT_YOURS


def why_not_employ(viewer: Viewer, areas: Collection[str]) -> str:
    """Why not: whoever invites people to an area says who works for what serves it.

    It is no light matter: whoever works for an agency may accept arrangements for it.
    """
    mine = viewer.areas(P.PEOPLE_INVITE)
    if not mine:
        return NOT_YOURS
    return "" if not areas or mine & set(areas) else NOT_YOURS


def why_not_end_employment(
    viewer: Viewer, one: Employment, areas: Collection[str]
) -> str:
    """Why not: it ends once."""
    refused = why_not_employ(viewer, areas)
    if refused or one.last_on is None:
        return refused
    return "Their last day there is set already."


def why_not_draft(viewer: Viewer, areas: Collection[str]) -> str:
    """Why this viewer cannot draft arrangements of a partnership of these areas."""
    return "" if viewer.areas(P.ARRANGEMENTS_EDIT) & set(areas) else NOT_YOURS


def why_not_move(
    viewer: Viewer, version: ArrangementsVersion, move: str, areas: Collection[str]
) -> str:
    """Why this viewer cannot take this step with a version; empty where they can."""
    needed = P.TERMS_APPROVE if move == "approve" else P.ARRANGEMENTS_EDIT
    if CaseKey("organisations", version.pk) in viewer.blocked:
        return NOT_YOURS
    if not viewer.areas(needed) & set(areas):
        return NOT_YOURS
    return ARRANGEMENTS.why_not(move, TermsState(version.state))


def why_not_edit_draft(
    viewer: Viewer, version: ArrangementsVersion, areas: Collection[str]
) -> str:
    """Why not: the words of a version change only while it is a draft."""
    refused = why_not_draft(viewer, areas)
    if refused or version.state == TermsState.DRAFT:
        return refused
    return "Only a draft can be changed; write a new version instead."


def why_not_ask_signatures(
    viewer: Viewer,
    version: ArrangementsVersion,
    asked: Collection[str],
    areas: Collection[str],
) -> str:
    """Why not: signatures are asked once, when the version is approved."""
    refused = why_not_draft(viewer, areas)
    if refused:
        return refused
    if version.state != TermsState.APPROVED:
        return ARRANGEMENTS.why_not("sign", TermsState(version.state))
    return "" if set(asked) < SIGNATURES else "All three have been asked."


def why_not_accept(
    viewer: Viewer,
    agency: RelevantAgency,
    employers: Collection[object],
    areas: Collection[str],
) -> str:
    """Why not: an agency's own lead accepts for it, once the version is published."""
    if not viewer.areas(P.ARRANGEMENTS_ACCEPT) & set(areas):
        return NOT_YOURS
    if agency.organisation_id not in employers:
        return "You do not work for this agency."
    return _why_not_acceptable(agency)


def why_not_record_acceptance(
    viewer: Viewer, agency: RelevantAgency, areas: Collection[str]
) -> str:
    """Why the business unit cannot record the acceptance for the agency."""
    return why_not_draft(viewer, areas) or _why_not_acceptable(agency)


def why_not_ask_information(viewer: Viewer, area: str) -> str:
    """Why this viewer cannot ask for information for the area."""
    return "" if viewer.may(P.INFORMATION_REQUEST, area=area) else NOT_YOURS


def why_not_end_request(viewer: Viewer, request: InformationRequest) -> str:
    """Why a request cannot be answered, refused, chased or withdrawn by this viewer."""
    refused = why_not_ask_information(viewer, request.area_id)
    if refused or request.state == RequestState.ASKED:
        return refused
    return f"This request is {request.get_state_display().lower()} already."


def _why_not_acceptable(agency: RelevantAgency) -> str:
    if agency.version.state != TermsState.PUBLISHED:
        return "Only published arrangements can be accepted."
    return "It has accepted already." if hasattr(agency, "acceptance") else ""
