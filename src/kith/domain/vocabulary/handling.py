"""How the fields of a table are handled: what each holds, how long, and how it is scrubbed.

Each web application has one module ``handling.py`` with ``HANDLING``: a value of this
type for each of its models. A fence compares it with the models, field by field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Handling:
    """One table. Every field stands in exactly one of the four kinds.

    ``plain`` says nothing about a person and is kept in a scrubbed copy: keys, dates,
    states, codes. ``people`` links to or names a person: the link stays, the name and
    address become invented ones. ``words`` is what somebody wrote: replaced by filler.
    ``secret`` lets somebody in: emptied.

    ``retention`` says how long a row is kept and why; periods that the law leaves open
    are configuration. ``is_append_only`` rows are added and never changed.
    """

    model: str
    retention: str
    plain: tuple[str, ...]
    people: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    is_append_only: bool = False

    def fields(self) -> Iterator[str]:
        """Every field that is named, as often as it is."""
        yield from (*self.plain, *self.people, *self.words, *self.secret)
