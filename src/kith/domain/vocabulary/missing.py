"""Where a child was missing from, as the guidance tells them apart."""

from __future__ import annotations

from enum import StrEnum


class MissingSetting(StrEnum):
    """The recorded values; not known is always shown.

    Source: DfE, Statutory guidance on children who run away or go missing from home
    or care, January 2014: a child placed here by another authority is its own.
    """

    HOME = "home"
    OWN_CARE = "own_care"
    PLACED_IN = "placed_in"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        """The words for a page."""
        return {
            MissingSetting.HOME: "Home",
            MissingSetting.OWN_CARE: "Care of this authority",
            MissingSetting.PLACED_IN: "Placed here by another authority",
            MissingSetting.NOT_KNOWN: "Not known",
        }[self]
