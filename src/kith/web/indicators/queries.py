"""Every read of the register of indicators. The viewer comes first."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

from django.http import Http404

from kith.contracts.register import Break, Indicator, shipped
from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.web.access.permissions import Permission as P
from kith.web.indicators.models import IndicatorVersion
from kith.web.indicators.values import Definition


if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


_WORDS = {one.name for one in fields(Definition)}


@dataclass(frozen=True)
class Entry:
    """An indicator in force, and whether this site changed or added it."""

    indicator: Indicator
    is_shipped: bool
    is_changed: bool


def register(viewer: Viewer) -> list[Entry]:
    """Every indicator in force: what ships in its order, then the site's own."""
    if not viewer.may(P.INDICATOR_SEE):
        return []
    ours, theirs = site_register(), shipped()
    return [
        Entry(one, code in theirs, code in ours)
        for code, one in (theirs | ours).items()
    ]


def entry(viewer: Viewer, code: str) -> Entry:
    """One indicator in force.

    Raises:
        Http404: there is none, or it is not theirs to see.
    """
    for one in register(viewer):
        if one.indicator.code == code:
            return one
    raise Http404("no such indicator")


def changes(viewer: Viewer, code: str) -> QuerySet[IndicatorVersion]:
    """How the indicator was changed here, the latest first."""
    rows = IndicatorVersion.objects.filter(code=code).select_related("said_by")
    return rows.order_by("-number") if viewer.may(P.INDICATOR_SEE) else rows.none()


def site_register() -> dict[str, Indicator]:
    """What this site changed or added, as the engine is to count it."""
    theirs = shipped()
    found: dict[str, Indicator] = {}
    for row in IndicatorVersion.objects.order_by("code", "number"):
        before = found.get(row.code) or theirs.get(row.code)
        found[row.code] = _after(before, row)
    return found


def definition_of(indicator: Indicator) -> Definition:
    """Its words and kinds, without its version."""
    return Definition(**{name: getattr(indicator, name) for name in _WORDS})


def _after(before: Indicator | None, row: IndicatorVersion) -> Indicator:
    breaks: Iterable[Break] = before.breaks if before else ()
    if before and row.counts_anew:
        breaks = (*breaks, Break(row.valid_from, row.because))
    words = {name: getattr(row, name) for name in _WORDS}
    words |= {
        "unit": Unit(row.unit),
        "kind": Kind(row.kind),
        "polarity": Polarity(row.polarity),
    }
    return Indicator(
        **words,
        code=row.code,
        version=row.version,
        valid_from=row.valid_from,
        breaks=tuple(breaks),
    )


def said_anew(before: Indicator, says: Definition) -> Indicator:
    """The indicator in other words.

    Raises:
        RegisterError: they make no definition.
    """
    return replace(before, **asdict(says))
