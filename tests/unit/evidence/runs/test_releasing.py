"""Releases one after another: what earlier tables give away is refused, and cured.

Referrals of 2020 by month and sex; counts from 1 to 5 are hidden. One area.

    ============  ======  ====
    month         female  male
    ============  ======  ====
    January           6     9
    February         12     2
    October           1     2
    ============  ======  ====
"""

from __future__ import annotations

import argparse
import io
import json
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.contracts.commands.releases import ReleaseAnswer
from kith.contracts.published.ledger import event_from_words, event_to_words
from kith.evidence.cli import figures
from kith.evidence.cli import release as command
from kith.evidence.runs.outcome import WrongRequestError
from kith.evidence.store.ledger import breaks, entries_of
from tests.lib.reference import facts as f
from tests.unit.evidence.runs.releases import DEC, JAN, MAR, OCT, SEP, Desk, desk


if TYPE_CHECKING:
    from pathlib import Path


FEB, FEB_END, JAN_END = date(2020, 2, 1), date(2020, 2, 29), date(2020, 1, 31)


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    """The store of the table above."""
    return desk(
        tmp_path,
        {
            (1, "female"): 6,
            (1, "male"): 9,
            (2, "female"): 12,
            (2, "male"): 2,
            (10, "female"): 1,
            (10, "male"): 2,
        },
    )


def test_a_quarter_and_a_year_to_date_give_a_hidden_quarter_away(
    office: Desk,
) -> None:
    """29 until September, 32 until December: three in the quarter between."""
    office.release(OCT, DEC)
    office.release(JAN, SEP)
    refused = office.ask(JAN, DEC)
    assert (refused.release, refused.decision) == ("R0003", "refused")
    [reason] = refused.reasons
    assert reason.startswith(
        "Referrals, North Somerset, October 2020 to December 2020 (3 months) could be "
        "worked out from this table beside R0002 (Referrals, North Somerset, "
        "January 2020 to September 2020 (9 months))"
    )
    [beside] = refused.given_away[0]["beside"]
    assert beside["release"] == "R0002"
    assert "3" not in {str(word) for word in refused.given_away[0].values()}


def test_the_table_so_cured_may_be_approved(office: Desk) -> None:
    office.release(OCT, DEC)
    office.release(JAN, SEP)
    asked = {"by": ("month",), "totals": True}
    refused = office.ask(JAN, DEC, **asked)
    assert refused.cure[0].words.startswith("Hide one more cell: Referrals")
    cured = command_line(office, "propose", *refused.cure[0].options)
    answer = ReleaseAnswer.from_json(json.loads(cured[1]))
    assert (cured[0], answer.decision) == (0, "may_be_approved")
    assert office.approve(answer.release).decision == "may_be_approved"
    assert office.states() == ["approved", "approved", "refused", "approved"]


def test_a_cure_is_the_least_change_and_each_one_works(office: Desk) -> None:
    """February with its total, January, then both: the boys are hidden thrice over."""
    office.release(FEB, FEB_END, by=("sex",), totals=True)
    office.release(JAN, JAN_END, by=("sex",))
    refused = office.ask(JAN, MAR, by=("sex",))
    assert "R0001" in refused.reasons[0]
    assert "R0002" in refused.reasons[0]
    assert [dict(cure.leave_out) for cure in refused.cure] == [
        {"measure": "referrals", "area": f.AREA, "sex": "male"},
        {"from": "2020-01-01", "to": "2020-01-31"},
        {"by": "sex"},
    ]
    for cure in refused.cure:
        code, said = command_line(office, "propose", *cure.options)
        assert (code, json.loads(said)["decision"]) == (0, "may_be_approved")


def test_where_one_cell_is_not_enough_the_table_is_made_beside_what_is_in_print(
    tmp_path: Path,
) -> None:
    """By sex, February's and March's boys are hidden: neither total may follow."""
    office = desk(
        tmp_path,
        {
            (1, "female"): 9,
            (2, "female"): 12,
            (2, "male"): 2,
            (3, "female"): 11,
            (3, "male"): 3,
        },
    )
    office.release(FEB, FEB_END, by=("sex",))
    office.release(date(2020, 3, 1), MAR, by=("sex",))
    refused = office.ask(JAN, MAR, by=("month",))
    several = refused.cure[0]
    assert [cell["month"] for cell in several.leave_out["cells"]] == [
        "2020-02",
        "2020-03",
    ]
    code, said = command_line(office, "propose", *several.options)
    assert code == 0
    assert office.approve(json.loads(said)["release"]).decision == "may_be_approved"


