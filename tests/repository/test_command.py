"""The ``kith`` command keeps its doors, and is polite when misused."""

from __future__ import annotations

import importlib

import pytest

from kith import cli


def test_the_doors_that_stay_stable_are_there() -> None:
    assert {" ".join(names) for names in cli.COMMANDS} >= {
        "demo",
        "serve",
        "example",
        "evidence check",
        "evidence build",
        "evidence figures",
        "evidence rows",
        "report",
        "clock",
    }


@pytest.mark.parametrize("route", cli.COMMANDS, ids=" ".join)
def test_each_command_says_what_it_takes(route, capsys) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([*route, "--help"])
    assert left.value.code == 0
    assert "usage: kith" in capsys.readouterr().out


@pytest.mark.parametrize("route", cli.COMMANDS, ids=" ".join)
def test_an_unknown_option_is_one_line_and_exit_2(route, capsys) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([*route, "--no-such-option"])
    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_unknown_command_is_one_line_and_exit_2(capsys) -> None:
    assert cli.main(["evidense"]) == 2
    assert capsys.readouterr().err == (
        "kith: there is no command 'evidense'; see kith --help\n"
    )


def test_a_fault_of_its_own_says_no_personal_value(monkeypatch, capsys) -> None:
    module = importlib.import_module(cli.COMMANDS["clock",].module)

    def fail(args: object) -> int:
        raise ValueError("Ada Invented, born 1 January 2010")

    monkeypatch.setattr(module, "run", fail)
    assert cli.main(["clock"]) == 1
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "Ada" not in said
    assert "Traceback" not in said
