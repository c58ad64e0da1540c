"""What a feed declares: the shape an agency's return may have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kith.contracts.columns import Column, ColumnType
from kith.domain.vocabulary.ethnicity import ETHNIC_CODES
from kith.domain.vocabulary.sex import Sex


class FileFormat(StrEnum):
    """The kinds of file a feed may arrive in."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


@dataclass(frozen=True)
class FeedColumn(Column):
    """A column of a feed.

    ``name`` is Kith's own name for it and the documented header of Kith's own
    formats. ``headers`` are other headers seen in the wild; matching ignores
    case, spaces, punctuation and curly quotes. ``values`` maps what agencies
    write (folded likewise) to the code Kith keeps. ``may_be_absent`` says that a
    file without the column is still readable; a required column's absence stops.
    """

    headers: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    may_be_absent: bool = False


@dataclass(frozen=True)
class FeedTable:
    """One table of a feed: a sheet of a workbook, or a file.

    ``file_names`` are tried first (without ending, folded), then the headers.
    ``key`` are the columns that make two rows of one file duplicates. ``left_out``
    are headers Kith knows and deliberately does not keep, because no measure needs
    what they say of a person.
    """

    name: str
    meaning: str
    columns: tuple[FeedColumn, ...]
    key: tuple[str, ...]
    file_names: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A feed: who owns it, on what basis it is sent, and its tables.

    ``facts`` of its tables name the fact tables that it can tell.
    """

    code: str
    title: str
    owner: str
    lawful_basis: str
    child_level: bool
    source: str
    formats: tuple[FileFormat, ...]
    tables: tuple[FeedTable, ...]
    retention: str = "until the edition built from it is superseded, then as agreed"

    def table(self, name: str) -> FeedTable:
        """The table of that name."""
        return next(table for table in self.tables if table.name == name)


def column(name: str, type_: ColumnType, meaning: str, **kwargs: object) -> FeedColumn:
    """A feed column in one line."""
    return FeedColumn(name, type_, meaning, **kwargs)  # type: ignore[arg-type]  # FeedColumn's own fields


AREA = "area"
"""The column of a row's area, which most returns rightly lack."""


def area_column() -> FeedColumn:
    """The row's area: needed only where a return names several areas."""
    return FeedColumn(
        AREA,
        ColumnType.CODE,
        "ONS code; needed where a return names several areas",
        may_be_absent=True,
    )


SEX_VALUES = (
    ("f", "female"),
    ("m", "male"),
    ("2", "female"),
    ("1", "male"),
    ("u", "not_known"),
    ("9", "not_known"),
    ("0", "not_known"),
    ("unknown", "not_known"),
    ("not known", "not_known"),
    ("not stated", "not_known"),
    ("not stated/recorded", "not_known"),
    ("indeterminate", "other"),
    ("neither", "other"),
)
"""What agencies write for sex, besides Kith's own codes."""

ETHNICITY_VALUES = (
    ("White British", "WBRI"),
    ("White Irish", "WIRI"),
    ("Traveller of Irish heritage", "WIRT"),
    ("Any other White background", "WOTH"),
    ("Gypsy/Roma", "WROM"),
    ("White and Black Caribbean", "MWBC"),
    ("White and Black African", "MWBA"),
    ("White and Asian", "MWAS"),
    ("Any other Mixed background", "MOTH"),
    ("Indian", "AIND"),
    ("Pakistani", "APKN"),
    ("Bangladeshi", "ABAN"),
    ("Any other Asian background", "AOTH"),
    ("Caribbean", "BCRB"),
    ("African", "BAFR"),
    ("Any other Black background", "BOTH"),
    ("Chinese", "CHNE"),
    # The national specification of the SSD spells the code for Chinese so.
    ("CNHE", "CHNE"),
    ("Any other ethnic group", "OOTH"),
    ("Refused", "REFU"),
    ("Information not yet obtained", "NOBT"),
    ("Not yet obtained", "NOBT"),
)
"""The twenty codes in words."""


def child_columns() -> tuple[FeedColumn, ...]:
    """The child of the row, in Kith's own formats."""
    return (
        FeedColumn(
            "child_id",
            ColumnType.TEXT,
            "the agency's own number for the child",
            required=True,
            personal=True,
        ),
        FeedColumn(
            "sex",
            ColumnType.CODE,
            "recorded sex",
            may_be_absent=True,
            codes=tuple(Sex),
            values=SEX_VALUES,
        ),
        FeedColumn(
            "ethnicity_code",
            ColumnType.CODE,
            "one of the twenty national codes",
            may_be_absent=True,
            codes=tuple(ETHNIC_CODES),
            values=ETHNICITY_VALUES,
            headers=("ethnicity",),
        ),
        FeedColumn(
            "born_on",
            ColumnType.DATE,
            "date of birth, or the expected date",
            may_be_absent=True,
            personal=True,
            headers=("date of birth", "dob"),
        ),
    )
