"""Sex as the national returns record it."""

from __future__ import annotations

from enum import StrEnum


class Sex(StrEnum):
    """The recorded values; not known is always shown."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        """The word for a page."""
        return self.value.replace("_", " ").capitalize()
