"""What came of reading one value: the value, and what is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from kith.contracts.commands.checks import Severity


T = TypeVar("T")


class Problem(Enum):
    """What can be wrong with a value: rule, class of value, remedy, severity.

    The class describes the value without giving it. The severity is that of a row
    which is kept; where a needed value could not be read, the row is quarantined.
    """

    NO_TIME = (
        "value.date",
        "a date without its time of day",
        "Send date and time; midnight is assumed.",
        Severity.NOTE,
    )
    DAY_NUMBER = (
        "value.date",
        "an Excel day number where a date belongs",
        "Format the column as a date; it was read as the day it stands for.",
        Severity.NOTE,
    )
    TWO_DIGIT_YEAR = (
        "value.two_digit_year",
        "a year of two digits",
        "Send four digits; 00 to 49 is read as 2000 to 2049, 50 to 99 as 1950 to 1999.",
        Severity.WARN,
    )
    TEXT_FOR_DATE = (
        "value.date",
        "text where a date belongs",
        "Send dates as 16/09/2020 or 2020-09-16.",
        Severity.WARN,
    )
    NUMBER_FOR_DATE = (
        "value.date",
        "a number where a date belongs",
        "Send dates as 16/09/2020 or 2020-09-16.",
        Severity.WARN,
    )
    IMPOSSIBLE_DATE = (
        "value.date",
        "a day that does not exist",
        "Correct it at the source; days come before months.",
        Severity.WARN,
    )
    IMPOSSIBLE_TIME = (
        "value.date",
        "a time of day that does not exist",
        "Correct it at the source; hours run from 00 to 23.",
        Severity.WARN,
    )
    NOT_WHOLE = (
        "value.number",
        "a fraction where a whole number belongs",
        "Send a whole number.",
        Severity.WARN,
    )
    TEXT_FOR_NUMBER = (
        "value.number",
        "text where a number belongs",
        "Send digits only.",
        Severity.WARN,
    )
    TOO_LARGE = (
        "value.number",
        "a number too large to be true",
        "Check that columns have not slipped.",
        Severity.WARN,
    )
    NOT_YES_NO = (
        "value.yes_no",
        "neither yes nor no",
        "Send Yes or No, or leave it empty.",
        Severity.WARN,
    )
    NOT_IN_LIST = (
        "value.code",
        "a value that is not in the list of codes",
        "Send one of the codes in docs/reference/feeds.md.",
        Severity.WARN,
    )
    LOST_DIGITS = (
        "value.text",
        "a number in scientific notation, which has lost digits",
        "Format the column as text in Excel before saving it.",
        Severity.WARN,
    )
    FORMULA_ERROR = (
        "value.formula_error",
        "a formula's error",
        "Mend the formula, or send values.",
        Severity.WARN,
    )
    NOT_CALCULATED = (
        "value.formula_error",
        "a formula saved without its result",
        "Open the workbook in Excel, let it calculate, and save it.",
        Severity.WARN,
    )
    EMPTY = (
        "value.required",
        "an empty cell where a value is needed",
        "Fill it in at the source.",
        Severity.WARN,
    )

    def __init__(
        self, rule: str, value_class: str, remedy: str, severity: Severity
    ) -> None:
        self.rule = rule
        self.value_class = value_class
        self.remedy = remedy
        self.severity = severity

    @property
    def is_read(self) -> bool:
        """Whether the value was understood and kept; the finding only says how."""
        return self in {self.NO_TIME, self.DAY_NUMBER, self.TWO_DIGIT_YEAR}


@dataclass(frozen=True)
class Reading(Generic[T]):
    """A value as read, None where it could not be."""

    value: T | None
    problem: Problem | None = None
