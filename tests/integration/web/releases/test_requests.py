"""A request for information: its day, its table through the ledger, its answer kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kith.domain.rules.information_due import information_due
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.releases.actions import (
    answer_request,
    answer_with,
    keep_judged,
    keep_request,
)
from kith.web.releases.models import Release
from kith.web.releases.registration import needs
from kith.web.releases.values import Received
from tests.integration.web.conftest import signed_in
from tests.lib.arguments.releases import ACTOR, figure_request, judged, proposed
from tests.lib.published_store import write_store
from tests.lib.world import NOW, TODAY


if TYPE_CHECKING:
    from pathlib import Path

    from tests.lib.world import World


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        (date(2021, 1, 15), date(2021, 2, 12)),
        # St Patrick's Day is a bank holiday in Northern Ireland alone, and counts.
        (date(2021, 3, 1), date(2021, 3, 30)),
    ],
)
def test_a_request_is_due_by_the_calendar_of_the_whole_kingdom(
    received_on: date, due: date
) -> None:
    assert information_due(received_on) == due


def test_a_request_is_kept_and_waits_for_whoever_keeps_them(world: World) -> None:
    kept = figure_request(world, world.here)
    assert kept.reference == "FOI/2021/01"
    for role in (Role.BUSINESS_MANAGER, Role.DATA_ANALYST):
        (need,) = needs(world.viewer(role), today=TODAY)
        assert need.due == kept.due_on
    partner = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)
    assert not list(needs(partner, today=TODAY))
    with pytest.raises(Http404):
        answer_request(viewer=partner, at=NOW, key=kept.pk, answer="Ours")
    there = Received(world.there.area, world.there.council, TODAY, "Referrals")
    with pytest.raises(RefusedError, match="keep these requests"):
        keep_request(viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, received=there)


def test_an_answer_waits_for_its_table_and_stays_with_it(world: World) -> None:
    kept = figure_request(world, world.here)
    analyst = world.viewer(Role.DATA_ANALYST)
    of = proposed(world, world.here)
    answer_with(viewer=analyst, at=NOW, key=kept.pk, release=of)
    with pytest.raises(RefusedError, match="not released yet"):
        answer_request(viewer=analyst, at=NOW, key=kept.pk, answer="See the table")
    Release.objects.filter(pk=of.pk).update(state="RELEASED", released_on=TODAY)
    done = answer_request(viewer=analyst, at=NOW, key=kept.pk, answer="See the table")
    assert (done.state, done.release) == ("ANSWERED", of)
    with pytest.raises(RefusedError, match="would have to be received"):
        answer_request(viewer=analyst, at=NOW, key=kept.pk, answer="Again")
    assert not list(needs(analyst, today=TODAY))


def test_the_table_asked_for_is_proposed_from_its_request(
    world: World, settings: object, tmp_path: Path
) -> None:
    settings.KITH_STORE = write_store(tmp_path)  # type: ignore[attr-defined] # pytest-django's own
    kept = figure_request(world, world.here)
    client = signed_in(world.person(Role.DATA_ANALYST))
    address = f"/releases/new/?request={kept.pk}"
    assert f"Answer to {kept.reference}" in client.get(address).content.decode()
    sent = {
        "title": f"Answer to {kept.reference}",
        "measure": "referrals",
        "areas": world.here.area.code,
        "first_on_day": 1,
        "first_on_month": 1,
        "first_on_year": 2020,
        "last_on_day": 31,
        "last_on_month": 12,
        "last_on_year": 2020,
    }
    assert client.post(address, sent).status_code == 302
    kept.refresh_from_db()
    assert kept.release is not None
    assert kept.release.options[:4] == ["--measure", "referrals", "--area", "E06000024"]
    keep_judged(actor=ACTOR, at=NOW, key=kept.release.pk, judged=judged(world.here))
    assert (
        "May be approved"
        in client.get(f"/releases/requests/{kept.pk}/").content.decode()
    )
    assert client.get("/releases/new/?request=1").status_code == 404
