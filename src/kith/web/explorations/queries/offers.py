"""What may be asked: the measures of the build that stands newest, released or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kith.web.explorations.values import OnOffer
from kith.web.published.queries import catalogue, edition
from kith.web.published.store import named_edition, newest_edition
from kith.web.published.values import NothingPublishedError


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


def on_offer(viewer: Viewer) -> OnOffer | None:
    """What may be asked now; None before anything was built."""
    store = Path(settings.KITH_STORE)
    try:
        name, mark = newest_edition(store)
        with named_edition(store, name):
            titles = {one.code: one.title for one in catalogue(viewer)}
            return OnOffer(mark, edition(viewer), titles)
    except NothingPublishedError:
        return None
