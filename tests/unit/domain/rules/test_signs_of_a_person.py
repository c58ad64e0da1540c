"""What looks like a person is noticed, and what does not is left alone."""

from __future__ import annotations

import pytest

from kith.domain.rules.signs_of_a_person import SignKind, signs_of_a_person


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The school says Oliver was not seen", "Oliver"),
        ("We disagree about Kezia Brambleton.", "Kezia Brambleton"),
        ("the mother of Jade Smith's brother", "Jade Smith"),
        ("jade was not seen; Jade Smith was", "Jade Smith"),
        ("Zoë and Chloe", "Chloe"),
    ],
)
def test_a_name_is_noticed(text: str, words: str) -> None:
    assert (SignKind.NAME, words) in [
        (one.kind, one.words) for one in signs_of_a_person(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Schools are not told what became of a referral.",
        "The Local Authority and the Police disagree about thresholds.",
        "North Somerset Council replied on Monday 4 January 2021",
        "CAMHS and MASH do not meet",
        "Referrals from schools. Answers from nobody.",
        "Every Child Protection Conference needs a Health Visitor",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert signs_of_a_person(text, known=("North Somerset Council",)) == ()


def test_a_known_name_may_stand() -> None:
    text = "Brambleton Weyford Trust did not answer"
    assert signs_of_a_person(text)
    assert signs_of_a_person(text, known=("Brambleton Weyford Trust",)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dob 14/3/2009", SignKind.BIRTH_DATE),
        ("Born on 3 May 2012", SignKind.BIRTH_DATE),
        ("date of birth: 01.02.2010", SignKind.BIRTH_DATE),
        ("999 000 0018", SignKind.NHS_NUMBER),
        ("9990000018", SignKind.NHS_NUMBER),
        ("A123456789012", SignKind.PUPIL_NUMBER),
    ],
)
def test_numbers_of_a_person(text: str, kind: SignKind) -> None:
    assert kind in [one.kind for one in signs_of_a_person(text)]


def test_a_telephone_number_is_no_nhs_number() -> None:
    assert signs_of_a_person("Ring 01632 960 001") == ()
