"""People as search finds them: by their names, for those who see them anyway.

Access stands below search, so what search asks of it is told here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.access.models import Person
from kith.web.access.people.queries import visible_people
from kith.web.access.permissions import Permission as P
from kith.web.home.noun import Noun, SearchText


if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from kith.web.access.viewer import Viewer


class PersonSearching:
    """How a person is found: never by their address."""

    def visible(self, viewer: Viewer) -> QuerySet[Person]:
        """Those whose page the viewer may open, and who have not left."""
        if not viewer.may(P.PEOPLE_SEE):
            return Person.objects.none()
        return visible_people(viewer).filter(is_active=True)

    def text_of(self, record: Model) -> SearchText | None:
        """Their name."""
        if not isinstance(record, Person):
            return None
        return SearchText(
            title=record.name,
            words="",
            url=reverse("access:person", args=[record.pk]),
            kind="Person",
        )


PEOPLE = Noun("people", searching=((Person, PersonSearching()),))
