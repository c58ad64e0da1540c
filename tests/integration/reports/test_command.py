"""``kith report``: a file, or one clear line and the exit code that says whose fault."""

from __future__ import annotations

import pytest

from kith.cli import main
from tests.lib.published_store import write_store


NARRATIVE = {
    "plan.toml": (
        'title = "A report"\nsubtitle = "Of a year"\n'
        '[[chapter]]\ntitle = "All"\nfile = "all.md"\n'
        '[[snapshot]]\nmeasure = "referrals"\nwords = "Referrals"\n'
    ),
    "records.toml": (
        '[list.risks]\ntitle = "Risks"\ncounted = "Each."\nrecords = [{ words = "One" }]\n'
    ),
    "coverage.toml": (
        'guidance = "The guidance"\n'
        '[[requirement]]\nasks = "All"\nanswer = "none"\nsays = "Nothing."\n'
    ),
    "all.md": (
        "There were {{ figure referrals }} referrals and {{ count risks }} risk.\n\n"
        "{{ chart referrals by month }}\n\n{{ table snapshot }}\n\n{{ gaps }}\n\n"
        "{{ coverage }}\n\n{{ counting }}\n"
    ),
}


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A partnership's home: a store, and its own narrative."""
    write_store(tmp_path / "store")
    (tmp_path / "report").mkdir()
    for name, text in NARRATIVE.items():
        (tmp_path / "report" / name).write_text(text, "utf-8")
    monkeypatch.setenv("KITH_HOME", str(tmp_path))
    return tmp_path


def report(home, form="html", edition="2020-12-31", out="annual.out") -> int:
    """Run ``kith report``."""
    words = ["report", "--edition", edition, "--format", form, "--out"]
    return main([*words, str(home / out)])


@pytest.mark.parametrize(
    ("form", "start"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF"), ("docx", b"PK")]
)
def test_each_format_is_written_and_the_same_bytes_again(home, form, start) -> None:
    assert report(home, form, out="first") == 0
    assert report(home, form, out="again") == 0
    first = (home / "first").read_bytes()
    assert first.startswith(start)
    assert first == (home / "again").read_bytes()


def test_the_html_file_stands_alone(home) -> None:
    assert report(home) == 0
    page = (home / "annual.out").read_text("utf-8")
    assert 'href="#counting-referrals">816<' in page
    assert 'id="counting-referrals"' in page
    assert "/scorecard/" not in page
    assert "Invented data" in page
    assert "<link" not in page
    assert "src=" not in page


def test_an_edition_that_is_not_there_names_those_that_are(home, capsys) -> None:
    assert report(home, edition="2019-12-31") == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "holds no edition '2019-12-31'; it holds 2020-12-31" in said


@pytest.mark.parametrize("name", ["../2020-12-31", "2020-12-31/..", ".", ""])
def test_an_edition_is_a_name_and_never_a_path(home, capsys, name) -> None:
    assert report(home, edition=name) == 2
    assert "holds no edition" in capsys.readouterr().err


def test_a_place_that_nothing_fills_is_one_line_with_its_place(home, capsys) -> None:
    (home / "report" / "all.md").write_text("Text.\n\n{{ figure referals }}", "utf-8")
    assert report(home) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "all.md, line 3: the place 'figure referals' cannot be filled" in said
    assert not (home / "annual.out").exists()


def test_a_folder_that_is_not_there(home, capsys) -> None:
    assert report(home, out="none/annual.pdf") == 2
    assert "make it first" in capsys.readouterr().err


def test_a_file_that_is_a_folder(home, capsys) -> None:
    assert report(home, out="report") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_store_that_is_none(home, capsys, monkeypatch) -> None:
    monkeypatch.setenv("KITH_HOME", str(home / "empty"))
    assert report(home) == 2
    assert "is no store" in capsys.readouterr().err


def test_a_format_that_is_none(home, capsys) -> None:
    with pytest.raises(SystemExit) as left:
        report(home, "odt")
    assert left.value.code == 2
    assert "odt" in capsys.readouterr().err
