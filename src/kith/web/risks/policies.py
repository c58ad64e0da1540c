"""What may be done with a risk: by its state, by whom, and in which body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.risks import RISK, RiskState
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.risks.models import Raising, Risk


NOT_YOURS = "Your role in this group does not allow it."
SAY_WHY = "Say why: whoever reads it later needs the reason."


def why_not_record(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot record a risk in this body."""
    return "" if viewer.may(P.RISK_RAISE, body=body) else NOT_YOURS


def why_not_look_after(viewer: Viewer, risk: Risk) -> str:
    """Why this viewer cannot review the risk or change its controls.

    Its owner can; so can whoever edits risks in the body that recorded it, or in the
    one that holds it now.
    """
    if _case(risk) in viewer.blocked:
        return NOT_YOURS
    if risk.state == RiskState.CLOSED:
        return "This risk is closed; reopen it first."
    if risk.owner_id == viewer.person or any(
        viewer.may(P.RISK_EDIT, body=body, case=_case(risk))
        for body in (risk.body_id, risk.tier_id)
    ):
        return ""
    return NOT_YOURS


def why_not_raise(viewer: Viewer, risk: Risk) -> str:
    """Why this viewer cannot raise the risk to the body above the one that holds it."""
    if not viewer.may(P.RISK_ESCALATE, body=risk.tier_id, case=_case(risk)):
        return NOT_YOURS
    return RISK.why_not("raise", RiskState(risk.state)) or _nobody_above(risk)


def why_not_reply(viewer: Viewer, risk: Risk) -> str:
    """Why this viewer cannot reply for the body that the risk was raised to.

    While a reply is due, ``tier`` is the body that is asked.
    """
    if not viewer.may(P.RISK_REPLY, body=risk.tier_id, case=_case(risk)):
        return NOT_YOURS
    return RISK.why_not("accept", RiskState(risk.state))


def why_not_raise_on(viewer: Viewer, risk: Risk) -> str:
    """Why this viewer cannot pass the risk on to the body above the one asked."""
    return why_not_reply(viewer, risk) or _nobody_above(risk)


def why_not_close(viewer: Viewer, risk: Risk) -> str:
    """Why this viewer cannot close the risk."""
    if not viewer.may(P.RISK_CLOSE, body=risk.tier_id, case=_case(risk)):
        return NOT_YOURS
    return RISK.why_not("close", RiskState(risk.state))


def why_not_reopen(viewer: Viewer, risk: Risk) -> str:
    """Why this viewer cannot reopen the risk."""
    if not viewer.may(P.RISK_CLOSE, body=risk.tier_id, case=_case(risk)):
        return NOT_YOURS
    return RISK.why_not("reopen", RiskState(risk.state))


def why_not_unsaid(words: str) -> str:
    """Why a step without its reason is not taken."""
    return "" if words.strip() else SAY_WHY


def is_asked(viewer: Viewer, raising: Raising) -> bool:
    """Whether the viewer belongs to the body that the risk was raised to."""
    return viewer.may(P.RISK_SEE, body=raising.to_body_id)


def _nobody_above(risk: Risk) -> str:
    above = risk.tier.parent
    if above is None or above.closed_on is not None:
        return f"No open body stands above {risk.tier.name}."
    return ""


def _case(risk: Risk) -> CaseKey:
    return CaseKey("risks", risk.id)
