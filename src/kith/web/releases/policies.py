"""Why something may not be done with an edition or a release; nothing where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.information_requests import (
    INFORMATION,
    InformationState,
)
from kith.domain.rules.states.questions import QUESTION, QuestionState
from kith.domain.rules.states.releases import RELEASE, ReleaseState
from kith.web.access.permissions import Permission as P
from kith.web.bodies.queries import quality_areas
from kith.web.releases.models import BUILDING, BuildState


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.access.viewer import Viewer
    from kith.web.releases.models import Build, FigureRequest, Question, Release


NOT_PROPOSER = "The partnership's analyst does that, for the areas they serve."
NOT_APPROVER = (
    "A delegated safeguarding partner of each area does that, or the chair of its "
    "quality assurance group."
)
NOT_WITHDRAWER = "The analyst or a delegated safeguarding partner does that."
NOT_KEEPER = "The business unit and the analyst of the area keep these requests."
TABLE_WAITS = "Its table is not released yet: an answer holds only what may go out."
SETTLED = (
    ReleaseState.RELEASED,
    ReleaseState.WITHDRAWN,
    ReleaseState.REFUSED,
    ReleaseState.DROPPED,
)
"""States of a request's table after which it can be answered, with it or without."""
NOT_ANSWERER = "The partnership's analyst answers for the figures of the area."
OWN_HANDS = "Whoever proposed it does not approve it as well."
NO_AREA = "Choose at least one area."
SAY_WHY = "Give the reason: it stands where the release stood."
NOT_BUILDING = "It is not being built any more."
NOT_BUILT = "There is no candidate to propose: it was not built."
ALREADY_PROPOSED = "It is proposed already."
NO_SUCH_CURE = "The ledger offers no such change."
NOT_PUBLIC = "It is not released, so that nothing is to be put right in public."


def why_not_ask(viewer: Viewer, areas: Iterable[str]) -> str:
    """Why this viewer cannot ask for an edition or a table of these areas."""
    named = set(areas)
    if not named:
        return NO_AREA
    return "" if named <= viewer.areas(P.RELEASE_PROPOSE) else NOT_PROPOSER


def why_not_cancel(viewer: Viewer, build: Build) -> str:
    """Why this viewer cannot stop the building."""
    if not viewer.areas(P.RELEASE_PROPOSE) & _areas(build):
        return NOT_PROPOSER
    return "" if build.state in BUILDING else NOT_BUILDING


def why_not_propose_edition(viewer: Viewer, build: Build, *, is_proposed: bool) -> str:
    """Why this viewer cannot propose what was built."""
    why = why_not_ask(viewer, _areas(build))
    if why:
        return why
    if build.state != BuildState.BUILT:
        return NOT_BUILT
    return ALREADY_PROPOSED if is_proposed else ""


def why_not_cure(viewer: Viewer, of: Release, number: int) -> str:
    """Why this viewer cannot propose the release with one of the ledger's changes."""
    why = why_not_ask(viewer, _areas(of))
    if why:
        return why
    is_refused = of.state == ReleaseState.REFUSED
    is_offered = 0 <= number < len(of.answer.get("cure", ()))
    return "" if is_refused and is_offered else NO_SUCH_CURE


def why_not_ask_again(viewer: Viewer, of: Release) -> str:
    """Why this viewer cannot have it judged once more."""
    return _proposer(viewer, of, "ask_again")


def why_not_drop(viewer: Viewer, of: Release) -> str:
    """Why this viewer cannot drop it."""
    return _proposer(viewer, of, "drop")


def why_not_approve(viewer: Viewer, of: Release) -> str:
    """Why this viewer cannot approve it."""
    approves = viewer.areas(P.RELEASE_APPROVE) | quality_areas(
        viewer, P.RELEASE_APPROVE
    )
    if not _areas(of) <= approves:
        return NOT_APPROVER
    why = RELEASE.why_not("approve", ReleaseState(of.state))
    return why or (OWN_HANDS if of.proposed_by_id == viewer.person else "")


def why_not_withdraw(viewer: Viewer, of: Release) -> str:
    """Why this viewer cannot withdraw it. One area's own people are enough."""
    if not viewer.areas(P.RELEASE_WITHDRAW) & _areas(of):
        return NOT_WITHDRAWER
    return RELEASE.why_not("withdraw", ReleaseState(of.state))


def why_not_correct(viewer: Viewer, of: Release) -> str:
    """Why this viewer cannot put something right beside it."""
    if not viewer.areas(P.RELEASE_PROPOSE) & _areas(of):
        return NOT_PROPOSER
    return "" if of.state == ReleaseState.RELEASED else NOT_PUBLIC


def why_not_answer(viewer: Viewer, question: Question) -> str:
    """Why this viewer cannot answer the question."""
    return _answerer(viewer, question, "answer")


def why_not_set_aside(viewer: Viewer, question: Question) -> str:
    """Why this viewer cannot set the question aside."""
    return _answerer(viewer, question, "set_aside")


def _answerer(viewer: Viewer, question: Question, move: str) -> str:
    if not viewer.may(P.QUESTION_ANSWER, area=question.area_id):
        return NOT_ANSWERER
    return QUESTION.why_not(move, QuestionState(question.state))


def why_not_keep(viewer: Viewer, area: str) -> str:
    """Why this viewer keeps no requests for information of the area."""
    return "" if viewer.may(P.FOI_KEEP, area=area) else NOT_KEEPER


def why_not_propose_for(viewer: Viewer, kept: FigureRequest) -> str:
    """Why this viewer cannot propose a table that answers the request."""
    if not viewer.may(P.RELEASE_PROPOSE, area=kept.area_id):
        return NOT_PROPOSER
    return INFORMATION.why_not("answer", InformationState(kept.state))


def why_not_close(viewer: Viewer, kept: FigureRequest) -> str:
    """Why this viewer cannot say that the request is answered."""
    why = why_not_keep(viewer, kept.area_id) or INFORMATION.why_not(
        "answer", InformationState(kept.state)
    )
    if why:
        return why
    waits = kept.release is not None and kept.release.state not in SETTLED
    return TABLE_WAITS if waits else ""


def why_not_unsaid(words: str) -> str:
    """Why a step without its reason is not taken."""
    return "" if words.strip() else SAY_WHY


def _proposer(viewer: Viewer, of: Release, move: str) -> str:
    if not _areas(of) <= viewer.areas(P.RELEASE_PROPOSE):
        return NOT_PROPOSER
    return RELEASE.why_not(move, ReleaseState(of.state))


def _areas(of: Build | Release) -> set[str]:
    return {one.pk for one in of.areas.all()}
