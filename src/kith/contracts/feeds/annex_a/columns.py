"""Columns that most lists of Annex A share, and short makers of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.columns import ColumnType as T
from kith.contracts.feeds.feed import (
    ETHNICITY_VALUES,
    SEX_VALUES,
    FeedColumn,
)
from kith.domain.vocabulary.ethnicity import ETHNIC_CODES
from kith.domain.vocabulary.sex import Sex


if TYPE_CHECKING:
    from kith.contracts.feeds.national_codes import Values


LEFT_OUT = ("Allocated Team", "Allocated Worker")
"""Who works with the child: no measure needs it."""


def child(*, id_header: str = "Child Unique ID") -> tuple[FeedColumn, ...]:
    """The child of the row."""
    return (
        FeedColumn(
            "child_id",
            T.TEXT,
            "the council's own number for the child",
            required=True,
            personal=True,
            headers=(id_header, "Child ID", "Unique Child ID", "Child's Unique ID"),
        ),
        *_person(),
        FeedColumn(
            "born_on",
            T.DATE,
            "date of birth, or the expected date",
            personal=True,
            headers=("Date of Birth", "DOB", "Date of birth or expected date"),
        ),
        FeedColumn(
            "age",
            T.DECIMAL,
            "age as the council worked it out; never used",
            personal=True,
            may_be_absent=True,
            headers=("Age of Child (Years)", "Age of Child", "Age (Years)"),
        ),
    )


def _person() -> tuple[FeedColumn, ...]:
    return (
        FeedColumn(
            "sex",
            T.CODE,
            "recorded sex",
            codes=tuple(Sex),
            values=SEX_VALUES,
            headers=("Gender",),
        ),
        FeedColumn(
            "ethnicity_code",
            T.CODE,
            "one of the twenty national codes",
            codes=tuple(ETHNIC_CODES),
            values=ETHNICITY_VALUES,
            headers=("Ethnicity",),
        ),
    )


def adopter() -> tuple[FeedColumn, ...]:
    """The prospective adopter of the row."""
    return (
        FeedColumn(
            "adopter_id",
            T.TEXT,
            "the council's own number for the adopter",
            required=True,
            personal=True,
            headers=("Individual adopter identifier",),
        ),
        family(),
        *_person(),
    )


def family() -> FeedColumn:
    """The family that a child or adopter belongs to."""
    return FeedColumn(
        "family_id",
        T.TEXT,
        "the council's own number for the family",
        personal=True,
        headers=("Family identifier",),
    )


def disability(*headers: str) -> FeedColumn:
    """Whether a disability is recorded."""
    return yes_no(
        "has_disability",
        "a disability is recorded",
        "Does the Child have a Disability",
        "Disability",
        *headers,
    )


def day(
    name: str, meaning: str, *headers: str, required: bool = False, absent: bool = False
) -> FeedColumn:
    """A date."""
    return FeedColumn(
        name, T.DATE, meaning, required, headers=headers, may_be_absent=absent
    )


def yes_no(name: str, meaning: str, *headers: str) -> FeedColumn:
    """A yes or no."""
    return FeedColumn(name, T.BOOLEAN, meaning, headers=headers)


def number(name: str, meaning: str, *headers: str) -> FeedColumn:
    """A whole number."""
    return FeedColumn(name, T.INTEGER, meaning, headers=headers)


def text(name: str, meaning: str, *headers: str) -> FeedColumn:
    """Words."""
    return FeedColumn(name, T.TEXT, meaning, headers=headers, may_be_absent=True)


def code(
    name: str,
    meaning: str,
    *headers: str,
    codes: tuple[str, ...],
    values: Values = (),
) -> FeedColumn:
    """A code of a known list."""
    return FeedColumn(
        name, T.CODE, meaning, codes=codes, values=values, headers=headers
    )
