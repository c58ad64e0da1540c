"""What releases tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.releases import ReleaseState
from kith.web.access.records import RecordKind
from kith.web.home.noun import Need, Noun, SearchText
from kith.web.releases.models import Release, Releases
from kith.web.releases.presenters import words
from kith.web.releases.queries import (
    questions_to_answer,
    requests_to_answer,
    visible_releases,
    waiting_for,
)


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


_WHY = {
    ReleaseState.REFUSED: "The ledger refused it: it says why, and what would cure it",
    ReleaseState.FAILED: "It could not be judged",
}


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:  # noqa: ARG001 - a protocol
    """Releases to approve, what was not let through, and questions."""
    approve, mine = waiting_for(viewer)
    for one in approve:
        yield _need(one, "It may go out, and waits for your approval")
    for one in mine:
        yield _need(one, _WHY[ReleaseState(one.state)])

    for asked in questions_to_answer(viewer):
        yield Need(
            noun="releases",
            what=f"A question about a figure ({asked.reference})",
            why="Somebody asked about a figure, and you answer for it",
            url=reverse("releases:question", args=[asked.pk]),
            due=asked.due_on,
            area=asked.area.name,
        )
    for kept in requests_to_answer(viewer):
        yield Need(
            noun="releases",
            what=f"{kept.reference}: a request for information",
            why="The law wants its answer by this day",
            url=reverse("releases:request", args=[kept.pk]),
            due=kept.due_on,
            area=kept.area.name,
        )


def _need(one: Release, why: str) -> Need:
    return Need(
        noun="releases",
        what=one.title,
        why=why,
        url=reverse("releases:detail", args=[one.pk]),
        area=words.areas_words(one),
    )


class ReleaseSearching:
    """How a release is found."""

    def visible(self, viewer: Viewer) -> Releases:
        """Those the viewer may see."""
        return visible_releases(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its title and its references, here and in the ledger."""
        if not isinstance(record, Release):
            return None
        return SearchText(
            title=f"{record.reference}: {record.title}",
            words=f"{record.ledger}\n{words.areas_words(record)}",
            url=reverse("releases:detail", args=[record.pk]),
            kind="Release",
        )


RELEASES = Noun("releases", needs=needs, searching=((Release, ReleaseSearching()),))
RELEASE_RECORDS = RecordKind(
    noun="releases",
    kind="Release",
    model=Release,
    route="releases:detail",
    reference="reference",
    owner="proposed_by_id",
)
