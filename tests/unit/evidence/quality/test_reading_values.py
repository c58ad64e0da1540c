"""Numbers, answers and codes are read in the forms agencies write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.contracts.feeds import FEEDS
from kith.evidence.quality.reading_values import (
    known_codes,
    read_code,
    read_decimal,
    read_integer,
    read_yes_no,
)
from kith.evidence.quality.readings import Problem


def column(table, name, feed="annex_a"):
    columns = FEEDS[feed].table(table).columns
    return next(each for each in columns if each.name == name)


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("3", 3, None),
        ("3.0", 3, None),
        ("-2", -2, None),
        ("1,755", 1755, None),
        ("3.5", None, Problem.NOT_WHOLE),
        ("1,75", None, Problem.TEXT_FOR_NUMBER),
        ("three", None, Problem.TEXT_FOR_NUMBER),
        (".", None, Problem.TEXT_FOR_NUMBER),
        ("nan", None, Problem.TEXT_FOR_NUMBER),
        ("9" * 20, None, Problem.TOO_LARGE),
        ("1e99", None, Problem.TOO_LARGE),
    ],
)
def test_a_whole_number_is_read_or_its_fault_is_named(text, value, problem):
    reading = read_integer(text)
    assert (reading.value, reading.problem) == (value, problem)


def test_a_number_keeps_six_places():
    assert read_decimal("6.138261464750171").value == Decimal("6.138261")
    assert read_decimal("25.3").value == Decimal("25.3")


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("Yes", True, None),
        ("a) Yes", True, None),
        ("y", True, None),
        ("TRUE", True, None),
        ("1", True, None),
        ("b) No", False, None),
        ("N", False, None),
        ("0", False, None),
        ("c) Unknown", None, None),
        ("NA", None, None),
        ("CS Assessment Updated", None, Problem.NOT_YES_NO),
        ("2", None, Problem.NOT_YES_NO),
    ],
)
def test_yes_and_no_are_read_in_their_forms(text, value, problem):
    reading = read_yes_no(text, column("list_3", "no_further_action"))
    assert (reading.value, reading.problem) == (value, problem)


def test_a_column_may_have_its_own_words_for_yes_and_no():
    suitable = column("list_9", "accommodation_suitable")
    assert read_yes_no("a) Suitable", suitable).value is True
    assert read_yes_no("b) Unsuitable", suitable).value is False
    assert read_yes_no("2", suitable).value is False


CODES = [
    ("list_1", "sex", "a) Male", "male"),
    ("list_1", "sex", "Female", "female"),
    ("list_1", "sex", "c) Not stated/recorded", "not_known"),
    ("list_1", "sex", "d) Neither", "other"),
    ("list_1", "ethnicity_code", "a) WBRI", "WBRI"),
    ("list_1", "ethnicity_code", "White British", "WBRI"),
    ("list_1", "ethnicity_code", "s) NOBT", "NOBT"),
    ("list_1", "contact_source", "q) 6: Police", "6"),
    ("list_1", "contact_source", "l) 3F: Health services", "3F"),
    ("list_1", "contact_source", "u) 10: Unknown", "10"),
    ("list_3", "source_code", "HEALTH SERVICES – school nurse", "3C"),  # noqa: RUF001 - the dash of the form
    ("list_6", "primary_need", "N1 - Abuse or Neglect", "N1"),
    ("list_6", "closure_reason", "RC5 - Transferred to another LA", "RC5"),
    ("list_6", "case_status", "a) Looked after child", "looked_after"),
    ("list_6", "case_status", "c) Child in need plan", "need_plan"),
    ("list_7", "initial_category", "Emotional abuse", "EMO"),
    ("list_7", "initial_category", "e) Multiple/not recommended", "MUL"),
    ("list_7", "initial_category", "NEG", "NEG"),
    ("list_8", "legal_status", "E1: Placement order", "E1"),
    ("list_8", "placement_type", "f) U6: Foster placement - not FFA", "U6"),
    ("list_8", "placement_type", "zz) T4: Temporary placement", "T4"),
    ("list_8", "placement_provider", "e) PR4 - Private provision", "PR4"),
    ("list_8", "ceased_reason", "f) E4B: Returned home", "E4B"),
    ("list_9", "eligibility", "b) Former relevant child", "former_relevant"),
    ("list_9", "in_touch", "d) Refu", "REFU"),
    ("list_9", "accommodation", "Y: Other accommodation", "Y"),
    ("list_9", "activity", "F2: Full time in education other than higher", "F2"),
    ("list_10", "reversed_reason", "RD2", "RD2"),
]


@pytest.mark.parametrize(("table", "name", "text", "code"), CODES)
def test_a_code_is_found_in_what_the_form_prints(table, name, text, code):
    reading = read_code(text, known_codes(column(table, name)))
    assert (reading.value, reading.problem) == (code, None)


@pytest.mark.parametrize(
    ("table", "name", "text"),
    [
        ("list_6", "primary_need", "PSRMEM - Support with memory"),
        ("list_6", "primary_need", "N10"),
        ("list_1", "contact_source", "q)"),
        ("list_7", "initial_category", "unheard of"),
    ],
)
def test_a_value_outside_the_list_is_no_code(table, name, text):
    reading = read_code(text, known_codes(column(table, name)))
    assert (reading.value, reading.problem) == (None, Problem.NOT_IN_LIST)


@given(st.text(max_size=20))
def test_a_reader_gives_a_value_or_a_fault_and_never_both(text):
    known = known_codes(column("list_1", "sex"))
    for reading in (
        read_integer(text),
        read_decimal(text),
        read_code(text, known),
        read_yes_no(text, column("list_3", "no_further_action")),
    ):
        assert reading.value is None or reading.problem is None
