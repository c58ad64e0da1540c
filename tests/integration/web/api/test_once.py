"""Two programs at once: one key is done once, and no two count past a limit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kith.web.api import policies
from kith.web.api.actions import seconds_to_wait
from kith.web.api.models import Pace
from kith.web.audit.models import Event
from tests.lib.databases import racing
from tests.lib.world import REAL_NOW


if TYPE_CHECKING:
    from kith.web.returns.models import Return
    from tests.integration.web.api.conftest import Program


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_at_once_under_one_key_are_done_once(
    warehouse: Program, of: Return
) -> None:
    answers = racing(
        lambda: warehouse.post("nil", of.pk, once="q4"),
        lambda: warehouse.post("nil", of.pk, once="q4"),
    )
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert Event.objects.filter(verb="returns.sent").count() == 1


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_both_counted() -> None:
    def asked() -> int:
        return seconds_to_wait("one", REAL_NOW, within=policies.A_MINUTE, most=1)

    assert sorted(one > 0 for one in racing(asked, asked)) == [False, True]
    assert Pace.objects.get().count == 2


def test_a_stretch_begins_anew_and_old_ones_are_forgotten(db: None) -> None:
    def asked(later: int) -> int:
        now = REAL_NOW + timedelta(seconds=later)
        return seconds_to_wait("one", now, within=60, most=1)

    assert [asked(0), asked(20), asked(60)] == [0, 40, 0]
    asked(7200)
    assert Pace.objects.count() == 1
