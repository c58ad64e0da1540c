"""By keyboard: a half year gives a hidden quarter away; it is refused, cured, published.

``python -m tests.functional.test_release_a_table HOME`` builds the store and lets the
quarters out.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.functional.browser import AXE, EXAMPLE, ROOT, serving, what_is_missing
from tests.functional.keyboard import press, tab_to, write
from tests.functional.work import WorkSite, copy_home


if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page


HALF = ("2020-04-01", "2020-09-30")
COUNTS = """measure,area,from,to,numerator,denominator,status
suspensions,E06000024,2020-04-01,2020-06-30,40,,
suspensions,E06000024,2020-07-01,2020-09-30,3,,
suspensions,E06000024,2020-04-01,2020-09-30,43,,
permanent_exclusions,E06000024,2020-04-01,2020-06-30,50,,
permanent_exclusions,E06000024,2020-07-01,2020-09-30,60,,
permanent_exclusions,E06000024,2020-04-01,2020-09-30,110,,
"""
HEAD = """feed = "aggregate"
agency = "north-somerset-council"
area = "E06000024"
from = 2020-04-01
to = 2020-09-30
extracted_on = 2020-10-09
"""
PATIENCE = 60_000


@pytest.fixture
def site(made_home: Path, tmp_path: Path) -> Iterator[WorkSite]:
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    sessions = copy_home(made_home, tmp_path)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": EXAMPLE,
        "KITH_HOME": str(tmp_path),
        "KITH_EXAMPLE": "1",
    }
    words = [
        sys.executable,
        "-m",
        "tests.functional.test_release_a_table",
        str(tmp_path),
    ]
    subprocess.run(words, env=environment, cwd=ROOT, check=True, capture_output=True)
    with serving(tmp_path / "store", tmp_path) as address:
        yield WorkSite(address, tmp_path, sessions)


def test_a_half_year_is_refused_cured_approved_and_downloaded(
    page: Page, site: WorkSite
) -> None:
    site.sit_down(page, "data_analyst")
    page.goto(f"{site.address}/releases/")
    press(page, "Propose a table")
    write(page, "What it is for", "Half year in the newsletter")
    write(page, "What is counted", "Suspensions")
    write(page, "And beside it", "Permanent")
    for name, days in (("First day", "1 4 2020"), ("Last day", "30 9 2020")):
        tab_to(page, name)
        for number, part in enumerate(days.split()):
            if number:
                page.keyboard.press("Tab")
            page.keyboard.type(part)
    press(page, "Propose it")
    _until_done(page)
    refused = page.locator("main").inner_text()
    assert "Refused by the ledger" in refused
    assert "R0001" in refused
    press(page, "Propose it so changed")
    _until_done(page)
    assert page.get_by_text("May be approved").count()
    address = page.url

    site.sit_down(page, "delegated_safeguarding_partner")
    page.goto(f"{site.address}/home/")
    press(page, "Half year in the newsletter")
    assert page.url == address
    press(page, "Approve it for the public")
    _until_done(page)
    press(page, "Its page for the public")

    page.context.clear_cookies()
    page.reload()
    assert page.evaluate(AXE.read_text() + ";axe.run()")["violations"] == []
    said = page.locator("main").inner_text()
    assert "110" in said
    assert "Hidden to protect children" in said
    assert "Delegated safeguarding partner" in said
    with page.expect_download() as downloading:
        page.get_by_text("Download the table (CSV)").click()
    text = Path(downloading.value.path()).read_text("utf-8-sig")
    rows = {one["measure"]: one["status"] for one in csv.DictReader(text.splitlines())}
    assert rows == {"permanent_exclusions": "shown", "suspensions": "suppressed"}
    metadata = page.request.get(f"{page.url}table.csv-metadata.json")
    assert json.loads(metadata.text())["url"] == "table.csv"


def _until_done(page: Page) -> None:
    waiting = page.locator("[data-waiting]")
    waiting.wait_for(state="detached", timeout=PATIENCE)
    page.wait_for_load_state()


def _fill(home: Path) -> None:
    import django  # noqa: PLC0415 - only this process of its own sets Django up

    django.setup()
    from kith.cli import main  # noqa: PLC0415 - after setup
    from kith.domain.vocabulary.periods import Period  # noqa: PLC0415 - after setup
    from kith.web.access.models import Person  # noqa: PLC0415 - after setup
    from kith.web.releases.actions import (  # noqa: PLC0415 - after setup
        ask_for_edition,
        keep_built,
    )
    from kith.web.releases.models import BuildState  # noqa: PLC0415 - after setup
    from kith.web.releases.values import Wanted  # noqa: PLC0415 - after setup
    from tests.lib.arguments.releases import ACTOR, OUTCOME  # noqa: PLC0415 - after setup
    from tests.lib.world import NOW, viewer_of  # noqa: PLC0415 - after setup

    folder = home / "returns" / "half"
    folder.mkdir(parents=True)
    (folder / "figures.csv").write_text(COUNTS)
    (folder / "return.toml").write_text(HEAD)
    store, span = str(home / "store"), ["--from", HALF[0], "--to", HALF[1]]
    both = ["--measure", "suspensions", "permanent_exclusions"]
    release = ["evidence", "release"]
    assert not main(["evidence", "build", str(home / "returns"), "--out", store])
    assert not main([*release, "propose", store, *both, *span, "--by", "quarter"])
    assert not main([*release, "approve", store, "R0001", "--by", "A partner"])
    analyst = viewer_of(Person.objects.get(name="data analyst of North Somerset"))
    days = Period(date(2020, 4, 1), date(2020, 9, 30))
    build = ask_for_edition(viewer=analyst, at=NOW, wanted=Wanted(["E06000024"], days))
    keep_built(
        actor=ACTOR, at=NOW, key=build.pk, state=BuildState.BUILT, outcome=OUTCOME
    )


if __name__ == "__main__":
    _fill(Path(sys.argv[1]))
