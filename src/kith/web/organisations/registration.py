"""What organisations tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.access.records import RecordKind
from kith.web.home.noun import Need, Noun, SearchText
from kith.web.organisations.models import (
    ArrangementsVersion,
    Organisation,
)
from kith.web.organisations.queries import (
    all_organisations,
    overdue_requests,
    visible_arrangements,
)


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import Model, QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisations


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """The requests for information that nobody has answered in time."""
    for one in overdue_requests(viewer, today=today):
        yield Need(
            noun="organisations",
            what=f"{one.reference}: ask {one.organisation.name} again",
            why="It has not answered a request for information in time",
            url=reverse("organisations:request", args=[one.pk]),
            due=one.due_on,
            area=one.area.name,
        )


class OrganisationSearching:
    """How an organisation is found: by its name."""

    def visible(self, viewer: Viewer) -> Organisations:
        """All, for those who may see any."""
        return all_organisations(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its name and its kind."""
        if not isinstance(record, Organisation):
            return None
        return SearchText(
            title=record.name,
            words=record.get_kind_display(),
            url=reverse("organisations:detail", args=[record.pk]),
            kind="Organisation",
        )


class ArrangementsSearching:
    """How a version of the arrangements is found."""

    def visible(self, viewer: Viewer) -> QuerySet[ArrangementsVersion]:
        """Those the viewer may see."""
        return visible_arrangements(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its title and its text."""
        if not isinstance(record, ArrangementsVersion):
            return None
        return SearchText(
            title=str(record),
            words=f"{record.text} {record.scrutiny_plan}",
            url=reverse("organisations:arrangements", args=[record.pk]),
            kind="Arrangements",
        )


ARRANGEMENTS_RECORDS = RecordKind(
    noun="organisations",
    kind="Version of the arrangements",
    model=ArrangementsVersion,
    route="organisations:arrangements",
    reference="title",
    area="partnership__areas",
    owner="drafted_by_id",
)
"""How access finds a version of the arrangements."""

ORGANISATIONS = Noun(
    "organisations",
    needs=needs,
    searching=(
        (Organisation, OrganisationSearching()),
        (ArrangementsVersion, ArrangementsSearching()),
    ),
)
