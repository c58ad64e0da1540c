"""What the police tell: domestic abuse notifications and police protection."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form


NOTIFICATIONS = FactTable(
    "notifications",
    "a domestic abuse notification about one child, by the police to the council",
    Form.EVENT,
    key=("notification_id",),
    date="notified_on",
    told_by=("police",),
    columns=(
        Column(
            "notification_id",
            ColumnType.TEXT,
            "the force's number for it, keyed digest",
            required=True,
        ),
        Column("notified_on", ColumnType.DATE, "day sent", required=True),
        Column(
            "incident_id",
            ColumnType.TEXT,
            "the incident; several children may share one",
        ),
        Column(
            "risk",
            ColumnType.CODE,
            "the force's grade",
            codes=("standard", "medium", "high", "not_known"),
        ),
    ),
)

POLICE_PROTECTIONS = FactTable(
    "police_protections",
    "a use of police protection under section 46 of the Children Act 1989",
    Form.EVENT,
    key=("child", "started_at"),
    date="started_on",
    told_by=("police",),
    columns=(
        Column("started_on", ColumnType.DATE, "day it began", required=True),
        Column("started_at", ColumnType.DATETIME, "moment it began"),
        Column("ended_at", ColumnType.DATETIME, "moment it ended"),
    ),
)

TABLES = (NOTIFICATIONS, POLICE_PROTECTIONS)
