"""What people write in cells, and whom they mean."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from kith.domain.rules.risk_levels import LIKELIHOOD
from kith.web.sheets.cells import (
    Progress,
    day_of,
    progress_of,
    step_of,
    time_of,
)
from kith.web.sheets.matching import masked
from kith.web.sheets.people import who_is_meant
from kith.web.sheets.reading import (
    MOST_ROWS,
    UnreadableError,
    read_sheets,
)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("15/01/2021", date(2021, 1, 15)),
        ("15.1.21", date(2021, 1, 15)),
        ("3-2-2021", date(2021, 2, 3)),
        ("2021-02-03", date(2021, 2, 3)),
        ("2021-02-03 10:00", date(2021, 2, 3)),
        ("15th January 2021", date(2021, 1, 15)),
        ("1 Sept 20", date(2020, 9, 1)),
        ("Fri 12 Feb 2021", date(2021, 2, 12)),
        ("Feb-21", date(2021, 2, 28)),
        ("end of January 2021", date(2021, 1, 31)),
        ("44211", date(2021, 1, 15)),
        ("31/02/2021", None),
        ("13/13/2021", None),
        ("ASAP", None),
        ("ongoing", None),
        ("", None),
        ("12", None),
    ],
)
def test_days(words: str, day: date | None) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("Done", Progress.DONE),
        ("COMPLETE - see minutes", Progress.DONE),
        ("Closed 3/4/20", Progress.DONE),
        ("100%", Progress.DONE),
        ("Not complete", Progress.OPEN),
        ("incomplete", Progress.OPEN),
        ("ongoing", Progress.OPEN),
        ("Amber", Progress.OPEN),
        ("", Progress.OPEN),
        ("Superseded", Progress.DROPPED),
    ],
)
def test_standings(words: str, standing: Progress) -> None:
    assert progress_of(words) is standing


def test_times_and_steps() -> None:
    assert time_of("2pm to 4pm") == time(14)
    assert time_of("09.30") == time(9, 30)
    assert time_of("after lunch") is None
    assert step_of("4 - Likely", LIKELIHOOD) == 4
    assert step_of("almost certain", LIKELIHOOD) == 5
    assert step_of("9", LIKELIHOOD) is None


JO, KIT, JAN = (UUID(int=number) for number in range(3))
PEOPLE = [(JO, "Jo Bramley"), (KIT, "Kit Weyford"), (JAN, "Jan Bramley")]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Jo Bramley", [JO]),
        ("Bramley, Jo", [JO]),
        ("dr kit weyford (Police)", [KIT]),
        ("KW", [KIT]),
        ("K.W.", [KIT]),
        ("K Weyford", [KIT]),
        ("Weyford", [KIT]),
        ("JB", [JO, JAN]),
        ("Bramley", [JO, JAN]),
        ("Nobody Known", []),
        ("", []),
        ("???", []),
    ],
)
def test_who_is_meant(words: str, meant: list[UUID]) -> None:
    assert who_is_meant(words, PEOPLE) == meant


def test_a_name_is_masked() -> None:
    assert masked("Kit Weyford") == "K… W…"


def test_a_table_that_is_too_long_is_refused() -> None:
    with pytest.raises(UnreadableError, match="2,000 rows"):
        read_sheets(b"a,b\n" * (MOST_ROWS + 2))


@pytest.mark.parametrize(
    ("content", "first"),
    [
        (b"a;b\n1;2\n", ("a", "b")),
        ("\ufeffcaf\u00e9,b\n".encode(), ("café", "b")),
        ("caf\u00e9,b\n".encode("cp1252"), ("café", "b")),
        ("a\tb\n".encode("utf-16"), ("a", "b")),
    ],
)
def test_text_in_its_shapes(content: bytes, first: tuple[str, ...]) -> None:
    assert read_sheets(content)[0].rows[0] == first
