"""Which number is open now: by the clock on the wall, and never by guess."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kith.web import public
from kith.web.public.hours import (
    LONDON,
    Contacts,
    ContactsError,
    open_now,
    read_contacts,
)


@pytest.fixture(scope="module")
def contacts() -> Contacts:
    folder = Path(public.__file__).parent
    return read_contacts(folder / "north_somerset_contacts.toml")


DAY, NIGHT = "01275 888808", "01454 615165"


@pytest.mark.parametrize(
    ("at", "number", "until", "why"),
    [
        ("2026-11-23 08:59", NIGHT, "2026-11-23 09:00", "a minute before opening"),
        ("2026-11-23 09:00", DAY, "2026-11-23 17:00", "Monday, opening"),
        ("2026-11-23 16:59", DAY, "2026-11-23 17:00", "a minute before closing"),
        ("2026-11-23 17:00", NIGHT, "2026-11-24 09:00", "closing"),
        ("2026-11-21 11:00", NIGHT, "2026-11-23 09:00", "Saturday"),
        ("2026-11-22 23:30", NIGHT, "2026-11-23 09:00", "Sunday night"),
        ("2026-12-25 11:00", NIGHT, "2026-12-29 09:00", "Christmas, on a Friday"),
        ("2026-12-28 11:00", NIGHT, "2026-12-29 09:00", "Boxing Day, kept on Monday"),
        ("2027-03-26 10:00", NIGHT, "2027-03-30 09:00", "Good Friday"),
        ("2022-09-19 10:00", NIGHT, "2022-09-20 09:00", "the state funeral"),
        ("2023-05-08 10:00", NIGHT, "2023-05-09 09:00", "the coronation"),
    ],
)
def test_the_open_number(contacts, at, number, until, why) -> None:
    found = open_now(contacts, datetime.fromisoformat(at).replace(tzinfo=LONDON))
    assert found is not None, why
    assert found.line.number == number, why
    assert found.until == datetime.fromisoformat(until).replace(tzinfo=LONDON), why


@pytest.mark.parametrize(
    ("utc", "number", "why"),
    [
        ("2026-07-01 08:00", DAY, "British Summer Time: it is nine in London"),
        ("2026-07-01 16:00", NIGHT, "and at 16:00 UTC it is five"),
        ("2026-01-07 08:30", NIGHT, "winter: half past eight is half past eight"),
        ("2026-03-30 08:05", DAY, "the first working day after the clocks go forward"),
        ("2026-10-26 08:05", NIGHT, "the first after they go back"),
    ],
)
def test_hours_are_those_of_london(contacts, utc, number, why) -> None:
    found = open_now(contacts, datetime.fromisoformat(utc).replace(tzinfo=UTC))
    assert found is not None
    assert found.line.number == number, why


def test_nothing_is_claimed_when_the_calendar_has_run_out(contacts) -> None:
    assert open_now(contacts, datetime(2029, 1, 2, 10, tzinfo=LONDON)) is None


def test_the_last_evening_of_the_calendar_is_open_until_nobody_knows(contacts) -> None:
    found = open_now(contacts, datetime(2028, 12, 29, 20, tzinfo=LONDON))
    assert found is not None
    assert (found.line.number, found.until) == (NIGHT, None)


@pytest.mark.parametrize(
    ("at", "lately"),
    [("2021-01-15", True), ("2022-01-15", True), ("2022-01-16", False)],
)
def test_numbers_not_rung_for_a_year_are_doubted(contacts, at, lately) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    assert contacts.is_checked_lately(moment) is lately


SOUND = """
partnership = "An Invented Partnership"
area = "Exampleshire"
last_checked = 2021-01-15
[daytime]
name = "Day"
number = "01632 960001"
opens = 09:00:00
closes = 17:00:00
[out_of_hours]
name = "Night"
number = "01632 960002"
[text]
number = "60066"
keyword = "EDT"
"""


def test_the_file_of_the_how_to_is_read(tmp_path: Path) -> None:
    path = tmp_path / "contacts.toml"
    path.write_text(SOUND)
    assert read_contacts(path).daytime.dialled == "01632960001"


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        (SOUND, ""),
        (SOUND, "this is not toml"),
        ("[out_of_hours]", "[at_night]"),
        ("2021-01-15", '"15 January"'),
        ("2021-01-15", "2021-01-15T10:00:00"),
        ("09:00:00", '"09:00"'),
        ("09:00:00", "18:00:00"),
        ("opens = 09:00:00", ""),
        ('"01632 960001"', "1632960001"),
        ('"01632 960002"', '" "'),
        ('"60066"', "60066"),
        ("[text]", "[text_line]"),
    ],
)
def test_a_file_that_would_break_the_page_is_refused(
    tmp_path: Path, word: str, instead: str
) -> None:
    """Refused, the page shows 999 and the national lines; a fault shows nothing."""
    path = tmp_path / "contacts.toml"
    path.write_text(SOUND.replace(word, instead))
    with pytest.raises(ContactsError, match=r"contacts\.toml") as refused:
        read_contacts(path)
    assert str(tmp_path) not in str(refused.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "contacts.toml"
    path.write_bytes(SOUND.replace("Day", "Children\x92s").encode("latin-1"))
    with pytest.raises(ContactsError, match="is not TOML written as UTF-8"):
        read_contacts(path)


def test_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContactsError, match="cannot be read"):
        read_contacts(tmp_path / "contacts.toml")
