"""The command's own refusals: one line, which names the command that was run."""

from __future__ import annotations

import pytest

from kith.cli import main


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("serve --zork", "kith serve: '--zork' is not understood here; see kith serve"),
        (
            "evidence figures S --from 2020-01-01 --to 2020-01-31 --zork 3",
            "kith evidence figures: '--zork' is not understood here; see",
        ),
        ("clock a b", "kith clock: 'b' is not understood here; see kith clock --help"),
    ],
)
def test_a_word_too_many_is_refused_by_the_command_it_was_given_to(
    capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words.split())
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith(said)
    assert told.count("\n") == 1


@pytest.mark.parametrize("words", [["", "--out", "S"], ["R", "--out", ""]])
def test_no_folder_is_not_the_folder_one_stands_in(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """`kith evidence build "$UNSET" --out …` must not read all there is."""
    with pytest.raises(SystemExit) as left:
        main(["evidence", "build", *words])
    assert left.value.code == 2
    assert "name a folder, it is empty" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["abc", "0", "65536"])
def test_demo_refuses_a_port_before_it_builds(
    capsys: pytest.CaptureFixture[str], port: str
) -> None:
    assert main(["demo", "--port", port]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "kith demo: --port takes a number from 1 to 65535\n",
    )
