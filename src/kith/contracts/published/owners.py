"""Whose figures a measure holds, where they are the police's or health's.

A code that does not stand here is the area's own: its council's, its schools', or of
several together. The measures' register says the same; a test compares the two.
"""

from __future__ import annotations


POLICE, HEALTH = "police", "health"

OWNERS = {
    POLICE: (
        "domestic_abuse_notification_rate",
        "domestic_abuse_notifications",
        "operation_encompass_on_time",
        "overnight_police_detention",
        "police_protections",
        "radicalisation_referrals",
        "strip_searches",
    ),
    HEALTH: (
        "child_protection_medicals_on_time",
        "dental_checks_up_to_date",
        "domestic_abuse_midwifery_disclosures",
        "emergency_attendances_under_five",
        "female_genital_mutilation_newly_recorded",
        "health_visitor_new_birth_visits_on_time",
        "immunisations_up_to_date",
        "initial_health_assessments_on_time",
        "initial_health_assessments_open_past_limit",
        "injury_admissions_under_15",
        "mental_health_referrals",
        "mental_health_waiting_over_18_weeks",
        "review_health_assessments_up_to_date",
        "self_harm_admissions_rate",
    ),
}
"""Each agency with the measures that it owns."""


def owner_of(measure: str) -> str:
    """The agency whose figures these are besides the area's; empty for none."""
    for agency, codes in OWNERS.items():
        if measure in codes:
            return agency
    return ""
