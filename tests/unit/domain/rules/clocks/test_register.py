"""The register of clocks: every clock the field knows, each with its authority."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kith.domain.rules.clocks.clock import Reading, Standing
from kith.domain.rules.clocks.due import answers
from kith.domain.rules.clocks.register import (
    CLOCKS,
    UNTIMED_DUTIES,
    UnknownClock,
    clock_named,
)
from kith.domain.rules.rulebooks import rulebook


READINGS = [
    pytest.param(reading, id=f"{clock.name}-{reading.name}-{reading.rulebooks[0]}")
    for clock in CLOCKS.values()
    for reading in clock.readings
]

PLAIN_NAMES = {
    "annual_report_copies",
    "annual_report_draft",
    "annual_report_publication",
    "annual_report_signatures",
    "assessment",
    "care_leaver_death_notification",
    "cdop_review",
    "child_death_notification",
    "child_death_review_meeting",
    "children_missing_education",
    "data_breach",
    "ehc_plan",
    "first_protection_review",
    "freedom_of_information",
    "full_report_to_panel",
    "home_visit",
    "ilacs_action_plan",
    "initial_conference",
    "initial_health_assessment",
    "jtai_action_plan",
    "lado_referral",
    "later_protection_review",
    "local_review_publication",
    "looked_after_death_notification",
    "rapid_review",
    "referral_decision",
    "return_interview",
    "serious_incident_notification",
    "subject_access",
}


def test_the_names_people_script_against_are_there() -> None:
    assert set(CLOCKS) >= PLAIN_NAMES


@pytest.mark.parametrize("name", CLOCKS)
def test_a_name_is_plain_and_finds_its_clock(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", name)
    assert clock_named(name).name == name


def test_an_unknown_name_finds_none() -> None:
    with pytest.raises(UnknownClock):
        clock_named("rapid_revue")


@pytest.mark.parametrize("reading", READINGS)
def test_a_reading_says_its_rule_source_and_start(reading: Reading) -> None:
    assert reading.rule.endswith(".")
    assert reading.source
    assert reading.starts.startswith("the ")
    assert not reading.doubt or reading.doubt.endswith(".")


@pytest.mark.parametrize("reading", READINGS)
def test_the_editions_of_a_reading_are_of_one_family(reading: Reading) -> None:
    assert len({rulebook(code).family for code in reading.rulebooks}) == 1


@pytest.mark.parametrize("reading", READINGS)
def test_a_local_target_and_only_that_belongs_to_local_practice(
    reading: Reading,
) -> None:
    assert (reading.standing is Standing.LOCAL) == (reading.rulebooks == ("local",))


@pytest.mark.parametrize("standing", Standing)
def test_only_a_local_clock_may_pause(standing: Standing) -> None:
    assert (standing.pauses == "may") == (standing is Standing.LOCAL)


@pytest.mark.parametrize("name", CLOCKS)
def test_in_one_edition_a_reading_stands_once(name: str) -> None:
    stated = [
        (reading.name, code)
        for reading in CLOCKS[name].readings
        for code in reading.rulebooks
    ]
    assert len(stated) == len(set(stated))


@pytest.mark.parametrize("name", CLOCKS)
def test_every_clock_answers_for_a_day_of_2024(name: str) -> None:
    for answer in answers(name, date(2024, 7, 18)):
        assert answer.due.on != answer.start
        assert answer.rule
        assert answer.source


@pytest.mark.parametrize(
    "name",
    [
        "child_death_notification",
        "lado_conclusion",
        "lado_first_response",
        "annual_report_draft",
        "annual_report_signatures",
    ],
)
def test_local_targets_are_never_shown_as_law(name: str) -> None:
    for answer in answers(name, date(2024, 7, 18)):
        assert answer.reading.standing.value == "local target, not law"


@pytest.mark.parametrize(
    ("name", "certain"),
    [
        ("serious_incident_notification", True),
        ("initial_conference", True),
        ("jtai_action_plan", True),
        ("rapid_review", False),  # from awareness or from notification
        ("lado_conclusion", False),  # whether it survives
        ("children_missing_education", False),  # school days are not held
        ("disagreement_escalation", False),  # every area has its own
    ],
)
def test_doubt_stands_where_the_field_doubts(name: str, certain: bool) -> None:
    assert {a.certain for a in answers(name, date(2024, 7, 18))} == {certain}


def test_a_duty_without_a_number_has_no_clock() -> None:
    assert all(not re.search(r"\d", duty.when) for duty in UNTIMED_DUTIES)
