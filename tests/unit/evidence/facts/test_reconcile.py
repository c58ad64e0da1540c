"""Several returns tell one event: which telling stands, and what is said of the rest."""

from __future__ import annotations

import random
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from kith.contracts.facts import FACTS
from kith.evidence.facts.reconcile import reconcile
from tests.unit.evidence.facts.returns_drawn import Row, head, key, shown, told


if TYPE_CHECKING:
    from kith.evidence.facts.told import Reconciled, ToldReturn


JAN, MAR, APR, JUN, AUG = (date(2020, month, 1) for month in (1, 3, 4, 6, 8))


def workbook(name: str, first: date, last: date, **lists: list[Row]) -> ToldReturn:
    return told(head("annex_a", name=name, first=first, last=last), lists)


def plan(start: date, **more: object) -> Row:
    return {"child_id": "7", "start_on": start, **more}


def said(done: Reconciled) -> list[tuple[str, str, str, int]]:
    return [(fact, f.rule, f.file, f.rows) for fact, f in done.findings]


class TestOverlappingExtracts:
    def test_the_later_extract_stands_and_the_event_counts_once(self) -> None:
        done = reconcile(
            [
                workbook("early", JAN, JUN, list_7=[plan(MAR)]),
                workbook("late", MAR, AUG, list_7=[plan(MAR, end_on=JUN)]),
            ]
        )
        (stands,) = done.facts["protection_plans"].to_pylist()
        assert (stands["source_return"], stands["end_on"]) == ("late", JUN)
        assert (stands["told_from"], stands["told_to"]) == (JAN, AUG)
        (lost,) = done.superseded["protection_plans"].to_pylist()
        assert (lost["source_return"], lost["stands"], lost["reason"]) == (
            "early",
            "late",
            "told by a later extract",
        )
        assert said(done) == [], "that a plan has ended is no contradiction"

    def test_an_end_once_told_and_then_withdrawn_is_not_kept(self) -> None:
        """The later extract says the plan is open; the change is listed."""
        done = reconcile(
            [
                workbook("early", JAN, JUN, list_7=[plan(MAR, end_on=JUN)]),
                workbook("late", MAR, AUG, list_7=[plan(MAR)]),
            ]
        )
        assert shown(done.facts["protection_plans"], "end_on") == [(None,)]
        assert said(done) == [
            ("protection_plans", "changed_between_extracts", "early", 1)
        ]
        assert shown(done.changes, "kind", "source_row", "later_return", "columns") == [
            ("changed", 2, "late", "end_on")
        ]

    def test_a_row_that_vanished_still_counts_and_is_listed(self) -> None:
        done = reconcile(
            [
                workbook("early", JAN, JUN, list_3=[referral(MAR), referral(JAN)]),
                workbook("late", MAR, AUG, list_3=[]),
            ]
        )
        assert done.facts["referrals"].num_rows == 2
        assert said(done) == [("referrals", "vanished_between_extracts", "early", 1)]

    def test_a_workbook_without_the_list_makes_nothing_vanish(self) -> None:
        done = reconcile(
            [
                workbook("early", JAN, JUN, list_3=[referral(MAR)]),
                workbook("late", MAR, AUG, list_1=[]),
            ]
        )
        assert said(done) == []

    @pytest.mark.parametrize(
        ("first", "last", "counted"),
        [(MAR, AUG, True), (JAN, MAR, True), (JUN, AUG, False)],
    )
    def test_it_is_history_only_if_no_return_reports_its_day(
        self, first: date, last: date, counted: bool
    ) -> None:
        done = reconcile(
            [
                workbook("one", JUN, AUG, list_3=[referral(MAR)]),
                workbook("two", first, last, list_3=[referral(MAR)]),
            ]
        )
        assert shown(done.facts["referrals"], "is_counted") == [(counted,)]

    def test_the_same_row_twice_in_one_return_stands_once(self) -> None:
        done = reconcile([workbook("one", JAN, JUN, list_3=[referral(MAR)] * 2)])
        assert shown(done.superseded["referrals"], "source_row", "reason") == [
            (3, "told twice in one return")
        ]

    @pytest.mark.parametrize(
        ("later", "end"),
        [
            ({"case_status": "need_plan"}, None),
            ({"case_status": "protection_plan"}, date(2020, 6, 1)),
            ({"case_status": "closed", "closed_on": APR}, APR),
        ],
    )
    def test_a_need_plan_ends_when_its_case_is_called_otherwise(
        self, later: Row, end: date | None
    ) -> None:
        """Annex A says only how the case stands now: that is no vanished row."""
        done = reconcile(
            [
                workbook(
                    "early", JAN, JUN, list_6=[plan(MAR, case_status="need_plan")]
                ),
                workbook("late", MAR, AUG, list_6=[plan(MAR, **later)]),
            ]
        )
        assert shown(done.facts["need_plans"], "start_on", "end_on") == [(MAR, end)]
        assert said(done) == []


