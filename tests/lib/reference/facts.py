"""Rows of facts as plain values: what the reference reads and a store is made of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime


AREA = "E06000024"
FROM, TO = date(2019, 11, 1), date(2020, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every fact row carries."""

    child: str = "child"
    sex: str | None = "female"
    ethnicity: str | None = "white"
    born_on: date | None = date(2010, 5, 5)
    area: str = AREA
    agency: str = "council"
    feed: str = "annex_a"
    is_counted: bool = True
    told_from: date = FROM
    told_to: date = TO


@dataclass(frozen=True, kw_only=True)
class Contact(Row):
    contact_on: date


@dataclass(frozen=True, kw_only=True)
class Referral(Row):
    referred_on: date
    no_further_action: bool | None = None
    decided_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Assessment(Row):
    start_on: date
    end_on: date | None = None
    referred_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class StrategyDiscussion(Row):
    held_on: date


@dataclass(frozen=True, kw_only=True)
class Enquiry(Row):
    started_on: date
    ended_on: date | None = None
    strategy_discussion_on: date | None = None
    conference_unnecessary: bool | None = None
    conference_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Conference(Row):
    held_on: date
    is_transfer_in: bool | None = None
    section_47_started_on: date | None = None
    strategy_discussion_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ProtectionPlan(Row):
    start_on: date
    end_on: date | None = None
    previous_plans: int | None = None


@dataclass(frozen=True, kw_only=True)
class Spell(Row):
    start_on: date
    end_on: date | None = None


class NeedEpisode(Spell):
    pass


class NeedPlan(Spell):
    pass


class CareSpell(Spell):
    pass


class CareLeaver(Spell):
    pass


class EarlyHelp(Spell):
    pass


class EhcPlan(Spell):
    pass


class HomeEducation(Spell):
    pass


@dataclass(frozen=True, kw_only=True)
class MissingEpisode(Row):
    missing_on: date
    missing_setting: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReturnInterview(Row):
    feed: str = "missing_and_return_interviews"
    returned_on: date
    returned_at: datetime | None = None
    offered: bool | None = None
    accepted: bool | None = None
    interviewed_on: date | None = None
    interviewed_at: datetime | None = None
    times_held: bool | None = None
    missing_setting: str | None = None


@dataclass(frozen=True, kw_only=True)
class Notification(Row):
    notified_on: date


@dataclass(frozen=True, kw_only=True)
class PoliceProtection(Row):
    started_on: date


@dataclass(frozen=True, kw_only=True)
class Allegation(Row):
    received_on: date
    contact_kind: str


@dataclass(frozen=True, kw_only=True)
class People(Row):
    """So many residents of an age and sex, by one year's mid-year estimate."""

    year: int
    age: int
    persons: int


TABLE_OF: dict[type[Row], str] = {
    Contact: "contacts",
    Referral: "referrals",
    Assessment: "assessments",
    StrategyDiscussion: "strategy_discussions",
    Enquiry: "section_47",
    Conference: "conferences",
    ProtectionPlan: "protection_plans",
    NeedEpisode: "need_episodes",
    NeedPlan: "need_plans",
    CareSpell: "care_spells",
    CareLeaver: "care_leavers",
    EarlyHelp: "early_help",
    EhcPlan: "ehc_plans",
    HomeEducation: "home_education",
    MissingEpisode: "missing_episodes",
    ReturnInterview: "return_interviews",
    Notification: "notifications",
    PoliceProtection: "police_protections",
    Allegation: "allegations",
    People: "population",
}


def as_record(row: Row) -> dict[str, object]:
    """The row as its fact table holds it."""
    record = {field.name: getattr(row, field.name) for field in fields(row)}
    if isinstance(row, Allegation | People):
        for name in ("child", "born_on"):
            del record[name]
    if isinstance(row, Allegation):
        del record["sex"], record["ethnicity"]
    if isinstance(row, People):
        record |= {
            "basis": "mid_year",
            "ethnicity": "all",
            "estimate_on": date(row.year, 6, 30),
        }
    return record
