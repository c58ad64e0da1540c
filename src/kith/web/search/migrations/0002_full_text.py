"""The words of each entry, as the database's own full-text search keeps them.

They follow the entry by themselves: by triggers on SQLite, as a generated column on
PostgreSQL, so no way of writing an entry leaves them behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations


if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


# Porter's stems join "meetings" and "meeting"; unicode61 leaves accents aside.
_SQLITE = (
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        title, words, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3')
    """,
    """
    CREATE TRIGGER search_words_follow_new AFTER INSERT ON search_searchentry BEGIN
        DELETE FROM search_words WHERE rowid = NEW.id;
        INSERT INTO search_words (rowid, title, words)
            VALUES (NEW.id, NEW.title, NEW.words);
    END
    """,
    """
    CREATE TRIGGER search_words_follow_change AFTER UPDATE ON search_searchentry BEGIN
        DELETE FROM search_words WHERE rowid = OLD.id;
        INSERT INTO search_words (rowid, title, words)
            VALUES (NEW.id, NEW.title, NEW.words);
    END
    """,
    """
    CREATE TRIGGER search_words_follow_gone AFTER DELETE ON search_searchentry BEGIN
        DELETE FROM search_words WHERE rowid = OLD.id;
    END
    """,
)

# PostgreSQL would read "ACT-2021-3" as the numbers -2021 and -3, "a.b" as a machine and
# "<b>" as mark-up, so marks are blanks; the typographic apostrophe is among them.
_BLANKED = "-/._@:,;\u2019<>&()[]=+#~"
_MARKS = f"'{_BLANKED}', '{' ' * len(_BLANKED)}'"
_POSTGRESQL = (
    f"""
    ALTER TABLE search_searchentry ADD COLUMN document tsvector
        GENERATED ALWAYS AS (
            setweight(
                to_tsvector('english'::regconfig, translate(title, {_MARKS})), 'A')
            || setweight(
                to_tsvector('english'::regconfig, translate(words, {_MARKS})), 'B')
        ) STORED
    """,
    "CREATE INDEX search_document ON search_searchentry USING gin (document)",
)


def keep_words(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the full-text part of this kind of database."""
    kinds = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
    for made in kinds[editor.connection.vendor]:
        editor.execute(made, None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [
        migrations.RunPython(keep_words, migrations.RunPython.noop, elidable=False)
    ]
