"""Who sent what a figure rests on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.published import queries


if TYPE_CHECKING:
    from kith.contracts.published.edition import PublishedArea
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


def source_words(viewer: Viewer, measure: PublishedMeasure, area: PublishedArea) -> str:
    """Who sent what a chart is drawn from, each sender once."""
    edition = queries.edition(viewer)
    agencies = dict.fromkeys(
        _inside(edition.agency_name(source.agency))
        for source in queries.sources(viewer, measure.code, area.code)
    )
    if not agencies:
        return ""
    return f"returns of {', '.join(agencies)}"


def _inside(name: str) -> str:
    """A name inside a sentence: "the council", but "Office for …"."""
    return name[:1].lower() + name[1:] if name.startswith("The ") else name
