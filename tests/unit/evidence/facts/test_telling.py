"""Each feed's tables are told as facts, with the child's key and the row's place."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from kith.contracts.facts import FACTS
from kith.contracts.feeds import FEEDS
from kith.evidence.facts.telling import MAPPINGS
from tests.unit.evidence.facts.returns_drawn import (
    HERE,
    KEYS,
    THERE,
    Row,
    head,
    key,
    shown,
    told,
)


DAY = date(2020, 3, 2)
LATER = date(2020, 5, 4)
MOMENT = datetime(2020, 3, 2, 22, 15)  # noqa: DTZ001 - returns hold local times
BACK = datetime(2020, 3, 3, 7, 0)  # noqa: DTZ001 - returns hold local times


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_tells_every_fact_that_its_contract_names(feed: str) -> None:
    """With a header and no rows too: an empty table is a true zero."""
    empty: dict[str, list[Row]] = {table.name: [] for table in FEEDS[feed].tables}
    facts = told(head(feed), empty).facts
    assert {f for table in FEEDS[feed].tables for f in table.facts} <= set(facts)
    assert all(rows.num_rows == 0 for rows in facts.values())
    assert told(head(feed), {}).facts == {}


@pytest.mark.parametrize("feed", FEEDS)
def test_a_mapping_names_columns_that_its_fact_has(feed: str) -> None:
    for mapping in MAPPINGS[feed].tells:
        own = {column.name for column in FACTS[mapping.fact].columns}
        assert set(mapping.columns) <= own
        assert feed in FACTS[mapping.fact].told_by


@pytest.mark.parametrize(
    ("feed", "table", "row", "fact", "says"),
    [
        (
            "annex_a",
            "list_1",
            {"contact_on": DAY, "contact_source": "6"},
            "contacts",
            {"contact_on": DAY, "source_code": "6"},
        ),
        (
            "annex_a",
            "list_4",
            {"start_on": DAY, "authorised_on": LATER, "support_required": True},
            "assessments",
            {"start_on": DAY, "end_on": LATER, "support_required": True},
        ),
        (
            "annex_a",
            "list_5",
            {"strategy_discussion_on": DAY, "conference_on": LATER},
            "conferences",
            {"held_on": LATER, "section_47_started_on": DAY},
        ),
        (
            "annex_a",
            "list_6",
            {"start_on": DAY, "closed_on": LATER, "case_status": "need_plan"},
            "need_plans",
            {"start_on": DAY, "end_on": LATER},
        ),
        (
            "annex_a",
            "list_7",
            {"start_on": DAY, "latest_review_on": LATER},
            "plan_reviews",
            {"held_on": LATER},
        ),
        (
            "annex_a",
            "list_8",
            {"start_on": DAY, "ceased_on": LATER, "placement_from": DAY},
            "care_spells",
            {"start_on": DAY, "end_on": LATER},
        ),
        (
            "annex_a",
            "list_9",
            {"in_touch": "REFU"},
            "care_leavers",
            {
                "start_on": date(2020, 1, 1),
                "end_on": date(2020, 6, 30),
                "in_touch": False,
            },
        ),
        (
            "missing_and_return_interviews",
            "episodes",
            {"missing_from": MOMENT, "returned_at": BACK, "interviewed_at": BACK},
            "return_interviews",
            {"returned_on": BACK.date(), "interviewed_on": BACK.date()},
        ),
        (
            "ehc_plans",
            "ehc_plans",
            {"start_on": DAY, "has_exception": True},
            "ehc_plans",
            {"start_on": DAY, "end_on": None, "has_exception": True},
        ),
    ],
)
def test_a_row_is_read_as_the_guidance_means_it(
    feed: str, table: str, row: Row, fact: str, says: dict[str, Any]
) -> None:
    """Annex A's readings are in `kith.evidence.facts.annex_a`."""
    facts = told(head(feed), {table: [{"child_id": "7", **row}]}).facts
    (stands,) = facts[fact].to_pylist()
    assert says.items() <= stands.items()
    assert stands["child"] == key("7")


