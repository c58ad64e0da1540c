"""What scorecards tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.access.records import RecordKind
from kith.web.home.noun import Need, Noun, SearchText
from kith.web.scorecards.models import Scorecard, Scorecards
from kith.web.scorecards.queries import (
    open_asks,
    visible_scorecards,
    waiting_to_be_agreed,
)


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:  # noqa: ARG001 - a protocol
    """Drafts for this viewer to agree, and commentary asked of their agencies."""
    for one in waiting_to_be_agreed(viewer):
        yield Need(
            noun="scorecards",
            what=one.title,
            why="This scorecard is a draft, and you agree it for the group",
            url=reverse("scorecards:detail", args=[one.pk]),
            body=one.body.name,
            area=one.area.name,
        )
    for ask in open_asks(viewer):
        about = (
            f"measure:{ask.measure}" if ask.measure else f"question:{ask.question_id}"
        )
        yield Need(
            noun="scorecards",
            what=ask.scorecard.title,
            why=f"{ask.organisation.name} is asked what it makes of the figures",
            url=f"{reverse('scorecards:comment', args=[ask.scorecard_id])}?about={about}",
            due=ask.wanted_on,
            body=ask.scorecard.body.name,
            area=ask.scorecard.area.name,
        )


class ScorecardSearching:
    """How a scorecard is found."""

    def visible(self, viewer: Viewer) -> Scorecards:
        """Those the viewer may see."""
        return visible_scorecards(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its title, its questions, and what agencies said."""
        if not isinstance(record, Scorecard):
            return None
        asked = record.questions.order_by("number").values_list("words", flat=True)
        said = record.commentary.order_by("number").values_list(
            "what", "so_what", "now_what"
        )
        return SearchText(
            title=f"{record.reference}: {record.title}",
            words="\n".join([*asked, *(words for one in said for words in one)]),
            url=reverse("scorecards:detail", args=[record.pk]),
            kind="Scorecard",
        )


SCORECARDS = Noun(
    "scorecards",
    needs=needs,
    searching=((Scorecard, ScorecardSearching()),),
)
SCORECARD_RECORDS = RecordKind(
    noun="scorecards",
    kind="Scorecard",
    model=Scorecard,
    route="scorecards:detail",
    reference="reference",
    body="body_id",
    area="area_id",
    owner="drafted_by_id",
)
"""How access finds a single scorecard."""
