"""Dated cases, each worked out by hand with a wall calendar.

``BH`` is a bank holiday; ``16=1`` says that the 16th is working day 1. The table is
the specification: where the code differs from it, the code is wrong.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kith.domain.rules.clocks.due import answers


CASES = [
    # clock, reading, start, due, how it was counted
    (
        "jtai_action_plan", "from_letter", "2024-07-18", "2024-10-25",
        ("70: Jul 19=1, 22-26=2-6, 29-31=7-9; Aug 1-2=10-11, 5-9=12-16, 12-16=17-21, "
        "19-23=22-26, 26 BH, 27-30=27-30; Sep 21 days=31-51; Oct 1=52 to 25=70"),
    ),
    # Christmas, with a substitute day
    (
        "serious_incident_notification", "from_awareness", "2020-12-23", "2021-01-04",
        ("5: Dec 24=1, 25 BH, 26-27 weekend, 28 BH (Boxing Day), 29=2, 30=3, 31=4; "
        "Jan 1 BH, 2-3 weekend, 4=5"),
    ),
    (
        "serious_incident_notification", "from_awareness", "2021-12-23", "2022-01-04",
        "5: Dec 24=1, 27 BH, 28 BH, 29=2, 30=3, 31=4; Jan 3 BH (New Year), 4=5",
    ),
    (
        "initial_health_assessment", "from_entry", "2022-12-12", "2023-01-12",
        ("20: Dec 13-16=1-4, 19-23=5-9, 26 BH, 27 BH, 28-30=10-12; Jan 2 BH, 3-6=13-16, "
        "9-12=17-20"),
    ),
    # Easter
    (
        "rapid_review", "from_awareness", "2022-04-13", "2022-05-09",
        "15: Apr 14=1, 15 BH, 18 BH, 19-22=2-5, 25-29=6-10; May 2 BH, 3-6=11-14, 9=15",
    ),
    (
        "referral_decision", "from_receipt", "2023-04-06", "2023-04-11",
        "1: Apr 7 BH, 8-9 weekend, 10 BH, 11=1",
    ),
    # the extra holidays of 2022: the spring holiday moved to 2 June, jubilee 3 June
    (
        "initial_conference", "from_strategy_discussion", "2022-05-18", "2022-06-10",
        "15: May 19-20=1-2, 23-27=3-7, 30=8, 31=9; Jun 1=10, 2 BH, 3 BH, 6-10=11-15",
    ),
    (
        "initial_conference", "from_section_47_start", "2022-05-30", "2022-06-22",
        "15: May 31=1; Jun 1=2, 2 BH, 3 BH, 6-10=3-7, 13-17=8-12, 20=13, 21=14, 22=15",
    ),
    # the state funeral, 19 September 2022
    (
        "serious_incident_notification", "from_awareness", "2022-09-15", "2022-09-23",
        "5: Sep 16=1, 19 BH, 20=2, 21=3, 22=4, 23=5",
    ),
    (
        "return_interview", "from_return", "2022-09-17T21:15", "2022-09-20",
        "72 hours: a bank holiday does not stop them",
    ),
    # the coronation, 8 May 2023
    (
        "rapid_review", "from_notification", "2023-04-20", "2023-05-15",
        "15: Apr 21=1, 24-28=2-6; May 1 BH, 2-5=7-10, 8 BH, 9-12=11-14, 15=15",
    ),
    (
        "assessment", "from_start", "2023-04-03", "2023-06-12",
        ("45: Apr 4-6=1-3, 7 BH, 10 BH, 11-14=4-7, 17-21=8-12, 24-28=13-17; May 1 BH, "
        "2-5=18-21, 8 BH, 9-12=22-25, 15-19=26-30, 22-26=31-35, 29 BH, 30-31=36-37; "
        "Jun 1-2=38-39, 5-9=40-44, 12=45"),
    ),
    # backwards from publication
    (
        "full_report_to_panel", "before_publication", "2023-04-18", "2023-04-05",
        "7 before: Apr 17=1, 14=2, 13=3, 12=4, 11=5, 10 BH, 7 BH, 6=6, 5=7",
    ),
    (
        "full_report_to_panel", "before_publication", "2023-01-04", "2022-12-21",
        "7 before: Jan 3=1, 2 BH; Dec 30=2, 29=3, 28=4, 27 BH, 26 BH, 23=5, 22=6, 21=7",
    ),
    (
        "full_report_to_panel", "before_publication", "2022-06-06", "2022-05-24",
        "7 before: Jun 3 BH, 2 BH, 1=1; May 31=2, 30=3, 27=4, 26=5, 25=6, 24=7",
    ),
    # bank holidays of any part of the United Kingdom
    (
        "freedom_of_information", "from_receipt", "2023-03-10", "2023-04-12",
        ("20: Mar 13-16=1-4, 17 BH in Northern Ireland, 20-24=5-9, 27-31=10-14; "
        "Apr 3-6=15-18, 7 BH, 10 BH, 11=19, 12=20"),
    ),
    (
        "freedom_of_information", "from_receipt", "2023-12-15", "2024-01-18",
        ("20: Dec 18-22=1-5, 25 BH, 26 BH, 27-29=6-8; Jan 1 BH, 2 BH in Scotland, "
        "3-5=9-11, 8-12=12-16, 15-18=17-20"),
    ),
    # months, weeks and dates of the year
    (
        "local_review_publication", "from_decision", "2022-08-31", "2023-02-28",
        "6 months: February has no 31st, so its last day",
    ),
    (
        "local_review_publication", "from_decision", "2023-06-24", "2023-12-24",
        "6 months: the same day; a Sunday is not moved",
    ),
    (
        "ehc_plan", "from_request", "2022-09-05", "2023-01-23",
        "140 days: Sep 25, Oct 31 (56), Nov 30 (86), Dec 31 (117), Jan 23 (140)",
    ),
    (
        "annual_report_publication", "from_period_end", "2024-03-31", "2024-09-30",
        "the first 30 September after the period's end",
    ),
    (
        "annual_report_publication", "from_period_end", "2024-09-30", "2025-09-30",
        "a period that ends on 30 September has a year",
    ),
    (
        "subject_access", "one_month", "2024-07-18", "2024-08-18",
        "one month: a Sunday",
    ),
    (
        "subject_access", "one_month_to_working_day", "2024-07-18", "2024-08-19",
        "one month ends on a Sunday, so the Monday",
    ),
    (
        "subject_access", "one_month_to_working_day", "2022-11-25", "2022-12-28",
        "one month ends on Sunday 25 December; 26 BH, 27 BH, 28",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("clock", "reading", "start", "due", "counted"),
    CASES,
    ids=[f"{clock}-{reading}-{start}" for clock, reading, start, _, _ in CASES],
)
def test_due_as_counted_by_hand(
    clock: str, reading: str, start: str, due: str, counted: str
) -> None:
    found = {each.reading.name: each for each in answers(clock, _read(start))}
    assert found[reading].due.on == date.fromisoformat(due), counted


def _read(start: str) -> date:
    return datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start)


DAY_1 = [
    # clock, start, day 1
    ("referral_decision", "2023-04-06", "2023-04-11"),
    ("full_report_to_panel", "2023-01-04", "2023-01-03"),
    ("local_review_publication", "2022-12-24", "2022-12-25"),
    ("data_breach", "2022-12-24T10:00", "2022-12-24"),
    ("data_breach", "2022-12-24", "2022-12-25"),
]


@pytest.mark.parametrize(("clock", "start", "day_1"), DAY_1)
def test_which_day_is_day_1(clock: str, start: str, day_1: str) -> None:
    assert answers(clock, _read(start))[0].due.day_1 == date.fromisoformat(day_1)
