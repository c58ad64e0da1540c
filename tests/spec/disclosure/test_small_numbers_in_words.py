"""Small numbers of children in sentences: found, or left, and why."""

from __future__ import annotations

import pytest

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.rules.small_numbers_in_words import PROCESS_REASON, small_numbers


DFE, NHS = RULE_SETS["dfe"], RULE_SETS["nhs"]


@pytest.mark.parametrize(
    ("sentence", "words", "number"),
    [
        ("In March three children were missing.", "three children", 3),
        ("2 girls were placed away.", "2 girls", 2),
        ("One baby died in the spring.", "One baby", 1),
        ("A baby died in the spring.", "A baby died", 1),
        ("Only a single child waited.", "a single child", 1),
        ("Both children are safe.", "Both children", 2),
        ("The twins moved in June.", "twins", 2),
        ("four very young children", "four very young children", 4),
        ("three of the 40 children", "three of the 40 children", 3),
        ("Two of these young people left.", "Two of these young people", 2),
        ("two unaccompanied asylum-seeking\nchildren", None, 2),
        ("fewer than five young people", "five young people", 5),
        ("We had two re-referrals.", "two re-referrals", 2),
        ("There were 2 child deaths.", "2 child deaths", 2),
        ("Three child protection plans ended.", "Three child protection plans", 3),
        ("one child in need plan", "one child", 1),
    ],
)
def test_a_small_number_of_children_is_found(
    sentence: str, words: str | None, number: int
) -> None:
    [found] = small_numbers(sentence, DFE)
    assert found.words == (words or " ".join(sentence.split()))
    assert (found.number, found.may_stand_because) == (number, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Six children were missing.",
        "23 children and twenty-three girls",
        "No children were missing.",
        "One in five children lives with a smoker.",
        "3 out of 10 pupils said so.",
        "Year 5 pupils were asked.",
        "Our three children's homes were inspected.",
        "Two child health nurses joined.",
        "Five schools and their children took part.",
        "In 2020 children stayed at home.",
        "3.5 children a family, 1,005 children in all",
        "One of our aims is that children are heard.",
    ],
)
def test_what_is_no_small_number_of_children_is_left(sentence: str) -> None:
    assert small_numbers(sentence, DFE) == ()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("We held five rapid reviews.", "five rapid reviews"),
        ("two local child safeguarding practice reviews", None),
        ("Three audits were done.", "Three audits"),
        ("The Executive held 4 meetings.", "4 meetings"),
    ],
)
def test_what_services_did_may_stand_and_the_reason_is_said(
    sentence: str, words: str | None
) -> None:
    [found] = small_numbers(sentence, DFE)
    assert (found.words, found.may_stand_because) == (
        words or sentence,
        PROCESS_REASON,
    )


def test_each_is_said_with_its_line_and_column_in_order() -> None:
    text = "# Missing\n\nIn May, two boys and\nthree girls; two rapid reviews.\n"
    assert [(f.words, f.line, f.column) for f in small_numbers(text, DFE)] == [
        ("two boys", 3, 9),
        ("three girls", 4, 1),
        ("two rapid reviews", 4, 14),
    ]


def test_how_small_is_small_the_rule_set_says() -> None:
    seven = "Seven children were missing."
    assert small_numbers(seven, DFE) == ()
    assert [found.number for found in small_numbers(seven, NHS)] == [7]
    assert small_numbers("One child was missing.", RULE_SETS["none"]) == ()
