"""Invented files as agencies send them: untidy, damaged, or made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


Cell = str | int | float | bool | date | datetime | None
Rows = "Sequence[Sequence[Cell]]"

_CHILD = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age"]
_TEAM = ["Allocated Team", "Allocated Worker"]
_DISABILITY = "Does the Child have a Disability"


def child(number: int) -> list[Cell]:
    """An invented child, as the lists of Annex A begin."""
    born = date(2010, 1 + number % 12, 1 + number % 28)
    return [9_000_000 + number, "b) Female", "a) WBRI", born, 10.25]


def annex_a_sheets() -> dict[str, list[list[Cell]]]:
    """All eleven lists with one or two rows each, headers as untidy as they come."""
    day = date(2020, 9, 16)
    return {
        "List 1": [
            [*_CHILD, "Date of Contact ", "Contact Source"],
            [*child(1), day, "q) 6: Police"],
            [*child(2), day, "b) 1B: Individual"],
        ],
        "List 2": [
            [
                *_CHILD,
                "Assessment start date",
                "Assessment completion date",
                "Organisation completing assessment",
            ],
            [*child(1), day, date(2020, 9, 30), "Invented Academy"],
        ],
        "List 3": [
            [
                *_CHILD,
                "Date of Referral",
                "Referral Source",
                "Referral NFA?",
                "Number of Referrals in Last 12 Months",
                *_TEAM,
            ],
            [*child(1), day, "s) 8: Other", "No", 0, "Team 1", "Ada\xa0Invented"],
            [
                *child(2),
                day,
                "e) 2A: Schools",
                "a) Yes",
                2,
                "Team 1",
                "Ada\xa0Invented",
            ],
        ],
        "List 4": [
            [
                *_CHILD,
                _DISABILITY,
                "Continuous Assessment Start Date",
                "Child Seen During Continuous Assessment",
                "Continuous Assessment Date of Authorisation",
                "Was the child assessed as requiring LA children’s social care support?",  # noqa: RUF001 - the curly quote is the point
                *_TEAM,
            ],
            [*child(1), "b) No", day, "Yes", None, "a) Yes", "Team 1", "Ada Invented"],
        ],
        "List 5": [
            [
                *_CHILD,
                _DISABILITY,
                "Strategy discussion initiating Section 47 Enquiry Start Date",
                "Was an Initial Child Protection Conference deemed unnecessary?",
                "Date of Initial Child Protection Conference",
                (
                    "Did the Initial Child Protection Conference Result in a Child "
                    "Protection Plan"
                ),
                "Number of Section 47 Enquiries in the last 12 months",
                "Number of ICPCs in the last 12 months",
                *_TEAM,
            ],
            [*child(1), "b) No", day, "No", date(2020, 10, 1), "Yes", 1, 1, "T", "A"],
        ],
        "List 6": [
            [
                *_CHILD,
                _DISABILITY,
                "CIN Start Date",
                "Primary Need Code",
                "Date Child Was Last Seen",
                "CIN Closure Date",
                "Reason for Closure",
                "Case Status",
                *_TEAM,
            ],
            [
                *(*child(1), "b) No", day, "N1 - Abuse or Neglect"),
                *(date(2020, 10, 1), None, None, "c) Child in need plan", "T", "A"),
            ],
        ],
        "List 7": [
            [
                *_CHILD,
                _DISABILITY,
                "Child Protection Plan Start Date",
                "Initial Category of Abuse",
                "Latest Category of Abuse",
                "Date of the Last Statutory Visit",
                "Was the Child Seen Alone?",
                "Date of latest review conference",
                "Child Protection Plan End Date",
                (
                    "Subject to Emergency Protection Order or Protected Under Police "
                    "Powers in Last Six Months (Y/N)"
                ),
                "Number of Previous Child Protection Plans",
                *_TEAM,
            ],
            [
                *(*child(1), "b) No", date(2020, 10, 1), "Physical abuse"),
                *("d) Emotional abuse", None, "a) Yes", None, None, "b) No", 0),
                *("T", "A"),
            ],
        ],
        "List 8": _list_8(),
        "List 9": [
            [
                *(*_CHILD, _DISABILITY, *_TEAM, "Eligibility Category"),
                *("LA in Touch", "Type of Accommodation"),
                *("Suitability of Accommodation", "Activity Status"),
            ],
            [
                *(*child(3), "b) No", "T", "A", "b) Former relevant child", "a) Yes"),
                *("U: Independent living", "a) Suitable"),
                "F1: Full time in higher education",
            ],
        ],
        "List 10": [
            [
                *("Child Unique ID", "Family identifier", "Gender", "Ethnicity"),
                *("Date of Birth", "Age of Child (Years)", _DISABILITY),
                "Date the Child Entered Care",
                "Date of Decision that Child Should be Placed for Adoption",
                "Date of Placement Order",
                "Date of Matching Child and Prospective Adopters",
                "Date Placed for Adoption",
                "Date of Adoption Order ",
                "Date of Decision that Child Should No Longer be Placed for Adoption",
                "Reason Why Child No Longer Placed for Adoption",
                (
                    "Date the child was placed for fostering in FFA or concurrent "
                    "planning placement"
                ),
            ],
            [
                *(9_000_004, 700, "a) Male", "a) WBRI", date(2018, 1, 1), 2, "b) No"),
                *(day, day, None, None, None, None, None, "RD2", None),
            ],
        ],
        "List 11": [
            [
                *("Individual adopter identifier", "Family identifier", "Gender"),
                *("Ethnicity", "Disability"),
                "Is the (prospective) adopter fostering for adoption?",
                *("Date enquiry received", "Date Stage 1 started"),
                *("Date Stage 1 ended", "Date Stage 2 started", "Date Stage 2 ended"),
                *("Date application submitted", "Date application approved"),
                "Date adopter matched with child(ren)",
                "Date child/children placed with adopter(s)",
                *("No. of children placed", "Date of Adoption Order"),
                "Date of leaving adoption process",
                "Reason for leaving adoption process",
            ],
            [800, 700, "a) Male", "a) WBRI", "b) No", "Yes", day, *[None] * 11, 1.0],
        ],
    }


def _list_8() -> list[list[Cell]]:
    day = date(2020, 9, 16)
    return [
        [
            *_CHILD,
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))",
            _DISABILITY,
            "Date Started to be Looked After",
            "Child's Category of Need",
            (
                "Is this a second or subsequent period of being a Looked After Child within "
                "the last 12 months (Y/N)"
            ),
            "Start date of current legal status",
            "Child's Legal Status",
            "Date of Latest Statutory Review",
            "Date of Last Social Work Visit",
            "What is the permanence plan for this child?",
            "Date of Last IRO Visit / Contact to the Child",
            "Date of Last Health Assessment",
            "Date of Last Dental Check",
            "Number of Placements in the Last 12 months",
            "Date Ceased to be Looked After",
            "Reason Ceased to be Looked After",
            "Start Date of Most Recent Placement",
            "Placement Type",
            "Placement Provider",
            "Placement postcode",
            "URN of Placement",
            "Placement Location",
            "LA of Placement",
            (
                "Number of Episodes the Child has been ‘Missing’ from their Placement in "  # noqa: RUF001 - curly
                "the last 12 months"
            ),
            (
                "Number of Episodes the Child has been ‘Absent’ from their Placement in "  # noqa: RUF001 - curly
                "the last 12 months"
            ),
            (
                "Was the child offered a Return Interview after their last missing episode "
                "(Y/N)?"
            ),
            (
                "Did the child accept a Return Interview after their last missing episode "
                "(Y/N)?"
            ),
            *_TEAM,
        ],
        [
            *(*child(2), "b) No", "b) No", day, "N1 - Abuse or Neglect", "b) No", day),
            *("C2: FCO", day, day, "f) Long-term fostering", day, day, day, 1),
            *(date(2020, 12, 1), "k) E47: Special Guardianship Orders"),
            *(day, "f) U6: Foster placement - not FFA", "e) PR4 - Private provision"),
            *("ZZ1 1ZZ", None, "a) In", "Invented Town", 0, 0, "a) Yes", "b) No"),
            *("Team 1", "Ada Invented"),
        ],
    ]


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def text_file(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text file in some encoding."""
    path.write_bytes(text.encode(encoding))
    return path


