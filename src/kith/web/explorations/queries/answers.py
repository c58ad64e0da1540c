"""Questions and their answers: one, all of them, and the one that answers already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.explorations.models import STANDING, Exploration
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.explorations.models import Explorations
    from kith.web.explorations.values import Question


def visible_explorations(viewer: Viewer) -> Explorations:
    """Every question whose answer the viewer may see, the latest first."""
    rows = Exploration.objects.visible_to(viewer).select_related("asked_by", "area")
    return rows.order_by("-asked_at", "id")


def exploration(viewer: Viewer, key: UUID) -> Exploration:
    """One question.

    Raises:
        Http404: not there any more, or not for this viewer.
    """
    return one_or_404(visible_explorations(viewer), key)


def answer_to(viewer: Viewer, asked: Question, build: str) -> Exploration | None:
    """What answers the question already, counted from this very build."""
    rows = visible_explorations(viewer).filter(
        measure=asked.measure,
        area=asked.area,
        first_on=asked.period.first,
        last_on=asked.period.last,
        rules=asked.rules,
        build=build,
        state__in=STANDING,
    )
    return next((one for one in rows if tuple(one.by) == asked.by), None)


def areas_to_ask(viewer: Viewer) -> QuerySet[Area]:
    """Areas about whose figures the viewer may ask."""
    held = viewer.areas(P.EXPLORATION_ASK)
    return Area.objects.filter(pk__in=held).order_by("name", "code")


def organisation_names(viewer: Viewer) -> dict[str, str]:
    """What the agencies of a breakdown are called."""
    if not viewer.is_signed_in:
        return {}
    rows = Organisation.objects.order_by("code")
    return dict(rows.values_list("code", "name"))
