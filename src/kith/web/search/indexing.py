"""Keeps the index: every action's record is found by its new words, in the same
transaction, so search never knows more or less than the records say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.home.noun import nouns
from kith.web.search.models import SearchEntry


if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from django.db.models import Model

    from kith.web.audit.recording import Recording
    from kith.web.home.noun import Searching


MOST_LETTERS = 100_000
"""What is kept of a long text: PostgreSQL holds one megabyte of stems a row."""

AT_ONCE = 500


def searchable() -> Iterator[tuple[type[Model], Searching]]:
    """Every model that can be found, and how."""
    for noun in nouns():
        yield from noun.searching


def index_followed(told: Recording) -> None:
    """What an action was about is indexed anew; `site` puts this among the followers.

    Reads are events too; they name records that have not changed, and are passed by.
    """
    for record in (told.record, *told.beside):
        if record is not None:
            index(type(record), record.pk)


def index(model: type[Model], key: UUID) -> None:
    """One record is found by what it says now, or no longer found at all."""
    for known, searching in searchable():
        if known is model:
            _put(model, key, searching)


def _put(model: type[Model], key: UUID, searching: Searching) -> None:
    # Read again: the action may hold the row as it was before its last change.
    record = model._default_manager.filter(pk=key).first()
    entry = _entry(record, searching) if record is not None else None
    if entry is None:
        SearchEntry.objects.filter(noun=model._meta.label_lower, key=key).delete()
        return
    SearchEntry.objects.update_or_create(
        noun=entry.noun,
        key=entry.key,
        defaults={
            "kind": entry.kind,
            "title": entry.title,
            "words": entry.words,
            "url": entry.url,
        },
    )


def _entry(record: Model, searching: Searching) -> SearchEntry | None:
    text = searching.text_of(record)
    if text is None:
        return None
    return SearchEntry(
        noun=record._meta.label_lower,
        key=record.pk,
        kind=text.kind[:60],
        title=_kept(text.title)[:300],
        words=_kept(text.words)[:MOST_LETTERS],
        url=text.url[:300],
    )


def _kept(words: str) -> str:
    """PostgreSQL holds no NUL."""
    return words.replace("\0", " ")


def index_all() -> int:
    """Every record is indexed anew; how many can be found. Inside a transaction."""
    SearchEntry.objects.all().delete()
    count = 0
    for model, searching in searchable():
        batch: list[SearchEntry] = []
        for record in model._default_manager.order_by("pk").iterator(AT_ONCE):
            entry = _entry(record, searching)
            if entry is not None:
                batch.append(entry)
            if len(batch) == AT_ONCE:
                count += len(SearchEntry.objects.bulk_create(batch))
                batch = []
        count += len(SearchEntry.objects.bulk_create(batch))
    return count
