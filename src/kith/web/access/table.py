"""Who may reach which page. A route that does not stand here is a failing test."""

from __future__ import annotations

from kith.web.access.doors import (
    access,
    account,
    actions,
    agreements,
    api,
    approvals,
    arrivals,
    audit,
    benchmarks,
    bodies,
    budgets,
    challenges,
    documents,
    explorations,
    groups,
    indicators,
    notices,
    open_to_all,
    organisations,
    packs,
    priorities,
    releases,
    returns,
    risks,
    scorecards,
    search,
    site,
)
from kith.web.access.doors.door import Answer, Door, Who


__all__ = ["ACCESS", "Answer", "Door", "Who", "door_of"]

ACCESS: tuple[Door, ...] = (
    *open_to_all.DOORS,
    *account.DOORS,
    *access.DOORS,
    *audit.DOORS,
    *site.DOORS,
    *search.DOORS,
    *notices.DOORS,
    *approvals.DOORS,
    *organisations.DOORS,
    *bodies.DOORS,
    *actions.DOORS,
    *arrivals.DOORS,
    *priorities.DOORS,
    *budgets.DOORS,
    *challenges.DOORS,
    *agreements.DOORS,
    *returns.DOORS,
    *api.DOORS,
    *benchmarks.DOORS,
    *indicators.DOORS,
    *releases.DOORS,
    *explorations.DOORS,
    *documents.DOORS,
    *groups.DOORS,
    *packs.DOORS,
    *risks.DOORS,
    *scorecards.DOORS,
)
"""Deny by default: the middleware asks here before any view runs."""

_BY_ROUTE = {one.route: one for one in ACCESS}


def door_of(route: str) -> Door | None:
    """The door of a route; None where nobody drew one, and so nobody passes."""
    return _BY_ROUTE.get(route)
