"""What bodies tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.periods import say_day
from kith.web.bodies.models import Body, TermsOfReference
from kith.web.bodies.queries import (
    ending_soon,
    left_behind,
    terms_to_review,
    to_acknowledge,
    turns_due,
    vacancies,
    visible_bodies,
    visible_seats,
    visible_terms,
)
from kith.web.home.noun import Holding, Need, Noun, SearchText


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import Model, QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models.bodies import Bodies


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Seats to fill, terms that end, reviews due, a chair to pass on, a handover to
    read."""
    for handover in to_acknowledge(viewer):
        yield Need(
            noun="bodies",
            what=f"Read what comes with your seat in {handover.before.body.name}",
            why=f"{handover.giver.name} handed it over to you",
            url=reverse("bodies:handover", args=[handover.pk]),
            due=handover.on,
            body=handover.before.body.name,
        )
    yield from _seats(viewer, today)
    for terms in terms_to_review(viewer, today=today):
        yield Need(
            noun="bodies",
            what=f"Review the terms of reference of {terms.body.name}",
            why="Their review is due",
            url=reverse("bodies:terms", args=[terms.pk]),
            due=terms.review_on,
            body=terms.body.name,
        )
    for body, turns in turns_due(viewer, today=today):
        yield Need(
            noun="bodies",
            what=f"Hand the chair of {body.name} to {turns.then.name}",
            why="The order of the partners says so",
            url=reverse("bodies:detail", args=[body.pk]),
            due=turns.then_from,
            body=body.name,
        )


def _seats(viewer: Viewer, today: date) -> Iterator[Need]:
    for seat in vacancies(viewer, today=today):
        of = f" of {seat.organisation.name}" if seat.organisation else ""
        yield Need(
            noun="bodies",
            what=f"Fill a seat{of} in {seat.body.name}",
            why=f"{seat.get_role_display()}: vacant since {say_day(seat.first_on)}",
            url=reverse("bodies:seat", args=[seat.pk]),
            body=seat.body.name,
        )
    for seat in left_behind(viewer, today=today):
        yield Need(
            noun="bodies",
            what=f"Find who follows {seat.person} in {seat.body.name}",
            why=f"{seat.get_role_display()}: its holder has left; it is to be filled",
            url=reverse("bodies:seat", args=[seat.pk]),
            body=seat.body.name,
        )
    for seat in ending_soon(viewer, today=today):
        yield Need(
            noun="bodies",
            what=f"Find who follows {seat.person} in {seat.body.name}",
            why=f"{seat.get_role_display()}: the term ends",
            url=reverse("bodies:seat", args=[seat.pk]),
            due=seat.last_on,
            body=seat.body.name,
        )


def holdings(
    viewer: Viewer, *, person: UUID, body: UUID | None, today: date
) -> Iterator[Holding]:
    """The other seats that a person holds in the bodies below: what a chair leaves."""
    if body is None:
        seats = visible_seats(viewer).standing_on(today).filter(person=person)
        for seat in seats.order_by("body__name", "id"):
            yield Holding(
                noun="bodies",
                kind="Seat",
                what=f"{seat.get_role_display()}, {seat.body.name}",
                url=reverse("bodies:seat", args=[seat.pk]),
                due=seat.last_on,
                key=seat.pk,
            )


class BodySearching:
    """How a body is found."""

    def visible(self, viewer: Viewer) -> Bodies:
        """Those the viewer may see."""
        return visible_bodies(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its name and its purpose."""
        if not isinstance(record, Body):
            return None
        return SearchText(
            title=record.name,
            words=f"{record.get_kind_display()} {record.purpose}",
            url=reverse("bodies:detail", args=[record.pk]),
            kind="Group",
        )


class TermsSearching:
    """How terms of reference are found."""

    def visible(self, viewer: Viewer) -> QuerySet[TermsOfReference]:
        """Those of bodies the viewer may see."""
        return visible_terms(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Their words."""
        if not isinstance(record, TermsOfReference):
            return None
        title = f"Terms of reference of {record.body.name}, version {record.number}"
        return SearchText(
            title=title,
            words=record.text,
            url=reverse("bodies:terms", args=[record.pk]),
            kind="Terms of reference",
        )


BODIES = Noun(
    "bodies",
    needs=needs,
    holdings=holdings,
    searching=((Body, BodySearching()), (TermsOfReference, TermsSearching())),
)
