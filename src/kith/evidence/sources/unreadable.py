"""A file that cannot be read: what is wrong, and what to do about it."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818 - the name says what happened to the file
    """A file, or one sheet of it, cannot be read.

    The message and the remedy are sentences for the person who sent the file; they
    never hold a value from it.
    """

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.remedy = remedy
