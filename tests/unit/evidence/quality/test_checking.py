"""Files are checked: every row, column, sheet and file is accounted for."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.contracts.commands.checks import Outcome, Severity
from kith.contracts.feeds import FEEDS
from kith.evidence.quality import checking_rows
from kith.evidence.quality.checking import check_files
from tests.lib import files


HOME = FEEDS["home_education"]
HEADER = "child_id,sex,ethnicity_code,born_on,start_on,end_on\n"


def check(path, *lines, feed=HOME, header=HEADER):
    return check_files(
        [files.text_file(path / "f.csv", header + "\n".join(lines))], feed
    )


def said(checked):
    """Rule, severity and row of each finding worse than a note."""
    return [
        (finding.rule, finding.severity.value, finding.row)
        for finding in checked.report.findings
        if finding.severity is not Severity.NOTE
    ]


def outcome(checked, rule):
    return next(r for r in checked.report.results if r.rule == rule)


def test_a_clean_file_has_nothing_said_of_it(tmp_path):
    checked = check(tmp_path, "1,F,WBRI,01/02/2010,16/09/2020,", "2,M,,,2020-09-17,")
    assert checked.report.findings == ()
    (table,) = checked.report.tables
    assert (table.table, table.read, table.accepted) == ("home_education", 2, 2)
    assert {result.outcome for result in checked.report.results} == {Outcome.CLEAN}
    rows = checked.tables[0].rows.to_pylist()
    assert rows[0] == {
        "child_id": "1",
        "sex": "female",
        "ethnicity_code": "WBRI",
        "born_on": date(2010, 2, 1),
        "start_on": date(2020, 9, 16),
        "end_on": None,
        "area": None,
        "source_row": 2,
    }


FAULTS = [
    # line, what is said, whether the row is kept
    (",F,,,16/09/2020,", ("value.required", "quarantine"), False),
    ("1,F,,,,", ("value.required", "quarantine"), False),
    ("1,F,,,31/02/2020,", ("value.date", "quarantine"), False),
    ("1,F,,,soon,", ("value.date", "quarantine"), False),
    ("1,F,,,#REF!,", ("value.formula_error", "quarantine"), False),
    ("9.2E+11,F,,,16/09/2020,", ("value.text", "quarantine"), False),
    ("1,F,,,16/09/2020,,too,long", ("row.shape", "quarantine"), False),
    ("1,F,,31/02/2010,16/09/2020,", ("value.date", "warn"), True),
    ("1,X,,,16/09/2020,", ("value.code", "warn"), True),
    ("1,F,ZZZZ,,16/09/2020,", ("value.code", "warn"), True),
    ("1,F,,,16/09/20,", ("value.two_digit_year", "warn"), True),
    ("1,F,,,16/09/2020", ("row.shape", "warn"), True),
    ("1,#N/A,,,16/09/2020,", ("value.formula_error", "warn"), True),
]


@pytest.mark.parametrize(("line", "fault", "is_kept"), FAULTS)
def test_a_fault_is_said_with_its_row_and_costs_no_more_than_it_must(
    tmp_path, line, fault, is_kept
):
    checked = check(tmp_path, "7,F,,,16/09/2020,", line)
    assert said(checked) == [(*fault, 3)]
    assert [row["source_row"] for row in checked.tables[0].rows.to_pylist()] == (
        [2, 3] if is_kept else [2]
    )
    assert outcome(checked, fault[0]).outcome is Outcome.FLAGGED
    assert outcome(checked, fault[0]).flagged == 1


def test_a_day_number_is_read_and_noted(tmp_path):
    checked = check(tmp_path, "1,F,,,44090,")
    (finding,) = checked.report.findings
    assert (finding.rule, finding.severity) == ("value.date", Severity.NOTE)
    assert checked.tables[0].rows["start_on"].to_pylist() == [date(2020, 9, 16)]


def test_a_row_that_stands_twice_is_kept_once(tmp_path):
    checked = check(
        tmp_path,
        "1,F,,,16/09/2020,",
        "1,F,,,2020-09-16,",
        "1,F,,,16/09/2020,01/10/2020",
        "1,F,,,17/09/2020,",
    )
    assert said(checked) == [
        ("row.once", "quarantine", 3),
        ("row.once", "quarantine", 4),
    ]
    classes = [finding.value_class for finding in checked.report.findings]
    assert classes == [
        "the same row again",
        "a second row with the same key and other values",
    ]


CONTACTS = "Child Unique ID,Date of Contact,Contact Source\n"


@pytest.mark.parametrize(
    ("lines", "accepted"),
    [
        (("1,16/09/2020,6: Police", "1,16/09/2020,6"), 1),
        (("1,16/09/2020,6: Police", "1,16/09/2020,8: Other"), 2),
        # Nothing tells these two apart.
        (("1,16/09/2020,", "1,16/09/2020,"), 1),
        # Two local codes that Kith cannot read may well be two sources.
        (("1,16/09/2020,local one", "1,16/09/2020,local two"), 2),
    ],
)
def test_rows_are_the_same_by_what_their_key_says(tmp_path, lines, accepted):
    checked = check(tmp_path, *lines, feed=FEEDS["annex_a"], header=CONTACTS)
    assert checked.report.tables[0].accepted == accepted


def test_a_quarantined_row_does_not_make_a_good_one_its_repeat(tmp_path):
    checked = check(tmp_path, "1,F,,,16/09/2020,,x", "1,F,,,16/09/2020,")
    assert [rule for rule, _, _ in said(checked)] == ["row.shape"]
    assert checked.report.tables[0].accepted == 1


def test_no_value_of_a_person_stands_in_what_is_said(tmp_path):
    checked = check(
        tmp_path,
        "secret-id,secret-sex,secret-ethnicity,secret-birth,secret-start,secret-end",
        "secret-id,,,,16/09/2020,",
        "secret-id,,,,16/09/2020,",
    )
    assert len(checked.report.findings) >= 5
    assert "secret" not in str(checked.report)


def test_a_named_file_without_a_header_repeats_none_of_its_text(tmp_path):
    text = "secret-id,F,secret-birth,16/09/2020\nsecret-2,M,,17/09/2020\n"
    path = files.text_file(tmp_path / "home_education.csv", text)
    checked = check_files([path], HOME)
    assert "secret" not in str(checked.report)
    assert "16/09/2020" not in str(checked.report)
    (table,) = checked.report.tables
    assert (table.table, table.read, table.quarantined) == ("home_education", 2, 2)
    assert ("sheet.header", "warn", None) in said(checked)


def test_two_columns_of_one_name_are_said_to_be_the_same_or_not(tmp_path):
    header = "child_id,start_on,start_on\n"
    for line, words in (
        ("1,16/09/2020,17/09/2020", "they differ in 1 row"),
        ("1,16/09/2020,16/09/2020", "they are the same"),
    ):
        (finding,) = (
            each
            for each in check(tmp_path, line, header=header).report.findings
            if each.rule == "column.once"
        )
        assert finding.message.endswith(words)


def test_many_rows_with_one_fault_are_one_group_that_adds_up(tmp_path):
    checked = check(tmp_path, *(f"{n},F,,,never,," for n in range(50)))
    findings = [f for f in checked.report.findings if f.rule == "value.date"]
    assert [finding.row for finding in findings] == [*range(2, 22), None]
    assert sum(finding.rows for finding in findings) == 50
    assert outcome(checked, "value.date").flagged == 50


def test_a_needed_column_that_is_absent_stops_and_no_row_is_lost(tmp_path):
    checked = check(tmp_path, "1,F", "2,M", header="child_id,sex,\n")
    assert said(checked) == [("column.present", "stop", None)]
    (table,) = checked.report.tables
    assert (table.read, table.accepted, table.quarantined) == (2, 0, 2)
    assert checked.tables == ()


def test_columns_that_are_not_read_are_said(tmp_path):
    header = "child_id,start_on,favourite colour,child_id,\n"
    checked = check(tmp_path, "1,16/09/2020,red,2,stray", header=header)
    places = [
        (f.rule, f.column) for f in checked.report.findings if "Send" not in f.remedy
    ]
    assert ("column.read", "favourite colour") in places
    assert ("column.once", "child_id") in places
    matches = checked.report.tables[0].columns
    assert [(match.header, match.read_as) for match in matches] == [
        ("child_id", "child_id"),
        ("start_on", "start_on"),
        ("favourite colour", None),
        ("child_id", None),
    ]


def test_a_workbook_of_annex_a_is_read_whole(tmp_path):
    path = files.workbook(tmp_path / "annex a.xlsx", files.annex_a_sheets())
    checked = check_files([path], FEEDS["annex_a"])
    assert said(checked) == []
    assert [table.table for table in checked.report.tables] == [
        f"list_{number}" for number in range(1, 12)
    ]
    for table in checked.report.tables:
        assert table.read == table.accepted > 0
        unread = {match.header for match in table.columns if not match.read_as}
        assert unread <= {"Allocated Team", "Allocated Worker", "Placement postcode"}
    typed = {table.table: table.rows for table in checked.tables}
    assert typed["list_1"]["contact_source"].to_pylist() == ["6", "1B"]
    assert typed["list_1"]["child_id"].to_pylist() == ["9000001", "9000002"]
    assert typed["list_8"]["placement_type"].to_pylist() == ["U6"]


def test_sheets_and_tables_are_in_the_report_read_or_not(tmp_path):
    sheets = files.annex_a_sheets()
    path = files.workbook(
        tmp_path / "a.xlsx",
        {
            "List 3": sheets["List 3"],
            "Notes": [["made", "by hand"], ["on", "a Monday"]],
            "Blank": [],
        },
    )
    checked = check_files([path], FEEDS["annex_a"])
    assert [(t.sheet, t.table, t.read) for t in checked.report.tables] == [
        ("List 3", "list_3", 2),
        ("Notes", None, 0),
        ("Blank", None, 0),
    ]
    assert said(checked) == [("sheet.known", "warn", None)]
    assert outcome(checked, "table.supplied").flagged == 10


def test_a_table_without_rows_is_said_to_mean_none(tmp_path):
    checked = check(tmp_path)
    assert said(checked) == [("table.supplied", "warn", None)]
    assert checked.tables[0].rows.num_rows == 0


def test_a_file_of_another_feed_stops(tmp_path):
    checked = check(tmp_path, "1,2", header="this,that\n")
    assert [finding.rule for finding in checked.report.stops] == ["sheet.known"]
    assert outcome(checked, "value.date").outcome is Outcome.NOT_RUN
    assert outcome(checked, "value.date").why


def test_an_unreadable_file_shortens_nothing(tmp_path):
    good = files.text_file(tmp_path / "good.csv", HEADER + "1,F,,,16/09/2020,\n")
    empty = files.text_file(tmp_path / "empty.csv", "")
    checked = check_files([empty, tmp_path / "gone.csv", good], HOME)
    assert [(t.file, t.accepted) for t in checked.report.tables] == [
        ("empty.csv", 0),
        ("gone.csv", 0),
        ("good.csv", 1),
    ]
    assert Counter(f.rule for f in checked.report.stops) == {
        "file.empty": 1,
        "file.missing": 1,
    }
    assert outcome(checked, "file.readable").flagged == 2


def test_a_fault_of_one_check_leaves_the_others_and_is_never_clean(
    tmp_path, monkeypatch
):
    def fails(*_: object) -> None:
        raise RuntimeError("a value from a child's record")

    monkeypatch.setattr(checking_rows, "repeated_rows", fails)
    checked = check(tmp_path, "1,F,,,16/09/2020,", "2,F,,,soon,")
    assert outcome(checked, "row.once").outcome is Outcome.CRASHED
    assert outcome(checked, "value.date").flagged == 1
    assert ("row.once", "stop", None) in said(checked)
    assert "child's record" not in str(checked.report)


def test_a_column_whose_check_fails_is_empty_and_its_rows_are_set_aside_if_needed(
    tmp_path, monkeypatch
):
    real = checking_rows.type_column

    def fails(column, *args, **kwargs):
        if column.name == "start_on":
            raise RuntimeError
        return real(column, *args, **kwargs)

    monkeypatch.setattr(checking_rows, "type_column", fails)
    checked = check(tmp_path, "1,F,,,16/09/2020,")
    assert outcome(checked, "value.date").outcome is Outcome.CRASHED
    (table,) = checked.report.tables
    assert (table.read, table.accepted, table.quarantined) == (1, 0, 1)


def test_a_fault_in_one_file_leaves_the_others(tmp_path, monkeypatch):
    good = files.text_file(tmp_path / "good.csv", HEADER + "1,F,,,16/09/2020,\n")
    odd = files.text_file(tmp_path / "odd.csv", HEADER)
    real = checking_rows.RowCheck.accepted

    def fails(self):
        if self.sheet.file == "odd.csv":
            raise RuntimeError
        return real(self)

    monkeypatch.setattr(checking_rows.RowCheck, "accepted", fails)
    checked = check_files([odd, good], HOME)
    assert [t.accepted for t in checked.report.tables] == [0, 1]
    assert outcome(checked, "file.readable").outcome is Outcome.CRASHED


_CELL = st.sampled_from(
    ["", "1", "2", "F", "16/09/2020", "31/02/2020", "x", "#REF!", "44090", " "]
)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=8), max_size=12))
def test_rows_read_are_rows_accepted_and_quarantined_whatever_comes(
    tmp_path_factory, rows
):
    path = tmp_path_factory.mktemp("drawn")
    checked = check(path, *(",".join(row) for row in rows))
    (table,) = checked.report.tables
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert table.read == len(filled) == table.accepted + table.quarantined
    assert sum(t.rows.num_rows for t in checked.tables) == table.accepted
    set_aside = {
        f.row
        for f in checked.report.findings
        if f.severity is Severity.QUARANTINE and f.row
    }
    assert len(set_aside) == table.quarantined
