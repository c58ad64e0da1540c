"""A gap stays a gap: zero, not supplied, doubtful and refused never look alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.contracts.facts import FACTS
from kith.domain.vocabulary.figures import Figure, Kind, Status, Unit
from kith.domain.vocabulary.periods import Period
from kith.evidence.measures import (
    MEASURES,
    figures,
    published_family,
    rows,
    series_before,
    years_inside,
)
from kith.evidence.measures.answering import Asked, all_told
from tests.lib.reference import facts as f
from tests.lib.reference.stores import covering, store_of


if TYPE_CHECKING:
    from kith.evidence.store.fact_store import FactStore


PERIOD = Period(f.FROM, f.TO)
REFERRAL = f.Referral(referred_on=date(2020, 3, 2))


def of(
    store: FactStore, measure: str, *by: str, period: Period = PERIOD
) -> list[Figure]:
    return figures(
        store, measures=[measure], areas=[f.AREA], period=period, by=list(by)
    )


def cells(found: list[Figure]) -> dict[str, tuple[int | None, str]]:
    return {
        ", ".join(c.value for c in figure.breakdown): (
            figure.numerator,
            figure.status.value,
        )
        for figure in found
    }


def test_zero_is_said_only_where_a_return_covers_the_days() -> None:
    [zero] = of(store_of([]), "referrals")
    [gap] = of(store_of([], covered=[]), "referrals")
    assert (zero.status, zero.value) == (Status.ZERO, 0)
    assert (gap.status, gap.value) == (Status.NOT_SUPPLIED, None)
    assert "the ssd or annex_a feed would supply it" in gap.reason


def test_a_gap_says_which_agency_last_told_it() -> None:
    until = covering("referrals", first=date(2018, 1, 1), last=date(2019, 3, 31))
    [gap] = of(store_of([], covered=[until]), "referrals")
    assert gap.reason.endswith("council last did, to 31 March 2019.")


def test_days_partly_covered_are_of_low_reliability() -> None:
    half = covering("referrals", first=date(2020, 1, 1), last=date(2020, 6, 30))
    store = store_of([REFERRAL], covered=[half])
    [total] = of(store, "referrals")
    assert (total.numerator, total.status) == (1, Status.LOW_RELIABILITY)
    assert "January 2020 to June 2020 (6 months) only" in total.reason
    quarters = cells(of(store, "referrals", "quarter"))
    assert quarters == {
        "2019-Q4": (None, "not_supplied"),
        "2020-Q1": (1, "shown"),
        "2020-Q2": (0, "zero"),
        "2020-Q3": (None, "not_supplied"),
        "2020-Q4": (None, "not_supplied"),
    }


def test_returns_that_follow_one_another_cover_the_whole() -> None:
    parts = [
        covering("referrals", last=date(2020, 5, 31)),
        covering("referrals", first=date(2020, 6, 1)),
    ]
    [total] = of(store_of([REFERRAL], covered=parts), "referrals")
    assert total.status is Status.SHOWN


def test_a_stock_needs_its_last_day_only() -> None:
    late = covering("care_spells", first=date(2020, 12, 1))
    store = store_of([f.CareSpell(start_on=date(2019, 1, 1))], covered=[late])
    [at_end] = of(store, "children_looked_after_at_date")
    [ever] = of(store, "children_looked_after")
    assert (at_end.numerator, at_end.status) == (1, Status.SHOWN)
    assert (ever.numerator, ever.status) == (1, Status.LOW_RELIABILITY)


def test_history_shorter_than_the_look_back_is_said() -> None:
    short = covering("referrals", history_from=date(2019, 6, 1))
    long = covering("referrals", history_from=date(2018, 11, 1))
    [doubtful] = of(store_of([REFERRAL], covered=[short]), "re_referrals")
    [sure] = of(store_of([REFERRAL], covered=[long]), "re_referrals")
    assert doubtful.status is Status.LOW_RELIABILITY
    assert "rows exist only from 1 June 2019" in doubtful.reason
    assert sure.status is Status.ZERO


def test_a_column_that_no_return_holds_is_not_supplied() -> None:
    decided = replace(REFERRAL, decided_on=date(2020, 3, 3))
    [gap] = of(store_of([REFERRAL]), "decision_timeliness")
    [told] = of(store_of([decided]), "decision_timeliness")
    assert gap.status is Status.NOT_SUPPLIED
    assert gap.reason.startswith("No return holds the day of decision")
    assert told.numerator == 1


def test_a_share_of_nothing_does_not_apply() -> None:
    [share] = of(store_of([]), "re_referral_share")
    assert (share.status, share.value) == (Status.NOT_APPLICABLE, None)


def test_every_cell_of_a_breakdown_is_printed() -> None:
    boy = replace(REFERRAL, sex="male", child="a boy")
    unsaid = replace(REFERRAL, sex=None, born_on=None, child="unsaid")
    store = store_of([REFERRAL, boy, unsaid])
    assert cells(of(store, "referrals", "sex")) == {
        "female": (1, "shown"),
        "male": (1, "shown"),
        "other": (0, "zero"),
        "not_known": (1, "shown"),
    }
    by_age = of(store, "referrals", "age_band")
    bands = ["unborn", "0", "1-4", "5-9", "10-15", "16-17", "18-25", "not_known"]
    assert list(cells(by_age)) == bands
    assert len(of(store, "referrals", "month")) == 14
    assert len(of(store, "referrals", "sex", "ethnicity")) == 4 * 6
    assert len(of(store, "referrals", "month", "quarter")) == 14


def test_by_area_is_the_row_that_is_there_anyway() -> None:
    store = store_of([REFERRAL])
    assert of(store, "referrals", "area") == of(store, "referrals")


def test_age_is_taken_at_the_event_and_for_a_stock_at_the_end() -> None:
    ten = replace(REFERRAL, born_on=date(2010, 3, 2))
    nine = replace(REFERRAL, born_on=date(2010, 3, 3), child="nine")
    at_event = cells(of(store_of([ten, nine]), "referrals", "age_band"))
    assert (at_event["10-15"], at_event["5-9"]) == ((1, "shown"), (1, "shown"))
    spell = f.CareSpell(start_on=date(2020, 3, 2), born_on=date(2010, 3, 3))
    at_end = cells(of(store_of([spell]), "children_looked_after", "age_band"))
    assert at_end["10-15"] == (1, "shown")


def test_rows_that_know_no_child_have_no_age() -> None:
    row = f.Allegation(received_on=date(2020, 3, 2), contact_kind="referral")
    found = of(store_of([row]), "lado_referrals", "age_band")
    assert {figure.status for figure in found} == {Status.NOT_APPLICABLE}
    assert cells(of(store_of([row]), "lado_referrals", "agency")) == {
        "council": (1, "shown")
    }


def test_no_rate_where_nobody_estimates_the_population() -> None:
    people = f.People(sex="female", year=2020, age=3, persons=5000)
    store = store_of([REFERRAL, people])
    by_sex = of(store, "referral_rate", "sex")
    assert {c.breakdown[0].value: c.status.value for c in by_sex} == {
        "female": "shown",
        "male": "not_supplied",
        "other": "not_applicable",
        "not_known": "not_applicable",
    }
    assert by_sex[0].population_year == 2020


def test_a_rate_on_the_wrong_ages_is_refused_with_a_sentence() -> None:
    wrong = replace(
        MEASURES["ehc_plans_open"],
        code="ehc_plan_rate",
        kind=Kind.RATE,
        unit=Unit.PER_10_000,
        denominator="residents aged 0 to 17",
    )
    store = store_of([f.EhcPlan(start_on=date(2020, 1, 1))])
    [(refused, *_)] = all_told(store, Asked((wrong,), (f.AREA,), PERIOD, ((),)))
    assert refused.status is Status.NOT_APPLICABLE
    assert "no rate may be made" in refused.reason


def test_interviews_without_times_say_so() -> None:
    held = f.ReturnInterview(
        returned_on=date(2020, 3, 2),
        interviewed_on=date(2020, 3, 4),
        times_held=False,
    )
    [share] = of(store_of([held]), "return_interview_timeliness")
    assert share.reason == "Within 3 days: some times of day are not held."


@pytest.mark.parametrize("measure", sorted(set(MEASURES) - {"children_population"}))
def test_as_many_rows_as_the_figure_counts(
    measure: str, of_everything: dict[str, Figure]
) -> None:
    found = rows(EVERYTHING, measure=measure, area=f.AREA, period=PERIOD)
    figure = of_everything[measure]
    counted = figure.denominator if MEASURES[measure].is_median else figure.numerator
    assert found.num_rows == (counted or 0)
    assert {"return", "file", "sheet", "row", "date"} <= set(found.column_names)
    assert not {"child", "born_on"} & set(found.column_names)


def _everything() -> FactStore:
    on = date(2020, 3, 2)
    spells = (
        f.NeedEpisode,
        f.NeedPlan,
        f.CareSpell,
        f.CareLeaver,
        f.EarlyHelp,
        f.EhcPlan,
        f.HomeEducation,
        f.ProtectionPlan,
    )
    return store_of(
        [
            *(
                replace(REFERRAL, decided_on=on, referred_on=date(2020, m, 2))
                for m in (3, 4)
            ),
            f.Contact(contact_on=on),
            f.Assessment(start_on=on, end_on=date(2020, 4, 1), referred_on=on),
            f.Assessment(start_on=on, referred_on=on),
            f.StrategyDiscussion(held_on=on),
            f.Enquiry(started_on=on, strategy_discussion_on=on),
            f.Conference(
                held_on=on, strategy_discussion_on=on, section_47_started_on=on
            ),
            f.Conference(held_on=on, is_transfer_in=True),
            *(
                kind(start_on=date(2020, month, 2))
                for kind in spells
                for month in (1, 6)
            ),
            *(f.MissingEpisode(missing_on=date(2020, month, 2)) for month in (1, 6)),
            f.ReturnInterview(returned_on=on, offered=True, interviewed_on=on),
            f.ReturnInterview(returned_on=on, offered=True),
            f.Notification(notified_on=on),
            f.PoliceProtection(started_on=on),
            f.Allegation(received_on=on, contact_kind="referral"),
            f.Allegation(received_on=on, contact_kind="advice"),
            f.People(sex="female", year=2019, age=3, persons=5000),
        ]
    )


EVERYTHING = _everything()


@pytest.fixture(scope="module")
def of_everything() -> dict[str, Figure]:
    found = figures(EVERYTHING, measures=list(MEASURES), areas=[f.AREA], period=PERIOD)
    return {figure.measure: figure for figure in found}


def test_adding_a_counted_row_adds_one() -> None:
    [before] = of(store_of([REFERRAL]), "referrals")
    more = replace(REFERRAL, referred_on=date(2020, 5, 5))
    [after] = of(store_of([REFERRAL, more]), "referrals")
    assert (before.numerator, after.numerator) == (1, 2)


def test_a_child_in_two_spells_traces_to_the_first() -> None:
    spells = [f.CareSpell(start_on=date(2020, month, 1)) for month in (9, 2)]
    found = rows(
        store_of(spells), measure="children_looked_after", area=f.AREA, period=PERIOD
    )
    assert found["date"].to_pylist() == [date(2020, 2, 1)]


def test_years_inside_the_report_period() -> None:
    assert list(years_inside(PERIOD)) == [Period(date(2020, 1, 1), date(2020, 12, 31))]
    assert list(years_inside(Period(date(2020, 1, 1), date(2020, 12, 31)))) == []


def test_a_series_tells_the_quarters_and_years_before_the_period() -> None:
    """The quarter that the period cuts is told whole; those inside it are not told
    again."""
    told = series_before(PERIOD, Period(date(2019, 1, 1), PERIOD.last))
    assert [str(days) for days in told] == [
        "January 2019 to December 2019 (12 months)",
        "April 2019 to March 2020 (12 months)",
        "January 2019 to March 2019 (3 months)",
        "April 2019 to June 2019 (3 months)",
        "July 2019 to September 2019 (3 months)",
        "October 2019 to December 2019 (3 months)",
    ]
    assert list(series_before(PERIOD, PERIOD)) == []


def test_rows_of_some_of_the_days_are_no_figure_of_a_series() -> None:
    store = store_of(
        [REFERRAL], covered=[covering("referrals", last=date(2020, 6, 30))]
    )
    asked = Asked((MEASURES["referrals"],), (f.AREA,), PERIOD, ((),), whole_only=True)
    [[gap]] = all_told(store, asked)
    [part] = of(store, "referrals")
    assert (part.numerator, part.status) == (1, Status.LOW_RELIABILITY)
    assert (gap.numerator, gap.status) == (None, Status.NOT_SUPPLIED)
    assert gap.reason == part.reason


def test_every_fact_a_measure_reads_is_declared() -> None:
    assert {measure.fact for measure in MEASURES.values()} <= set(FACTS)


def test_interviews_are_split_by_where_the_child_was_missing_from() -> None:
    row = f.ReturnInterview(
        returned_on=date(2020, 3, 2),
        interviewed_on=date(2020, 3, 3),
        times_held=False,
    )
    settings = ("home", "home", "placed_in", None)
    store = store_of(replace(row, missing_setting=setting) for setting in settings)
    found = of(store, "return_interviews_completed", "missing_setting")
    assert cells(found) == {
        "home": (2, "shown"),
        "own_care": (0, "zero"),
        "placed_in": (1, "shown"),
        "not_known": (1, "shown"),
    }


@pytest.mark.parametrize("measure", ["referrals", "children_missing"])
def test_no_setting_is_made_up_where_a_count_has_none_or_several(measure: str) -> None:
    store = store_of([REFERRAL, f.MissingEpisode(missing_on=date(2020, 3, 2))])
    found = of(store, measure, "missing_setting")
    assert {figure.status for figure in found} == {Status.NOT_APPLICABLE}


def test_an_edition_splits_what_is_told_by_setting_and_nothing_else() -> None:
    store = store_of([f.MissingEpisode(missing_on=date(2020, 3, 2))])
    asked = ("missing_episodes", "return_interview_timeliness_of_ended")
    found = published_family(store, (*asked, "children_missing", "referrals"), PERIOD)
    split = {
        figure.measure
        for figure in found
        if [cell.dimension for cell in figure.breakdown] == ["missing_setting"]
    }
    assert set(asked) <= split
    assert not {"referrals", "children_missing"} & split
