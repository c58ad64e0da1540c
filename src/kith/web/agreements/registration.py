"""What sharing tells the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.access.permissions import Permission as P
from kith.web.access.records import RecordKind
from kith.web.agreements.models import Agreements, SharingAgreement
from kith.web.agreements.queries import (
    ending,
    visible_agreements,
    waiting_for_agreement,
)
from kith.web.bodies.queries import spoken_for
from kith.web.home.noun import Need, Noun, SearchText


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Drafts to agree, and agreements that lapse or are to be reviewed."""
    if not viewer.areas(P.AGREEMENT_SEE):
        return
    for one in waiting_for_agreement(viewer):
        yield _need(one, "This agreement waits for its controller, for whom you speak")
    mine = spoken_for(viewer)
    for one in ending(viewer, today):
        areas = {area.code for area in one.areas.all()}
        keeps = areas & viewer.areas(P.AGREEMENT_EDIT)
        leads = one.controller_id in mine and areas & viewer.areas(P.AGREEMENT_AGREE)
        if keeps or leads:
            yield _need(one, _why(one, today))


def _why(agreement: SharingAgreement, today: date) -> str:
    if agreement.last_on is None:
        return "Its review is due"
    if agreement.last_on < today:
        return "It has lapsed: returns about children wait until it is renewed"
    return "It ends soon, and nothing follows it yet"


def _need(agreement: SharingAgreement, why: str) -> Need:
    return Need(
        noun="agreements",
        what=agreement.title,
        why=why,
        url=reverse("agreements:detail", args=[agreement.pk]),
        due=agreement.last_on,
        area=", ".join(sorted(one.name for one in agreement.areas.all())),
    )


class AgreementSearching:
    """How an agreement is found."""

    def visible(self, viewer: Viewer) -> Agreements:
        """Those the viewer may see."""
        return visible_agreements(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its title, and what it says it is for."""
        if not isinstance(record, SharingAgreement):
            return None
        return SearchText(
            title=f"{record.reference}: {record.title}",
            words=f"{record.purpose}\n{record.legal_basis}\n{record.fields}",
            url=reverse("agreements:detail", args=[record.pk]),
            kind="Sharing agreement",
        )


AGREEMENTS = Noun(
    "agreements",
    needs=needs,
    searching=((SharingAgreement, AgreementSearching()),),
)
AGREEMENT_RECORDS = RecordKind(
    noun="agreements",
    kind="Sharing agreement",
    model=SharingAgreement,
    route="agreements:detail",
    reference="reference",
    owner="drafted_by_id",
)
