"""A home with a small store of rows about children, and the engine within reach."""

from __future__ import annotations

import csv
import io
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest

from kith.cli import main
from kith.web.access.roles import Role
from kith.web.agreements.actions import agree_agreement, draft_agreement
from kith.web.explorations import tasks
from kith.web.organisations.models import Employment
from kith.web.releases.files import engine
from kith.web.releases.files.engine import Said
from tests.lib.arguments.agreements import terms
from tests.lib.world import LONG_AGO, NOW, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kith.web.agreements.models import SharingAgreement
    from tests.lib.world import World


HEAD = """
feed = "early_help"
agency = "north-somerset-council"
area = "E06000024"
from = 2020-01-01
to = 2020-12-31
extracted_on = 2021-01-08
agreement = "Agreement 12"
"""
COLUMNS = ["child_id", "sex", "ethnicity", "born_on", "start_on", "end_on"]
GIRLS, BOYS = 40, 3
"""Forty girls and three boys a month: the boys are few enough to be hidden."""


def _build(home: Path, months: int) -> None:
    folder = home / "returns" / "council"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "return.toml").write_text(HEAD)
    rows = [
        [f"c{month}-{n}", sex, "WBRI", "2010-05-01", f"2020-{month:02}-09", ""]
        for month in range(1, months + 1)
        for n, sex in enumerate("m" * BOYS + "f" * GIRLS)
    ]
    with (folder / "early_help.csv").open("w", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    words = ["evidence", "build", str(home / "returns"), "--out", str(home / "store")]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert main(words) == 0


@pytest.fixture
def home(settings: object, tmp_path: Path) -> Path:
    """A home whose newest build tells of January and February."""
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    settings.KITH_STORE = tmp_path / "store"  # type: ignore[attr-defined] # as above
    _build(tmp_path, 2)
    return tmp_path


@pytest.fixture
def build_anew(home: Path) -> Callable[[], None]:
    """The engine builds the same edition again, from more rows."""
    return lambda: _build(home, 3)


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real engine, in this process: starting one takes longer than what it does."""

    def run(
        words: Sequence[str],
        *,
        is_wanted: Callable[[], bool] = bool,
        within: Path | None = None,
    ) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(["evidence", *words])
        return Said(code, out.getvalue(), engine._fault(err.getvalue()))

    monkeypatch.setattr(tasks, "run_engine", run)


@pytest.fixture
def agreement(world: World) -> SharingAgreement:
    """The council's early help rows are shared on an agreement until June 2021."""
    draft = draft_agreement(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        terms=terms(world.here, title="Early help", feeds=["early_help"]),
    )
    lead = world.person(Role.AGENCY_LEAD)
    Employment.objects.create(
        person=lead, organisation=world.here.council, first_on=LONG_AGO
    )
    agree_agreement(viewer=viewer_of(lead), at=NOW, key=draft.pk)
    return draft
