"""Names for ``partnership.toml``: the partnership, and who sends returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Min

from kith.domain.rules.states.returns import ReturnState
from kith.web.organisations.models import Organisation, Partnership
from kith.web.returns.models import Return


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kith.web.organisations.models import Area
    from kith.web.releases.models import Build


def partnership_of(areas: Iterable[Area]) -> str:
    """The partnership that answers for the areas; else the areas' names."""
    named = sorted(areas, key=lambda one: one.name)
    found = Partnership.objects.filter(areas__in=named).order_by("code").first()
    return found.name if found else ", ".join(one.name for one in named)


def first_locked_day(build: Build) -> date | None:
    """From when locked returns tell of the edition's areas; None if not before it."""
    rows = Return.objects.filter(
        state=ReturnState.LOCKED,
        duty__area__in=build.areas.all(),
        first_on__lt=build.first_on,
    )
    first: date | None = rows.aggregate(first=Min("first_on"))["first"]
    return first


def agency_names() -> dict[str, str]:
    """Every organisation's code and name, as returns name their senders."""
    rows = Organisation.objects.order_by("code")
    return dict(rows.values_list("code", "name"))
