"""Every read of the register of indicators. The viewer comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.http import Http404

from kith.contracts.register import shipped
from kith.web.access.permissions import Permission as P
from kith.web.indicators.files import site_register
from kith.web.indicators.models import IndicatorVersion


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.contracts.register import Indicator
    from kith.web.access.viewer import Viewer


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


def owners(viewer: Viewer) -> dict[str, str]:
    """The agency that counts each indicator in force. For anybody: editions say it."""
    if not viewer.may_see_published:
        return {}
    ours, theirs = site_register(), shipped()
    return {code: one.owner for code, one in (theirs | ours).items()}


def latest_changes(viewer: Viewer) -> QuerySet[IndicatorVersion]:
    """Each indicator that was changed or added here, as it is said now."""
    if not viewer.may(P.INDICATOR_SEE):
        return IndicatorVersion.objects.none()
    later = IndicatorVersion.objects.filter(
        code=OuterRef("code"), number__gt=OuterRef("number")
    )
    return IndicatorVersion.objects.filter(~Exists(later))


def changes(viewer: Viewer, code: str) -> QuerySet[IndicatorVersion]:
    """How the indicator was changed here, the latest first."""
    rows = IndicatorVersion.objects.filter(code=code).select_related("said_by")
    return rows.order_by("-number") if viewer.may(P.INDICATOR_SEE) else rows.none()
