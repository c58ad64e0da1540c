"""Writes of votes between meetings: put, voted on, ended, told to the next meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.circulated_votes import (
    Outcome,
    VotingRule,
    counted,
    outcome_of,
)
from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies.models import Body
from kith.web.groups import policies
from kith.web.groups.actions.decisions import put_decision
from kith.web.groups.models import CirculatedVote, Circulation
from kith.web.groups.policies.quorum import quorum_of_seats
from kith.web.groups.queries.attendance import seats_on
from kith.web.groups.queries.decisions import own_vote, visible_circulations
from kith.web.groups.queries.meetings import visible_meetings
from kith.web.groups.values import Against, Decided, Proposal


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import Decision


def propose_circulation(
    *, viewer: Viewer, at: datetime, body: Body, proposal: Proposal
) -> Circulation:
    """Every voting seat that somebody holds today has a vote to give by the day."""
    with writing(viewer=viewer, at=at, verb="groups.circulation_opened") as event:
        refuse_if(policies.why_not_decide(viewer, body.pk, None))
        refuse_if(_why_not_put(viewer, at, body, proposal))
        voters = [
            one
            for one in seats_on(viewer, body, at.date())
            if one.is_voting and one.person_id is not None
        ]
        refuse_if("" if voters else "Nobody holds a voting seat in this group.")
        Body.objects.select_for_update().get(pk=body.pk)
        circulation = Circulation.objects.create(
            reference=next_reference(
                Circulation.objects.all(), body.code, "C", year=london_day(at).year
            ),
            body=body,
            proposal=proposal.wording,
            background=proposal.background,
            options=proposal.options,
            marking=proposal.marking,
            rule=proposal.rule,
            closes_on=proposal.closes_on,
            outcome=Outcome.OPEN,
            opened_by_id=viewer.who,
            opened_at=at,
        )
        CirculatedVote.objects.bulk_create(
            CirculatedVote(circulation=circulation, seat=one, person_id=one.person_id)
            for one in voters
            if one.person_id is not None
        )
        event.about(circulation, body=body.pk, voters=len(voters))
    return circulation


def cast_vote(
    *, viewer: Viewer, at: datetime, key: UUID, choice: str, reason: str = ""
) -> CirculatedVote:
    """The viewer's seat has voted; a vote once given stays."""
    with writing(viewer=viewer, at=at, verb="groups.vote_cast") as event:
        circulation = locked(visible_circulations(viewer), key)
        vote = own_vote(viewer, circulation)
        refuse_if(policies.why_not_vote(viewer, circulation, vote, at.date()))
        assert vote is not None
        refuse_if(
            "Say why you are against it."
            if choice == "AGAINST" and not reason.strip()
            else ""
        )
        vote.choice, vote.reason = choice, reason.strip()
        vote.voted_by_id, vote.voted_at = viewer.who, at
        vote.save()
        event.about(circulation, body=circulation.body_id)
    return vote


def end_circulation(*, viewer: Viewer, at: datetime, key: UUID) -> Circulation:
    """The votes are counted by the rule; what is carried is a decision in the register."""
    with writing(viewer=viewer, at=at, verb="groups.circulation_ended") as event:
        circulation = locked(visible_circulations(viewer), key)
        votes = list(
            circulation.votes.select_related("seat__organisation", "person").order_by(
                "person__name"
            )
        )
        refuse_if(
            policies.why_not_end(
                viewer,
                circulation,
                still_to_vote=sum(not one.choice for one in votes),
                on=at.date(),
            )
        )
        outcome = result(circulation, votes, is_over=True)
        circulation.outcome = outcome
        circulation.ended_by_id, circulation.ended_at = viewer.who, at
        circulation.save(update_fields=["outcome", "ended_by", "ended_at"])
        if outcome is Outcome.CARRIED:
            event.also([_decide(viewer, at, circulation, votes)])
        event.about(circulation, body=circulation.body_id, outcome=outcome.value)
    return circulation


def result(
    circulation: Circulation, votes: list[CirculatedVote], *, is_over: bool
) -> Outcome:
    """What the votes given so far come to; a seat that has voted counts as present."""
    given = [one.seat for one in votes if one.choice]
    return outcome_of(
        counted([one.choice for one in votes], len(votes)),
        VotingRule(circulation.rule),
        has_quorum=quorum_of_seats(circulation.body, given).is_met,
        is_over=is_over,
    )


def report_circulation(
    *, viewer: Viewer, at: datetime, key: UUID, meeting: UUID
) -> Circulation:
    """A meeting has been told of what was settled in writing."""
    with writing(viewer=viewer, at=at, verb="groups.circulation_reported") as event:
        circulation = locked(visible_circulations(viewer), key)
        of = one_or_404(visible_meetings(viewer), meeting)
        refuse_if(
            policies.why_not_in(viewer, P.AGENDA_EDIT, circulation.body_id)
            or policies.why_not_edit_agenda(viewer, of)
        )
        refuse_if(
            ""
            if of.body_id == circulation.body_id and circulation.ended_at
            else "Only what this group has settled is told to its meeting."
        )
        circulation.reported_in = of
        circulation.save(update_fields=["reported_in"])
        event.about(circulation, body=circulation.body_id, meeting=str(meeting))
    return circulation


def _decide(
    viewer: Viewer, at: datetime, circulation: Circulation, votes: list[CirculatedVote]
) -> Decision:
    against = [one for one in votes if one.choice == "AGAINST"]
    return put_decision(
        viewer,
        at,
        circulation.body,
        Decided(
            wording=circulation.proposal,
            decided_on=at.date(),
            options=circulation.options,
            reasons=circulation.background,
            decided_by=f"{circulation.body.name}, by circulation",
            marking=circulation.marking,
            dissent=[Against(one.person.name, one.reason) for one in against],
        ),
        circulation=circulation,
    )


def _why_not_put(viewer: Viewer, at: datetime, body: Body, proposal: Proposal) -> str:
    if proposal.marking not in viewer.markings(body=body.pk):
        return "You cannot use a marking that you may not read."
    if proposal.closes_on <= at.date():
        return "Give voters at least until tomorrow."
    return ""
