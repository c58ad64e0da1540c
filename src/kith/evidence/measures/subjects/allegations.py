"""Allegations against people who work with children, as the LADO counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.measure import Facts, Measure, Selection, Time


if TYPE_CHECKING:
    import ibis.expr.types as ir


GUIDANCE = "Working Together to Safeguard Children, chapter 2; Children Act 2004 s11"


def _referrals(facts: Facts) -> ir.Table:
    return _contacts(facts, "referral")


def _advice(facts: Facts) -> ir.Table:
    return _contacts(facts, "advice")


def _contacts(facts: Facts, kind: str) -> ir.Table:
    told = facts.table("allegations")
    told = told.filter(told.contact_kind == kind)
    return told.mutate(happened_on=told.received_on, counted=told.is_counted)


REFERRALS = Selection("LADO referrals", "allegations", _referrals, Time.EVENTS)
ADVICE = Selection("LADO advice", "allegations", _advice, Time.EVENTS)

MEASURES = (
    Measure(
        code="lado_referrals",
        title="Allegations referred to the designated officer (LADO)",
        unit=Unit.ALLEGATION,
        kind=Kind.FLOW,
        question="workforce",
        definition="Contacts with the designated officer recorded as a referral, by "
        "the day received. Enquiries for advice are counted apart, and never added.",
        numerator="referrals received in the period",
        authority=GUIDANCE,
        rulebook="Working Together 2018",
        selection=REFERRALS,
    ),
    Measure(
        code="lado_advice",
        title="Enquiries for the designated officer's (LADO) advice",
        unit=Unit.CONTACT,
        kind=Kind.FLOW,
        question="workforce",
        definition="Contacts with the designated officer recorded as advice, by the "
        "day received. Referrals are counted apart, and never added.",
        numerator="enquiries for advice received in the period",
        authority=GUIDANCE,
        rulebook="Working Together 2018",
        selection=ADVICE,
    ),
)
