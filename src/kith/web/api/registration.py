"""What tokens tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.api.queries import tokens_ending
from kith.web.home.noun import Need, Noun


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Tokens that are used and end soon: a program that stops loses a return's day."""
    for one, last in tokens_ending(viewer, today):
        yield Need(
            noun="api",
            what=f"The token of {one.organisation.name} for {one.name}",
            why="You issued it, it is in use, and it ends: issue the next one",
            url=reverse("api:tokens"),
            due=last,
        )


API = Noun("api", needs=needs)
