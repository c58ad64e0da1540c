from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith.evidence.invent.example_data import read_example
from kith.evidence.invent.partnership import invent
from kith.evidence.invent.targets import Targets, read_targets


if TYPE_CHECKING:
    from kith.evidence.invent.world import World


LEADS = ["School", "Youth service"]


@pytest.fixture(scope="session")
def targets() -> Targets:
    return read_targets(read_example("targets.toml"))


@pytest.fixture(scope="session")
def world(targets: Targets) -> World:
    return invent(targets, early_help_leads=LEADS)
