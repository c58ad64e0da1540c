"""What may be done with a challenge: by its state, and by which side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.disagreement_ladder import Rung, next_rung
from kith.domain.rules.states.challenges import CHALLENGE, ChallengeState
from kith.web.access.permissions import Permission as P
from kith.web.access.roles import Role
from kith.web.access.viewer import CaseKey
from kith.web.bodies.queries import spoken_for
from kith.web.challenges.models import PARTNERS
from kith.web.ui.watched import LOOKS_LIKE


if TYPE_CHECKING:
    from uuid import UUID

    from kith.domain.rules.signs_of_a_person import Sign
    from kith.web.access.viewer import Viewer
    from kith.web.challenges.models import Challenge


NOT_YOURS = "Only those whom this disagreement is between may do that."
NOT_A_SIDE = "You can raise a challenge for an organisation that you work or sit for."
SAY_WHY = "Give the reasons: the other side is owed them."
LAST_RUNG = "The scrutineer's advice is the last rung."


def why_not_raise(viewer: Viewer, organisation: UUID) -> str:
    """Why this viewer cannot raise a challenge for the organisation."""
    if not viewer.may(P.CHALLENGE_RAISE):
        return "Your role does not raise challenges."
    if viewer.may(P.CHALLENGE_CLOSE) or organisation in spoken_for(viewer):
        return ""
    return NOT_A_SIDE


def why_not_answer(viewer: Viewer, challenge: Challenge) -> str:
    """Why this viewer cannot reply on the rung that the challenge has reached.

    The organisation that it is about replies, or the person who was asked; on the
    partners' rung a safeguarding partner of the area; on the last the scrutineer.
    """
    if not viewer.may(P.CHALLENGE_REPLY) or _case(challenge) in viewer.blocked:
        return NOT_YOURS
    if not _answers(viewer, challenge):
        return NOT_YOURS
    return CHALLENGE.why_not("answer", ChallengeState(challenge.state))


def why_not_go_up(viewer: Viewer, challenge: Challenge) -> str:
    """Why this viewer cannot take the challenge one rung up."""
    if not _raised(viewer, challenge):
        return NOT_YOURS
    why = CHALLENGE.why_not("go_up", ChallengeState(challenge.state))
    return why or ("" if next_rung(Rung(challenge.rung)) else LAST_RUNG)


def why_not_resolve(viewer: Viewer, challenge: Challenge) -> str:
    """Why this viewer cannot say that it is resolved."""
    if not _raised(viewer, challenge):
        return NOT_YOURS
    return CHALLENGE.why_not("resolve", ChallengeState(challenge.state))


def why_not_withdraw(viewer: Viewer, challenge: Challenge) -> str:
    """Why this viewer cannot withdraw it."""
    if not _raised(viewer, challenge):
        return NOT_YOURS
    return CHALLENGE.why_not("withdraw", ChallengeState(challenge.state))


def why_not_close(viewer: Viewer, challenge: Challenge) -> str:
    """Why this viewer cannot write down what was learnt."""
    if not viewer.may(P.CHALLENGE_CLOSE, area=challenge.area_id, case=_case(challenge)):
        return "The business unit writes down what was learnt."
    return CHALLENGE.why_not("close", ChallengeState(challenge.state))


def why_not_unsaid(words: str) -> str:
    """Why a step without its reasons is not taken."""
    return "" if words.strip() else SAY_WHY


def why_not_named(found: tuple[Sign, ...], *, is_confirmed: bool) -> str:
    """Why a text that looks as if it named somebody is not kept unasked."""
    return LOOKS_LIKE if found and not is_confirmed else ""


def _raised(viewer: Viewer, challenge: Challenge) -> bool:
    if _case(challenge) in viewer.blocked or not viewer.may(P.CHALLENGE_RAISE):
        return False
    return (
        challenge.raised_by_id == viewer.person
        or challenge.raised_by_organisation_id in spoken_for(viewer)
    )


def _answers(viewer: Viewer, challenge: Challenge) -> bool:
    asked = challenge.rungs.filter(rung=challenge.rung, asked=viewer.person)
    if challenge.rung == Rung.SCRUTINEER:
        roles = frozenset({Role.INDEPENDENT_SCRUTINEER})
    elif challenge.rung == Rung.DELEGATED_PARTNERS:
        roles = PARTNERS
    else:
        if challenge.about_organisation_id in spoken_for(viewer):
            return True
        roles = frozenset()
    holds = any(
        one.role in roles and challenge.area_id in one.areas for one in viewer.grants
    )
    return holds or asked.exists()


def _case(challenge: Challenge) -> CaseKey:
    return CaseKey("challenges", challenge.id)
