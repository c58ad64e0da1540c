"""Every noun of the platform, registered by name: what home, search and access ask."""

from __future__ import annotations

from kith.web.access.grants import SOURCES
from kith.web.actions.registration import ACTIONS
from kith.web.bodies.grants import bodies_of_areas, grants_of_seats
from kith.web.home import noun


def register_all() -> None:
    """Make every noun known to the rooms below it."""
    SOURCES.seats, SOURCES.bodies = grants_of_seats, bodies_of_areas
    noun.register(ACTIONS)
