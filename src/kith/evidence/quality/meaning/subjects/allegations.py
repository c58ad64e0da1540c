"""Contacts with the designated officer: coded fields that must agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.timing import (
    after_months,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Working Together 2018 chapter 2: allegations against people"
FINDINGS = ("substantiated", "malicious", "false", "unsubstantiated", "unfounded")


@check(
    "outcome_without_referral",
    reads=("allegations.outcome",),
    severity=Severity.WARN,
    says="A contact that is not a referral has the outcome of an investigation.",
    remedy="Correct what the contact was, or take the outcome away.",
    source=_GUIDE,
)
def outcome_without_referral(facts: Tables) -> ir.Table:
    rows = facts.table("allegations")
    return rows.filter((rows.contact_kind != "referral") & rows.outcome.isin(FINDINGS))


@check(
    "allegation_open_past_a_year",
    reads=("allegations.outcome",),
    severity=Severity.NOTE,
    says="An allegation has no outcome, or is ongoing, a year after it was received.",
    remedy="Record the outcome, or review why it goes on.",
    source=f"{_GUIDE}; the limit of a year is Kith's own",
)
def allegation_open_past_a_year(facts: Tables) -> ir.Table:
    rows = facts.table("allegations")
    unended = rows.outcome.isnull() | (rows.outcome == "ongoing")
    return rows.filter(
        (rows.contact_kind == "referral")
        & unended
        & (after_months(rows.received_on, 12) < rows.extracted_on)
    )


@check(
    "allegation_without_category",
    reads=("allegations.category",),
    severity=Severity.NOTE,
    says="A referral of an allegation has no category.",
    remedy="Record the kind of allegation.",
    source=_GUIDE,
)
def allegation_without_category(facts: Tables) -> ir.Table:
    rows = facts.table("allegations")
    return rows.filter((rows.contact_kind == "referral") & rows.category.isnull())
