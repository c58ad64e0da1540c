"""What a new table may be made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kith.web.published.queries import catalogue
from kith.web.published.store import named_edition
from kith.web.published.values import NothingPublishedError
from kith.web.releases.models import Build, BuildState


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


def measures_to_release(viewer: Viewer) -> list[tuple[str, str]]:
    """Each measure's code and title, by title: of the edition a table is counted from.

    That is the one built last, released or not; none before there is one.
    """
    rows = Build.objects.visible_to(viewer).filter(state=BuildState.BUILT)
    last = rows.order_by("-asked_at", "id").first()
    try:
        if last is None:
            found = catalogue(viewer)
        else:
            with named_edition(Path(settings.KITH_STORE), last.edition):
                found = catalogue(viewer)
    except NothingPublishedError:
        return []
    return sorted(((one.code, one.title) for one in found), key=lambda one: one[1])
