"""One typed table per event or spell. Every feed maps to facts; measures read facts.

``FACTS`` names them all. `FactTable` says what each row is, which columns make two
rows the same event, and which feeds may tell it, the fullest first.
"""

from kith.contracts.facts import (
    care,
    early_help,
    enquiries,
    front_door,
    missing,
    people,
    plans,
    police,
    safeguarding,
    schools,
    supplied,
)
from kith.contracts.facts.fact_table import LINEAGE, PERSON, FactTable, Form


FACTS: dict[str, FactTable] = {
    table.name: table
    for module in (
        people,
        front_door,
        enquiries,
        plans,
        care,
        missing,
        early_help,
        schools,
        police,
        safeguarding,
        supplied,
    )
    for table in module.TABLES
}

__all__ = ["FACTS", "LINEAGE", "PERSON", "FactTable", "Form"]
