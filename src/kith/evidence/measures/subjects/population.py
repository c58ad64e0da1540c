"""The children who live here, and counts set against them."""

from __future__ import annotations

from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.measure import Measure, Selection
from kith.evidence.measures.subjects.care import LOOKED_AFTER_AT_END
from kith.evidence.measures.subjects.enquiries import INITIAL_CONFERENCES, SECTION_47
from kith.evidence.measures.subjects.front_door import REFERRALS
from kith.evidence.measures.subjects.open_cases import IN_NEED_AT_END
from kith.evidence.measures.subjects.plans import PLANS_AT_END
from kith.evidence.measures.subjects.police import NOTIFICATIONS


ESTIMATES = "ONS, mid-year population estimates"
METHOD = "DfE, Characteristics of children in need: methodology"
_ON_THE_LAST_DAY = (
    " Taken on the last day of the period, as DfE does on 31 March, and not "
    "from everyone at some point in the period."
)
_NEVER_ANNUALISED = (
    " Given for the period as it is, never made yearly; only a period of twelve "
    "months compares with DfE's."
)


def _rate(  # noqa: PLR0913 (one row of a table, in the order of its columns)
    code: str,
    title: str,
    question: str,
    selection: Selection,
    counted: tuple[str, str],
    note: str,
    authority: str = METHOD,
) -> Measure:
    measure, words = counted
    return Measure(
        code=code,
        title=f"{title} per 10,000 children",
        unit=Unit.PER_10_000,
        kind=Kind.RATE,
        question=question,
        definition=f"{words[0].upper()}{words[1:]} for every 10,000 residents aged 0 "
        f"to 17, by the latest mid-year estimate at or before the period's end." + note,
        numerator=words,
        denominator="residents aged 0 to 17",
        authority=f"{authority}; {ESTIMATES}",
        rulebook=authority,
        selection=selection,
        numerator_measure=measure,
        denominator_measure="children_population",
    )


MEASURES = (
    Measure(
        code="children_population",
        title="Children who live here",
        unit=Unit.PERSON,
        kind=Kind.SNAPSHOT,
        question="people",
        definition="Residents aged 0 to 17 by the latest mid-year estimate at or "
        "before the last day of the period. By ethnic group, the census's count.",
        numerator="residents aged 0 to 17",
        authority=ESTIMATES,
        rulebook=ESTIMATES,
        doubt="Where a report says “children and young people”, the source does "
        "not state that this is ages 0 to 17.",
        selection=None,
    ),
    _rate(
        "referral_rate",
        "Referrals",
        "help",
        REFERRALS,
        ("referrals", "referrals in the period"),
        _NEVER_ANNUALISED,
    ),
    _rate(
        "section_47_rate",
        "Section 47 enquiries",
        "protection",
        SECTION_47,
        ("section_47_enquiries", "enquiries started in the period"),
        _NEVER_ANNUALISED,
    ),
    _rate(
        "initial_conference_rate",
        "Initial child protection conferences",
        "protection",
        INITIAL_CONFERENCES,
        ("initial_conferences", "initial conferences held in the period"),
        _NEVER_ANNUALISED,
    ),
    _rate(
        "protection_plan_rate",
        "Children on a child protection plan",
        "protection",
        PLANS_AT_END,
        ("protection_plans_at_date", "children on a protection plan"),
        _ON_THE_LAST_DAY,
    ),
    _rate(
        "looked_after_rate",
        "Children looked after",
        "care",
        LOOKED_AFTER_AT_END,
        ("children_looked_after_at_date", "children looked after"),
        _ON_THE_LAST_DAY,
        "DfE, Children looked after in England: methodology",
    ),
    _rate(
        "children_in_need_rate",
        "Children in need",
        "help",
        IN_NEED_AT_END,
        ("children_in_need_at_date", "children in need"),
        _ON_THE_LAST_DAY,
    ),
    _rate(
        "domestic_abuse_notification_rate",
        "Domestic abuse notifications",
        "home",
        NOTIFICATIONS,
        ("domestic_abuse_notifications", "notifications in the period"),
        _NEVER_ANNUALISED,
        "No national definition",
    ),
)
