"""A home of its own with the engine's store in it, and the engine within reach."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest

from kith.cli import main
from kith.web.releases import tasks
from kith.web.releases.files import engine
from kith.web.releases.files.engine import Said


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@pytest.fixture
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    settings.KITH_STORE = tmp_path / "store"  # type: ignore[attr-defined] # as above
    return tmp_path


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real engine, in this process: starting one takes longer than what it does."""

    def run(words: Sequence[str], *, is_wanted: Callable[[], bool] = bool) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(["evidence", *words])
        return Said(code, out.getvalue(), engine._fault(err.getvalue()))

    monkeypatch.setattr(tasks, "run_engine", run)
