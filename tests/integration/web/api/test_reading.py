"""A program reads: its returns by page, what is published, and never a gap as nought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kith.web.access.roles import Role
from kith.web.api import policies
from kith.web.audit.models import Event
from tests.integration.web.api.conftest import program
from tests.lib.arguments.api import kept_for, rows_due
from tests.lib.published_store import AREA


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return
    from tests.integration.web.api.conftest import Program
    from tests.lib.world import World


def test_returns_come_by_page_and_each_page_is_an_event(
    warehouse: Program, of: Return, steward: Viewer
) -> None:
    told = warehouse.get("returns", per_page=1).json()
    assert (told["total"], told["pages"], len(told["returns"])) == (2, 2, 1)
    assert told["returns"][0]["id"] == str(of.pk)
    second = warehouse.get("returns", per_page=1, page=2).json()
    assert second["returns"][0]["is_late"]
    assert warehouse.get("returns", page=3).json()["returns"] == []
    assert warehouse.get("returns", state="LOCKED").json()["total"] == 0
    assert warehouse.get("returns", state="LATE").json()["total"] == 1
    event = Event.objects.filter(verb="returns.read").order_by("sequence").first()
    assert event is not None
    assert (event.key, event.actor_person) == (of.pk, steward.person)
    assert event.origin.startswith("api kith_")


@pytest.mark.usefixtures("of")
@pytest.mark.parametrize(
    "asked",
    [
        {"page": 0},
        {"page": "many"},
        {"per_page": 5000},
        {"state": "GONE"},
        {"feed": "a\x00b"},
        {"colour": "red"},
    ],
)
def test_what_nobody_can_ask_is_said(warehouse: Program, asked: dict[str, Any]) -> None:
    answer = warehouse.get("returns", **asked)
    assert answer.status_code == 422
    assert answer.json()["do"]


def test_another_feed_is_not_there(
    world: World, warehouse: Program, of: Return
) -> None:
    """The refusal beside the permission: one council, one steward, two tokens."""
    rows = rows_due(world, world.here)
    whole = program(
        kept_for(
            world.person(Role.AGENCY_DATA_STEWARD), world.here, feeds=["early_help"]
        )
    )
    assert whole.get("return", rows.pk).status_code == 200
    assert whole.get("return", of.pk).status_code == 404
    assert warehouse.get("return", of.pk).status_code == 200
    assert warehouse.get("return", rows.pk).status_code == 404
    assert {one["feed"] for one in whole.get("returns").json()["returns"]} == {
        "early_help"
    }


@pytest.mark.usefixtures("published", "of")
def test_figures_keep_their_statuses_apart(warehouse: Program) -> None:
    found: dict[str, dict[str, Any]] = {}
    for one in warehouse.get("figures", area=AREA, per_page=500).json()["figures"]:
        found.setdefault(one["status"], one)
    assert set(found) >= {"shown", "suppressed", "zero", "not_supplied"}
    assert found["zero"]["value"] == "0"
    for status in ("suppressed", "not_supplied", "not_applicable"):
        assert found[status]["value"] is None
        assert found[status]["reason"] or status != "not_supplied"
    assert found["suppressed"]["numerator"] is None


@pytest.mark.usefixtures("published", "of")
def test_figures_are_asked_for_by_measure_area_period_and_breakdown(
    warehouse: Program,
) -> None:
    wholes = warehouse.get("figures", measure="referrals").json()
    assert wholes["edition"] == "2020-12-31"
    assert (wholes["is_invented"], wholes["is_provisional"]) == (True, False)
    assert {one["measure"] for one in wholes["figures"]} == {"referrals"}
    assert all(one["breakdown"] == {} for one in wholes["figures"])
    months = warehouse.get("figures", measure="referrals", by="month").json()
    assert months["total"] == 14
    part = {"measure": "referrals", "by": "month", "from": "2020-04-01"}
    april = warehouse.get("figures", **part, to="2020-04-30").json()["figures"]
    assert [(one["breakdown"], one["value"]) for one in april] == [
        ({"month": "2020-04"}, "22")
    ]
    for asked in ({"measure": "no_such"}, {"area": "E06000099"}):
        assert warehouse.get("figures", **asked).status_code == 404
    # Areas stand beside each other on the site alone, where each has consented.
    for asked in (
        {"by": "area"},
        {"by": "no_such"},
        {"from": "2020"},
        {"to": "2020-02-30"},
    ):
        assert warehouse.get("figures", **asked).status_code == 422
    event = Event.objects.filter(verb="api.read").order_by("sequence").first()
    assert event is not None
    assert event.details["measures"] == ["referrals"]


@pytest.mark.usefixtures("of")
def test_where_nothing_is_published_it_is_not_there(warehouse: Program) -> None:
    for route in ("edition", "measures", "figures"):
        assert warehouse.get(route).status_code == 404


@pytest.mark.usefixtures("of")
def test_a_token_may_ask_so_often_a_minute(
    warehouse: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policies, "MOST_A_MINUTE", 3)
    monkeypatch.setattr(policies, "A_MINUTE", 100_000_000)
    assert [warehouse.get("token").status_code for _ in range(4)] == [
        200,
        200,
        200,
        429,
    ]
    told = warehouse.get("token")
    assert int(told.headers["Retry-After"]) > 0
    assert told.json()["status"] == 429


@pytest.mark.usefixtures("of")
def test_wrong_tokens_from_one_address_are_counted_and_a_right_one_goes_on(
    warehouse: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policies, "MOST_WRONG", 2)
    monkeypatch.setattr(policies, "A_QUARTER_HOUR", 100_000_000)
    wrong = program("kith_00000000_" + "a" * 43)
    assert [wrong.get("token").status_code for _ in range(3)] == [401, 401, 429]
    assert int(wrong.get("token").headers["Retry-After"]) > 0
    assert warehouse.get("token").status_code == 200


@pytest.mark.usefixtures("of")
@pytest.mark.parametrize(
    "query", ["?token={}", "?access_token=x", "?page={}", "?a=1&API_KEY=x"]
)
def test_a_token_in_an_address_is_refused(warehouse: Program, query: str) -> None:
    answer = warehouse.client.get(
        "/api/v1/returns" + query.format(warehouse.token), headers=warehouse.headers()
    )
    assert answer.status_code == 400
    assert "never stands in an address" in answer.json()["what"]
    assert warehouse.token not in answer.content.decode()


@pytest.mark.usefixtures("of")
@pytest.mark.parametrize(
    "header", ["", "Basic abc", "Bearer", "Bearer ", "Bearer kith_x", "Bearer é", "{}"]
)
def test_only_a_whole_bearer_token_opens(warehouse: Program, header: str) -> None:
    said = {"Authorization": header.format(warehouse.token)}
    answer = warehouse.client.get("/api/v1/token", headers=said)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("path", ["/api/v1/", "/api/v1/no/such", "/api/v1/returns/x"])
def test_what_is_not_there_is_told_in_json(warehouse: Program, path: str) -> None:
    answer = warehouse.client.get(path, headers=warehouse.headers())
    assert (answer.status_code, answer.json()["status"]) == (404, 404)
    assert (
        warehouse.client.put("/api/v1/returns", headers=warehouse.headers()).headers[
            "Allow"
        ]
        == "GET"
    )
