"""Every check has a test of its own name, so that none is written unproved."""

import importlib

import pytest

from kith.evidence.quality.meaning.check import MeaningCheck
from kith.evidence.quality.meaning.every import ALL


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_each_check_is_tested(one: MeaningCheck) -> None:
    tests = importlib.import_module(
        f"tests.unit.evidence.quality.meaning.test_{one.subject}"
    )
    assert callable(getattr(tests, f"test_{one.name}", None))
