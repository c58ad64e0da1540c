"""A return's head is read word by word; each defect is one finding."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kith.contracts.commands.checks import Severity
from kith.domain.vocabulary.periods import Period
from kith.evidence.store.returns import files_of, find_returns, read_return


HEAD = {
    "feed": '"early_help"',
    "agency": '"An Invented Council"',
    "area": '"E06000024"',
    "from": "2020-07-01",
    "to": "2020-12-31",
    "extracted_on": "2021-01-08",
    "agreement": '"Agreement 12"',
}


def write(folder: Path, **changed: str | None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    words = {**HEAD, **{key.rstrip("_"): value for key, value in changed.items()}}
    lines = [f"{key} = {value}" for key, value in words.items() if value is not None]
    (folder / "return.toml").write_text("\n".join(lines), "utf-8")
    return folder


def test_a_sound_head_is_read_whole(tmp_path: Path) -> None:
    head, findings = read_return(
        write(tmp_path, history_from='"2019-01-01"'), name="council/early"
    )
    assert findings == ()
    assert head is not None
    assert head.name == "council/early"
    assert head.agency == "an-invented-council"
    assert head.areas == ("E06000024",)
    assert head.period == Period(date(2020, 7, 1), date(2020, 12, 31))
    assert head.extracted_on == date(2021, 1, 8)
    assert head.history_from == date(2019, 1, 1)


@pytest.mark.parametrize(
    ("changed", "word", "what"),
    [
        ({"feed": None}, "feed", "is missing"),
        ({"feed": '"anex_a"'}, "feed", "names no feed of Kith"),
        ({"agency": '" "'}, "agency", "is not a text that says something"),
        ({"agency": "7"}, "agency", "is not a text that says something"),
        ({"area": '"North Somerset"'}, "area", "is not an ONS code"),
        ({"area": "[]"}, "area", "is neither a text nor a list of texts"),
        ({"area": '["E06000024", "E06000024"]'}, "area", "names an area twice"),
        ({"from_": '"01/07/2020"'}, "from", "is not a day"),
        ({"from_": "2020-07-01T00:00:00"}, "from", "is not a day"),
        ({"to": "2020-06-30"}, "to", "is before 'from'"),
        ({"from_": "0001-01-01"}, "from", "lies outside the years 1900 to 2199"),
        ({"to": "9999-12-31"}, "to", "lies outside the years 1900 to 2199"),
        ({"extracted_on": "9999-12-31"}, "extracted_on", "lies outside the years"),
        ({"extracted_on": "2020-01-01"}, "extracted_on", "is before the period starts"),
        ({"history_from": "2020-08-01"}, "history_from", "is after the period starts"),
        ({"agreement": None}, "agreement", "does not say under which sharing"),
    ],
)
def test_each_defect_is_one_stop_that_names_the_word(
    tmp_path: Path, changed: dict[str, str | None], word: str, what: str
) -> None:
    head, findings = read_return(write(tmp_path, **changed), name="r")
    assert head is None
    assert [(f.severity, f.column) for f in findings] == [(Severity.STOP, word)]
    assert findings[0].message.startswith(f"r/return.toml: '{word}' {what}")


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"extractedon": "2021-01-08"}, "extractedon"),
        ({"extracted_on": "2020-12-01"}, "extracted_on"),
        ({"feed": '"aggregate"', "agreement": None}, "agreement"),
    ],
)
def test_what_is_only_doubtful_is_a_warning(
    tmp_path: Path, changed: dict[str, str | None], word: str
) -> None:
    """Counts need no sharing agreement; an unknown word may be a slip of the pen."""
    head, findings = read_return(write(tmp_path, **changed), name="r")
    assert head is not None
    assert [(f.severity, f.column) for f in findings] == [(Severity.WARN, word)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'feed = "early_help', "is not TOML"),
        (b"\xff\xfe\x00feed", "is not UTF-8 text"),
        (b"#" * 1_000_001, "is too large"),
    ],
)
def test_a_head_that_cannot_be_read_says_so_in_one_line(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "return.toml").write_bytes(content)
    head, (finding,) = read_return(tmp_path, name="r")
    assert head is None
    assert finding.severity is Severity.STOP
    assert said in finding.message
    assert "\n" not in finding.message


def test_returns_are_found_at_any_depth_and_nothing_else_is_passed_over(
    tmp_path: Path,
) -> None:
    write(tmp_path / "police" / "2020" / "second")
    write(tmp_path / "council")
    write(tmp_path / "broken", feed=None)
    (tmp_path / "council" / "early_help.csv").write_text("child_id")
    (tmp_path / "council" / "deeper").mkdir()
    (tmp_path / "stray.csv").write_text("child_id")
    (tmp_path / "partnership.toml").write_text("")
    found = find_returns(tmp_path)
    assert [head.name for head in found.returns] == ["council", "police/2020/second"]
    assert found.unusable == ("broken",)
    assert found.names == ("broken", "council", "police/2020/second")
    assert sorted((f.rule, f.file) for f in found.findings) == [
        ("file_outside_a_return", "stray.csv"),
        ("head_stop", "broken/return.toml"),
    ]
    assert [path.name for path in files_of(found.returns[0])] == [
        "deeper",
        "early_help.csv",
    ]


def test_a_folder_that_cannot_be_opened_is_said_and_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its return would be gone without a word."""
    write(tmp_path / "council")
    write(tmp_path / "police")
    scan = os.scandir

    def refuse(place: str) -> object:
        if Path(place).name == "police":
            raise PermissionError(13, "no", place)
        return scan(place)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_returns(tmp_path)
    assert [head.name for head in found.returns] == ["council"]
    (finding,) = found.findings
    assert (finding.severity, finding.file) == (Severity.STOP, "police")


def test_a_link_to_a_folder_is_not_followed_and_is_said(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "police")
    write(tmp_path / "returns" / "council")
    (tmp_path / "returns" / "police").symlink_to(tmp_path / "elsewhere" / "police")
    found = find_returns(tmp_path / "returns")
    assert [head.name for head in found.returns] == ["council"]
    assert [(f.severity, f.file) for f in found.findings] == [(Severity.WARN, "police")]


def test_a_head_that_is_a_link_to_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "return.toml").symlink_to(tmp_path / "gone.toml")
    _, (finding,) = read_return(tmp_path, name="r")
    assert "is a link to nothing" in finding.message
