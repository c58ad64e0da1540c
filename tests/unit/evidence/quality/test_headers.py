"""Headers are matched with tolerance, and only as far as it is safe."""

from __future__ import annotations

import pytest

from kith.contracts.feeds import FEEDS
from kith.evidence.quality.folding import fold, is_one_slip
from kith.evidence.quality.headers import match_sheet
from tests.lib import files


ANNEX_A = FEEDS["annex_a"]
REFERRALS = ("Child Unique ID", "Gender", "Date of Referral", "Referral Source")


def matched(rows, *names, feed=ANNEX_A):
    headers = match_sheet(feed, names, rows)
    return headers and (
        headers.table.name,
        [column.name if column else None for column in headers.reads],
    )


@pytest.mark.parametrize("name", files.annex_a_sheets())
def test_each_list_of_annex_a_is_known_by_its_headers_alone(name):
    rows = files.annex_a_sheets()[name]
    text = [tuple("" if cell is None else str(cell) for cell in row) for row in rows]
    headers = match_sheet(ANNEX_A, ["Sheet1"], text)
    assert headers is not None
    assert headers.table.name == name.lower().replace(" ", "_")
    left = {
        fold(text) for at, text in enumerate(headers.texts) if headers.reads[at] is None
    }
    assert left <= {fold(header) for header in headers.table.left_out}


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Date of Referral", "referred_on"),
        ("  DATE   of referral ", "referred_on"),
        ("date_of_referral", "referred_on"),
        ("Date of Referral (dd/mm/yyyy)", "referred_on"),
        ("referred_on", "referred_on"),
        ("Date of\nReferral", "referred_on"),
        ("\x1b[31mDate\x07 of Referral", None),
        ("Date of Referal", "referred_on"),
        ("Date", None),
        ("Date of Review", None),
    ],
)
def test_a_header_is_matched_in_spite_of_its_dress(header, column):
    rows = [("Child Unique ID", "Referral Source", header)]
    assert matched(rows, "List 3") == ("list_3", ["child_id", "source_code", column])


def test_titles_above_the_header_are_passed_over():
    rows = [("Invented Council", None, None, None), ("Extract", "of", "2020", None)]
    headers = match_sheet(ANNEX_A, ["x"], [*rows, REFERRALS, ("1", "F", "x", "6")])
    assert headers is not None
    assert (headers.rows_above, headers.depth) == (2, 1)


def test_a_header_merged_over_two_rows_is_read_as_one():
    rows = [
        ("Child Unique ID", "Date of", None, "Referral"),
        (None, "Birth", "Referral", "Source"),
        ("1", "2010-01-01", "2020-09-16", "6"),
    ]
    headers = match_sheet(ANNEX_A, ["x"], rows)
    assert headers is not None
    assert headers.depth == 2
    assert [column and column.name for column in headers.reads] == [
        "child_id",
        "born_on",
        "referred_on",
        "source_code",
    ]


def test_a_header_that_stands_twice_is_read_once():
    rows = [("Child Unique ID", "Date of Referral", "Date of referral")]
    headers = match_sheet(ANNEX_A, ["List 3"], rows)
    assert headers is not None
    assert headers.repeats == (2,)
    assert headers.reads[2] is None


@pytest.mark.parametrize(
    ("rows", "names", "table"),
    [
        ([REFERRALS], ["List 3"], "list_3"),
        ([REFERRALS], ["Sheet1"], "list_3"),
        # The name is wrong and the columns are another list's, all of them.
        ([REFERRALS], ["List 1"], "list_3"),
        # The name is right and a needed column is absent: it is still that list.
        ([("Child Unique ID", "Referral Source")], ["List 3"], "list_3"),
        # What every list has tells nothing.
        ([("Child Unique ID", "Gender", "Ethnicity")], ["Sheet1"], None),
        ([("Notes", "made by hand")], ["Notes"], None),
        ([], ["List 3"], None),
    ],
)
def test_a_sheet_is_the_table_it_is_named_or_looks_like(rows, names, table):
    headers = match_sheet(ANNEX_A, names, rows)
    assert (headers and headers.table.name) == table


def test_ssd_files_are_known_by_name_with_or_without_the_prefix():
    rows = [("earl_episode_id", "earl_person_id", "earl_episode_start_date")]
    for name in ("ssd_early_help_episodes", "early_help_episodes", "EarlyHelpEpisodes"):
        assert matched(rows, name, feed=FEEDS["ssd"])[0] == "early_help_episodes"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("dateofreferal", "dateofreferral", True),
        ("eligibitycategory", "eligibilitycategory", True),
        ("datestage1started", "datestage2started", False),
        ("dateofbirth", "dateofbirt", False),
        ("initialcategoryofabuse", "latestcategoryofabuse", False),
    ],
)
def test_a_slip_is_two_letters_of_a_long_header_and_never_a_digit(first, second, same):
    assert is_one_slip(first, second) is same
