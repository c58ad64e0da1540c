"""The register is data: a bad entry is refused with its code and its fault."""

from __future__ import annotations

import pytest

from kith.evidence.measures import MEASURES
from kith.evidence.measures.register import INDICATORS, RegisterError, read


ENTRY = {
    "code": '"children_weighed"',
    "title": '"Children weighed"',
    "definition": '"Children weighed in the period."',
    "unit": '"children"',
    "kind": '"flow"',
    "question": '"health"',
    "owner": '"health"',
    "numerator": '"children weighed"',
    "authority": '"invented"',
    "polarity": '"neither"',
    "version": "1",
    "valid_from": "2020-04-01",
}


def entry(**changes: str | None) -> str:
    fields = {**ENTRY, **changes}
    lines = [f"{name} = {value}" for name, value in fields.items() if value]
    return "\n".join(["[[indicator]]", *lines])


def test_a_whole_entry_is_read() -> None:
    assert list(read(entry())) == ["children_weighed"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"unit": '"kilograms"'}, "children_weighed: unit is one of"),
        ({"kind": '"guess"'}, "children_weighed: kind is one of"),
        ({"polarity": None}, "children_weighed: polarity is one of"),
        ({"question": '"weight"'}, "children_weighed: no question “weight”"),
        ({"code": '"Children Weighed"'}, "“Children Weighed” is no code"),
        ({"version": "0"}, "children_weighed: versions start at 1"),
        ({"unit": '"per cent"'}, "children_weighed: a share or rate names its"),
        ({"denominator": '"children"'}, "children_weighed: a share or rate names its"),
        ({"owner": None}, "children_weighed: missing 1 required keyword-only"),
        ({"colour": '"red"'}, "children_weighed: got an unexpected keyword argument"),
    ],
)
def test_a_bad_entry_is_refused(changes: dict[str, str | None], fault: str) -> None:
    with pytest.raises(RegisterError) as refusal:
        read(entry(**changes))
    assert str(refusal.value).startswith(fault)


def test_a_code_may_stand_once() -> None:
    with pytest.raises(RegisterError, match="stands twice"):
        read(entry() + "\n" + entry())


def test_the_register_that_ships() -> None:
    assert len(INDICATORS) >= 30
    assert not set(INDICATORS) & set(MEASURES)
