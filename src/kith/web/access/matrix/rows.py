"""The access matrix: every route, and the roles that may pass its door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.doors.door import Answer, Who
from kith.web.access.roles import NOT_BY_DEPUTY, ROLES, Role
from kith.web.access.table import ACCESS


if TYPE_CHECKING:
    from kith.web.access.doors.door import Door


WHO_WORDS = {
    Who.ANYBODY: "Anybody, not signed in",
    Who.SIGNING_IN: "Whoever is signing in",
    Who.SIGNED_IN: "Everybody who is signed in",
    Who.TOKEN: "A program with any token of an organisation",
    Who.READING_TOKEN: "A program with a token that may read returns",
    Who.SENDING_TOKEN: "A program with a token that may send returns",
}


@dataclass(frozen=True)
class MatrixRow:
    """One route. ``roles`` is empty where no permission is asked."""

    route: str
    noun: str
    behind: str
    is_change: bool
    permission: str
    everybody: str
    roles: tuple[Role, ...]
    not_by_deputy: bool

    @property
    def who(self) -> str:
        """Who may pass, in words."""
        if self.everybody:
            return self.everybody
        if not self.roles:
            return "No role"
        named = "; ".join(ROLES[role].name for role in self.roles)
        return f"{named} (never a deputy)" if self.not_by_deputy else named


def rows(role: Role | None = None) -> list[MatrixRow]:
    """Every door; with a role, those that it passes."""
    made = [_row(door) for door in ACCESS]
    return [one for one in made if role is None or one.everybody or role in one.roles]


def _row(door: Door) -> MatrixRow:
    everybody = WHO_WORDS[door.who] if isinstance(door.who, Who) else ""
    allowed = tuple(
        role for role, duty in ROLES.items() if door.who in duty.permissions
    )
    return MatrixRow(
        route=door.route,
        noun=door.route.partition(":")[0] if ":" in door.route else "site",
        behind=door.behind,
        is_change=door.answer is Answer.CHANGE,
        permission="" if everybody else str(door.who),
        everybody=everybody,
        roles=allowed,
        not_by_deputy=door.who in NOT_BY_DEPUTY,
    )
