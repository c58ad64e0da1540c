"""People who sign in, the roles they hold, and what opens or closes a record."""

from kith.web.access.models.entry import (
    FactorReset,
    HowChecked,
    Invitation,
    KnownDevice,
)
from kith.web.access.models.openings import BrokenGlass, ConflictBlock, Delegation
from kith.web.access.models.people import (
    ROLE_CHOICES,
    Dated,
    People,
    Person,
    RoleHolding,
)


__all__ = [
    "ROLE_CHOICES",
    "BrokenGlass",
    "ConflictBlock",
    "Dated",
    "Delegation",
    "FactorReset",
    "HowChecked",
    "Invitation",
    "KnownDevice",
    "People",
    "Person",
    "RoleHolding",
]
