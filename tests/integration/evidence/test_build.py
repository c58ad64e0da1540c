"""``kith evidence build``: a folder of returns becomes an edition, or nothing changes."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from kith.cli import main
from kith.contracts.commands.builds import BuildAnswer
from kith.contracts.published.edition import edition_from_json
from kith.contracts.published.ledger import table_from_words
from kith.evidence.measures import figures
from kith.evidence.publish.figures import figures_in_print
from kith.evidence.runs.build import build
from kith.evidence.runs.outcome import BuildRequest
from kith.evidence.store.fact_store import open_store


if TYPE_CHECKING:
    from pathlib import Path


AREA = "E06000024"
HEAD = """
feed = "{feed}"
agency = "council"
area = "E06000024"
from = 2020-01-01
to = 2020-12-31
extracted_on = 2021-01-08
agreement = "Agreement 12"
"""
EARLY_HELP = [
    ["child_id", "sex", "ethnicity", "born_on", "start_on", "end_on"],
    *(
        [f"c{n}", "fm"[n % 2], "WBRI", "2010-05-01", f"2020-{n % 12 + 1:02}-09", ""]
        for n in range(48)
    ),
    ["c99", "f", "WBRI", "2010-05-01", "2020-31-12", ""],
]
HOME = [
    ["child_id", "sex", "start_on"],
    *([f"c{n}", "fm"[n % 2], "2020-09-01"] for n in range(30)),
]


def send(returns: Path, name: str, feed: str, rows: list[list[str]]) -> Path:
    folder = returns / name
    folder.mkdir(parents=True)
    (folder / "return.toml").write_text(HEAD.format(feed=feed))
    with (folder / f"{feed}.csv").open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Returns, and the store that one build of them made."""
    home = tmp_path_factory.mktemp("build")
    send(home / "returns", "council/early", "early_help", EARLY_HELP)
    send(home / "returns", "council/home", "home_education", HOME)
    assert run(home / "returns", home / "store") == 0
    return home / "returns", home / "store"


def run(returns: Path, store: Path, *more: str) -> int:
    return main(["evidence", "build", str(returns), "--out", str(store), *more])


def public(store: Path) -> dict[str, bytes]:
    folder = store / "current" / "public"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_edition_holds_what_the_returns_say(built: tuple[Path, Path]) -> None:
    store = built[1]
    edition = edition_from_json((store / "current/public/edition.json").read_text())
    assert edition.name == "2020-12-31"
    assert edition.released == "candidate"
    with open_store(store) as opened:
        found = figures(
            opened,
            measures=["children_with_early_help", "home_educated_at_date", "referrals"],
            areas=[AREA],
            period=edition.period,
        )
    assert [(f.numerator, f.status.value) for f in found] == [
        (48, "shown"),
        (30, "shown"),
        (None, "not_supplied"),
    ]


def test_every_row_is_accounted_for(built: tuple[Path, Path]) -> None:
    report = json.loads((built[1] / "current/quality/report.json").read_text())
    tables = [t for one in report["returns"] for t in one["tables"] if t["read"]]
    assert sorted((t["read"], t["accepted"], t["quarantined"]) for t in tables) == [
        (30, 30, 0),
        (49, 48, 1),
    ]
    assert {t["file"] for t in tables} == {
        "council/early/early_help.csv",
        "council/home/home_education.csv",
    }


def test_no_published_table_holds_a_child(built: tuple[Path, Path]) -> None:
    store = built[1]
    children = pq.read_table(store / "current/facts/people.parquet")["child"]
    assert len(children) == 48
    everything = b"".join(public(store).values())
    assert not [key for key in children.to_pylist() if key.encode() in everything]
    assert "child" not in pq.read_schema(store / "current/public/figures.parquet").names


def test_the_store_keeps_child_level_rows_to_its_owner(
    built: tuple[Path, Path],
) -> None:
    store = built[1]
    for path in (store / "builds", store / "current/facts", store / "keyring.toml"):
        assert path.stat().st_mode & 0o077 == 0


