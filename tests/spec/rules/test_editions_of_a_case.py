"""A case keeps the edition in force on its trigger date."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.rules.clocks.due import NoEdition, answers


IN_FORCE = [
    # clock, start, edition, certain
    ("serious_incident_notification", "2018-07-04", "wt-2018", True),
    ("serious_incident_notification", "2023-12-14", "wt-2018", True),
    ("serious_incident_notification", "2023-12-15", "wt-2023", True),
    ("serious_incident_notification", "2026-02-28", "wt-2023", True),
    ("serious_incident_notification", "2026-03-02", "wt-2026", False),
    ("designated_lead_training", "2025-08-31", "kcsie-2024", True),
    ("designated_lead_training", "2025-09-01", "kcsie-2025", True),
    ("designated_lead_training", "2026-09-01", "kcsie-2026", False),
    ("children_missing_education", "2024-08-18", "pupil-registration-2006", False),
    ("children_missing_education", "2024-08-19", "school-attendance-2024", False),
]


@pytest.mark.parametrize(("clock", "start", "edition", "certain"), IN_FORCE)
def test_the_edition_is_the_one_in_force_on_the_start(
    clock: str, start: str, edition: str, certain: bool
) -> None:
    answer = answers(clock, date.fromisoformat(start))[0]
    assert (answer.rulebook.code, answer.certain) == (edition, certain)
    assert bool(answer.doubt) is not certain


def test_a_named_edition_counts_whatever_the_date() -> None:
    day = date(2024, 7, 18)
    assert [a.rulebook.code for a in answers("rapid_review", day, "wt-2018")] == [
        "wt-2018",
        "wt-2018",
    ]


def test_a_reading_of_another_family_keeps_its_own_edition() -> None:
    found = answers("initial_conference", date(2024, 7, 18), "wt-2018")
    assert [a.rulebook.code for a in found] == ["wt-2018", "cin-census"]


def test_the_yearly_report_was_once_in_twelve_months_before_it_had_a_date() -> None:
    day = date(2020, 10, 1)
    (before,) = answers("annual_report_publication", day)
    (since,) = answers("annual_report_publication", day, "wt-2023")
    assert before.due.on == date(2021, 10, 1)
    assert since.due.on == date(2021, 9, 30)


@pytest.mark.parametrize(
    ("clock", "start", "on"),
    [
        ("rapid_review", "2018-07-03", None),
        ("jtai_action_plan", "2024-07-18", "wt-2023"),
        ("care_leaver_death_notification", "2020-01-06", "wt-2018"),
        ("care_leaver_death_notification", "2020-01-06", None),
    ],
)
def test_no_edition_no_answer(clock: str, start: str, on: str | None) -> None:
    with pytest.raises(NoEdition, match=clock):
        answers(clock, date.fromisoformat(start), on)
