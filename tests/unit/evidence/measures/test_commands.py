"""What ``kith evidence figures`` and ``rows`` print, and where."""

from __future__ import annotations

import argparse
import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.evidence.cli import figures, rows
from tests.lib.reference import facts as f
from tests.lib.reference.stores import store_of


if TYPE_CHECKING:
    from kith.evidence.store.fact_store import FactStore


PERIOD = ["--from", "2019-11-01", "--to", "2020-12-31"]


@pytest.fixture(scope="module")
def nine() -> FactStore:
    """Nine referrals, three of them of boys."""
    referral = f.Referral(referred_on=date(2020, 3, 2), no_further_action=False)
    return store_of(
        replace(referral, child=str(n), sex="male" if n < 3 else "female")
        for n in range(9)
    )


@pytest.fixture(autouse=True)
def store(nine: FactStore, monkeypatch: pytest.MonkeyPatch) -> FactStore:
    """The store that the commands open."""
    for module in (figures, rows):
        monkeypatch.setattr(module, "store_of", lambda _: nine)
    return nine


def kith(module: object, *words: str) -> int:
    parser = argparse.ArgumentParser(exit_on_error=False)
    module.add_parser(parser.add_subparsers())  # type: ignore[attr-defined]  # a command
    name = module.__name__.rpartition(".")[2]  # type: ignore[attr-defined]  # a command
    args = parser.parse_args([name, "STORE", *PERIOD, *words])
    return module.run(args)  # type: ignore[attr-defined,no-any-return]  # a command


def table(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_a_figure_in_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert kith(figures, "--measure", "referrals", "--format", "csv") == 0
    assert capsys.readouterr().out == (
        "measure,area,from,to,numerator,denominator,value,unit,status\n"
        "referrals,E06000024,2019-11-01,2020-12-31,9,,9,referrals,shown\n"
    )


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_day_far_from_our_time_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], option: str
) -> None:
    day = "0001-01-01" if option == "--from" else "9999-12-31"
    assert kith(figures, "--measure", "referrals", option, day) == 2
    assert capsys.readouterr().err == (
        f"kith evidence figures: {option} '{day}' lies outside the years 1900 to 2199\n"
    )


def test_the_public_does_not_see_three_boys(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("--measure", "referrals", "--by", "sex", "--format", "csv")
    assert kith(figures, *asked) == 0
    public = {row["sex"]: row for row in table(capsys.readouterr().out)}
    assert kith(figures, *asked, "--audience", "internal") == 0
    internal = {row["sex"]: row for row in table(capsys.readouterr().out)}
    boys = public["male"]
    assert (boys["status"], boys["numerator"], boys["value"]) == ("suppressed", "", "")
    assert public["female"]["status"] == "suppressed"
    assert internal["male"]["numerator"] == "3"


def test_the_reason_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert kith(figures, "--measure", "decision_timeliness", "--format", "json") == 0
    said = capsys.readouterr()
    [row] = json.loads(said.out)
    assert (row["status"], row["value"]) == ("not_supplied", None)
    assert said.err == (
        "decision_timeliness: not supplied: No return holds the day of decision; "
        "the aggregate feed would.\n"
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--measure", "referalls"], "there is no measure 'referalls'; did you mean"),
        (["--area", "E06000023"], "there is no area of this store 'E06000023'"),
        (["--by", "gender"], "there is no breakdown 'gender'"),
        (["--by", "sex", "month", "agency"], "--by takes at most 2 breakdowns"),
        (["--to", "31/12/2020"], "--to '31/12/2020' is not a date"),
        (["--to", "2020-W53-4"], "--to '2020-W53-4' is not a date"),
        (["--to", "2019-01-01"], "the period ends (2019-01-01) before it starts"),
    ],
)
def test_wrong_usage_is_one_line(
    words: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kith(figures, *words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"kith evidence figures: {line}")
    assert said.err.count("\n") == 1


def test_all_sources_names_them(capsys: pytest.CaptureFixture[str]) -> None:
    kith(figures, "--measure", "referrals", "--all-sources", "--format", "csv")
    [row] = table(capsys.readouterr().out)
    assert row["source"] == "ssd"


def test_rows_have_their_place_and_no_child(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = kith(rows, "--measure", "referrals", "--area", f.AREA, "--format", "csv")
    said = capsys.readouterr()
    found = table(said.out)
    assert (code, len(found)) == (0, 9)
    assert found[0]["row"] == "2"
    assert not {"child", "born_on"} & set(found[0])
    assert "internal use" in said.err
