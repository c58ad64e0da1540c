"""The register is data: a bad entry is refused with its code and its fault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.contracts.register import (
    Break,
    RegisterError,
    read,
    register_to_toml,
    shipped,
)
from kith.evidence.measures import MEASURES
from kith.evidence.measures.register import INDICATORS, in_force


if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_site_s_register_stands_over_the_one_that_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "indicators.toml"
    monkeypatch.setenv("KITH_REGISTER", str(path))
    assert in_force() == shipped()
    changed = replace(shipped()["suspensions"], title="Suspensions of one day or more")
    added = read(entry())["children_weighed"]
    path.write_text(register_to_toml([added, changed]))
    told = in_force()
    assert told["suspensions"] == changed
    assert list(told) == [*shipped(), "children_weighed"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[indicator", "it is not TOML"),
        ("indicator = 3", "its entries are [[indicator]] tables"),
        (entry(breaks="[3]"), "children_weighed: a break has a day 'on'"),
        (entry(breaks="7"), "children_weighed: a break has a day 'on'"),
        (entry(breaks="[{ on = 2020-04-01 }]"), "children_weighed: a break has a day"),
    ],
)
def test_a_broken_site_s_register_is_one_sentence_with_its_path(
    text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text(text)
    monkeypatch.setenv("KITH_REGISTER", str(path))
    with pytest.raises(RegisterError) as refusal:
        in_force()
    assert str(refusal.value).startswith(f"{path} cannot be read: {fault}")


def test_what_is_written_is_read_back() -> None:
    """Words with quotation marks, backslashes and line ends come back as they were."""
    entries = [
        replace(
            one,
            doubt='Said "twice",\nonce with a \\.\x7f',
            breaks=(Break(date(2020, 4, 1), "Said “otherwise”."),),
        )
        for one in shipped().values()
    ]
    text = register_to_toml(entries)
    assert read(text) == {one.code: one for one in entries}
    assert text == register_to_toml(reversed(entries))
