"""The pages of risks, for each kind of viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.risks.actions import raise_risk
from kith.web.risks.models import Risk
from tests.integration.web.risks.conftest import chair_of
from tests.lib.world import NOW


if TYPE_CHECKING:
    from pathlib import Path

    from tests.lib.world import Side, World


Recorded = "Callable[[Side], Risk]"
Browse = "Callable[[Person], Client]"
MARKS = {
    f"{name}_{axis}": str(step)
    for name, step in (("before", 4), ("now", 3), ("target", 2))
    for axis in ("likelihood", "impact")
}


def test_the_register_shows_ours_alone(
    world: World, group: Side, recorded: Recorded, browse: Browse
) -> None:
    ours, theirs = recorded(world.here), recorded(world.there)
    client = browse(world.person(Role.MEMBER))
    page = client.get("/risks/").content.decode()
    assert ours.reference in page
    assert theirs.reference not in page
    assert client.get(f"/risks/{ours.pk}/").status_code == 200
    assert client.get(f"/risks/{theirs.pk}/").status_code == 404
    assert client.get(f"/risks/{ours.pk}/raise/").status_code == 404


def test_the_form_records(world: World, browse: Browse) -> None:
    chair = world.person(Role.GROUP_CHAIR)
    asked = {
        "body": str(world.here.body.pk),
        "title": "Young people's mental health",
        "cause": "Longer waiting",
        "event": "crises come before help",
        "effect": "Harm that help would have prevented",
        "owner": str(chair.pk),
        "review_on_0": "1",
        "review_on_1": "4",
        "review_on_2": "2021",
        **MARKS,
    }
    asked |= {
        "review_on_day": "1",
        "review_on_month": "4",
        "review_on_year": "2021",
    }
    refused = browse(chair).post(
        "/risks/new/", {**asked, "now_likelihood": "5", "now_impact": "5"}
    )
    assert "cannot be higher than before controls (16)" in refused.content.decode()
    answer = browse(chair).post("/risks/new/", asked)
    assert answer.status_code == 302, answer.content.decode()
    assert Risk.objects.get().now.product == 9


def test_the_first_look_from_above_is_kept_once(
    world: World, group: Side, recorded: Recorded, browse: Browse
) -> None:
    risk = recorded(group)
    raise_risk(
        viewer=chair_of(world, group), at=NOW, key=risk.pk, reason="Beyond our means"
    )
    chair = world.person(Role.GROUP_CHAIR)
    client = browse(chair)
    for _ in range(2):
        page = client.get(f"/risks/{risk.pk}/").content.decode()
    assert "First seen there by" in page
    assert Event.objects.filter(verb="risks.seen").count() == 1
    answer = client.post(
        f"/risks/{risk.pk}/reply/", {"reply": "SENT_BACK", "words": "Try again"}
    )
    assert answer.status_code == 302
    assert "Sent back with advice" in client.get(f"/risks/{risk.pk}/").content.decode()


def test_the_download_is_an_event_and_holds_no_formula(
    world: World, recorded: Recorded, browse: Browse
) -> None:
    risk = recorded(world.here)
    Risk.objects.filter(pk=risk.pk).update(title="=HYPERLINK(1)")
    answer = browse(world.person(Role.MEMBER)).get("/risks/risks.csv")
    assert "'=HYPERLINK(1)" in answer.content.decode("utf-8-sig")
    event = Event.objects.get(verb="risks.exported")
    assert event.details["count"] == 1


def test_the_matrix_says_its_levels_in_words(
    world: World, recorded: Recorded, browse: Browse
) -> None:
    recorded(world.here)
    page = browse(world.person(Role.MEMBER)).get("/risks/matrix/").content.decode()
    assert "Very high (16)" in page
    assert page.count("kith-matrix__level") == 25


@pytest.mark.parametrize("address", ["/risks/", "/risks/matrix/"])
def test_queries_do_not_grow_with_rows(
    world: World, recorded: Recorded, browse: Browse, address: str
) -> None:
    client = browse(world.person(Role.MEMBER))
    recorded(world.here)
    client.get(address)
    counts = []
    for more in (0, 12):
        for _ in range(more):
            recorded(world.here)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(address)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_nothing_found_says_what_to_do(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.MEMBER))
    assert "whoever sits in a group" in client.get("/risks/").content.decode()
    assert "Show every risk" in client.get("/risks/?words=zzz").content.decode()


def test_evidence_names_a_published_figure_or_none(
    world: World, group: Side, recorded: Recorded, browse: Browse, published: Path
) -> None:
    risk = recorded(world.here)
    client = browse(world.people[(Role.GROUP_CHAIR, world.here.body.code)])
    address = f"/risks/{risk.pk}/evidence/"
    wrong = client.post(address, {"words": "Said so", "measure": "no such 'figure"})
    assert "Choose a figure that is published" in wrong.content.decode()
    client.post(address, {"words": "Counted", "measure": "police_protections"})
    page = client.get(f"/risks/{risk.pk}/")
    assert page.status_code == 200
    assert "/scorecard/police_protections/" in page.content.decode()
