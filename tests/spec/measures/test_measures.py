"""What each measure counts, in rows small enough to count by hand.

The period is 1 November 2019 to 31 December 2020, and one child stands in each row
unless another is named.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.lib.reference import facts as f
from tests.spec.measures.cases import Case, case, day, said


def referral(on: str, **more: object) -> f.Referral:
    return f.Referral(referred_on=day(on), **more)  # type: ignore[arg-type]  # Referral's own fields


def assessment(start: str, end: str | None, **more: object) -> f.Assessment:
    return f.Assessment(start_on=day(start), end_on=end and day(end), **more)  # type: ignore[arg-type]  # its own fields


def enquiry(start: str, **more: object) -> f.Enquiry:
    return f.Enquiry(
        started_on=day(start),
        strategy_discussion_on=day(start),
        **more,  # type: ignore[arg-type]  # Enquiry's own fields
    )


def conference(on: str, **more: object) -> f.Conference:
    return f.Conference(held_on=day(on), **more)  # type: ignore[arg-type]  # its own fields


def plan(start: str, end: str | None = None, **more: object) -> f.ProtectionPlan:
    return f.ProtectionPlan(start_on=day(start), end_on=end and day(end), **more)  # type: ignore[arg-type]  # its own fields


def interview(
    returned: str, held: str | None = None, *, times: bool = True, **more: object
) -> f.ReturnInterview:
    at = datetime.fromisoformat(returned)
    then = datetime.fromisoformat(held) if held else None
    return f.ReturnInterview(
        returned_on=at.date(),
        returned_at=at,
        interviewed_on=then and then.date(),
        interviewed_at=then,
        times_held=times,
        **more,  # type: ignore[arg-type]  # ReturnInterview's own fields
    )


def residents(year: int, *persons: tuple[int, int]) -> list[f.People]:
    return [
        f.People(sex=sex, year=year, age=age, persons=number)
        for age, number in persons
        for sex in ("female", "male")
    ]


FIRST, LAST, AFTER = "2019-11-01", "2020-12-31", "2021-01-01"
TWO_THOUSAND = residents(2020, (0, 500), (17, 500))

EVENTS = [
    ("contacts", lambda on: f.Contact(contact_on=day(on))),
    ("referrals", referral),
    ("strategy_discussions", lambda on: f.StrategyDiscussion(held_on=day(on))),
    ("section_47_enquiries", enquiry),
    ("initial_conferences", conference),
    ("protection_plans_started", plan),
    ("early_help_started", lambda on: f.EarlyHelp(start_on=day(on))),
    ("missing_episodes", lambda on: f.MissingEpisode(missing_on=day(on))),
    ("domestic_abuse_notifications", lambda on: f.Notification(notified_on=day(on))),
    ("police_protections", lambda on: f.PoliceProtection(started_on=day(on))),
    (
        "transfer_in_conferences",
        lambda on: conference(on, is_transfer_in=True),
    ),
    (
        "referrals_no_further_action",
        lambda on: referral(on, no_further_action=True),
    ),
    (
        "lado_referrals",
        lambda on: f.Allegation(received_on=day(on), contact_kind="referral"),
    ),
    (
        "lado_advice",
        lambda on: f.Allegation(received_on=day(on), contact_kind="advice"),
    ),
    ("return_interviews_offered", lambda on: interview(on, offered=True)),
    ("return_interviews_completed", lambda on: interview(on, on)),
    ("assessments_completed", lambda on: assessment("2019-10-01", on)),
]

SPELLS_EVER = [
    ("children_in_need", f.NeedEpisode),
    ("children_on_need_plans", f.NeedPlan),
    ("children_on_protection_plans", f.ProtectionPlan),
    ("children_looked_after", f.CareSpell),
    ("care_leavers_served", f.CareLeaver),
    ("children_with_early_help", f.EarlyHelp),
    ("children_home_educated", f.HomeEducation),
]

SPELLS_AT_END = [
    ("children_in_need_at_date", f.NeedEpisode),
    ("protection_plans_at_date", f.ProtectionPlan),
    ("children_looked_after_at_date", f.CareSpell),
    ("ehc_plans_open", f.EhcPlan),
    ("home_educated_at_date", f.HomeEducation),
]


def spell(kind: type, start: str, end: str | None = None, child: str = "a") -> f.Row:
    return kind(start_on=day(start), end_on=end and day(end), child=child)


def flows() -> list[Case]:
    return [
        case(
            measure,
            "the first and the last day count, the days around them do not",
            "2",
            *(row(on) for on in ("2019-10-31", FIRST, LAST, AFTER)),
        )
        for measure, row in EVENTS
    ]


def ever() -> list[Case]:
    found = []
    for measure, kind in SPELLS_EVER:
        found += [
            case(
                measure,
                "a child open on any day counts once, however often",
                "1",
                spell(kind, "2019-01-01", "2020-01-01"),
                spell(kind, "2020-06-01"),
            ),
            case(
                measure,
                "ending on the first day, or starting on the last, is in the period",
                "2",
                spell(kind, "2018-01-01", FIRST, child="a"),
                spell(kind, LAST, child="b"),
                spell(kind, "2018-01-01", "2019-10-31", child="c"),
                spell(kind, AFTER, child="d"),
            ),
        ]
    return found


def at_end() -> list[Case]:
    return [
        case(
            measure,
            "open on the last day; one that ended that day is not open",
            "2",
            spell(kind, "2018-01-01", child="a"),
            spell(kind, LAST, AFTER, child="b"),
            spell(kind, "2018-01-01", LAST, child="c"),
            spell(kind, AFTER, child="d"),
        )
        for measure, kind in SPELLS_AT_END
    ]


RATES = [
    ("referral_rate", referral("2020-03-02")),
    ("section_47_rate", enquiry("2020-03-02")),
    ("initial_conference_rate", conference("2020-03-02")),
    ("domestic_abuse_notification_rate", f.Notification(notified_on=day("2020-03-02"))),
    ("protection_plan_rate", plan("2020-03-02")),
    ("looked_after_rate", spell(f.CareSpell, "2020-03-02")),
    ("children_in_need_rate", spell(f.NeedEpisode, "2020-03-02")),
]

SINGLE = [
    case(
        "re_referrals",
        "an earlier referral on the same day twelve months before still counts",
        "1",
        referral("2019-03-02", is_counted=False),
        referral("2020-03-02"),
    ),
    case(
        "re_referrals",
        "a day longer ago it does not",
        "0",
        referral("2019-03-01", is_counted=False),
        referral("2020-03-02"),
    ),
    case(
        "re_referrals",
        "twelve months before 29 February is 28 February",
        "1",
        referral("2019-02-28", is_counted=False),
        referral("2020-02-29"),
    ),
    case(
        "re_referral_share",
        "a second re-referral counts again; another child's referral is no look-back",
        "2 of 4 = 50.0",
        referral("2020-01-06"),
        referral("2020-02-06"),
        referral("2020-03-06"),
        referral("2020-03-06", child="another"),
    ),
    case(
        "referral_no_further_action_share",
        "of all referrals, halves rounded up",
        "1 of 16 = 6.3",
        referral("2020-01-06", no_further_action=True, child="0"),
        *(
            referral("2020-01-06", no_further_action=False, child=str(n))
            for n in range(1, 16)
        ),
    ),
    case(
        "decision_timeliness",
        "Monday's decision on Friday's referral is in time, Tuesday's is late",
        "1 of 3 = 33.3",
        referral("2020-03-06", decided_on=day("2020-03-09"), child="in time"),
        referral("2020-03-06", decided_on=day("2020-03-10"), child="late"),
        referral("2020-03-06", child="undecided"),
    ),
    case(
        "decision_timeliness_open_past_limit",
        "undecided on 31 December, two working days after 29 December",
        "1",
        referral("2020-12-29", child="late"),
        referral("2020-12-30", child="still in time"),
        referral("2020-12-29", decided_on=day(LAST), child="decided that day"),
    ),
    case(
        "assessment_timeliness",
        "45 working days from 2 March 2020 end on 6 May: Easter and VE day are no work",
        "1 of 2 = 50.0",
        assessment("2020-03-02", "2020-05-06", child="in time"),
        assessment("2020-03-02", "2020-05-07", child="late"),
    ),
    case(
        "assessment_timeliness_open_past_limit",
        "open on 31 December, begun 46 working days before",
        "1",
        assessment("2020-10-26", None, child="late"),
        assessment("2020-10-27", None, child="on the limit"),
        assessment("2020-10-26", LAST, child="done that day"),
    ),
    case(
        "assessment_timeliness_from_referral",
        "counted from the referral, where the referral is told",
        "1 of 2 = 50.0",
        assessment("2020-03-06", "2020-05-06", referred_on=day("2020-03-02")),
        assessment("2020-03-06", "2020-05-07", referred_on=day("2020-03-02")),
        assessment("2020-03-06", "2020-03-09"),
    ),
    case(
        "assessment_timeliness_from_referral_open_past_limit",
        "begun in time of its referral's 45 working days, and not done",
        "1",
        assessment("2020-12-01", None, referred_on=day("2020-10-26")),
        assessment("2020-12-01", None, referred_on=day("2020-12-01")),
    ),
    case(
        "median_assessment_working_days",
        "halfway between the middle two",
        "2.5 over 4",
        assessment("2020-03-02", "2020-03-03"),
        assessment("2020-03-02", "2020-03-04"),
        assessment("2020-03-02", "2020-03-05"),
        assessment("2020-03-02", "2020-05-05"),
    ),
    case(
        "conference_timeliness",
        "15 working days from the strategy discussion of 2 March end on 23 March",
        "1 of 2 = 50.0",
        conference("2020-03-23", strategy_discussion_on=day("2020-03-02")),
        conference("2020-03-24", strategy_discussion_on=day("2020-03-02")),
        conference("2020-03-24"),
        conference(
            "2020-03-03",
            strategy_discussion_on=day("2020-03-02"),
            is_transfer_in=True,
        ),
    ),
    case(
        "conference_timeliness_open_past_limit",
        "due and not held: said to need none, or held, is not due",
        "1",
        enquiry("2020-11-02", child="late"),
        enquiry("2020-12-29", child="not yet late"),
        enquiry("2020-11-02", conference_unnecessary=True, child="needs none"),
        enquiry("2020-11-02", conference_on=day("2020-12-30"), child="held late"),
        enquiry("2020-11-02", ended_on=day("2020-11-20"), child="ended, nothing said"),
    ),
    case(
        "conference_timeliness_from_enquiry",
        "the census counts from the enquiry's start",
        "1 of 2 = 50.0",
        conference("2020-03-23", section_47_started_on=day("2020-03-02")),
        conference("2020-03-23", section_47_started_on=day("2020-02-28")),
    ),
    case(
        "conference_timeliness_from_enquiry_open_past_limit",
        "ended with a conference due stays due",
        "1",
        enquiry(
            "2020-11-02",
            conference_unnecessary=False,
            ended_on=day("2020-11-20"),
        ),
    ),
    case(
        "repeat_plan_share",
        "the return's own number of earlier plans, however long ago",
        "1 of 2 = 50.0",
        plan("2020-03-02", previous_plans=1, child="a"),
        plan("2020-03-02", previous_plans=0, child="b"),
        plan("2020-03-02", child="not said"),
    ),
    case(
        "repeat_plan_share_within_two_years",
        "an earlier plan that ended on the same day two years before",
        "1 of 2 = 50.0",
        plan("2017-01-02", "2018-03-02", child="a", is_counted=False),
        plan("2020-03-02", child="a"),
        plan("2017-01-02", "2018-03-01", child="b", is_counted=False),
        plan("2020-03-02", child="b"),
    ),
    case(
        "children_missing",
        "a child missing twice is one child; two episodes",
        "1",
        f.MissingEpisode(missing_on=day("2020-03-02")),
        f.MissingEpisode(missing_on=day("2020-04-02")),
    ),
    case(
        "return_interview_timeliness",
        "of interviews held, those within 72 hours to the minute",
        "1 of 2 = 50.0",
        interview("2020-03-02T10:00", "2020-03-05T10:00", offered=True),
        interview("2020-03-02T10:00", "2020-03-05T10:01", offered=True),
        interview("2020-03-02T10:00", offered=True),
        interview("2020-03-02T10:00", offered=False),
    ),
    case(
        "return_interview_timeliness",
        "where no times are held, within three days of the day of return",
        "1 of 2 = 50.0",
        interview("2020-03-02", "2020-03-05", times=False),
        interview("2020-03-02", "2020-03-06", times=False),
    ),
    case(
        "return_interview_timeliness_of_offered",
        "of interviews offered",
        "1 of 2 = 50.0",
        interview("2020-03-02T10:00", "2020-03-03T10:00", offered=True),
        interview("2020-03-02T10:00", offered=True),
        interview("2020-03-02T10:00", offered=False),
    ),
    case(
        "return_interview_timeliness_of_ended",
        "of all episodes that ended",
        "1 of 3 = 33.3",
        interview("2020-03-02T10:00", "2020-03-03T10:00", offered=True),
        interview("2020-03-02T10:00", offered=True),
        interview("2020-03-02T10:00", offered=False),
    ),
    case(
        "return_interview_timeliness_open_past_limit",
        "owed for more than 72 hours on the last day; a declined one is not owed",
        "1",
        interview("2020-12-28T10:00", offered=True, child="owed"),
        interview("2020-12-29T10:00", offered=True, child="still in time"),
        interview("2020-12-01T10:00", accepted=False, child="declined"),
    ),
    case(
        "children_population",
        "ages 0 to 17 by the latest mid-year at or before the last day",
        "2000",
        *residents(2019, (0, 1)),
        *TWO_THOUSAND,
        *residents(2020, (18, 5000)),
        *residents(2021, (0, 9)),
    ),
    *(
        case(
            measure,
            "one for every 10,000 residents aged 0 to 17, as the period is",
            "1 of 2000 = 5.0",
            row,
            *TWO_THOUSAND,
        )
        for measure, row in RATES
    ),
]

CASES = [*flows(), *ever(), *at_end(), *SINGLE]


@pytest.fixture(scope="module")
def answers() -> dict[Case, str]:
    return said(CASES)


@pytest.mark.parametrize("drawn", CASES, ids=str)
def test_measure(drawn: Case, answers: dict[Case, str]) -> None:
    assert answers[drawn] == drawn.says
