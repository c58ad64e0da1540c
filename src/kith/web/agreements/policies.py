"""What may be done about sharing: by state, and by who speaks for the controller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.agreements import AGREEMENT, AgreementState
from kith.web.access.permissions import Permission as P
from kith.web.bodies.queries import spoken_for
from kith.web.ui.watched import LOOKS_LIKE


if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kith.domain.rules.signs_of_a_person import Sign
    from kith.web.access.viewer import Viewer
    from kith.web.agreements.models import SharingAgreement


NOT_YOURS = "Only a lead who speaks for the controller may do that."
NOT_YOUR_UNIT = "The business unit and the analyst of the area keep its agreements."
SAY_WHY = "Give the reason: it is owed to the other parties."
NOT_HOLDERS = "An organisation decides for itself what it does not share."
NO_FEED = "An agreement names at least one feed."
NO_AREA = "An agreement names at least one area, and only areas that you keep."
ANOTHERS = (
    "It follows an agreement of another controller, which only that controller ends. "
    "Draft a new agreement."
)
RENEWED = "This agreement is renewed already."


def why_not_draft(viewer: Viewer, areas: Iterable[str], feeds: Iterable[str]) -> str:
    """Why this viewer cannot draft an agreement for the areas."""
    named = frozenset(areas)
    if not named or not named <= viewer.areas(P.AGREEMENT_EDIT):
        return NO_AREA
    return "" if tuple(feeds) else NO_FEED


def why_not_change(viewer: Viewer, agreement: SharingAgreement) -> str:
    """Why this viewer cannot change the draft."""
    return _unit(viewer, agreement) or _state("change", agreement)


def why_not_succeed(agreement: SharingAgreement, controller: UUID) -> str:
    """Why this controller's agreement cannot take the place of what it follows."""
    before = agreement.follows
    return ANOTHERS if before and before.controller_id != controller else ""


def why_not_agree(viewer: Viewer, agreement: SharingAgreement) -> str:
    """Why this viewer cannot agree it in the controller's name."""
    return _controller(viewer, agreement) or _state("agree", agreement)


def why_not_review(viewer: Viewer, agreement: SharingAgreement) -> str:
    """Why this viewer cannot say that it was reviewed and stands."""
    return _controller(viewer, agreement) or _state("review", agreement)


def why_not_renew(viewer: Viewer, agreement: SharingAgreement) -> str:
    """Why this viewer cannot draft what follows it."""
    why = _unit(viewer, agreement) or _state("renew", agreement)
    return why or (RENEWED if hasattr(agreement, "followed_by") else "")


def why_not_end(viewer: Viewer, agreement: SharingAgreement) -> str:
    """Why this viewer cannot end it."""
    return _controller(viewer, agreement) or _state("end", agreement)


def why_not_override(viewer: Viewer, area: str, controller: UUID) -> str:
    """Why this viewer cannot decide to share where no agreement holds."""
    if not viewer.may(P.OVERRIDE_DECIDE, area=area):
        return NOT_YOURS
    return "" if controller in spoken_for(viewer) else NOT_YOURS


def why_not_withhold(viewer: Viewer, area: str, holder: UUID) -> str:
    """Why this viewer cannot record that the organisation does not share something."""
    if not viewer.may(P.WITHHOLDING_RECORD, area=area):
        return NOT_HOLDERS
    if viewer.may(P.WITHHOLDING_OVERSEE, area=area):
        return ""
    return "" if holder in spoken_for(viewer) else NOT_HOLDERS


def why_not_unsaid(words: str) -> str:
    """Why a step without its reason is not taken."""
    return "" if words.strip() else SAY_WHY


def why_not_named(found: tuple[Sign, ...], *, is_confirmed: bool) -> str:
    """Why a text that looks as if it named somebody is not kept unasked."""
    return LOOKS_LIKE if found and not is_confirmed else ""


def _state(move: str, agreement: SharingAgreement) -> str:
    return AGREEMENT.why_not(move, AgreementState(agreement.state))


def _areas(agreement: SharingAgreement) -> set[str]:
    return set(agreement.areas.values_list("code", flat=True))


def _unit(viewer: Viewer, agreement: SharingAgreement) -> str:
    kept = _areas(agreement) & viewer.areas(P.AGREEMENT_EDIT)
    return "" if kept else NOT_YOUR_UNIT


def _controller(viewer: Viewer, agreement: SharingAgreement) -> str:
    held = _areas(agreement) & viewer.areas(P.AGREEMENT_AGREE)
    speaks = agreement.controller_id in spoken_for(viewer)
    return "" if held and speaks else NOT_YOURS