def parquet(path: Path, columns: Mapping[str, list[object]]) -> Path:
    """A Parquet file with these columns."""
    pq.write_table(pa.table(dict(columns)), path)
    return path


def repacked(path: Path, source: Path, parts: Mapping[str, bytes]) -> Path:
    """A copy of a workbook with some parts of its archive replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return path


def with_sheet_xml(path: Path, source: Path, data: str) -> Path:
    """A workbook whose first sheet's rows are this XML."""
    head = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{data}</sheetData></worksheet>"
    )
    return repacked(path, source, {"xl/worksheets/sheet1.xml": head.encode()})


def zip_bomb(path: Path, source: Path, megabytes: int = 64) -> Path:
    """A small workbook, one part of which unpacks to a great deal of nothing."""
    return repacked(
        path, source, {"xl/worksheets/sheet1.xml": b" " * megabytes * 1024 * 1024}
    )


def lying_archive(path: Path, source: Path) -> Path:
    """A workbook whose directory says that a large part is a small one."""
    content = b" " * 100_000
    repacked(path, source, {"xl/worksheets/sheet1.xml": content})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<L", len(content)), struct.pack("<L", 9)))
    return path


def locked_workbook(path: Path) -> Path:
    """What Excel writes for a workbook with a password, as far as it is looked at."""
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + name)
    return path


def bare_archive(path: Path) -> Path:
    """A zip of something that is no workbook."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("readme.txt", "nothing to see")
    path.write_bytes(held.getvalue())
    return path
