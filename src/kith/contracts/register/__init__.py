"""The indicator register: what agencies only ever send as counts, as data.

What ships with Kith stands in ``indicators.toml``; a site's own changes in a file of
the same shape, which the web writes and the engine reads. When a definition changes so
that it counts something else, its version rises, ``valid_from`` says when, and its
series breaks there.
"""

from kith.contracts.register.indicator import Break, Indicator, RegisterError
from kith.contracts.register.loading import read, shipped
from kith.contracts.register.writing import SITE_REGISTER, register_to_toml


__all__ = [
    "SITE_REGISTER",
    "Break",
    "Indicator",
    "RegisterError",
    "read",
    "register_to_toml",
    "shipped",
]
