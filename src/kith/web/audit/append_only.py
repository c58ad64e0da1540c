"""Tables that are only ever added to: refused here at the model and its queryset.

The audit trail's own are also refused by the database itself (migration 0002).
"""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.db import models


Row = TypeVar("Row", bound=models.Model, covariant=True)


class AppendOnlyError(TypeError):
    """Somebody tried to change or remove what is only ever added to."""


class AppendOnlyRows(models.QuerySet[Row]):
    """A queryset that adds and reads, and refuses the rest."""

    def update(self, **_: object) -> NoReturn:
        raise AppendOnlyError("this is only added to, never changed")

    def delete(self) -> NoReturn:
        raise AppendOnlyError("this is only added to, never removed")

    def bulk_update(self, *_: object, **__: object) -> NoReturn:
        raise AppendOnlyError("this is only added to, never changed")

    def update_or_create(self, *_: object, **__: object) -> NoReturn:
        raise AppendOnlyError("this is only added to, never changed")


class AppendOnly(models.Model):
    """A row that is written once. Give such a table this as its base."""

    objects: models.Manager[Any] = AppendOnlyRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row, the first time only."""
        if not self._state.adding:
            raise AppendOnlyError("this is only added to, never changed")
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *_: object, **__: object) -> NoReturn:
        raise AppendOnlyError("this is only added to, never removed")
