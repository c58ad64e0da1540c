"""An action log as it is found: titles above the headings, merged cells, dates of all
kinds, initials for owners. Every name is invented."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook


ROWS = (
    (
        "1",
        "Agree a threshold document",
        "JB",
        date(2021, 3, 1),
        "In progress",
        "Draft out",
    ),
    ("2", "Write to every school about neglect", "Bramley, Jo", "15/02/2021", "", ""),
    (
        "3",
        "Train the front door in contextual harm",
        "J Bramley",
        "1st Mar 21",
        "Amber",
        "",
    ),
    ("4", "Share the weekly numbers", "Kit Weyford", "Feb-21", "ongoing", "Slow"),
    (
        "5",
        "Ask the police for a named lead",
        "Weyford (Council)",
        "15.3.2021",
        "red",
        "",
    ),
    ("6", "Put up the poster", "JB", "12 December 2020", "Done", ""),
    ("7", "Find a venue", "KW", "ASAP", "not complete", ""),
    ("8", "Old idea", "JB", "", "Superseded", ""),
    ("9", "Ring the trust", "Somebody Else", "2021-04-01", "", ""),
    ("", "", "", "", "", ""),
    ("10", "=1+1", "KW", "44286", "open", ""),
)


def tracker() -> bytes:
    """The log as a workbook."""
    book = Workbook()
    cover = book.active
    cover.title = "Read me"
    cover["A1"] = "Please keep this up to date"
    sheet = book.create_sheet("Actions 2020-21")
    sheet["A1"] = "North Somerset - Reviews group - ACTION LOG"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "Last updated 4 January 2021"
    sheet.append([])
    sheet.append(["No.", "Agreed action", "Lead", "Date due", "RAG", "Update"])
    for row in ROWS:
        sheet.append(list(row))
    held = BytesIO()
    book.save(held)
    return held.getvalue()
