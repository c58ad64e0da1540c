"""``kith clock``: what it prints, and how it says no."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from kith.domain.rules.clocks.command import UsageError, add_parser, lines, run
from kith.domain.rules.clocks.register import CLOCKS
from kith.domain.rules.clocks.saying import reference


KEYS = ["clock", "reading", "from", "due", "rule", "source", "certain", "day_1"]


def ask(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    return parser.parse_args(["clock", *words])


def as_json(*words: str) -> list[dict[str, object]]:
    (text,) = lines(ask(*words, "--format", "json"))
    found: list[dict[str, object]] = json.loads(text)
    return found


def test_json_is_a_list_with_one_object_a_reading() -> None:
    (plan,) = as_json("jtai_action_plan", "--from", "2024-07-18")
    assert list(plan)[: len(KEYS)] == KEYS
    assert {key: plan[key] for key in ("clock", "reading", "from", "due", "day_1")} == {
        "clock": "jtai_action_plan",
        "reading": "from_letter",
        "from": "2024-07-18",
        "due": "2024-10-25",
        "day_1": "2024-07-19",
    }
    assert plan["certain"] is True


def test_a_clock_of_hours_has_a_date_and_its_moment() -> None:
    (interview,) = as_json("return_interview", "--from", "2024-07-18T14:30")
    assert interview["from"] == "2024-07-18T14:30"
    assert interview["due"] == "2024-07-21"
    assert interview["due_at"] == "2024-07-21T14:30"


def test_both_readings_of_a_rapid_review_are_computed_and_doubted() -> None:
    found = as_json("rapid_review", "--from", "2023-04-20")
    assert [(each["reading"], each["due"], each["certain"]) for each in found] == [
        ("from_awareness", "2023-05-15", False),
        ("from_notification", "2023-05-15", False),
    ]


def test_text_says_due_day_1_rule_source_standing_and_doubt() -> None:
    said = "\n".join(lines(ask("rapid_review", "--from", "2023-04-20")))
    assert "due      2023-05-15, Monday 15 May 2023" in said
    assert "day 1    Friday 21 April 2023, the next working day" in said
    assert "source   Working Together to Safeguard Children 2018" in said
    assert "standing statutory guidance; never pauses" in said
    assert "doubt    Whether the 15 working days run" in said


def test_a_certain_answer_has_no_line_of_doubt() -> None:
    said = lines(ask("serious_incident_notification", "--from", "2024-07-18"))
    assert not [line for line in said if "doubt" in line]


def test_without_a_name_every_clock_is_listed() -> None:
    said = "\n".join(lines(ask()))
    assert all(name in said for name in CLOCKS)
    assert "Duties with no number of days" in said


def test_the_list_as_json_has_every_reading_and_no_dates() -> None:
    found = as_json()
    assert {each["clock"] for each in found} == set(CLOCKS)
    assert all(list(each)[: len(KEYS)] == KEYS for each in found)
    assert {each["due"] for each in found} == {None}


def test_a_list_on_an_edition_holds_what_that_edition_states() -> None:
    found = {(each["clock"], each["reading"]) for each in as_json("--on", "wt-2018")}
    assert ("annual_report_publication", "from_previous_report") in found
    assert ("annual_report_publication", "from_period_end") not in found
    assert ("care_leaver_death_notification", "from_awareness") not in found


def test_an_edition_that_states_no_clock_itself_says_so() -> None:
    (said,) = lines(ask("--on", "panel-2025"))
    assert said.startswith("No clock is stated by panel-2025 itself: Child Safeguard")
    assert as_json("--on", "panel-2025") == []


def test_a_clock_without_a_date_says_its_rules() -> None:
    said = "\n".join(lines(ask("full_report_to_panel")))
    assert "limit    7 working days before" in said


REFUSED = [
    # words, what the one line says
    (["rapid_reviw"], "there is no clock 'rapid_reviw'; did you mean rapid_review"),
    (["zzz"], "there is no clock 'zzz'; kith clock lists them all"),
    (["rapid_review", "--on", "wt-2019"], "there is no rulebook 'wt-2019'; did you"),
    (["rapid_review", "--on", "jtai"], "rapid_review does not belong to jtai; its"),
    (["--from", "2024-07-18"], "name the clock to start"),
    (["rapid_review", "--from", "18/07/2024"], "'18/07/2024' is not a date; write it"),
    (["rapid_review", "--from", "20240718"], "'20240718' is not a date; write it"),
    (["rapid_review", "--from", "2024-02-30"], "'2024-02-30' is not a date; write it"),
    (["rapid_review", "--from", ""], "'' is not a date; write it"),
    (["data_breach", "--from", "2024-07-18T25:00"], "'2024-07-18T25:00' is not a date"),
    (["rapid_review", "--from", "2017-01-01"], "no rulebook held for rapid_review was"),
    (["rapid_review", "--from", "2028-12-20"], "runs from 2010 to 2028"),
    (["data_breach", "--from", "9999-12-31"], "lies beyond any calendar"),
    (["local_review_publication", "--from", "9999-12-31"], "beyond any calendar"),
    (["annual_report_publication", "--from", "9999-12-31"], "beyond any calendar"),
]


@pytest.mark.parametrize(
    ("words", "said"), REFUSED, ids=[" ".join(words) for words, _ in REFUSED]
)
def test_a_wrong_question_is_one_clear_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError) as refused:
        lines(ask(*words))
    assert said in str(refused.value)
    assert run(ask(*words)) == 2
    printed = capsys.readouterr()
    assert printed.err == f"kith clock: {refused.value}\n"
    assert printed.out == ""


def test_an_answer_is_printed_and_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ask("referral_decision", "--from", "2024-07-18")) == 0
    assert "2024-07-19" in capsys.readouterr().out


def test_the_reference_page_is_current() -> None:
    page = Path(__file__).parents[5] / "docs" / "reference" / "clocks.md"
    assert page.read_text() == reference(), "out of date: run `make docs`"


def test_the_reference_page_holds_every_clock() -> None:
    assert all(f"### {name}\n" in reference() for name in CLOCKS)
