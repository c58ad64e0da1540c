"""Which tables an archive holds, and how each value is written: the same on both
databases, so that the same rows give the same bytes."""

from __future__ import annotations

import base64
import importlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models


if TYPE_CHECKING:
    from kith.domain.vocabulary.handling import Handling


LEFT_BEHIND = {
    "access.invitation": "lets somebody in: people are invited anew",
    "access.knowndevice": "recognises a browser of the old address",
    "api.keptanswer": "answers of one day, given again to programs of the old address",
    "api.pace": "how fast somebody asks on this machine",
    "explorations.exploration": "answers of thirty days: asked anew at the new place",
    "explorations.rowopening": "rows open for an hour on this machine",
    "search.searchentry": "made anew from the records",
    "notices.job": "the queue of this machine",
    "notices.heartbeat": "the sign of life of this machine",
}
"""Tables of Kith that do not travel, and why. Those whose rows let somebody in are
found by themselves: a secret that must be unique cannot be emptied."""

ORDERS = {"audit.event": ("sequence",)}
"""Tables whose own guards ask for an order; every other goes by its key."""

LAST = "audit.chainhead"
"""The end of the chain is only accepted once its event is there."""


@dataclass(frozen=True)
class ArchivedTable:
    """One table: its columns in order, and those that are emptied on the way."""

    model: type[models.Model]
    columns: tuple[models.Field[Any, Any], ...]
    emptied: frozenset[str]

    @property
    def name(self) -> str:
        """Its name in the archive: application and model."""
        return self.model._meta.label_lower

    @property
    def order(self) -> tuple[str, ...]:
        """How its rows are ordered."""
        return ORDERS.get(self.name, ("pk",))

    def line(self, row: dict[str, Any]) -> bytes:
        """A row as one line of JSON."""
        said = {
            one.attname: emptied(one)
            if one.attname in self.emptied
            else written(row[one.attname])
            for one in self.columns
        }
        return (
            json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            + "\n"
        ).encode()

    def row(self, line: bytes) -> models.Model:
        """A line as a row, not saved.

        Raises:
            ValueError: the line is not a row of this table.
        """
        said = json.loads(line)
        if said.keys() != {one.attname for one in self.columns}:
            raise ValueError("other columns")
        return self.model(
            **{one.attname: read(one, said[one.attname]) for one in self.columns}
        )


def archived_tables() -> list[ArchivedTable]:
    """Every table that travels, in the order in which it is read back."""
    found = []
    for config in apps.get_app_configs():
        if not config.name.startswith("kith.web."):
            continue
        secrets = _secrets(config.name)
        for model in config.get_models(include_auto_created=True):
            label = model._meta.label_lower
            hidden = secrets.get(model.__name__, frozenset())
            if label in LEFT_BEHIND or _is_a_way_in(model, hidden):
                continue
            columns = tuple(model._meta.concrete_fields)
            found.append(ArchivedTable(model, columns, hidden))
    return sorted(found, key=lambda one: (one.name == LAST, one.name))


def _secrets(room: str) -> dict[str, frozenset[str]]:
    """The secret fields of each model of a room, as its ``handling`` says."""
    secrets = {}
    if find_spec(f"{room}.handling") is not None:
        told: tuple[Handling, ...] = importlib.import_module(
            f"{room}.handling"
        ).HANDLING
        secrets = {one.model: frozenset(one.secret) for one in told}
    if room == "kith.web.access":
        secrets["Person"] = secrets.get("Person", frozenset()) | {"password"}
    return secrets


def _is_a_way_in(model: type[models.Model], secret: frozenset[str]) -> bool:
    """Whether the table is only there to let somebody in."""
    named = {
        name
        for one in model._meta.constraints
        if isinstance(one, models.UniqueConstraint)
        for name in one.fields
    }
    return any(
        model._meta.get_field(name).unique or name in named  # type: ignore[union-attr] # a concrete field
        for name in secret
    )


def emptied(column: models.Field[Any, Any]) -> Any:
    """What stands in place of a secret: nothing that opens a door."""
    if column.null:
        return None
    if column.attname == "password":
        return UNUSABLE_PASSWORD_PREFIX
    return {} if isinstance(column, models.JSONField) else ""


def written(value: Any) -> Any:
    """A value in JSON, one way only."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def read(column: models.Field[Any, Any], said: Any) -> Any:
    """A value of JSON as the column holds it.

    Raises:
        ValueError: it is none of this column.
    """
    if said is None or isinstance(column, models.JSONField):
        return said
    if isinstance(column, models.BinaryField):
        return base64.b64decode(said)
    if isinstance(column, models.ForeignKey):
        return column.target_field.to_python(said)
    return column.to_python(said)
