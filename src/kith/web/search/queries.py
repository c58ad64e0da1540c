"""What a viewer finds: only among what each noun lets them see.

The records that a viewer may see are a part of the one query, never compared after it:
so neither a title, nor a count, nor the number of pages tells of anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.db.models.functions import Left
from django.utils.crypto import salted_hmac

from kith.web.access.reading import read_recorded
from kith.web.search.indexing import searchable
from kith.web.search.matching import best_first, matching
from kith.web.search.models import SearchEntry


if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.search.asking import Asked


SHOWN_FROM = 20_000
"""Letters of a text in which a place to show is looked for."""


@dataclass(frozen=True)
class KindFound:
    """A kind of record, and how many of it were found."""

    kind: str
    count: int


def findable(viewer: Viewer) -> QuerySet[SearchEntry]:
    """The entries of records that the viewer may see."""
    theirs = Q(pk__in=())
    for model, searching in searchable():
        visible = searching.visible(viewer).order_by().values("pk")
        theirs |= Q(noun=model._meta.label_lower, key__in=visible)
    return SearchEntry.objects.filter(theirs)


def kinds_found(viewer: Viewer, asked: Asked) -> list[KindFound]:
    """How many of each kind were found, by the kind's name."""
    rows = matching(findable(viewer), asked)
    counted = rows.values("kind").annotate(count=Count("pk")).order_by("kind")
    return [KindFound(one["kind"], one["count"]) for one in counted]


def found(viewer: Viewer, asked: Asked, kind: str = "") -> QuerySet[SearchEntry]:
    """What was found, the most telling first; of one kind where one is named."""
    rows = findable(viewer)
    if kind:
        rows = rows.filter(kind=kind)
    return (
        best_first(rows, asked)
        .defer("words")
        .annotate(beginning=Left("words", SHOWN_FROM))
    )


def searched(viewer: Viewer, at: datetime, asked: Asked, count: int) -> None:
    """The trail holds that somebody searched: a keyed digest, never the words.

    The same words give the same digest, so that a suspicion can be tested by whoever
    holds the site's key, and by nobody else.
    """
    said = salted_hmac(
        "kith.web.search", " ".join(sorted(asked.words)), algorithm="sha256"
    )
    read_recorded(
        viewer,
        at,
        "search.searched",
        (),
        noun="search",
        found=count,
        words=len(asked.words),
        digest=said.hexdigest()[:32],
    )
