"""Figures an agency counted at home: the layout ``kith evidence figures`` writes."""

from collections.abc import Iterable

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import Feed, FeedTable, FileFormat, column
from kith.domain.vocabulary.ages import AGE_BANDS, NOT_KNOWN
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.domain.vocabulary.missing import MissingSetting
from kith.domain.vocabulary.sex import Sex


def _cells(codes: Iterable[str]) -> str:
    # Not `codes` of the column: a cell that is none of them may not be left empty,
    # because the row would then stand for the whole. Such a row is set aside.
    return "breakdown: " + " ".join(f"`{code}`" for code in codes)


_AGE_BANDS = _cells((*(band.code for band in AGE_BANDS), NOT_KNOWN))
_SEXES = _cells(Sex)
_GROUPS = _cells(EthnicGroup)
_SETTINGS = _cells(MissingSetting)


FEED = Feed(
    code="aggregate",
    title="Figures already counted",
    owner="any agency",
    lawful_basis="no personal data",
    child_level=False,
    source="Kith's own format: the columns of `kith evidence figures --format csv`",
    formats=(FileFormat.CSV, FileFormat.XLSX, FileFormat.PARQUET),
    tables=(
        FeedTable(
            "figures",
            "one row for each measure or indicator, area, period and breakdown cell",
            (
                column(
                    "measure",
                    T.CODE,
                    "the code of a measure or an indicator",
                    required=True,
                    headers=("indicator",),
                ),
                column("area", T.CODE, "ONS code", required=True),
                column("from", T.DATE, "first day", required=True),
                column("to", T.DATE, "last day, included", required=True),
                column("month", T.TEXT, "breakdown, as 2020-03", may_be_absent=True),
                column("quarter", T.TEXT, "breakdown, as 2020-Q1", may_be_absent=True),
                column("age_band", T.CODE, _AGE_BANDS, may_be_absent=True),
                column("sex", T.CODE, _SEXES, may_be_absent=True),
                column("ethnicity", T.CODE, _GROUPS, may_be_absent=True),
                column("missing_setting", T.CODE, _SETTINGS, may_be_absent=True),
                column(
                    "agency",
                    T.TEXT,
                    "the agency the figure is about, if not the sender",
                    may_be_absent=True,
                ),
                column("numerator", T.INTEGER, "the count"),
                column("denominator", T.INTEGER, "as supplied", may_be_absent=True),
                column(
                    "value",
                    T.DECIMAL,
                    "as supplied; checked against its parts. A median has none, so it cannot "
                    "be sent",
                    may_be_absent=True,
                ),
                column("unit", T.TEXT, "as supplied", may_be_absent=True),
                column(
                    "status",
                    T.CODE,
                    "why a value is missing",
                    may_be_absent=True,
                    codes=(
                        "shown",
                        "suppressed",
                        "zero",
                        "not_applicable",
                        "not_supplied",
                        "low_reliability",
                    ),
                ),
            ),
            key=(
                "measure",
                "area",
                "from",
                "to",
                "month",
                "quarter",
                "age_band",
                "sex",
                "ethnicity",
                "missing_setting",
                "agency",
            ),
            file_names=("figures", "aggregate"),
            facts=("supplied_figures",),
        ),
    ),
)
