"""The police's returns → facts. The force knows children by its own numbers."""

from __future__ import annotations

from kith.evidence.facts.mapping import FeedMapping, Mapping


TIMES_HELD = "NOT (hour({0}) = 0 AND minute({0}) = 0 AND second({0}) = 0)"
"""Midnight to the second is how a system writes a day without its time."""

_TELLS = (
    Mapping(
        "notifications",
        "domestic_abuse_notifications",
        {
            "notification_id": "t.notification_id",
            "notified_on": "t.notified_on",
            "incident_id": "t.incident_id",
            "risk": "t.risk",
        },
    ),
    Mapping(
        "missing_episodes",
        "missing_reports",
        {
            "missing_on": "CAST(t.reported_at AS DATE)",
            "missing_from": "t.reported_at",
            "returned_at": "t.returned_at",
            "returned_on": "CAST(t.returned_at AS DATE)",
            "times_held": TIMES_HELD.format("t.reported_at"),
            "missing_setting": "t.missing_setting",
        },
    ),
    Mapping(
        "police_protections",
        "police_protections",
        {
            "started_on": "CAST(t.started_at AS DATE)",
            "started_at": "t.started_at",
            "ended_at": "t.ended_at",
        },
    ),
)

MAPPING = FeedMapping(
    feed="police",
    tells=_TELLS,
    numbers={
        "domestic_abuse_notifications": "child_id",
        "missing_reports": "child_id",
        "police_protections": "child_id",
    },
    digests={
        "domestic_abuse_notifications": {
            "notification_id": "notification",
            "incident_id": "incident",
        }
    },
)
