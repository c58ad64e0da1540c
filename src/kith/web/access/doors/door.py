"""What a door is: a route, who may pass, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from kith.web.access.permissions import Permission


class Who(StrEnum):
    """The kinds of viewer a route is open to, where no permission is asked."""

    ANYBODY = "anybody"
    SIGNING_IN = "somebody with a password given and the second factor still to come"
    SIGNED_IN = "everybody signed in"
    TOKEN = "a program with any token of an organisation"  # noqa: S105 - words
    READING_TOKEN = "a program with a token that may read returns"  # noqa: S105 - words
    SENDING_TOKEN = "a program with a token that may send returns"  # noqa: S105 - words


BY_TOKEN = frozenset({Who.TOKEN, Who.READING_TOKEN, Who.SENDING_TOKEN})
"""Doors for programs: a session in a browser opens none of them, nor a token any other."""


class Answer(StrEnum):
    """What comes back: a page for people, which the browser tests open, or not."""

    PAGE = "page"
    OTHER = "other"
    CHANGE = "change"


@dataclass(frozen=True)
class Door:
    """A route by its name, who may pass, and what stands behind it.

    With a permission, whoever holds it nowhere gets the 404 of a page that is not
    there; which records are theirs is for the noun's queries. A change is asked for by
    POST alone.
    """

    route: str
    who: Who | Permission
    behind: str
    answer: Answer = Answer.PAGE
