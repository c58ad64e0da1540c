"""A published store for tests that read one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.lib.published_store import write_store


if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("published"))


@pytest.fixture
def published(settings: Any, store: Path) -> Path:
    """The site shows the small invented store."""
    settings.KITH_STORE = store
    return store
