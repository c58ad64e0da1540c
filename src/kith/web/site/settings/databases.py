"""How each database is opened, wherever the site runs."""

from __future__ import annotations

from typing import Any

import dj_database_url


PATIENCE = 20
"""Seconds that a writer of SQLite waits for another."""

SQLITE = {
    # Two writers that both began by reading would end in a fault at the second write.
    "transaction_mode": "IMMEDIATE",
    "timeout": PATIENCE,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def database(address: str) -> dict[str, Any]:
    """Django's description of the database at an address."""
    described: dict[str, Any] = dict(dj_database_url.parse(address))
    if described["ENGINE"].endswith("sqlite3"):
        described["OPTIONS"] = {**described.get("OPTIONS", {}), **SQLITE}
    else:
        described.update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
    return described