def test_what_is_withdrawn_stays_known(office: Desk) -> None:
    office.release(FEB, FEB_END, by=("sex",))
    office.withdraw("R0001")
    assert office.ask(FEB, FEB_END).decision == "refused"
    again = office.ask(FEB, FEB_END, by=("sex",))
    assert (again.release, again.decision) == ("R0003", "may_be_approved")


def test_an_identical_table_is_no_new_release(office: Desk) -> None:
    first = office.ask(FEB, FEB_END, by=("sex",))
    assert office.ask(FEB, FEB_END, by=("sex",)).release == first.release
    office.approve(first.release)
    again = office.ask(FEB, FEB_END, by=("sex",))
    assert again.release == first.release
    assert again.reasons == (
        "An identical table is no new release: it is R0001, which is released.",
    )
    assert office.states() == ["approved"]


def test_of_two_that_wait_the_second_is_judged_again_when_it_is_approved(
    office: Desk,
) -> None:
    by_sex = office.ask(FEB, FEB_END, by=("sex",))
    total = office.ask(FEB, FEB_END)
    assert by_sex.decision == total.decision == "may_be_approved"
    office.approve(total.release)
    refused = office.approve(by_sex.release)
    assert refused.decision == "refused"
    assert "beside R0002" in refused.reasons[0]
    assert office.states() == ["refused", "approved"]


def test_what_was_printed_is_kept_and_what_was_hidden_is_not(office: Desk) -> None:
    office.release(FEB, FEB_END, by=("sex",), totals=True)
    office.ask(FEB, FEB_END, by=("agency",))
    events = [event_from_words(e.words) for e in entries_of(office.layout.ledger)]
    kept, refused = events[0].table, events[-1].table
    assert kept is not None
    told = {tuple(c.value for c in g.breakdown): g.numerator for g in kept.figures}
    assert told == {
        (): 14,
        ("female",): None,
        ("male",): None,
        ("other",): 0,
        ("not_known",): 0,
    }
    assert refused is not None
    assert [event_to_words(e)["happened"] for e in events] == [
        "proposed",
        "approved",
        "proposed",
    ]


@pytest.mark.parametrize(
    "inputs", ["0" * 64, "1" * 64], ids=["of one edition", "of two, nothing changed"]
)
def test_tables_are_taken_together(office: Desk, inputs: str) -> None:
    office.release(FEB, FEB_END, by=("sex",))
    office.counted_from(inputs)
    assert office.ask(FEB, FEB_END).decision == "refused"


def test_a_restated_number_contradicts_nothing(tmp_path: Path) -> None:
    """Nine, later eleven: both are in print, and neither tells a hidden one."""
    before = desk(tmp_path, {(1, "female"): 9, (2, "female"): 12})
    before.release(JAN, JAN_END)
    before.release(JAN, MAR)
    (tmp_path / "later").mkdir()
    after = desk(tmp_path / "later", {(1, "female"): 11, (2, "female"): 12})
    after.layout = before.layout
    after.counted_from("1" * 64)
    after.release(JAN, JAN_END)
    assert after.release(JAN, MAR).decision == "may_be_approved"


def test_a_later_edition_gives_away_what_an_earlier_one_hid(tmp_path: Path) -> None:
    """The first hid February's boys; the second, by its total, tells them."""
    before = desk(tmp_path, {(2, "female"): 12, (2, "male"): 2})
    before.release(FEB, FEB_END, by=("sex",))
    (tmp_path / "later").mkdir()
    after = desk(
        tmp_path / "later", {(1, "male"): 9, (2, "female"): 12, (2, "male"): 2}
    )
    after.layout = before.layout
    after.counted_from("1" * 64)
    after.release(JAN, JAN_END)
    refused = after.ask(JAN, FEB_END)
    assert refused.decision == "refused"
    assert "beside R0001" in refused.reasons[0]


