"""Figures and agencies: statuses that never look alike."""

from __future__ import annotations

import pytest

from kith.domain.vocabulary.agencies import agency_code
from kith.domain.vocabulary.figures import Status


@pytest.mark.parametrize(
    ("status", "has_value"),
    [
        (Status.SHOWN, True),
        (Status.ZERO, True),
        (Status.LOW_RELIABILITY, True),
        (Status.SUPPRESSED, False),
        (Status.NOT_APPLICABLE, False),
        (Status.NOT_SUPPLIED, False),
    ],
)
def test_only_some_statuses_have_a_value(status: Status, has_value: bool) -> None:
    assert status.has_value is has_value


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Avon and Somerset Police", "avon-and-somerset-police"),
        ("  The Council! ", "the-council"),
        ("council", "council"),
    ],
)
def test_agency_code(name: str, code: str) -> None:
    assert agency_code(name) == code
