"""Every write of challenges: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.disagreement_ladder import Rung, next_rung, rung_due_on
from kith.domain.rules.states.challenges import CHALLENGE, ChallengeState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies.queries import known_names
from kith.web.challenges import policies
from kith.web.challenges.models import (
    Answer,
    Challenge,
    ChallengeRung,
    ChallengeStep,
    Confirmation,
)
from kith.web.organisations.models import Area
from kith.web.ui.watched import signs


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.challenges.models import Challenges
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class Disagreement:
    """Who disagrees with whom, about what in the system, and what they want.

    ``is_confirmed`` says that the writer was asked about what looks like a person's
    name or number, and confirmed that it is no child's.
    """

    area: Area
    raised_by: Organisation
    about: Organisation
    title: str
    what: str
    wanted: str
    first_rung: Rung = Rung.PRACTITIONER
    asked: Person | None = None
    is_confirmed: bool = False


@dataclass(frozen=True)
class Said:
    """What somebody wrote, and that they confirmed it where it was asked about."""

    words: str
    is_confirmed: bool = False


def raise_challenge(
    *, viewer: Viewer, at: datetime, disagreement: Disagreement
) -> Challenge:
    """A disagreement stands on its first rung, and a reply is due.

    Raises:
        RefusedError: not theirs to raise, or it looks as if it named somebody.
    """
    with writing(viewer=viewer, at=at, verb="challenges.raised") as event:
        refuse_if(policies.why_not_raise(viewer, disagreement.raised_by.pk))
        if disagreement.raised_by == disagreement.about:
            refuse_if("A challenge is between two organisations.")
        # Held until the end: two that are raised at once get two numbers.
        area = Area.objects.select_for_update().get(pk=disagreement.area.pk)
        challenge = Challenge.objects.create(
            reference=_next_reference(area, london_day(at)),
            area=area,
            raised_by_organisation=disagreement.raised_by,
            about_organisation=disagreement.about,
            title=disagreement.title,
            what=disagreement.what,
            wanted=disagreement.wanted,
            state=ChallengeState.AWAITING,
            rung=disagreement.first_rung,
            raised_by_id=viewer.who,
            raised_at=at,
        )
        texts = (disagreement.title, disagreement.what, disagreement.wanted)
        is_confirmed = disagreement.is_confirmed
        _watch(challenge, "raise", texts, is_confirmed, (viewer, at))
        _reach(challenge, disagreement.asked, "", viewer, at)
        _step(challenge, "raise", viewer, at)
        event.about(challenge, area=area.pk, rung=challenge.rung)
    return challenge


def answer_challenge(
    *, viewer: Viewer, at: datetime, key: UUID, answer: Answer, said: Said
) -> Challenge:
    """A reply, or a reasoned refusal, on the rung that it has reached."""
    with writing(viewer=viewer, at=at, verb="challenges.answered") as event:
        challenge = locked(_bare(viewer), key)
        refuse_if(policies.why_not_answer(viewer, challenge))
        _said(challenge, "answer", said, viewer, at)
        rung = challenge.rungs.get(rung=challenge.rung)
        rung.answer, rung.answer_words = answer, said.words
        rung.answered_by_id, rung.answered_at = viewer.who, at
        rung.save()
        _move(challenge, "answer", said.words, viewer, at)
        event.about(challenge, area=challenge.area_id, answer=str(answer))
    return challenge


def take_up(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    said: Said,
    asked: Person | None = None,
) -> Challenge:
    """The challenge climbs one rung, with the reason; the next reply is due."""
    with writing(viewer=viewer, at=at, verb="challenges.taken_up") as event:
        challenge = locked(_bare(viewer), key)
        refuse_if(policies.why_not_go_up(viewer, challenge))
        _said(challenge, "go_up", said, viewer, at)
        above = next_rung(Rung(challenge.rung))
        assert above is not None  # the policy has asked
        challenge.rung = above
        challenge.save(update_fields=["rung"])
        _reach(challenge, asked, said.words, viewer, at)
        _move(challenge, "go_up", said.words, viewer, at)
        event.about(challenge, area=challenge.area_id, rung=str(above))
    return challenge


def resolve_challenge(
    *, viewer: Viewer, at: datetime, key: UUID, said: Said
) -> Challenge:
    """Whoever raised it says how it was resolved."""
    with writing(viewer=viewer, at=at, verb="challenges.resolved") as event:
        challenge = locked(_bare(viewer), key)
        refuse_if(policies.why_not_resolve(viewer, challenge))
        _said(challenge, "resolve", said, viewer, at)
        challenge.resolution = said.words
        challenge.save(update_fields=["resolution"])
        _move(challenge, "resolve", said.words, viewer, at)
        event.about(challenge, area=challenge.area_id, rung=challenge.rung)
    return challenge


def withdraw_challenge(
    *, viewer: Viewer, at: datetime, key: UUID, said: Said
) -> Challenge:
    """Whoever raised it takes it back, with the reason."""
    with writing(viewer=viewer, at=at, verb="challenges.withdrawn") as event:
        challenge = locked(_bare(viewer), key)
        refuse_if(policies.why_not_withdraw(viewer, challenge))
        _said(challenge, "withdraw", said, viewer, at)
        _move(challenge, "withdraw", said.words, viewer, at)
        event.about(challenge, area=challenge.area_id)
    return challenge


def close_challenge(
    *, viewer: Viewer, at: datetime, key: UUID, said: Said
) -> Challenge:
    """What was learnt is written down, and the challenge is over."""
    with writing(viewer=viewer, at=at, verb="challenges.closed") as event:
        challenge = locked(_bare(viewer), key)
        refuse_if(policies.why_not_close(viewer, challenge))
        _said(challenge, "close", said, viewer, at)
        challenge.learning = said.words
        challenge.save(update_fields=["learning"])
        _move(challenge, "close", said.words, viewer, at)
        event.about(challenge, area=challenge.area_id)
    return challenge


def _bare(viewer: Viewer) -> Challenges:
    # A row that carries a subquery cannot be locked on every database.
    return Challenge.objects.visible_to(viewer)


def _said(
    challenge: Challenge, move: str, said: Said, viewer: Viewer, at: datetime
) -> None:
    refuse_if(policies.why_not_unsaid(said.words))
    _watch(challenge, move, (said.words,), said.is_confirmed, (viewer, at))


def _watch(
    challenge: Challenge,
    move: str,
    texts: tuple[str, ...],
    is_confirmed: bool,
    by: tuple[Viewer, datetime],
) -> None:
    """What looks like a person is not kept unasked; that it was asked is kept."""
    viewer, at = by
    found = signs(texts, known_names(viewer))
    refuse_if(policies.why_not_named(found, is_confirmed=is_confirmed))
    if found:
        Confirmation.objects.create(
            challenge=challenge,
            move=move,
            signs=sorted({str(one.kind) for one in found}),
            confirmed_by_id=viewer.who,
            confirmed_at=at,
        )


def _reach(
    challenge: Challenge,
    asked: Person | None,
    reason: str,
    viewer: Viewer,
    at: datetime,
) -> None:
    ChallengeRung.objects.create(
        challenge=challenge,
        rung=challenge.rung,
        asked=asked,
        reason=reason,
        due_on=rung_due_on(london_day(at), Rung(challenge.rung)),
        reached_by_id=viewer.who,
        reached_at=at,
    )


def _move(
    challenge: Challenge, move: str, words: str, viewer: Viewer, at: datetime
) -> None:
    challenge.state = CHALLENGE.move(move).target
    challenge.save(update_fields=["state"])
    _step(challenge, move, viewer, at, words)


def _step(
    challenge: Challenge, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    ChallengeStep.objects.create(
        challenge=challenge,
        number=challenge.steps.count() + 1,
        move=move,
        state=challenge.state,
        rung=challenge.rung,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )


def _next_reference(area: Area, day: date) -> str:
    """CHALLENGE/NORTH-SOMERSET/2020/02: numbered within its area."""
    place = "-".join(area.name.upper().replace("'", "").split())[:20]
    return next_reference(Challenge.objects.all(), "CHALLENGE", place, year=day.year)
