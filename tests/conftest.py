"""What every test stands on: fixed chance, a shut network, and no silent gaps."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings


# Several cores share the tests, so a slow example is no fault of the code.
_SHARED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("ci", derandomize=True, max_examples=50, **_SHARED)
settings.register_profile("night", max_examples=5_000, **_SHARED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

PARTS = {"functional": "a browser (chromium)", "postgresql": "PostgreSQL"}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> object:
    """At the gate a missing part is a failure, never a skip."""
    report = yield
    if report.skipped and os.environ.get("KITH_CI") == "1":
        for marker, part in PARTS.items():
            if item.get_closest_marker(marker):
                report.outcome = "failed"
                report.longrepr = f"the gate needs {part}: {report.longrepr}"
    return report
