"""One search in the words of two databases: FTS5 of SQLite, tsvector of PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.db.models.expressions import RawSQL


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.search.asking import Asked
    from kith.web.search.models import SearchEntry


_IN_TITLE = 8.0
"""How much more a word in the title says than one in the text; PostgreSQL's own weights
(A to B) are near to that."""


def matching(rows: QuerySet[SearchEntry], asked: Asked) -> QuerySet[SearchEntry]:
    """The entries that hold every term."""
    if connection.vendor == "sqlite":
        found = RawSQL(
            "SELECT rowid FROM search_words WHERE search_words MATCH %s",
            (_for_sqlite(asked),),
        )
    else:
        made, words = _for_postgresql(asked)
        found = RawSQL(  # noqa: S611 - what was typed is a parameter
            f"SELECT id FROM search_searchentry WHERE document @@ ({made})",  # noqa: S608 - the same
            words,
        )
    return rows.filter(pk__in=found)


def best_first(rows: QuerySet[SearchEntry], asked: Asked) -> QuerySet[SearchEntry]:
    """The entries that hold every term, the most telling first."""
    if connection.vendor == "sqlite":
        # A correlated rank would count the whole index again for each row.
        return rows.extra(  # noqa: S610 - what was typed is a parameter
            select={"rank": f"bm25(search_words, {_IN_TITLE}, 1.0)"},
            tables=["search_words"],
            where=[
                "search_words MATCH %s",
                "search_words.rowid = search_searchentry.id",
            ],
            params=[_for_sqlite(asked)],
            order_by=["rank", "title", "id"],
        )
    made, words = _for_postgresql(asked)
    rank = RawSQL(  # noqa: S611 - what was typed is a parameter
        f"ts_rank_cd(search_searchentry.document, ({made}))", words
    )
    return matching(rows, asked).annotate(rank=rank).order_by("-rank", "title", "id")


def _for_sqlite(asked: Asked) -> str:
    """Each term in quotation marks, so that none of it is an operator of FTS5."""
    return " ".join(
        f'"{" ".join(term.words)}"{"" if term.is_quoted else "*"}'
        for term in asked.terms
    )


def _for_postgresql(asked: Asked) -> tuple[str, tuple[str, ...]]:
    """The query's SQL, and its words: letters and digits alone, so never a fault."""
    parts, words = [], []
    for term in asked.terms:
        if term.is_quoted:
            parts.append("phraseto_tsquery('english', %s)")
            words.append(" ".join(term.words))
        else:
            parts.append("to_tsquery('english', %s)")
            words.append(f"{term.words[0]}:*")
    return " && ".join(parts), tuple(words)
