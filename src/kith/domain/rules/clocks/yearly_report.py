"""Clocks of the yearly report, from its draft to its copies."""

from __future__ import annotations

from kith.domain.rules.clocks.clock import (
    Clock,
    Limit,
    Reading,
    Span,
    Standing,
    YearlyDate,
)
from kith.domain.rules.clocks.editions import LOCAL, WT_2018, WT_ALL, WT_SINCE_2023


_TOPIC = "Yearly report"
_OWN_STEP = "a step partnerships set themselves to meet the publication date"

ANNUAL_REPORT_DRAFT = Clock(
    "annual_report_draft",
    "A full draft of the yearly report is written",
    _TOPIC,
    (
        Reading(
            "from_period_end",
            "the last day of the report's period",
            Limit(30, Span.DAYS),
            "A full draft is ready within 30 days of the period's end.",
            _OWN_STEP,
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)


ANNUAL_REPORT_SIGNATURES = Clock(
    "annual_report_signatures",
    "The three lead safeguarding partners sign the yearly report",
    _TOPIC,
    (
        Reading(
            "from_period_end",
            "the last day of the report's period",
            Limit(90, Span.DAYS),
            "The three lead partners have signed within 90 days of the period's end.",
            _OWN_STEP,
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)


ANNUAL_REPORT_PUBLICATION = Clock(
    "annual_report_publication",
    "The yearly report is published",
    _TOPIC,
    (
        Reading(
            "from_previous_report",
            "the day the report before was published",
            Limit(12, Span.MONTHS),
            "A report is published at least once in every 12 months.",
            "chapter 3, on the yearly report; Children Act 2004 s16G",
            Standing.LAW,
            WT_2018,
        ),
        Reading(
            "from_period_end",
            "the last day of the report's period",
            YearlyDate(9, 30, "30 September"),
            "The report on a year from April to March is published by the end of "
            "September.",
            "chapter 2, on the yearly report; Children Act 2004 s16G",
            Standing.STATUTORY_GUIDANCE,
            WT_SINCE_2023,
        ),
    ),
)


ANNUAL_REPORT_COPIES = Clock(
    "annual_report_copies",
    "The yearly report is copied to the Panel and to Foundations",
    _TOPIC,
    (
        Reading(
            "from_publication",
            "the day the report was published",
            Limit(7, Span.DAYS),
            "A copy goes to the Panel and to the What Works Centre (Foundations) "
            "within 7 days of publication.",
            "on the yearly report",
            Standing.STATUTORY_GUIDANCE,
            WT_ALL,
        ),
    ),
)


YEARLY_REPORT_CLOCKS = (
    ANNUAL_REPORT_DRAFT,
    ANNUAL_REPORT_SIGNATURES,
    ANNUAL_REPORT_PUBLICATION,
    ANNUAL_REPORT_COPIES,
)
