"""What challenges tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.access.records import RecordKind
from kith.web.challenges import policies
from kith.web.challenges.models import Challenge, Challenges
from kith.web.challenges.queries import (
    awaiting,
    held_by,
    mine_to_move,
    to_learn_from,
    visible_challenges,
)
from kith.web.home.noun import Holding, Need, Noun, SearchText


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Replies that are due, replies to weigh, and learning to write down."""
    for rung in awaiting(viewer):
        if policies.why_not_answer(viewer, rung.challenge):
            continue
        late = "overdue" if rung.due_on < today else "due"
        yield Need(
            noun="challenges",
            what=rung.challenge.title,
            why=f"Your reply to this challenge is {late}",
            url=reverse("challenges:answer", args=[rung.challenge_id]),
            due=rung.due_on,
            area=rung.challenge.area.name,
        )
    for one in mine_to_move(viewer):
        yield Need(
            noun="challenges",
            what=one.title,
            why="You raised this and it was answered: is it resolved?",
            url=reverse("challenges:detail", args=[one.pk]),
            area=one.area.name,
        )
    for one in to_learn_from(viewer):
        yield Need(
            noun="challenges",
            what=one.title,
            why="This challenge has ended, and what was learnt is not written down",
            url=reverse("challenges:close", args=[one.pk]),
            area=one.area.name,
        )


def holdings(
    viewer: Viewer,
    *,
    person: UUID,
    body: UUID | None,  # noqa: ARG001 - a challenge belongs to no body
    today: date,  # noqa: ARG001 - a protocol
) -> Iterator[Holding]:
    """The challenges that somebody raised or has to answer."""
    for one in held_by(viewer, person):
        yield Holding(
            noun="challenges",
            kind="Challenge",
            what=one.title,
            url=reverse("challenges:detail", args=[one.pk]),
            key=one.pk,
        )


class ChallengeSearching:
    """How a challenge is found."""

    def visible(self, viewer: Viewer) -> Challenges:
        """Those the viewer may see."""
        return visible_challenges(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its reference, its few words, and what it is about."""
        if not isinstance(record, Challenge):
            return None
        return SearchText(
            title=f"{record.reference}: {record.title}",
            words=f"{record.what}\n{record.wanted}\n{record.resolution}\n"
            f"{record.learning}",
            url=reverse("challenges:detail", args=[record.pk]),
            kind="Challenge",
        )


CHALLENGES = Noun(
    "challenges",
    needs=needs,
    holdings=holdings,
    searching=((Challenge, ChallengeSearching()),),
)
CHALLENGE_RECORDS = RecordKind(
    noun="challenges",
    kind="Challenge",
    model=Challenge,
    route="challenges:detail",
    reference="reference",
    area="area_id",
    owner="raised_by_id",
)
