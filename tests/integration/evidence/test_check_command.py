"""``kith evidence check``, as a person or a program runs it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kith.cli import main
from tests.lib import files


HEADER = "child_id,start_on\n"


@pytest.fixture
def annex_a(tmp_path):
    return files.workbook(tmp_path / "annex-a.xlsx", files.annex_a_sheets())


def run(*words):
    return main(["evidence", "check", *map(str, words)])


def test_the_text_accounts_for_every_list_and_column(annex_a, capsys):
    assert run(annex_a, "--as", "annex_a") == 0
    out, err = capsys.readouterr()
    assert err == ""
    for number in range(1, 12):
        assert f"[List {number}]: list_{number}" in out
    assert "Date of Contact -> contact_on" in out
    assert "Allocated Worker -> not read" in out
    assert "13 rows read, 13 accepted, 0 quarantined" in out


def test_json_has_files_findings_and_results(annex_a, capsys):
    assert run(annex_a, "--as", "annex_a", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert set(report) == {"feed", "files", "findings", "results"}
    first = report["files"][0]
    assert (first["file"], first["sheet"], first["table"]) == (
        "annex-a.xlsx",
        "List 1",
        "list_1",
    )
    assert first["read"] == first["accepted"] + first["quarantined"]
    assert {"header": "Gender", "read_as": "sex"} in first["columns"]
    outcomes = {r["rule"]: r["outcome"] for r in report["results"]}
    assert outcomes["row.once"] == "clean"
    assert set(outcomes.values()) <= {"clean", "flagged", "not run"}


def test_csv_has_a_line_for_each_finding(tmp_path, capsys):
    path = files.text_file(tmp_path / "f.csv", HEADER + "1,31/02/2020\n")
    assert run(path, "--as", "home_education", "--format", "csv") == 0
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    worst = [line for line in lines if line["severity"] == "quarantine"]
    assert [(line["rule"], line["row"], line["column"]) for line in worst] == [
        ("value.date", "2", "start_on")
    ]


WRONG_USAGE = {
    "unknown feed": (lambda at: [at / "f.csv", "--as", "nonsense"], "no feed"),
    "no feed": (lambda at: [at / "f.csv"], "--as"),
    "no file": (lambda at: ["--as", "ssd"], "FILE"),
    "missing path": (lambda at: [at / "gone.csv", "--as", "ssd"], "no file"),
    "folder": (lambda at: [at, "--as", "ssd"], "name the files"),
    "unknown option": (lambda at: [at / "f.csv", "--as", "ssd", "--x"], "--x"),
    "bad area": (lambda at: [at / "f.csv", "--as", "ssd", "--area", "x"], "ONS"),
}


@pytest.mark.parametrize("case", WRONG_USAGE)
def test_wrong_usage_is_one_line_and_exit_code_2(tmp_path, capsys, case):
    files.text_file(tmp_path / "f.csv", HEADER)
    words, hint = WRONG_USAGE[case]
    try:
        code = run(*words(tmp_path))
    except SystemExit as left:
        code = left.code
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert hint in err
    assert err.count("\n") == 1


STOPPED = {
    "0 bytes": lambda at: files.text_file(at / "f.csv", ""),
    "zip bomb": lambda at: files.zip_bomb(
        at / "f.xlsx", files.workbook(at / "p.xlsx", {"a": [["a"]]})
    ),
    "locked": lambda at: files.locked_workbook(at / "f.xlsx"),
    "entities": lambda at: files.text_file(
        at / "f.xml",
        '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    ),
    "not its name": lambda at: files.text_file(at / "f.xlsx", HEADER),
    "needed column absent": lambda at: files.text_file(
        at / "f.csv", "child_id,sex\n1,F\n"
    ),
    "another feed": lambda at: files.text_file(at / "f.csv", "this,that\n1,2\n"),
}


@pytest.mark.parametrize("case", STOPPED)
def test_what_stops_a_run_is_exit_code_1_with_its_place_and_no_traceback(
    tmp_path, capsys, case
):
    path = STOPPED[case](tmp_path)
    assert run(path, "--as", "home_education") == 1
    out, err = capsys.readouterr()
    assert "STOP" in out
    assert path.name in err
    assert "Traceback" not in out + err
    assert "root:" not in out + err


def test_a_stop_in_one_file_leaves_the_others_in_the_report(tmp_path, capsys):
    good = files.text_file(tmp_path / "good.csv", HEADER + "1,16/09/2020\n")
    empty = files.text_file(tmp_path / "empty.csv", "")
    assert run(empty, good, "--as", "home_education", "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert [(f["file"], f["accepted"]) for f in report["files"]] == [
        ("empty.csv", 0),
        ("good.csv", 1),
    ]


def test_what_rows_mean_together_is_checked_too(tmp_path, capsys):
    sheets = files.annex_a_sheets()
    born = sheets["List 3"][1][3]
    sheets["List 3"][1][3] = born.replace(year=born.year - 2)
    path = files.workbook(tmp_path / "a.xlsx", sheets)
    assert run(path, "--as", "annex_a", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    outcomes = {result["rule"]: result["outcome"] for result in report["results"]}
    assert outcomes["two_dates_of_birth"] == "flagged"
    assert outcomes["older_than_25"] == "clean"
    assert "crashed" not in outcomes.values()


def test_rows_of_another_area_are_set_aside_where_the_area_is_said(tmp_path, capsys):
    text = "child_id,start_on,area\n1,16/09/2020,E06000024\n2,16/09/2020,E06000023\n"
    path = files.text_file(tmp_path / "f.csv", text)
    for words, accepted in (([], 2), (["--area", "E06000024"], 1)):
        assert run(path, "--as", "home_education", "--format", "json", *words) == 0
        (file,) = json.loads(capsys.readouterr().out)["files"]
        assert (file["read"], file["accepted"]) == (2, accepted)


def test_a_fault_in_the_checks_of_meaning_leaves_the_rest_of_the_report(
    tmp_path, capsys, monkeypatch
):
    def fails(*_: object) -> None:
        raise RuntimeError("a value from a child's record")

    monkeypatch.setattr("kith.evidence.cli.loose_files.tell", fails)
    path = files.text_file(tmp_path / "f.csv", HEADER + "1,16/09/2020\n")
    assert run(path, "--as", "home_education") == 1
    out, err = capsys.readouterr()
    assert "1 rows read, 1 accepted" in out
    assert "crashed: meaning, by a fault of Kith's own (RuntimeError)" in out
    assert "child's record" not in out + err


def test_tables_that_are_not_there_are_named_in_one_paragraph(tmp_path, capsys):
    """Eleven lists missing took twenty-two lines, and hid the one that mattered."""
    assert run(files.text_file(tmp_path / "f.csv", ""), "--as", "annex_a") == 1
    out, _ = capsys.readouterr()
    assert out.count("table.supplied (11)") == 1
    assert out.count("Send it if you hold it") == 1
    for number in range(1, 12):
        assert f"list_{number}:" in out
    assert out.index("STOP file.empty") < out.index("table.supplied (11)")


def test_no_header_of_a_file_becomes_a_formula_in_the_csv_of_findings(tmp_path, capsys):
    path = files.text_file(
        tmp_path / "early_help_episodes.csv",
        "child_id,start_on,=HYPERLINK(1),@SUM(1)\nC1,2020-01-02,x,y\n",
    )
    assert run(path, "--as", "early_help", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    columns = {row["column"] for row in rows}
    assert {"'=HYPERLINK(1)", "'@SUM(1)"} <= columns
    assert not any(value.startswith(("=", "@")) for r in rows for value in r.values())
