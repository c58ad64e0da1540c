"""Small populations drawn by hypothesis: a few children, any rows, awkward days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.lib.reference import facts as f


if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.lib.reference.facts import Row


AREAS = tuple(f"E060000{number}" for number in range(20, 28))
"""Each area holds a population of its own: asking of eight costs little more than
asking of one."""

CHILDREN = (
    ("ann", "female", "white", date(2004, 2, 29)),
    ("ben", "male", "black", date(2015, 12, 31)),
    ("cat", "not_known", "not_known", date(2019, 11, 1)),
    ("dee", None, None, None),
    ("eli", "other", "mixed", date(2020, 9, 1)),
    ("fay", "female", "asian", date(1999, 6, 15)),
)

EDGES = (
    date(2018, 11, 30),
    date(2018, 12, 1),
    date(2019, 10, 31),
    date(2019, 11, 1),
    date(2019, 12, 1),
    date(2019, 12, 24),
    date(2019, 12, 31),
    date(2020, 2, 29),
    date(2020, 3, 1),
    date(2020, 4, 9),
    date(2020, 12, 31),
    date(2021, 1, 1),
)

days = st.one_of(st.sampled_from(EDGES), st.dates(date(2018, 6, 1), date(2021, 3, 31)))
maybe_days = st.none() | days
yes_no = st.sampled_from([None, True, False])
lengths = st.sampled_from([0, 1, 3, 20, 21, 22, 64, 65, 66, 400])
hours = st.sampled_from([0, 71, 72, 73, 200])
places = st.sampled_from([None, "home", "own_care", "placed_in", "not_known"])


@st.composite
def _spells(draw: st.DrawFn, kind: type[f.Spell]) -> f.Spell:
    start = draw(days)
    end = draw(st.none() | lengths.map(lambda n: start + timedelta(days=n)))
    return kind(start_on=start, end_on=end, is_counted=draw(st.booleans()))


@st.composite
def _assessments(draw: st.DrawFn) -> f.Assessment:
    start = draw(days)
    return f.Assessment(
        start_on=start,
        end_on=draw(st.none() | lengths.map(lambda n: start + timedelta(days=n))),
        referred_on=draw(st.none() | lengths.map(lambda n: start - timedelta(days=n))),
    )


@st.composite
def _plans(draw: st.DrawFn) -> f.ProtectionPlan:
    spell = draw(_spells(f.NeedEpisode))
    return f.ProtectionPlan(
        start_on=spell.start_on,
        end_on=spell.end_on,
        is_counted=spell.is_counted,
        previous_plans=draw(st.sampled_from([None, 0, 1, 2])),
    )


@st.composite
def _interviews(draw: st.DrawFn) -> f.ReturnInterview:
    returned = datetime.combine(draw(days), time(draw(st.integers(0, 23))))
    held = draw(st.none() | hours.map(lambda n: returned + timedelta(hours=n)))
    return f.ReturnInterview(
        returned_on=returned.date(),
        returned_at=returned,
        offered=draw(yes_no),
        accepted=draw(yes_no),
        interviewed_at=held,
        interviewed_on=held and held.date(),
        times_held=draw(yes_no),
        missing_setting=draw(places),
        is_counted=draw(st.booleans()),
    )


ROWS: st.SearchStrategy[Row] = st.one_of(
    st.builds(f.Contact, contact_on=days),
    st.builds(
        f.Referral,
        referred_on=days,
        is_counted=st.booleans(),
        no_further_action=yes_no,
        decided_on=maybe_days,
    ),
    _assessments(),
    st.builds(f.StrategyDiscussion, held_on=days),
    st.builds(
        f.Enquiry,
        started_on=days,
        ended_on=maybe_days,
        strategy_discussion_on=maybe_days,
        conference_unnecessary=yes_no,
        conference_on=maybe_days,
    ),
    st.builds(
        f.Conference,
        held_on=days,
        is_transfer_in=yes_no,
        section_47_started_on=maybe_days,
        strategy_discussion_on=maybe_days,
    ),
    _plans(),
    *(
        _spells(kind)
        for kind in (
            f.NeedEpisode,
            f.NeedPlan,
            f.CareSpell,
            f.CareLeaver,
            f.EarlyHelp,
            f.EhcPlan,
            f.HomeEducation,
        )
    ),
    st.builds(
        f.MissingEpisode,
        missing_on=days,
        missing_setting=places,
        is_counted=st.booleans(),
    ),
    _interviews(),
    st.builds(f.Notification, notified_on=days),
    st.builds(f.PoliceProtection, started_on=days),
    st.builds(
        f.Allegation,
        received_on=days,
        contact_kind=st.sampled_from(["referral", "advice", "record_check"]),
    ),
)


class Population(list["Row"]):
    """Rows whose repr is short enough to be read when a test fails."""

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


@st.composite
def populations(draw: st.DrawFn) -> Population:
    """Rows of some areas; a child's rows agree on who the child is."""
    drawn = draw(
        st.lists(
            st.tuples(st.sampled_from(AREAS), st.sampled_from(CHILDREN), ROWS),
            min_size=40,
            max_size=160,
        )
    )
    rows = [
        replace(row, area=area, child=name, sex=sex, ethnicity=group, born_on=born)
        for area, (name, sex, group, born), row in drawn
    ]
    residents = [people for area in AREAS for people in _people(area)]
    return Population([*_once(rows), *residents])


def _once(rows: Sequence[Row]) -> list[Row]:
    """Reconciled facts hold one referral a child and day, one plan a start."""
    kept: dict[object, Row] = {}
    for number, row in enumerate(rows):
        match row:
            case f.Referral(referred_on=day) | f.ProtectionPlan(start_on=day):
                kept[(type(row), row.area, row.child, day)] = row
            case _:
                kept[number] = row
    return list(kept.values())


def _people(area: str) -> list[Row]:
    return [
        f.People(area=area, sex=sex, year=year, age=age, persons=persons)
        for year, persons in ((2018, 700), (2019, 800), (2020, 913))
        for sex in ("female", "male")
        for age in (0, 9, 17, 18)
    ]
