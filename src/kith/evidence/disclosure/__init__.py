"""Figures in, what may be published out.

Small counts are hidden, then whatever would give them away, until an attack by
integer programme on the published figures finds at least so many possible values
for every hidden cell. What comes out is `Released`, and only that can be published.
A table that cannot be made safe is refused (`NotReleasableError`).
"""

from kith.evidence.disclosure.attack import Breach, attack
from kith.evidence.disclosure.beside import GivenAway, Table, given_away
from kith.evidence.disclosure.cells import Links
from kith.evidence.disclosure.release import release
from kith.evidence.disclosure.released import NotReleasableError, Released


__all__ = [
    "Breach",
    "GivenAway",
    "Links",
    "NotReleasableError",
    "Released",
    "Table",
    "attack",
    "given_away",
    "release",
]
