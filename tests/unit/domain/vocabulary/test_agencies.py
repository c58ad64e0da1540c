"""An agency's name from its code, where nobody gave its own."""

from __future__ import annotations

import pytest

from kith.domain.vocabulary.agencies import agency_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("council", "The council"),
        ("avon-and-somerset-police", "Avon and Somerset Police"),
        ("health", "Health"),
        ("local-nhs", "Local NHS"),
        ("academy", "Academy"),
    ],
)
def test_an_agency_has_a_name(code, name) -> None:
    assert agency_name(code) == name
