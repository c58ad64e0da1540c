"""Children are drawn once and carried through all feeds: their lives hold together."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import is_working_day
from kith.evidence.invent.children import COUNCIL_NUMBERS, Child


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.evidence.invent.records import CareSpell, Case, Plan
    from kith.evidence.invent.world import World


def cases_by_child(world: World) -> dict[Child, list[Case]]:
    found: dict[Child, list[Case]] = defaultdict(list)
    for case in world.cases:
        found[case.child].append(case)
    return found


def test_a_plan_has_its_conference_and_its_enquiry(world: World) -> None:
    held = {
        (d.child, d.conference_on)
        for d in world.discussions
        if d.led_to_enquiry and d.led_to_plan
    }
    assert {(plan.child, plan.start_on) for plan in world.plans} <= held


def test_a_conference_follows_its_discussion_and_most_do_so_in_time(
    world: World,
) -> None:
    waits = [
        (d.conference_on - d.on).days for d in world.discussions if d.conference_on
    ]
    assert min(waits) > 0
    in_time = sum(days <= 22 for days in waits) / len(waits)
    assert 0.7 < in_time < 0.95


def test_a_discussion_is_about_a_child_whose_case_is_open(world: World) -> None:
    cases = cases_by_child(world)
    for discussion in world.discussions:
        assert any(case.is_open(discussion.on) for case in cases[discussion.child])


def test_a_case_opened_since_history_began_has_its_referral(world: World) -> None:
    referred = {(r.child, r.on) for r in world.referrals if not r.no_further_action}
    opened = {
        (case.child, case.opened_on)
        for case in world.cases
        if case.opened_on >= world.history.first
    }
    assert opened
    assert opened <= referred


def test_no_child_is_referred_while_its_case_is_open(world: World) -> None:
    """A request about an open case is no referral (children in need census)."""
    cases = cases_by_child(world)
    for referral in world.referrals:
        for case in cases[referral.child]:
            assert not (case.is_open(referral.on) and case.opened_on != referral.on), (
                referral
            )


def test_a_referral_has_its_contact(world: World) -> None:
    days = defaultdict(list)
    for contact in world.contacts:
        days[contact.child].append(contact.on)
    for referral in world.referrals:
        nearest = (referral.on - day for day in days[referral.child])
        assert any(timedelta() <= wait <= timedelta(days=7) for wait in nearest)


def test_an_assessment_answers_a_case(world: World) -> None:
    cases = cases_by_child(world)
    for assessment in world.assessments:
        waits = [assessment.start_on - c.opened_on for c in cases[assessment.child]]
        assert any(timedelta() <= wait <= timedelta(days=10) for wait in waits)
        assert assessment.start_on < assessment.authorised_on


def test_plans_and_care_lie_inside_the_case(world: World) -> None:
    for case in world.cases:
        spells: list[Plan | CareSpell] = [*case.plans, *case.care]
        for spell in spells:
            assert case.opened_on <= spell.start_on
            assert spell.end_on is not None
            assert case.closed_on is not None
            assert spell.start_on < spell.end_on <= case.closed_on


def test_the_spells_of_a_child_do_not_overlap(world: World) -> None:
    for case in world.cases:
        plans = [(plan.start_on, plan.end_on or date.max) for plan in case.plans]
        care = [(spell.start_on, spell.end_on or date.max) for spell in case.care]
        for spells in (plans, care):
            for (_, end), (start, _) in pairwise(sorted(spells)):
                assert end <= start


def test_nobody_is_looked_after_before_birth_or_from_eighteen(world: World) -> None:
    for spell in world.care:
        assert spell.child.born_on <= spell.start_on
        assert spell.end_on is not None
        assert spell.end_on <= spell.child.birthday(18)


def test_conferences_are_held_on_working_days(world: World) -> None:
    held = [d.conference_on for d in world.discussions if d.conference_on]
    assert all(is_working_day(day) for day in held)


def test_early_help_episodes_of_a_child_do_not_overlap(world: World) -> None:
    episodes: dict[Child, list[tuple[date, date]]] = defaultdict(list)
    for episode in world.early_help:
        ends = episode.end_on or date.max
        episodes[episode.child].append((episode.start_on, ends))
    for spells in episodes.values():
        for (_, end), (start, _) in pairwise(sorted(spells)):
            assert end <= start


def test_unborn_children_are_conferenced(world: World) -> None:
    assert any(plan.start_on < plan.child.born_on for plan in world.plans)


def test_a_child_missing_from_care_was_in_care_that_day(world: World) -> None:
    from_care = [m for m in world.missing if m.setting == "own_care"]
    assert from_care
    for episode in from_care:
        day = episode.reported_at.date()
        assert any(
            spell.start_on <= day < (spell.end_on or date.max)
            for spell in world.care
            if spell.child == episode.child
        )


def test_missing_episodes_end_and_do_not_overlap(world: World) -> None:
    last: dict[Child, datetime] = {}
    for episode in sorted(world.missing, key=lambda m: m.reported_at):
        assert episode.reported_at < episode.returned_at
        if episode.interviewed_at:
            assert episode.interviewed_at >= episode.returned_at
        before = last.get(episode.child)
        assert before is None or before < episode.reported_at
        last[episode.child] = episode.returned_at


def test_some_children_are_missing_more_than_once(world: World) -> None:
    children = {m.child for m in world.missing}
    assert len(world.missing) > 1.5 * len(children)


def test_care_leavers_were_in_care(world: World) -> None:
    ended = {spell.child for spell in world.care}
    for leaver in world.leavers:
        assert leaver.child in ended
        assert leaver.child.birthday(16) <= leaver.served_from <= leaver.served_to
        assert leaver.served_to < leaver.child.birthday(25)


def test_early_help_that_stepped_up_ends_in_a_referral(world: World) -> None:
    referred = {(r.child, r.on) for r in world.referrals}
    stepped_up = [e for e in world.early_help if e.closure_reason == "stepped_up"]
    assert stepped_up
    assert {(e.child, e.end_on) for e in stepped_up} <= referred


def test_feeds_share_children(world: World) -> None:
    """One child, one number: the same children stand in several agencies' returns."""
    cases = {case.child for case in world.cases}
    for others in (
        world.early_help,
        world.ehc_plans,
        world.home_education,
        world.missing,
        world.notifications,
        world.protections,
    ):
        assert cases & {record.child for record in others}