@pytest.mark.parametrize(
    ("table", "row", "fact"),
    [
        ("list_5", {"strategy_discussion_on": DAY}, "conferences"),
        ("list_6", {"start_on": DAY, "case_status": "closed"}, "need_plans"),
        ("list_7", {"start_on": DAY}, "plan_reviews"),
        ("list_8", {"start_on": DAY}, "placements"),
    ],
)
def test_a_row_without_the_event_tells_none(table: str, row: Row, fact: str) -> None:
    facts = told(head("annex_a"), {table: [{"child_id": "7", **row}]}).facts
    assert facts[fact].num_rows == 0


def test_every_row_says_where_it_came_from_and_what_it_reports() -> None:
    facts = told(
        head("strategy_discussions", name="council/s", extracted_on=date(2020, 7, 3)),
        {
            "strategy_discussions": [
                {"child_id": "7", "held_on": date(2019, 12, 31), "sex": "female"},
                {"child_id": "8", "held_on": DAY, "ethnicity_code": "WBRI"},
            ]
        },
    ).facts
    history, counted = facts["strategy_discussions"].to_pylist()
    assert not history["is_counted"]
    assert counted["is_counted"]
    lineage = {
        "source_return": "council/s",
        "source_file": "strategy_discussions.csv",
        "source_sheet": "",
        "source_row": 3,
        "feed": "strategy_discussions",
        "agency": "council",
        "area": HERE,
        "extracted_on": date(2020, 7, 3),
        "told_from": date(2020, 1, 1),
        "told_to": date(2020, 6, 30),
    }
    assert lineage.items() <= counted.items()
    assert (history["sex"], counted["sex"]) == ("female", "not_known")
    assert (history["ethnicity"], counted["ethnicity"]) == ("not_known", "white")
    assert history["fact_key"] != counted["fact_key"]


def test_days_after_the_extract_are_not_reported() -> None:
    early = head("strategy_discussions", extracted_on=date(2020, 3, 1))
    facts = told(
        early, {"strategy_discussions": [{"child_id": "7", "held_on": DAY}]}
    ).facts
    (row,) = facts["strategy_discussions"].to_pylist()
    assert row["told_to"] == date(2020, 3, 1)
    assert not row["is_counted"]


def test_a_number_of_the_force_or_of_a_case_is_digested_too() -> None:
    police = told(
        head("police", agency="police"),
        {
            "domestic_abuse_notifications": [
                {"child_id": "7", "notification_id": "N1", "notified_on": DAY}
            ]
        },
    )
    (row,) = police.facts["notifications"].to_pylist()
    assert row["notification_id"] == KEYS.digest("notification", "police", "N1")
    assert row["child"] == key("7", "police") != key("7")
    lado = told(
        head("lado"),
        {
            "contacts": [
                {"case_number": "C1", "received_on": DAY, "contact_kind": "advice"}
            ]
        },
    )
    assert shown(lado.facts["allegations"], "case_key") == [
        (KEYS.digest("case", "council", "C1"),)
    ]


def test_a_midnight_is_no_time_of_day() -> None:
    midnight = datetime(2020, 3, 2)  # noqa: DTZ001 - returns hold local times
    facts = told(
        head("missing_and_return_interviews"),
        {
            "episodes": [
                {"child_id": "7", "missing_from": midnight},
                {"child_id": "8", "missing_from": MOMENT},
            ]
        },
    ).facts
    assert shown(facts["missing_episodes"], "times_held") == [(False,), (True,)]
    assert facts["return_interviews"].num_rows == 0


