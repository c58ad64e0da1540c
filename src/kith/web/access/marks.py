"""The mark of what people may see and do: while it stands, nothing of it has changed.

One row of the database holds a random mark. Triggers of the database, not this
program, write a new one at any change of a table that a viewer is made from
(docs/adr/0013): the application, another process and a hand in the database alike. What
was looked up under a mark may be kept in memory for as long as that mark is found.

A random mark never returns, whereas a number would: a transaction that is undone, or a
database restored from a copy, would count to it again over other rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection, migrations


if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


MOMENTS = ("INSERT", "UPDATE", "DELETE")
_NEW_MARK = "UPDATE access_mark SET mark = {} WHERE id = 1"


def current_mark() -> str:
    """The mark that stands now; empty where nothing may be kept in memory.

    PostgreSQL writes the new mark as a transaction commits, so within one the mark says
    nothing of the transaction's own changes.
    """
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT mark FROM access_mark WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else ""


def watched(*tables: str) -> migrations.RunPython:
    """A migration's step: from now on every change of these tables makes a new mark.

    The table of the mark is made by the same step where it is not there yet.
    """

    def watch(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        kinds = {"sqlite": _sqlite, "postgresql": _postgresql}
        for made in kinds[editor.connection.vendor](tables):
            editor.execute(made, None)

    return migrations.RunPython(watch, migrations.RunPython.noop, elidable=False)


def _sqlite(tables: tuple[str, ...]) -> list[str]:
    new = "lower(hex(randomblob(16)))"
    triggers = [
        f"CREATE TRIGGER {_name(table, moment)} AFTER {moment} ON {table} "
        f"BEGIN {_NEW_MARK.format(new)}; END"
        for table in tables
        for moment in MOMENTS
    ]
    return [*_table(new), *triggers]


def _postgresql(tables: tuple[str, ...]) -> list[str]:
    """Deferred: every transaction locks the one row last of all, as it commits.

    Locked at the change itself, it would be held while the transaction goes on to lock
    other rows, and two could wait for each other.
    """
    new = "gen_random_uuid()::text"
    function = f"""
        CREATE OR REPLACE FUNCTION access_marks() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
            {_NEW_MARK.format(new)};
            RETURN NULL;
        END $$
    """
    rows = [
        f"CREATE CONSTRAINT TRIGGER {_name(table, moment)} AFTER {moment} ON {table} "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_marks()"
        for table in tables
        for moment in MOMENTS
    ]
    whole = [
        f"CREATE TRIGGER {_name(table, 'TRUNCATE')} AFTER TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION access_marks()"
        for table in tables
    ]
    return [*_table(new), function, *rows, *whole]


def _table(new: str) -> list[str]:
    made = """
        CREATE TABLE IF NOT EXISTS access_mark (
            id integer PRIMARY KEY CHECK (id = 1),
            mark varchar(36) NOT NULL
        )
    """
    first = "INSERT INTO access_mark (id, mark) VALUES (1, {}) ON CONFLICT DO NOTHING"
    return [made, first.format(new)]


def _name(table: str, moment: str) -> str:
    return f"{table}_marks_{moment.lower()}"