# The command -----------------------------------------------------------------------


def command_line(office: Desk, *words: str) -> tuple[int, str]:
    """Exit code and what is printed; the store is the office's."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    command.add_parser(parser.add_subparsers())
    step, *rest = words
    form = ["--format", "json"] if step in ("propose", "list") else []
    args = parser.parse_args(["release", step, str(office.layout.root), *rest, *form])
    with (
        pytest.MonkeyPatch.context() as patch,
        io.StringIO() as out,
        redirect_stdout(out),
    ):
        patch.setattr(command, "open_store", lambda *_: office.store)
        return command.run(args), out.getvalue()


def test_a_public_answer_is_judged_beside_the_ledger(
    office: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The total of February is no secret, until it is released by sex without it."""
    monkeypatch.setattr(figures, "store_of", lambda _: office.store)
    parser = argparse.ArgumentParser()
    figures.add_parser(parser.add_subparsers())
    words = ["figures", str(office.layout.root), *ASKED, "--format", "json"]
    answers = []
    for step in (lambda: None, lambda: office.release(FEB, FEB_END, by=("sex",))):
        step()
        assert figures.run(parser.parse_args(words)) == 0
        answers += json.loads(capsys.readouterr().out)
    assert [one["numerator"] for one in answers] == [14, None]


ASKED = (*("--measure", "referrals", "--from", "2020-02-01"), *("--to", "2020-02-29"))


def test_every_step_by_the_command_line(office: Desk) -> None:
    assert command_line(office, "propose", *ASKED, "--by", "sex")[0] == 0
    assert command_line(office, "approve", "R0001", "--by", "A chair")[0] == 0
    code, said = command_line(office, "propose", *ASKED)
    assert (code, json.loads(said)["decision"]) == (1, "refused")
    because = ("--because", "It was of the wrong month.")
    assert command_line(office, "withdraw", "R0001", *because)[0] == 0
    listed = json.loads(command_line(office, "list")[1])
    assert [(one["release"], one["state"]) for one in listed] == [
        ("R0001", "withdrawn"),
        ("R0002", "refused"),
    ]
    assert listed[0]["events"][1]["by"] == "A chair"
    assert command_line(office, "verify")[0] == 0
    (office.layout.ledger / "000002.json").unlink()
    code, said = command_line(office, "verify")
    assert (code, said) == (
        1,
        "000002.json is missing\nThe release ledger is broken in 1 place.\n",
    )
    assert command_line(office, "propose", *ASKED)[0] == 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["approve", "R0009", "--by", "A chair"], "there is no release 'R0009'"),
        (["approve", "R0001", "--by", " "], "--by takes words"),
        (["approve", "R0002", "--by", "A chair"], "R0002 is refused; only what is"),
        (["withdraw", "R0002", "--because", "x"], "R0002 is refused; only what is"),
        (["approve", "R0001", "--by", "A chair"], "R0001 is approved; only what is"),
        (["propose"], "name --measure, --from and --to, or --edition"),
        (["propose", *ASKED, "--by", "gender"], "there is no breakdown 'gender'"),
        (["propose", *ASKED, "--leave-out", "boys"], "--leave-out 'boys': write NAME"),
        (["propose", *ASKED, "--edition", "one"], "--edition is a whole edition"),
        (["propose", "--edition", "../x"], "'../x' is no edition's name"),
    ],
)
def test_wrong_usage_is_one_line_and_no_event(
    office: Desk, words: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    office.release(FEB, FEB_END, by=("sex",))
    office.ask(FEB, FEB_END)
    before = breaks(office.layout.ledger)
    assert command_line(office, *words)[0] == 2
    said = capsys.readouterr().err
    assert said.startswith(f"kith evidence release {words[0]}: {line}")
    assert said.count("\n") == 1
    assert breaks(office.layout.ledger) == before


def test_a_rule_set_that_hides_nothing_releases_nothing(office: Desk) -> None:
    held = office.store.partnership
    office.store.partnership = replace(held, rule_set="none")
    with pytest.raises(WrongRequestError, match="hides nothing"):
        office.ask(FEB, FEB_END)