class TestStandardSafeguardingDataset:
    def test_a_referral_without_further_action_opens_no_case(self) -> None:
        rows = [
            {"cine_person_id": "7", "cine_referral_date": DAY, "cine_referral_nfa": nfa}
            for nfa in (True, False, None)
        ]
        facts = told(head("ssd"), {"cin_episodes": rows}).facts
        assert facts["referrals"].num_rows == 3
        assert facts["need_episodes"].num_rows == 2

    def test_episodes_since_entering_care_are_one_spell(self) -> None:
        """The last episode ends it, unless another follows at once (X1)."""
        episodes = [
            ("7", date(2020, 1, 6), DAY, "X1"),
            ("7", DAY, LATER, "E4"),
            ("8", date(2020, 1, 6), DAY, "X1"),
        ]
        rows = [
            {
                "clae_person_id": child,
                "clae_entered_care_date": date(2020, 1, 6),
                "clae_cla_episode_start_date": start,
                "clae_cla_episode_ceased_date": end,
                "clae_cla_episode_ceased_reason": reason,
            }
            for child, start, end, reason in episodes
        ]
        facts = told(head("ssd"), {"cla_episodes": rows}).facts
        assert shown(facts["care_spells"], "child", "start_on", "end_on") == sorted(
            [
                (key("7"), date(2020, 1, 6), LATER),
                (key("8"), date(2020, 1, 6), None),
            ],
            key=repr,
        )

    def test_another_councils_plan_is_not_this_councils(self) -> None:
        rows = [
            {
                "cppl_person_id": "7",
                "cppl_cp_plan_start_date": DAY,
                "cppl_cp_plan_ola": ola,
            }
            for ola in (True, False)
        ]
        facts = told(head("ssd"), {"cp_plans": rows}).facts
        assert facts["protection_plans"].num_rows == 1

    def test_a_conference_finds_its_enquiry(self) -> None:
        facts = told(
            head("ssd"),
            {
                "s47_enquiry": [
                    {
                        "s47e_s47_enquiry_id": "e",
                        "s47e_person_id": "7",
                        "s47e_s47_start_date": DAY,
                    }
                ],
                "initial_cp_conference": [
                    {
                        "icpc_s47_enquiry_id": "e",
                        "icpc_person_id": "7",
                        "icpc_icpc_date": LATER,
                    }
                ],
            },
        ).facts
        assert shown(facts["conferences"], "held_on", "section_47_started_on") == [
            (LATER, DAY)
        ]
        assert shown(facts["section_47"], "started_on", "conference_on") == [
            (DAY, LATER)
        ]

    def test_an_ehc_plan_finds_its_child_or_stands_for_one(self) -> None:
        plan = {"ehcn_named_plan_start_date": DAY}
        tables: dict[str, list[Row]] = {
            "ehcp_named_plan": [
                {"ehcn_named_plan_id": "p", "ehcn_ehcp_asmt_id": "a", **plan},
                {"ehcn_named_plan_id": "q", "ehcn_ehcp_asmt_id": "?", **plan},
            ],
            "ehcp_assessment": [
                {"ehca_ehcp_assessment_id": "a", "ehca_ehcp_request_id": "r"}
            ],
            "ehcp_requests": [{"ehcr_ehcp_request_id": "r", "ehcr_send_table_id": "s"}],
            "send": [{"send_table_id": "s", "send_person_id": "7"}],
        }
        facts = told(head("ssd"), tables).facts
        assert shown(facts["ehc_plans"], "child") == sorted(
            [(key("7"),), (KEYS.digest("plan", "council", "q"),)]
        )


def test_persons_beside_women_and_men_are_not_counted_twice() -> None:
    rows = [
        {"year": 2019, "age": 3, "sex": "female", "persons": 4},
        {"year": 2019, "age": 3, "sex": "male", "persons": 5},
        {"year": 2019, "age": 3, "sex": "persons", "persons": 9},
        {"year": 2018, "age": 3, "sex": "persons", "persons": 8},
    ]
    facts = told(head("population", agency="ons"), {"mid_year": rows}).facts
    assert shown(facts["population"], "estimate_on", "sex", "persons") == sorted(
        [
            (date(2018, 6, 30), "persons", 8),
            (date(2019, 6, 30), "female", 4),
            (date(2019, 6, 30), "male", 5),
        ],
        key=repr,
    )


def test_a_supplied_figure_keeps_its_breakdown_and_its_agency() -> None:
    base = {"measure": "marac_children", "from": DAY, "to": LATER, "numerator": 3}
    rows = [
        base,
        {**base, "sex": "female"},
        {**base, "age_band": "5-9", "sex": "male", "agency": "The Local NHS"},
    ]
    facts = told(
        head("aggregate", areas=(HERE, THERE)),
        {"figures": [{**row, "area": THERE} for row in rows]},
    ).facts
    assert shown(
        facts["supplied_figures"], "area", "dimension", "dimension_value", "agency"
    ) == [
        (THERE, "", "", "council"),
        (THERE, "age_band,sex", "5-9,male", "the-local-nhs"),
        (THERE, "sex", "female", "council"),
    ]
