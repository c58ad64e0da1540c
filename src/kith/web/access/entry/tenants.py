"""Organisations whose people sign in with their own account, at their own tenant.

``KITH_HOME/tenants.toml`` names them, one table a tenant::

    [[tenant]]
    id = "north-somerset"
    name = "North Somerset Council"
    server = "https://login.example.org/tenant/v2.0"
    client = "the client's id"
    secret_file = "north-somerset.secret"
    domains = ["north-somerset.example.org"]

``domains`` are the only addresses a tenant may speak for: a tenant vouches for its own
people, never for another organisation's. Whoever it vouches for must have been invited.
The tenant itself must ask for a second factor: naming it here says that it does.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured


if TYPE_CHECKING:
    from pathlib import Path


NEEDED = ("id", "name", "server", "client", "secret_file", "domains")


@dataclass(frozen=True)
class Tenant:
    """One organisation's own sign-in."""

    id: str
    name: str
    server: str
    client: str
    secret: str
    domains: tuple[str, ...]


def tenants_of(path: Path) -> tuple[Tenant, ...]:
    """The tenants that a file names; none where there is no file.

    Raises:
        ImproperlyConfigured: the file, or a secret, cannot be read or lacks something.
    """
    if not path.is_file():
        return ()
    try:
        written = tomllib.loads(path.read_text("utf-8")).get("tenant", [])
        return tuple(_tenant(one, path.parent) for one in written)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise ImproperlyConfigured(f"{path.name}: {wrong}") from wrong


def _tenant(said: dict[str, Any], folder: Path) -> Tenant:
    missing = [name for name in NEEDED if not said.get(name)]
    if missing:
        raise ImproperlyConfigured(f"tenants.toml: a tenant lacks {', '.join(missing)}")
    return Tenant(
        id=said["id"],
        name=said["name"],
        server=said["server"],
        client=said["client"],
        secret=(folder / said["secret_file"]).read_text("utf-8").strip(),
        domains=tuple(one.lower() for one in said["domains"]),
    )


def providers(tenants: tuple[Tenant, ...]) -> dict[str, Any]:
    """The tenants as the sign-in library reads them."""
    return {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": one.id,
                    "name": one.name,
                    "client_id": one.client,
                    "secret": one.secret,
                    "settings": {
                        "server_url": one.server,
                        "domains": list(one.domains),
                    },
                }
                for one in tenants
            ],
        }
    }
