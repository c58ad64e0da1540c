"""Missing episodes and return interviews."""

from kith.contracts.columns import Column, ColumnType
from kith.contracts.facts.fact_table import FactTable, Form
from kith.domain.vocabulary.missing import MissingSetting


MISSING_EPISODES = FactTable(
    "missing_episodes",
    "a child reported missing, until the return",
    Form.EVENT,
    key=("child", "missing_from"),
    date="missing_on",
    told_by=("missing_and_return_interviews", "ssd", "police"),
    columns=(
        Column("missing_on", ColumnType.DATE, "day reported missing", required=True),
        Column("missing_from", ColumnType.DATETIME, "moment reported missing"),
        Column(
            "returned_at", ColumnType.DATETIME, "moment of return; empty while missing"
        ),
        Column("returned_on", ColumnType.DATE, "day of return"),
        Column("times_held", ColumnType.BOOLEAN, "whether the times of day are real"),
        Column(
            "missing_setting",
            ColumnType.CODE,
            "from where",
            codes=tuple(MissingSetting),
        ),
    ),
    exclusive=True,
)

RETURN_INTERVIEWS = FactTable(
    "return_interviews",
    "the offer, and the holding, of an interview after one missing episode",
    Form.EVENT,
    key=("child", "missing_from"),
    date="returned_on",
    told_by=("missing_and_return_interviews", "ssd"),
    columns=(
        Column("missing_from", ColumnType.DATETIME, "moment the episode began"),
        Column("returned_on", ColumnType.DATE, "day of return", required=True),
        Column("returned_at", ColumnType.DATETIME, "moment of return"),
        Column("offered", ColumnType.BOOLEAN, "an interview was offered"),
        Column("accepted", ColumnType.BOOLEAN, "the child accepted"),
        Column("offered_on", ColumnType.DATE, "day of the offer"),
        Column("interviewed_on", ColumnType.DATE, "day it was held"),
        Column("interviewed_at", ColumnType.DATETIME, "moment it was held"),
        Column("times_held", ColumnType.BOOLEAN, "whether the times of day are real"),
        Column(
            "missing_setting",
            ColumnType.CODE,
            "from where",
            codes=tuple(MissingSetting),
        ),
    ),
)

TABLES = (MISSING_EPISODES, RETURN_INTERVIEWS)
