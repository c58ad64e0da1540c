"""One letter with the way straight to the form: to whom, when, and how often."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from kith.web.access.roles import Role
from kith.web.notices import work
from kith.web.notices.letters import LETTERS
from kith.web.notices.models import Notice, NoticeKind
from kith.web.returns.actions import send_return, type_figures
from kith.web.returns.tasks import remind
from kith.web.returns.values import Typed
from tests.lib.arguments.returns import owed, speaking
from tests.lib.world import NOW, REAL_NOW


if TYPE_CHECKING:
    from kith.web.returns.models import Return
    from tests.lib.world import World


@pytest.fixture(autouse=True)
def real_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work.CLOCKS, "real", lambda: REAL_NOW)


@pytest.fixture
def of(world: World) -> Return:
    """The quarter to 30 September 2020, due on 21 October."""
    duty = owed(world, world.here)
    duty.returns.exclude(first_on=date(2020, 7, 1)).delete()
    found: Return = duty.returns.get()
    return found


def letters(day: date) -> dict[str, str]:
    """Who has a letter by the end of this day's round, and where its link leads."""
    remind({}, at=datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
    found = Notice.objects.filter(kind=NoticeKind.RETURN_DUE).select_related("person")
    return {
        one.person.name.split(" of ")[0]: one.url for one in found.order_by("made_at")
    }


def test_the_steward_first_then_the_lead_then_the_partner(
    world: World, of: Return
) -> None:
    for role in (
        Role.AGENCY_DATA_STEWARD,
        Role.AGENCY_LEAD,
        Role.DELEGATED_SAFEGUARDING_PARTNER,
    ):
        speaking(world, role, world.here)
        speaking(world, role, world.there)
    send, look = f"/returns/{of.pk}/send/", f"/returns/{of.pk}/"
    assert letters(date(2020, 10, 6)) == {}
    assert letters(date(2020, 10, 7)) == {"agency data steward": send}
    assert letters(date(2020, 10, 8)) == {"agency data steward": send}
    late = {"agency data steward": send, "agency lead": look}
    assert letters(date(2020, 10, 22)) == late
    assert letters(date(2020, 11, 4)) == {
        **late,
        "delegated safeguarding partner": look,
    }
    # Once when it falls due, once when it is late, once when it is very late.
    assert Notice.objects.filter(person__name__startswith="agency data").count() == 3


def test_nobody_is_written_to_on_leave_or_once_it_is_sent(
    world: World, of: Return
) -> None:
    steward = speaking(world, Role.AGENCY_DATA_STEWARD, world.here)
    someone = world.person(Role.AGENCY_DATA_STEWARD)
    someone.away_first_on = someone.away_last_on = date(2020, 10, 7)
    someone.save()
    assert letters(date(2020, 10, 7)) == {}
    assert letters(date(2020, 10, 8)) != {}
    Notice.objects.all().delete()
    typed = [Typed("suspensions", 1)]
    type_figures(viewer=steward, at=NOW, key=of.pk, typed=typed, is_nil=False)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    assert letters(date(2020, 10, 23)) == {}


def test_the_letter_names_no_agency_and_no_measure() -> None:
    letter = LETTERS[NoticeKind.RETURN_DUE]
    said = f"{letter.subject} {letter.opening} {letter.why}".lower()
    for word in ("suspension", "police", "council", "north somerset"):
        assert word not in said
