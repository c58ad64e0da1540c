"""The indicators in force: those that ship with Kith, as this site changed them."""

from __future__ import annotations

import os
from pathlib import Path

from kith.contracts.register import SITE_REGISTER, Indicator, RegisterError, read
from kith.contracts.register import shipped as shipped_register


def site_register() -> Path:
    """Where this site's own register stands, whether or not it does.

    ``KITH_REGISTER`` names it; else it lies in ``KITH_HOME``.
    """
    said = os.environ.get("KITH_REGISTER")
    home = Path(os.environ.get("KITH_HOME", "var"))
    return Path(said) if said else home / SITE_REGISTER


def in_force() -> dict[str, Indicator]:
    """Every indicator by code: shipped ones in the register's order, then the site's.

    Raises:
        RegisterError: the site's register cannot be read.
    """
    path = site_register()
    if not path.is_file():
        return shipped_register()
    try:
        return shipped_register() | read(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, RegisterError) as fault:
        raise RegisterError(f"{path} cannot be read: {fault}") from None


INDICATORS: dict[str, Indicator] = in_force()
"""Every indicator in force, by code."""

__all__ = ["INDICATORS", "Indicator", "RegisterError", "in_force", "site_register"]
