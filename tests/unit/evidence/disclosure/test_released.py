"""Only disclosure makes what may be published."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest

from kith.domain.rules.disclosure import RULE_SETS
from kith.evidence.disclosure import NotReleasableError, Released, release
from tests.spec.disclosure.tables import table


def test_released_cannot_be_made_by_hand() -> None:
    with pytest.raises(NotReleasableError, match="release the figures instead"):
        Released(tuple(table("total 3")), RULE_SETS["dfe"])


def test_a_released_table_lends_its_seal_to_no_other() -> None:
    out = release(table("total 40"), RULE_SETS["dfe"])
    with pytest.raises(NotReleasableError):
        replace(out, content=tuple(table("total 3")))


def test_a_released_table_is_fixed_and_names_its_rule_set() -> None:
    out = release(table("total 40"), RULE_SETS["dfe"])
    assert out.rule_set.code == "dfe"
    with pytest.raises(AttributeError):
        out.content = ()  # type: ignore[misc]  # the refusal is the test
    assert copy.copy(out) == out
