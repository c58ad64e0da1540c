"""The indicator register: what agencies only ever send as counts, as data.

A new indicator is a new entry in ``indicators.toml``; no code changes. When a
definition changes its version rises, its ``valid_from`` says when, and its series
breaks there.
"""

from kith.evidence.measures.register.indicator import Indicator, RegisterError
from kith.evidence.measures.register.loading import load, read


INDICATORS: dict[str, Indicator] = load()
"""Every registered indicator by code, in the register's order."""

__all__ = ["INDICATORS", "Indicator", "RegisterError", "read"]