class TestSeveralFeeds:
    def test_the_fuller_feed_stands_though_its_extract_is_older(self) -> None:
        done = reconcile(
            [
                told(
                    head("strategy_discussions", extracted_on=JUN),
                    {"strategy_discussions": [{"child_id": "7", "held_on": MAR}]},
                ),
                workbook(
                    "annex",
                    JAN,
                    AUG,
                    list_5=[{"child_id": "7", "strategy_discussion_on": MAR}],
                ),
            ]
        )
        (stands,) = done.facts["strategy_discussions"].to_pylist()
        assert stands["feed"] == "strategy_discussions"
        assert stands["led_to_enquiry"], "what it leaves empty the other feed fills"

    def test_an_open_end_is_never_filled_from_the_lesser_feed(self) -> None:
        ssd = {"cppl_person_id": "7", "cppl_cp_plan_start_date": MAR}
        done = reconcile(
            [
                told(head("ssd"), {"cp_plans": [ssd]}),
                workbook(
                    "annex",
                    JAN,
                    AUG,
                    list_7=[plan(MAR, end_on=JUN, previous_plans=1)],
                ),
            ]
        )
        assert shown(
            done.facts["protection_plans"], "feed", "end_on", "previous_plans"
        ) == [("ssd", None, 1)]

    def test_days_that_the_fuller_feed_covers_are_not_counted_twice(self) -> None:
        """The police know children by other numbers, so keys cannot meet."""
        police = told(
            head("police", agency="police", last=AUG),
            {
                "missing_reports": [
                    {"child_id": "p", "reported_at": datetime(2020, 3, 1, 20)},  # noqa: DTZ001 - local time
                    {"child_id": "p", "reported_at": datetime(2020, 7, 9, 20)},  # noqa: DTZ001 - local time
                ]
            },
        )
        council = told(head("missing_and_return_interviews"), {"episodes": []})
        done = reconcile([police, council])
        assert shown(done.facts["missing_episodes"], "missing_on") == [
            (date(2020, 7, 9),)
        ]
        assert shown(done.superseded["missing_episodes"], "reason") == [
            ("covered by a fuller feed",)
        ]
        assert said(done) == [
            ("missing_episodes", "set_aside_for_a_fuller_feed", "police", 1)
        ]
        alone = reconcile([police])
        assert alone.facts["missing_episodes"].num_rows == 2


class TestWhoAChildIs:
    def test_one_value_stands_on_every_row_of_the_child(self) -> None:
        """Known wins over not known, the fuller feed over the lesser one."""
        done = reconcile(
            [
                workbook(
                    "annex",
                    JAN,
                    JUN,
                    list_3=[{**referral(MAR), "ethnicity_code": "WBRI", "sex": None}],
                ),
                told(
                    head("early_help", last=AUG),
                    {
                        "early_help_episodes": [
                            {
                                "child_id": "7",
                                "start_on": APR,
                                "sex": "female",
                                "ethnicity_code": "AIND",
                            }
                        ]
                    },
                ),
            ]
        )
        for fact in ("referrals", "early_help", "people"):
            assert shown(done.facts[fact], "sex", "ethnicity_code", "ethnicity") == [
                ("female", "WBRI", "white")
            ]
        assert said(done) == [("people", "conflicting_ethnic_code", "early_help", 1)]

    def test_an_expected_birth_is_no_conflict_with_the_true_one(self) -> None:
        early = {**referral(MAR), "born_on": date(2020, 9, 1)}
        late = {**referral(MAR), "born_on": date(2020, 7, 20)}
        done = reconcile(
            [
                workbook("early", JAN, JUN, list_3=[early]),
                workbook("late", MAR, AUG, list_3=[late]),
            ]
        )
        assert shown(done.facts["referrals"], "born_on") == [(date(2020, 7, 20),)]
        assert said(done) == []

    def test_two_agencies_equal_numbers_are_two_children(self) -> None:
        done = reconcile(
            [
                workbook("annex", JAN, JUN, list_3=[referral(MAR)]),
                told(
                    head("police", agency="police"),
                    {
                        "police_protections": [
                            {"child_id": "7", "started_at": datetime(2020, 3, 1, 20)}  # noqa: DTZ001 - local time
                        ]
                    },
                ),
            ]
        )
        assert shown(done.facts["people"], "child") == sorted(
            [(key("7"),), (key("7", "police"),)]
        )


def test_nothing_is_lost_and_the_order_of_returns_makes_no_difference() -> None:
    chance = random.Random(11)
    returns = []
    for number in range(5):
        first = date(2020, 1 + number, 1)
        rows = [
            {
                **referral(date(2020, chance.randint(1, 9), chance.randint(1, 3))),
                "child_id": str(chance.randint(1, 4)),
            }
            for _ in range(20)
        ]
        returns.append(workbook(f"r{number}", first, AUG, list_3=rows))
    done = reconcile(returns)
    chance.shuffle(returns)
    again = reconcile(returns)
    sent = sum(one.facts["referrals"].num_rows for one in returns)
    assert sent == (
        done.facts["referrals"].num_rows + done.superseded["referrals"].num_rows
    )
    for fact in FACTS:
        assert done.facts[fact].equals(again.facts[fact])
        assert done.superseded[fact].equals(again.superseded[fact])


def test_a_table_without_rows_is_coverage_and_an_absent_one_is_not() -> None:
    done = reconcile(
        [
            told(
                head(
                    "annex_a",
                    areas=("E06000022", "E06000024"),
                    history_from=JAN,
                    first=MAR,
                    extracted_on=JUN,
                ),
                {"list_3": []},
            )
        ]
    )
    assert shown(done.coverage, "fact", "area", "first", "last", "history_from") == [
        (fact, area, MAR, JUN, JAN)
        for fact in ("people", "referrals")
        for area in ("E06000022", "E06000024")
    ]


def referral(day: date) -> Row:
    return {"child_id": "7", "referred_on": day}
