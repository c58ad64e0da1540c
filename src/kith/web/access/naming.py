"""The names of bodies and areas, which stand in rooms above this one.

`site` registers the two tables; access and the audit pages only ever read a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from django.db.models import Model


_TABLES: dict[str, type[Model]] = {}


def register_names(*, bodies: type[Model], areas: type[Model]) -> None:
    """Say which tables hold the names; called once, when the site starts."""
    _TABLES.update(bodies=bodies, areas=areas)


def body_names(keys: Iterable[UUID]) -> dict[UUID, str]:
    """The name of each of these bodies, in order of name, in one query."""
    return dict(_names("bodies", set(keys)))


def area_names(codes: Iterable[str]) -> dict[str, str]:
    """The name of each of these areas, in order of name, in one query."""
    return dict(_names("areas", set(codes)))


def _names(table: str, keys: set[Any]) -> Iterator[tuple[Any, str]]:
    model = _TABLES.get(table)
    if model is not None and keys:
        found = model._default_manager.filter(pk__in=keys).order_by("name", "pk")
        yield from found.values_list("pk", "name")
