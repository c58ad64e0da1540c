"""Names for ``partnership.toml``: the partnership, and who sends returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.organisations.models import Organisation, Partnership


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.organisations.models import Area


def partnership_of(areas: Iterable[Area]) -> str:
    """The partnership that answers for the areas; else the areas' names."""
    named = sorted(areas, key=lambda one: one.name)
    found = Partnership.objects.filter(areas__in=named).order_by("code").first()
    return found.name if found else ", ".join(one.name for one in named)


def agency_names() -> dict[str, str]:
    """Every organisation's code and name, as returns name their senders."""
    rows = Organisation.objects.order_by("code")
    return dict(rows.values_list("code", "name"))
