"""No measure without its reference, its specification and its place in the catalogue."""

from __future__ import annotations

import pytest

from kith.contracts.published.measures import COLUMNS, QUESTIONS
from kith.evidence.measures import DEFINITIONS, MEASURES, catalogue
from kith.evidence.measures.breakdowns import DIMENSIONS
from tests.lib.reference.measures import REFERENCE
from tests.spec.measures.test_measures import CASES


NAMED_IN_THE_FIELD = [
    "contacts",
    "referrals",
    "re_referrals",
    "referrals_no_further_action",
    "assessments_completed",
    "strategy_discussions",
    "section_47_enquiries",
    "initial_conferences",
    "transfer_in_conferences",
    "protection_plans_started",
    "domestic_abuse_notifications",
    "missing_episodes",
    "return_interviews_offered",
    "return_interviews_completed",
    "lado_referrals",
    "lado_advice",
    "early_help_started",
    "police_protections",
    "children_in_need",
    "children_on_need_plans",
    "children_on_protection_plans",
    "children_looked_after",
    "care_leavers_served",
    "children_with_early_help",
    "children_missing",
    "children_home_educated",
    "children_in_need_at_date",
    "protection_plans_at_date",
    "children_looked_after_at_date",
    "ehc_plans_open",
    "home_educated_at_date",
    "children_population",
    "referral_rate",
    "section_47_rate",
    "initial_conference_rate",
    "protection_plan_rate",
    "looked_after_rate",
    "children_in_need_rate",
    "domestic_abuse_notification_rate",
    "re_referral_share",
    "referral_no_further_action_share",
    "decision_timeliness",
    "assessment_timeliness",
    "conference_timeliness",
    "repeat_plan_share",
    "return_interview_timeliness",
    "median_assessment_working_days",
]


def test_every_measure_has_a_reference_and_a_case() -> None:
    assert set(REFERENCE) == set(MEASURES)
    assert {case.measure for case in CASES} == set(MEASURES)


def test_every_measure_the_field_names_is_there() -> None:
    assert set(NAMED_IN_THE_FIELD) <= set(MEASURES)


def test_the_catalogue_holds_every_definition_with_every_column() -> None:
    rows = catalogue()
    assert [row["code"] for row in rows] == list(DEFINITIONS)
    assert {frozenset(row) for row in rows} == {frozenset(c.name for c in COLUMNS)}
    assert {row["question"] for row in rows} <= set(dict(QUESTIONS))


@pytest.mark.parametrize("code", [c for c in MEASURES if "timeliness" in c])
def test_every_timeliness_has_its_twin(code: str) -> None:
    shares = ("of_offered", "of_ended")
    base = code.removesuffix("_open_past_limit")
    for share in shares:
        base = base.removesuffix(f"_{share}")
    assert f"{base}_open_past_limit" in MEASURES


def test_no_measure_takes_a_breakdowns_name() -> None:
    assert not set(DEFINITIONS) & set(DIMENSIONS)