def test_the_same_returns_elsewhere_are_the_same_public_bytes(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    """Another folder, another key, another order on the disk, another hour."""
    for name in ("council/home", "council/early"):
        shutil.copytree(built[0] / name, tmp_path / "elsewhere" / name)
    done = build(
        BuildRequest(tmp_path / "elsewhere", tmp_path / "store"),
        at=lambda: datetime(2031, 5, 6, tzinfo=UTC),
    )
    assert done.build is not None
    assert public(tmp_path / "store") == public(built[1])
    assert b"2031" not in b"".join(public(tmp_path / "store").values())
    (log,) = (tmp_path / "store/runs").iterdir()
    assert json.loads(log.read_text())["started"].startswith("2031-05-06")


def test_a_stop_keeps_the_old_edition_and_leaving_out_shows_the_gap(
    built: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    returns, store = tmp_path / "returns", tmp_path / "store"
    shutil.copytree(built[0], returns)
    shutil.copytree(built[1], store, symlinks=True)
    before = public(store)
    (returns / "council/home/home_education.csv").write_bytes(b"")

    assert run(returns, store) == 1
    told = capsys.readouterr()
    assert "council/home/home_education.csv" in told.err
    assert "--leave-out RETURN" in told.err
    assert told.out == ""
    assert public(store) == before

    assert run(returns, store, "--format", "json") == 1
    answer = BuildAnswer.from_json(json.loads(capsys.readouterr().out))
    assert (answer.edition, answer.findings["stop"]) == ("", 1)
    assert answer.stops[0].file == "council/home/home_education.csv"

    assert run(returns, store, "--leave-out", "council/home", "--edition", "gap") == 0
    assert "left out: council/home" in capsys.readouterr().out
    said = pq.read_table(store / "current/public/findings.parquet").to_pylist()
    assert {r["measure"] for r in said if r["rule"] == "return_left_out"} >= {
        "home_educated_at_date",
        "children_home_educated",
    }
    rows = pq.read_table(store / "current/public/figures.parquet").to_pylist()
    assert {r["status"] for r in rows if r["measure"] == "home_educated_at_date"} == {
        "not_supplied"
    }
    old = store / "editions" / "2020-12-31" / "public" / "figures.parquet"
    assert old.read_bytes() == before["figures.parquet"]


@pytest.mark.parametrize(
    ("more", "said", "code"),
    [
        (("--leave-out", "council/hone"), "there is no return 'council/hone'", 2),
        (("--edition", "../up"), "an edition's name is letters", 2),
        (("--engine", "abacus"), "invalid choice", 2),
    ],
)
def test_a_wrong_request_is_one_line(
    built: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    said: str,
    code: int,
) -> None:
    try:
        left = run(built[0], tmp_path / "store", *more)
    except SystemExit as refused:
        left = int(str(refused.code))
    told = capsys.readouterr().err
    assert (left, said in told, told.count("\n")) == (code, True, 1)
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    ("make", "said", "code"),
    [
        (lambda path: None, "is not a folder", 2),
        (lambda path: path.mkdir(), "holds no return to read", 1),
        (lambda path: send(path, "one", "anex_a", HOME), "names no feed of Kith", 1),
    ],
    ids=["absent", "empty", "unknown feed"],
)
def test_a_folder_that_cannot_be_built_says_why(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    make: object,
    said: str,
    code: int,
) -> None:
    assert callable(make)
    make(tmp_path / "returns")
    assert run(tmp_path / "returns", tmp_path / "store") == code
    told = capsys.readouterr().err
    assert said in told
    assert "the edition before still stands" not in told
    assert told.count("return.toml:") <= 1, "a place is named once"
    assert ("--leave-out" in told) == ("return.toml:" in told), "only where it helps"
    assert not (tmp_path / "store" / "current").exists()


def release(*words: str) -> int:
    return main(["evidence", "release", *words])


def test_the_public_sees_an_edition_once_it_is_released_and_until_it_is_withdrawn(
    built: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    shutil.copytree(built[1], store, symlinks=True)
    seen, where = store / "released", str(store)
    assert release("propose", where, "--edition", "2020-12-31") == 0
    assert not seen.exists()
    assert release("approve", where, "R0001", "--by", "A delegated partner") == 0
    assert edition_from_json((seen / "edition.json").read_text()).released == "R0001"
    for name in ("figures.parquet", "sources.parquet"):
        assert (seen / name).read_bytes() == public(store)[name]
    capsys.readouterr()

    assert release("propose", where, "--edition", "2020-12-31") == 0
    assert "it is R0001, which is released" in capsys.readouterr().out
    fewer = ("--leave-out", "measure=home_educated_at_date,cell=total")
    assert release("propose", where, "--edition", "2020-12-31", *fewer) == 0
    assert release("approve", where, "R0002", "--by", "A delegated partner") == 0
    capsys.readouterr()
    assert release("show", where, "R0002", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    table = table_from_words(told["table"])
    assert (told["state"], table.rule_set) == ("approved", "dfe")
    assert set(table.figures) == set(figures_in_print(seen))
    shown = {f.measure: f for f in figures_in_print(seen) if not f.breakdown}
    assert shown["home_educated_at_date"].status.value == "suppressed"
    assert shown["children_with_early_help"].numerator == 48

    assert release("withdraw", where, "R0002", "--because", "Too little.") == 0
    assert edition_from_json((seen / "edition.json").read_text()).released == "R0001"
    assert release("withdraw", where, "R0001", "--because", "All of it.") == 0
    assert not seen.exists()
    assert release("verify", where) == 0


def test_an_edition_built_again_since_it_was_proposed_is_proposed_anew(
    built: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    returns, store = tmp_path / "returns", tmp_path / "store"
    shutil.copytree(built[0], returns)
    shutil.copytree(built[1], store, symlinks=True)
    assert release("propose", str(store), "--edition", "2020-12-31") == 0
    shutil.rmtree(returns / "council/home")
    send(returns, "council/home", "home_education", HOME[:-1])
    assert run(returns, store) == 0
    assert release("approve", str(store), "R0001", "--by", "A delegated partner") == 2
    assert "was built again since R0001 was proposed" in capsys.readouterr().err
    assert not (store / "released").exists()
