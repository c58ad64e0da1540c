"""Whose consent it is, and what an area's figure may do beside others'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from kith.web.organisations.models import Area, Organisation


@dataclass(frozen=True)
class Party:
    """An area for itself, or its police or health for their figures of the area."""

    area: Area
    organisation: Organisation | None = None

    @property
    def code(self) -> str:
        """As a form sends it."""
        whose = f":{self.organisation.pk}" if self.organisation else ""
        return f"{self.area.code}{whose}"

    @property
    def name(self) -> str:
        """As a page says it."""
        if self.organisation is None:
            return self.area.name
        return f"{self.organisation.name}, for {self.area.name}"


@dataclass(frozen=True)
class Shared:
    """Whether an area's figure is shown beside others' to this viewer.

    ``not_by`` names who has not consented, ``owner`` is the police or health where the
    figure is theirs besides the area's. Their own area's figure people see all the
    same: ``is_own``.
    """

    not_by: tuple[str, ...] = ()
    owner: str = ""
    is_own: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether this viewer sees it."""
        return self.is_own or not self.not_by