def test_numbers_are_invented_and_given_once(world: World) -> None:
    children = {
        record.child
        for records in (
            world.contacts,
            world.early_help,
            world.ehc_plans,
            world.home_education,
            world.missing,
            world.notifications,
            world.leavers,
            world.cases,
        )
        for record in records
    }
    numbers = [child.number for child in children]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) <= set(COUNCIL_NUMBERS)
    police = [child.police_number for child in children]
    assert len(police) == len(set(police))
    assert all(number.startswith("P") for number in police)


def test_months_look_like_the_year_that_was(world: World) -> None:
    """Schools shut in spring 2020; a rise in September; more abuse in summer."""
    referred = _by_month(r.on for r in world.referrals)
    assert referred["2020-04"] + referred["2020-05"] < 0.62 * (
        referred["2020-01"] + referred["2020-02"]
    )
    assert referred["2020-09"] > 1.3 * referred["2020-08"]
    abuse = _by_month(n.on for n in world.notifications)
    summer, winter = (
        ("2020-06", "2020-07", "2020-08"),
        ("2019-12", "2020-01", "2020-02"),
    )
    assert sum(abuse[m] for m in summer) > 1.25 * sum(abuse[m] for m in winter)
    taken_home = _by_month(h.start_on for h in world.home_education)
    assert taken_home["2020-09"] > 2 * taken_home["2019-11"]


def _by_month(days: Iterable[date]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for day in days:
        found[f"{day:%Y-%m}"] += 1
    return found
