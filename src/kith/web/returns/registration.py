"""What returns tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.return_calendar import Reminded
from kith.domain.rules.states.returns import ReturnState
from kith.web.access.permissions import Permission as P
from kith.web.access.records import RecordKind
from kith.web.home.noun import Holding, Need, Noun, SearchText
from kith.web.returns import presenters
from kith.web.returns.models import Return, Returns
from kith.web.returns.queries import (
    to_be_reminded_of,
    visible_duties,
    visible_returns,
    waiting_for,
)


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


_WHY = {
    Reminded.STEWARD: "You send this return for your agency",
    Reminded.LEAD: "Your agency's return is late, and you are its lead",
    Reminded.PARTNER: "Your agency's return is ten working days late",
}


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Returns to send, to check, to sign off and to lock."""
    if not viewer.areas(P.RETURN_SEE):
        return
    for one, rung in to_be_reminded_of(viewer, today):
        yield _need(one, _why_to_send(one, rung), "send", rung)
    check, sign, lock = waiting_for(viewer)
    for one in check:
        yield _need(one, "It was sent, and waits to be checked", "detail")
    for one in sign:
        yield _need(one, "It is checked, and waits for you to sign it off", "detail")
    for one in lock:
        yield _need(one, "It is signed off, and waits to be locked", "detail")


def _why_to_send(one: Return, rung: Reminded) -> str:
    if rung is Reminded.STEWARD and one.state == ReturnState.RETURNED:
        return "This return was sent back to you, with reasons"
    if rung is Reminded.STEWARD and one.state == ReturnState.REOPENED:
        return "This return is to be sent again"
    return _WHY[rung]


def _need(one: Return, why: str, page: str, rung: Reminded = Reminded.STEWARD) -> Need:
    # A lead does not send: they see what it is about.
    page = page if rung is Reminded.STEWARD else "detail"
    return Need(
        noun="returns",
        what=f"{one.duty.organisation.name}: {presenters.title(one)}",
        why=why,
        url=reverse(f"returns:{page}", args=[one.pk]),
        due=one.due_on,
        area=one.duty.area.name,
    )


def holdings(
    viewer: Viewer,
    *,
    person: UUID,
    body: UUID | None,  # noqa: ARG001 - a return belongs to no body
    today: date,  # noqa: ARG001 - a protocol
) -> Iterator[Holding]:
    """The returns that somebody is named to send."""
    named = visible_duties(viewer).filter(steward=person, last_on__isnull=True)
    for one in named:
        yield Holding(
            noun="returns",
            kind="Return to send",
            what=f"{one.title} of {one.organisation.name}",
            url=reverse("returns:duties"),
            key=one.pk,
        )


class ReturnSearching:
    """How a return is found."""

    def visible(self, viewer: Viewer) -> Returns:
        """Those the viewer may see."""
        return visible_returns(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its reference, whose it is and what it is about; never what was sent."""
        if not isinstance(record, Return):
            return None
        duty = record.duty
        return SearchText(
            title=f"{duty.organisation.name}: {presenters.title(record)}",
            words=f"{record.reference}\n{duty.area.name}\n{duty.feed}",
            url=reverse("returns:detail", args=[record.pk]),
            kind="Return",
        )


RETURNS = Noun(
    "returns",
    needs=needs,
    holdings=holdings,
    searching=((Return, ReturnSearching()),),
)
RETURN_RECORDS = RecordKind(
    noun="returns",
    kind="Return",
    model=Return,
    route="returns:detail",
    reference="reference",
    area="duty__area_id",
    owner="duty__steward_id",
)
