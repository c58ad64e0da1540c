"""The database itself refuses to change or remove what the trail holds.

Whoever owns the database can take the triggers away; then ``kith audit verify`` finds
what was done, and a head of the chain that was written elsewhere finds even a chain
that was written anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations


if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


KEPT = ("audit_event", "audit_touched", "audit_lookedinto")
"""Tables that are only ever added to."""

HEAD = "audit_chainhead"

OUT_OF_PLACE = """
    NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM audit_event)
    OR NEW.digest_before <> COALESCE(
        (SELECT digest FROM audit_event WHERE sequence = NEW.sequence - 1), '')
"""
"""An event is only ever added at the end, bound to the one before it."""

NOT_AN_EVENT = """
    NEW.sequence <> 0 AND NOT EXISTS (
        SELECT 1 FROM audit_event
        WHERE sequence = NEW.sequence AND digest = NEW.digest)
"""
BACKWARDS = f"NEW.sequence < OLD.sequence OR ({NOT_AN_EVENT})"
"""The chain's end only moves on, and only to an event that is there."""


def _sqlite() -> list[str]:
    def trigger(name: str, table: str, moment: str, when: str, words: str) -> str:
        return (
            f"CREATE TRIGGER {name} BEFORE {moment} ON {table} "
            f"{f'WHEN {when} ' if when else ''}"
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )

    made = [
        trigger(
            f"{table}_no_{moment.lower()}",
            table,
            moment,
            "",
            f"{table} is only added to",
        )
        for table in KEPT
        for moment in ("UPDATE", "DELETE")
    ]
    return [
        *made,
        trigger(
            "audit_event_at_the_end",
            "audit_event",
            "INSERT",
            OUT_OF_PLACE,
            "an audit event is added at the end of the chain",
        ),
        trigger(f"{HEAD}_stays", HEAD, "DELETE", "", "the chain keeps its end"),
        trigger(f"{HEAD}_moves_on", HEAD, "UPDATE", BACKWARDS, "the chain only grows"),
        trigger(f"{HEAD}_begins", HEAD, "INSERT", NOT_AN_EVENT, "the chain only grows"),
    ]


def _postgresql() -> list[str]:
    refuses = """
        CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is only added to', TG_TABLE_NAME
                USING ERRCODE = 'integrity_constraint_violation';
        END $$
    """

    def checks(name: str, condition: str, words: str) -> str:
        return f"""
            CREATE OR REPLACE FUNCTION {name}() RETURNS trigger
            LANGUAGE plpgsql AS $$
            BEGIN
                IF {condition} THEN
                    RAISE EXCEPTION '{words}'
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                RETURN NEW;
            END $$
        """

    def guard(name: str, table: str, moment: str, function: str, each: str) -> str:
        return (
            f"CREATE TRIGGER {name} BEFORE {moment} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION {function}()"
        )

    made = [
        refuses,
        checks("audit_event_order", OUT_OF_PLACE, "an audit event goes at the end"),
        checks("audit_head_moves", BACKWARDS, "the chain only grows"),
        checks("audit_head_begins", NOT_AN_EVENT, "the chain only grows"),
    ]
    for table in KEPT:
        made += [
            guard(f"{table}_kept", table, "UPDATE OR DELETE", "audit_refuses", "ROW"),
            guard(f"{table}_whole", table, "TRUNCATE", "audit_refuses", "STATEMENT"),
        ]
    return [
        *made,
        guard("audit_event_at_the_end", KEPT[0], "INSERT", "audit_event_order", "ROW"),
        guard(f"{HEAD}_moves_on", HEAD, "UPDATE", "audit_head_moves", "ROW"),
        guard(f"{HEAD}_begins", HEAD, "INSERT", "audit_head_begins", "ROW"),
        guard(f"{HEAD}_stays", HEAD, "DELETE", "audit_refuses", "ROW"),
        guard(f"{HEAD}_whole", HEAD, "TRUNCATE", "audit_refuses", "STATEMENT"),
    ]


def set_guards(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers of this kind of database in place."""
    kinds = {"sqlite": _sqlite, "postgresql": _postgresql}
    for made in kinds[editor.connection.vendor]():
        editor.execute(made, None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunPython(set_guards, migrations.RunPython.noop, elidable=False)
    ]
