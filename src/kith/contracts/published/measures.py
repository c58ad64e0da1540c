"""``measures.parquet``: the catalogue, in plain English, in the order shown."""

from __future__ import annotations

from kith.contracts.columns import Column
from kith.contracts.columns import ColumnType as T


COLUMNS = (
    Column("position", T.INTEGER, "the order shown", required=True),
    Column("code", T.TEXT, "the measure's or indicator's code", required=True),
    Column(
        "title",
        T.TEXT,
        "with its unit: 'Referrals', 'Children looked after'",
        required=True,
    ),
    Column(
        "question",
        T.TEXT,
        "the question it helps to answer, see QUESTIONS",
        required=True,
    ),
    Column("kind", T.TEXT, "see domain.vocabulary.figures.Kind", required=True),
    Column("unit", T.TEXT, "see domain.vocabulary.figures.Unit", required=True),
    Column("polarity", T.TEXT, "see domain.vocabulary.figures.Polarity", required=True),
    Column("definition", T.TEXT, "what is counted, a sentence or two", required=True),
    Column("numerator", T.TEXT, "what the numerator is, in words", required=True),
    Column(
        "denominator",
        T.TEXT,
        "what the denominator is; empty for counts",
        required=True,
    ),
    Column("rulebook", T.TEXT, "the edition of the rule it rests on", required=True),
    Column("authority", T.TEXT, "the source of the definition", required=True),
    Column(
        "doubt",
        T.TEXT,
        "what is not settled about the definition; else empty",
        required=True,
    ),
    Column(
        "supplied_by",
        T.TEXT,
        "the feeds that can supply it, comma-separated",
        required=True,
    ),
    Column("version", T.INTEGER, "of the definition", required=True),
    Column(
        "breaks",
        T.TEXT,
        "days from which it counts something else, as JSON: [[day, why], …]",
        required=True,
    ),
    Column(
        "is_process",
        T.BOOLEAN,
        "counts of meetings and the like, not of children",
        required=True,
    ),
    Column(
        "is_indicator",
        T.BOOLEAN,
        "from the register: only ever supplied as counts",
        required=True,
    ),
    Column(
        "carries_over",
        T.BOOLEAN,
        "neighbouring periods count the same children again: a stock, or ever",
        required=True,
    ),
)
KEY = ("position", "code")

QUESTIONS = (
    ("help", "Who needed help?"),
    ("protection", "Who was protected?"),
    ("care", "Who was in care, or leaving it?"),
    ("missing", "Who went missing?"),
    ("home", "Who lived with domestic abuse?"),
    ("education", "Who needed more from education?"),
    ("workforce", "Were adults who work with children safe?"),
    ("health", "How healthy were children?"),
    ("exploitation", "Who was exploited?"),
    ("justice", "Who met the justice system?"),
    ("partnership", "Did partners do what they promised?"),
    ("people", "Who lives here?"),
)
"""Code and words of each question a scorecard is grouped by."""
