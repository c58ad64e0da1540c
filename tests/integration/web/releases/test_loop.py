"""The loop with the real engine: locked, built, judged, approved, seen, taken back."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.contracts.commands.releases import ReleaseRequest
from kith.domain.vocabulary.periods import Period
from kith.web.access.roles import Role
from kith.web.releases import tasks
from kith.web.releases.actions import (
    approve_release,
    ask_for_edition,
    cure_release,
    note_erratum,
    propose_edition,
    propose_table,
    withdraw_release,
)
from kith.web.releases.models import Build, Release
from kith.web.releases.values import Proposal, Wanted
from kith.web.returns.files.folder import (
    FIGURES,
    FigureRow,
    Head,
    figures_csv,
    write_folder,
)
from tests.lib.arguments.releases import QUARTER
from tests.lib.arguments.returns import locked
from tests.lib.world import NOW


if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from kith.web.access.viewer import Viewer
    from tests.lib.world import World


AREA = "E06000024"
HALF = Period(date(2020, 4, 1), date(2020, 9, 30))
SPRING = Period(date(2020, 4, 1), date(2020, 6, 30))
SUMMER = QUARTER
COUNTS = (
    ("suspensions", SPRING, 40),
    ("suspensions", SUMMER, 3),
    ("suspensions", HALF, 43),
    ("permanent_exclusions", SPRING, 50),
    ("permanent_exclusions", SUMMER, 60),
    ("permanent_exclusions", HALF, 110),
)
"""Three suspensions in summer: with the half year and spring, anybody can tell."""


@pytest.fixture
def analyst(world: World) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


@pytest.fixture
def partner(world: World) -> Viewer:
    return world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)


def built(analyst: Viewer, period: Period, *, is_provisional: bool = False) -> Build:
    wanted = Wanted([AREA], period, is_provisional)
    build = ask_for_edition(viewer=analyst, at=NOW, wanted=wanted)
    tasks.build_edition({"build": str(build.pk)}, at=NOW)
    build.refresh_from_db()
    return build


def judged(of: Release) -> Release:
    tasks.judge_release({"release": str(of.pk)}, at=NOW)
    of.refresh_from_db()
    return of


def let_out(of: Release, partner: Viewer) -> Release:
    approve_release(viewer=partner, at=NOW, key=of.pk)
    tasks.let_out({"release": str(of.pk)}, at=NOW)
    of.refresh_from_db()
    return of


@pytest.mark.usefixtures("near")
def test_what_an_agency_locked_is_seen_by_the_public_until_it_is_withdrawn(
    world: World, home: Path, analyst: Viewer, partner: Viewer, client: Client
) -> None:
    locked(world, world.here)
    build = built(analyst, QUARTER, is_provisional=True)
    assert (build.state, build.fault) == ("BUILT", "")
    said = build.outcome
    assert said["rows_read"] == said["rows_accepted"] + said["rows_quarantined"] == 2
    assert client.get("/scorecard/suspensions/").status_code == 503

    of = judged(propose_edition(viewer=analyst, at=NOW, key=build.pk))
    assert (of.state, of.ledger) == ("PROPOSED", "R0001")
    assert client.get("/scorecard/suspensions/").status_code == 503
    assert let_out(of, partner).state == "RELEASED"
    page = client.get("/scorecard/suspensions/").content.decode()
    assert ">12<" in page.replace("\n", "")
    hidden = client.get("/scorecard/permanent_exclusions/").content.decode()
    assert "Hidden to protect children" in hidden
    assert (
        "Delegated safeguarding partner"
        in client.get("/released/R0001/").content.decode()
    )

    # A worker that died after the ledger had it: nothing is done twice.
    Release.objects.filter(pk=of.pk).update(state="APPROVED")
    tasks.let_out({"release": str(of.pk)}, at=NOW)
    of.refresh_from_db()
    assert (of.state, of.fault) == ("RELEASED", "")

    # What may still change says so wherever the public meets it.
    for place in ("/released/", "/released/R0001/", "/scorecard/suspensions/"):
        said = client.get(place).content.decode()
        assert "Provisional" in said, place
        assert "15 January 2021" in said, place

    withdraw_release(viewer=partner, at=NOW, key=of.pk, because="Of the wrong days")
    for _ in range(2):
        tasks.take_down({"release": str(of.pk)}, at=NOW)
    assert client.get("/scorecard/suspensions/").status_code == 503
    stone = client.get("/released/R0001/").content.decode()
    assert "This was withdrawn" in stone
    assert "Of the wrong days" in stone


@pytest.fixture
def counted(home: Path, analyst: Viewer) -> None:
    """A store that tells two quarters and the half year."""
    head = Head(
        "aggregate", "north-somerset-council", AREA, HALF, date(2020, 10, 9), "", 1
    )
    rows = [FigureRow(name, days, told, None) for name, days, told in COUNTS]
    write_folder(home, head, {FIGURES: figures_csv(rows, AREA)})
    assert built(analyst, HALF).state == "BUILT"


def table(analyst: Viewer, *by: str, title: str) -> Release:
    request = ReleaseRequest(
        measures=("suspensions", "permanent_exclusions"),
        areas=(AREA,),
        first=HALF.first,
        last=HALF.last,
        by=by,
        title=title,
    )
    proposal = Proposal(title, request, [AREA])
    return judged(propose_table(viewer=analyst, at=NOW, proposal=proposal))


@pytest.mark.usefixtures("near", "counted")
def test_a_half_year_that_gives_a_quarter_away_is_refused_cured_and_published(
    analyst: Viewer, partner: Viewer, client: Client
) -> None:
    quarters = table(analyst, "quarter", title="Quarters")
    assert quarters.state == "PROPOSED"
    let_out(quarters, partner)

    half = table(analyst, title="Half year")
    assert half.state == "REFUSED"
    assert half.table == []
    assert "R0001" in " ".join(half.answer["reasons"])
    assert client.get(f"/released/{half.ledger}/").status_code == 404

    cured = judged(cure_release(viewer=analyst, at=NOW, key=half.pk, number=0))
    assert cured.state == "PROPOSED"
    let_out(cured, partner)
    half.refresh_from_db()
    assert half.state == "DROPPED"

    at = f"/released/{cured.ledger}"
    page = client.get(f"{at}/").content.decode()
    assert "110" in page
    assert "Hidden to protect children" in page
    assert "Permanent exclusions" in page
    told = json.loads(client.get(f"{at}/table.csv-metadata.json").content)
    lines = client.get(f"{at}/table.csv").content.decode("utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines[told["dialect"]["skipRows"] :]))
    assert {row["measure"]: (row["value"], row["status"]) for row in rows} == {
        "permanent_exclusions": ("110", "shown"),
        "suspensions": ("", "suppressed"),
    }
    columns = [one["name"] for one in told["tableSchema"]["columns"]]
    assert columns == list(rows[0])

    # The same table once more is no new release.
    again = table(analyst, "quarter", title="Quarters")
    assert again.state == "DROPPED"
    note_erratum(viewer=analyst, at=NOW, key=cured.pk, words="The title was wrong.")
    assert "The title was wrong." in client.get(f"{at}/").content.decode()
    withdraw_release(viewer=analyst, at=NOW, key=cured.pk, because="Too early")
    assert client.get(f"{at}/table.csv").status_code == 410
    assert "110" not in client.get(f"{at}/").content.decode()


def test_an_engine_that_cannot_is_one_line_on_the_page(
    analyst: Viewer, home: Path
) -> None:
    empty = built(analyst, QUARTER)
    assert empty.state == "STOPPED"
    assert empty.outcome["stops"][0]["remedy"]
    of = table(analyst, title="Too soon")
    assert of.state == "FAILED"
    assert of.fault
    assert str(home) not in of.fault
    assert "Traceback" not in of.fault
