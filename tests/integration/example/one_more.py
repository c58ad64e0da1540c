"""Adds to a copy of the example's returns one row of each kind that is counted.

The added child is unknown to every other return, so that nothing else can move.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from openpyxl import load_workbook


if TYPE_CHECKING:
    from pathlib import Path


NEW, KNOWN = 9_999_901, 9_999_902
"""A child nobody knew, and one who was referred before."""

WORKBOOK = "annex-a-2020-07-to-2020-12"
CHILD = ["b) Female", "a) WBRI", date(2012, 5, 4), 8.7]
DISABLED = "b) No"

LISTS: dict[str, list[list[object]]] = {
    "List 1": [[NEW, *CHILD, date(2020, 10, 5), "q) 6: Police"]],
    "List 3": [
        [NEW, *CHILD, date(2020, 10, 5), "q) 6: Police", "Yes", 0],
        [KNOWN, *CHILD, date(2020, 10, 6), "q) 6: Police", "No", 0],
        [KNOWN, *CHILD, date(2020, 12, 8), "q) 6: Police", "No", 1],
    ],
    "List 4": [
        [NEW, *CHILD, DISABLED, date(2020, 10, 5), "Yes", date(2020, 11, 2), "Yes"]
    ],
    "List 5": [
        [NEW, *CHILD, DISABLED, date(2020, 10, 8), "No", date(2020, 10, 22), "Yes"]
    ],
    "List 6": [
        [NEW, *CHILD, DISABLED, date(2020, 10, 5), "N1 - Abuse or Neglect", None, None,
         None, "b) Child Protection plan"],
    ],
    "List 7": [
        [NEW, *CHILD, DISABLED, date(2020, 10, 22), "Neglect", "Neglect", None, None,
         None, None, "b) No", 0],
    ],
    "List 8": [
        [NEW, *CHILD, "b) No", DISABLED, date(2020, 11, 20), "N1 - Abuse or Neglect"]
    ],
    "List 9": [[NEW, *CHILD, DISABLED, None, None, "b) Former relevant child"]],
}  # fmt: skip

CHILD_IN_CSV = f"{NEW},female,WBRI,2012-05-04"
INTERVIEW = "home,Yes,2020-09-15,Yes,2020-09-16T10:00"
REFERRAL_TO_LADO = "LADO9001,2020-09-14,referral,school,physical,ongoing"
ADVICE_OF_LADO = "LADO9002,2020-09-15,advice,school,not_known,no_further_action"
FILES = {
    "strategy-discussions-2020-04-to-2020-12": (
        "strategy_discussions.csv",
        f"{NEW},female,WBRI,04/05/2012,09/11/2020,No",
    ),
    "early-help-2020-05-to-2020-12": (
        "early_help_episodes.csv",
        f"{NEW},female,WBRI,04/05/2012,14/09/2020,,School,",
    ),
    "ehc-plans-2020-01-to-2020-12": (
        "ehc_plans.csv",
        f"{CHILD_IN_CSV},2020-09-14,,2020-05-04,No",
    ),
    "home-education-2020-09-to-2020-12": (
        "elective_home_education.csv",
        f"{NEW},female,WBRI,04/05/2012,14/09/2020,",
    ),
    "missing-and-return-interviews-2019-11-to-2020-12": (
        "missing_episodes.csv",
        f"{CHILD_IN_CSV},2020-09-14T21:00,2020-09-15T08:00,{INTERVIEW}",
    ),
    "lado-2019-11-to-2020-12": (
        "lado_contacts.csv",
        f"{REFERRAL_TO_LADO}\n{ADVICE_OF_LADO}",
    ),
    "police-2020-07-to-2020-12": (
        "domestic_abuse_notifications.csv",
        "DA99001,INC99001,P999901,female,WBRI,2012-05-04,2020-09-14,high",
    ),
}
PROTECTED = "P999901,female,WBRI,2012-05-04,2020-09-14T20:00,2020-09-15T09:00"

EXPECTED = {
    "contacts": 1,
    "referrals": 3,
    "re_referrals": 1,
    "referrals_no_further_action": 1,
    "assessments_completed": 1,
    "strategy_discussions": 2,
    "section_47_enquiries": 1,
    "initial_conferences": 1,
    "protection_plans_started": 1,
    "domestic_abuse_notifications": 1,
    "missing_episodes": 1,
    "return_interviews_offered": 1,
    "return_interviews_completed": 1,
    "lado_referrals": 1,
    "lado_advice": 1,
    "early_help_started": 1,
    "police_protections": 1,
    "children_in_need": 1,
    "children_on_need_plans": 0,
    "children_on_protection_plans": 1,
    "children_looked_after": 1,
    "care_leavers_served": 1,
    "children_with_early_help": 1,
    "children_missing": 1,
    "children_home_educated": 1,
    "children_in_need_at_date": 1,
    "protection_plans_at_date": 1,
    "children_looked_after_at_date": 1,
    "ehc_plans_open": 1,
    "home_educated_at_date": 1,
    "children_population": 1,
}
"""By how much each measure must move. Nobody is on a need plan, so that stays."""


def add_one_more(returns: Path) -> None:
    """The rows stand in the returns, and one more child lives in the area."""
    _add_to_workbook(next((returns / WORKBOOK).glob("*.xlsx")))
    for folder, (file, line) in FILES.items():
        _append(returns / folder / file, line)
    _append(returns / "police-2020-07-to-2020-12" / "police_protections.csv", PROTECTED)
    _one_more_resident(next(returns.glob("population-*")) / "mid_year.csv")


def _add_to_workbook(path: Path) -> None:
    book = load_workbook(path)
    for title, rows in LISTS.items():
        sheet = book[title]
        for row in rows:
            # One list holds blank rows at its end, as lists do; the row goes below.
            sheet.append([_moment(cell) for cell in row])
    book.save(path)


def _moment(cell: object) -> object:
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - a cell of Excel knows no zone
    return cell


def _append(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(f"{line}\n")


def _one_more_resident(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(lines):
        area, year, age, sex, persons = line.split(",")
        if (year, age, sex) == ("2020", "7", "female"):
            lines[place] = ",".join((area, year, age, sex, str(int(persons) + 1)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
