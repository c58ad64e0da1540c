"""The police's returns. The nation has no format; these are Kith's own."""

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import (
    Feed,
    FeedTable,
    FileFormat,
    area_column,
    child_columns,
    column,
)
from kith.domain.vocabulary.missing import MissingSetting


FEED = Feed(
    code="police",
    title="Police notifications, missing reports and police protection",
    owner="the police force",
    lawful_basis="Children Act 2004 s10, s11, s16E; UK GDPR Art 6(1)(e), 9(2)(g)",
    child_level=True,
    source="Kith's own format; the nation has none",
    formats=(FileFormat.CSV, FileFormat.XLSX, FileFormat.PARQUET),
    tables=(
        FeedTable(
            "domestic_abuse_notifications",
            "one row for each child named in each notification sent to the council",
            (
                column(
                    "notification_id",
                    T.TEXT,
                    "the force's number for this child's notification",
                    required=True,
                ),
                column(
                    "incident_id", T.TEXT, "the incident's number", may_be_absent=True
                ),
                *child_columns(),
                column("notified_on", T.DATE, "day it was sent", required=True),
                column(
                    "risk",
                    T.CODE,
                    "the force's grade",
                    codes=("standard", "medium", "high", "not_known"),
                    may_be_absent=True,
                ),
                area_column(),
            ),
            key=("notification_id",),
            file_names=("domestic_abuse_notifications", "da_notifications"),
            facts=("notifications",),
        ),
        FeedTable(
            "missing_reports",
            "one row for each report of a missing child",
            (
                *child_columns(),
                column(
                    "reported_at", T.DATETIME, "moment reported missing", required=True
                ),
                column(
                    "returned_at",
                    T.DATETIME,
                    "moment found or returned; empty while missing",
                    may_be_absent=True,
                ),
                column(
                    "missing_setting",
                    T.CODE,
                    "missing from where",
                    codes=tuple(MissingSetting),
                    may_be_absent=True,
                ),
                column(
                    "risk",
                    T.CODE,
                    "grade",
                    codes=("no_apparent", "low", "medium", "high", "not_known"),
                    may_be_absent=True,
                ),
                area_column(),
            ),
            key=("child_id", "reported_at"),
            file_names=("missing_reports", "police_missing"),
            facts=("missing_episodes",),
        ),
        FeedTable(
            "police_protections",
            "one row for each child taken into police protection (Children Act 1989 s46)",
            (
                *child_columns(),
                column("started_at", T.DATETIME, "moment it began", required=True),
                column("ended_at", T.DATETIME, "moment it ended", may_be_absent=True),
                area_column(),
            ),
            key=("child_id", "started_at"),
            file_names=("police_protections", "police_protection"),
            facts=("police_protections",),
        ),
    ),
)
