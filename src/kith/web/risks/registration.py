"""What risks tell the rest of the site."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.access.records import RecordKind
from kith.web.home.noun import Holding, Need, Noun, SearchText
from kith.web.risks.models import Risk, Risks
from kith.web.risks.queries import held_by, owned_and_live, replies_due, visible_risks


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


SOON = timedelta(days=14)
"""How long before its review a risk asks for its owner: a local habit."""


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Replies that this viewer's bodies owe, and the viewer's own risks to look at."""
    for raising in replies_due(viewer):
        yield Need(
            noun="risks",
            what=raising.risk.title,
            why=f"{raising.from_body.name} raised this risk and is owed a reply",
            url=reverse("risks:reply", args=[raising.risk_id]),
            due=raising.reply_due_on,
            body=raising.to_body.name,
        )
    for risk in owned_and_live(viewer).filter(review_on__lte=today + SOON):
        late = risk.review_on < today
        yield Need(
            noun="risks",
            what=risk.title,
            why="You own this risk, and its review is overdue"
            if late
            else "You own this risk, and its review is due",
            url=reverse("risks:review", args=[risk.pk]),
            due=risk.review_on,
            body=risk.tier.name,
        )


def holdings(
    viewer: Viewer, *, person: UUID, body: UUID | None, today: date
) -> Iterator[Holding]:
    """The live risks that somebody owns."""
    for risk in held_by(viewer, person, body):
        yield Holding(
            noun="risks",
            kind="Risk, review overdue" if risk.review_on < today else "Risk",
            what=risk.title,
            url=reverse("risks:detail", args=[risk.pk]),
            due=risk.review_on,
            key=risk.pk,
        )


class RiskSearching:
    """How a risk is found."""

    def visible(self, viewer: Viewer) -> Risks:
        """Those the viewer may see."""
        return visible_risks(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its reference, its few words, and cause, event and effect."""
        if not isinstance(record, Risk):
            return None
        return SearchText(
            title=f"{record.reference}: {record.title}",
            words=f"{record.cause}\n{record.event}\n{record.effect}",
            url=reverse("risks:detail", args=[record.pk]),
            kind="Risk",
        )


RISKS = Noun(
    "risks", needs=needs, holdings=holdings, searching=((Risk, RiskSearching()),)
)
RISK_RECORDS = RecordKind(
    noun="risks",
    kind="Risk",
    model=Risk,
    route="risks:detail",
    reference="reference",
    body="body_id",
    owner="owner_id",
)
