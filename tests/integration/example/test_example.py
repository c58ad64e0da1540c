"""The example, end to end: its returns come to the figures the partnership published."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kith.cli import main
from kith.contracts.feeds import FEEDS
from kith.evidence.invent.example import write_example
from kith.evidence.measures import MEASURES
from kith.evidence.quality.folding import fold
from tests.integration.example.conftest import count
from tests.integration.example.one_more import EXPECTED, add_one_more


if TYPE_CHECKING:
    from pathlib import Path

    from kith.evidence.invent.targets import Targets
    from tests.integration.example.conftest import BuiltExample


pytestmark = [
    pytest.mark.example,
    pytest.mark.xdist_group("example"),
]

FIGURES = (
    "referrals", "re_referrals", "strategy_discussions",
    "children_on_protection_plans", "care_leavers_served", "children_looked_after",
    "initial_conferences", "children_in_need", "domestic_abuse_notifications",
    "children_population", "ehc_plans_open", "lado_referrals", "lado_advice",
    "children_with_early_help", "children_missing", "children_home_educated",
)  # fmt: skip


@pytest.fixture(scope="module")
def counted(returns: Path, targets: Targets) -> dict[str, int]:
    return count(returns, targets, list(EXPECTED))


@pytest.fixture(scope="module")
def counted_with_one_more(
    returns: Path, targets: Targets, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, int]:
    copy = tmp_path_factory.mktemp("one more") / "returns"
    shutil.copytree(returns, copy)
    add_one_more(copy)
    return count(copy, targets, list(EXPECTED))


def command(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["evidence", *words, "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def span(targets: Targets) -> tuple[str, ...]:
    return (
        "--from", targets.period.first.isoformat(),
        "--to", targets.period.last.isoformat(),
    )  # fmt: skip


def test_the_returns_come_to_the_published_figures(
    built: BuiltExample, targets: Targets, capsys: pytest.CaptureFixture[str]
) -> None:
    """906 referrals, 192 re-referrals … each exact, none of them known to the engine."""
    asked = [word for measure in FIGURES for word in ("--measure", measure)]
    figures = command(
        capsys, "figures", str(built.store), *asked, *span(targets),
        "--area", targets.area, "--audience", "internal",
    )  # fmt: skip
    told = {figure["measure"]: int(figure["value"]) for figure in figures}
    assert told == asdict(targets.totals)


@pytest.mark.parametrize("measure", sorted(set(FIGURES) - {"children_population"}))
def test_a_figure_opens_to_as_many_rows_as_it_counts(
    built: BuiltExample,
    targets: Targets,
    capsys: pytest.CaptureFixture[str],
    measure: str,
) -> None:
    rows = command(
        capsys, "rows", str(built.store), "--measure", measure,
        "--area", targets.area, *span(targets),
    )  # fmt: skip
    assert len(rows) == getattr(targets.totals, measure)


@pytest.mark.parametrize("measure", sorted(EXPECTED))
def test_one_row_more_moves_each_count_by_one(
    counted: dict[str, int], counted_with_one_more: dict[str, int], measure: str
) -> None:
    """A row of each kind is added to a copy of the returns, all at once, and the copy
    is counted anew: 906 referrals become 907 where one referral row is added.

    The added children are in no other return, so a measure can move only by its own
    rows: by one, but for referrals (one without further action, and a re-referral
    with the referral it goes back to) and strategy discussions (one with an enquiry,
    one without).
    """
    moved = counted_with_one_more[measure] - counted[measure]
    assert moved == EXPECTED[measure]


def test_every_measure_that_counts_has_its_row_more() -> None:
    counting = {
        code
        for code, measure in MEASURES.items()
        if measure.kind.value in {"flow in period", "ever in period"}
        or code.endswith(("_at_date", "_open", "_population"))
    }
    never_supplied = {"transfer_in_conferences"}
    assert counting - never_supplied <= set(EXPECTED)


def test_every_file_of_a_return_holds_rows_and_no_figure(returns: Path) -> None:
    """Only an agency's own counts are counts; none is of something we count from rows:
    what North Somerset's agencies sent of that ends before their rows begin."""
    for path in returns.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = list(csv.DictReader(file))
        header = {fold(name) for name in rows[0]}
        feed = next(
            FEEDS[line.split('"')[1]]
            for line in (path.parent / "return.toml").read_text().splitlines()
            if line.startswith("feed")
        )
        known = {
            fold(name)
            for table in feed.tables
            for column in table.columns
            for name in (column.name, *column.headers)
        }
        assert header <= known, path.name
        if feed.code == "aggregate":
            sent = [row for row in rows if row["measure"] in MEASURES]
            own = [row["to"] for row in sent if row["area"] == "E06000024"]
            assert max(own, default="") <= "2018-12-31", path.name
        elif feed.code != "population":
            assert header & {"childid", "casenumber", "notificationid"}, path.name


def test_no_workbook_has_a_sheet_of_figures(returns: Path) -> None:
    for path in returns.rglob("*.xlsx"):
        book = load_workbook(path, read_only=True)
        assert book.sheetnames == [f"List {number}" for number in range(1, 12)]


def test_the_same_bytes_each_time(returns: Path, tmp_path: Path) -> None:
    again = write_example(tmp_path)
    files = sorted(p.relative_to(returns) for p in returns.rglob("*") if p.is_file())
    assert files == sorted(
        p.relative_to(again) for p in again.rglob("*") if p.is_file()
    )
    changed = [
        str(file)
        for file in files
        if (returns / file).read_bytes() != (again / file).read_bytes()
    ]
    assert changed == []


def test_what_stands_there_already_is_not_overwritten(
    returns: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["example", "--out", str(returns.parent)]) == 2
    said = capsys.readouterr().err
    assert "not empty" in said
    assert len(said.strip().splitlines()) == 1


def test_workbooks_overlap_and_reach_back_a_year(
    returns: Path, targets: Targets
) -> None:
    workbooks = sorted(folder.name for folder in returns.glob("annex-a-*"))
    assert len(workbooks) == 5
    assert workbooks[0].startswith(f"annex-a-{targets.history_from:%Y-%m}")
    assert targets.period.first - targets.history_from >= timedelta(days=365)
