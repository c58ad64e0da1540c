"""The index of search: what each record that can be found says, in one table.

The words are kept beside it for the database's own full-text search (migration 0002):
a table of FTS5 on SQLite, a column of its own on PostgreSQL; both follow each row by
themselves.
"""

from __future__ import annotations

from django.db import models


class SearchEntry(models.Model):
    """One record as search knows it.

    ``noun`` is the model's label and ``key`` the record's own. The number is no key of
    anything: FTS5 counts its rows by whole numbers, so each entry has one.
    """

    id = models.BigAutoField(primary_key=True)
    noun = models.CharField(max_length=80)
    key = models.UUIDField()
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    words = models.TextField(blank=True)
    url = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["noun", "key"], name="one_search_entry_a_record"
            )
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.key}"
