"""By keyboard: a steward sends the quarter from her own spreadsheet, and it is signed off;
later it is restated, and the page of the figure says so.

``python -m tests.functional.test_send_a_return HOME`` lets the council owe it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from openpyxl import Workbook
from playwright.sync_api import expect

from tests.functional.browser import EXAMPLE, ROOT
from tests.functional.keyboard import press, write


if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.functional.work import WorkSite


def spreadsheet(path: Path, referrals: int, september: int = 304) -> Path:
    """The spreadsheet that she has anyway, with a title above and words of her own."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Safeguarding data, quarter 2", None, None, None, None),
        ("What we count", "Jul-20", "Aug-20", "Sep-20", "Total"),
        ("Referrals in", 300, 302, september, referrals),
        ("Police protection powers used", 3, 1, 2, 6),
    ):
        sheet.append(row)
    book.save(path)
    return path


def test_a_quarter_is_sent_sent_back_mended_signed_off_and_restated(
    page: Page, work_site: WorkSite, tmp_path: Path
) -> None:
    _owe(work_site)
    work_site.sit_down(page, "agency_data_steward")
    page.goto(f"{work_site.address}/home/")
    press(page, "Figures already counted: July 2020")
    page.set_input_files(
        "input[type=file]", spreadsheet(tmp_path / "quarter.xlsx", 905)
    )
    press(page, "Read it")
    write(page, "Referrals in", "Referrals")
    write(page, "Police protection powers used", "Police protections")
    press(page, "Go on")
    said = page.locator("main").inner_text()
    assert "300 + 302 + 304 is 906, which is 1 more than 905" in said
    write(page, "Anything the analyst should know", "From the old system")
    press(page, "Send it to the analyst")
    address = page.url
    expect(page.get_by_text("It is sent. The analyst checks it now.")).to_have_count(1)

    work_site.sit_down(page, "data_analyst")
    page.goto(address)
    press(page, "Send it back")
    write(page, "The reasons", "The months make 906, the total says 905")
    press(page, "Send it back")

    work_site.sit_down(page, "agency_data_steward")
    page.goto(address)
    expect(page.get_by_text("The months make 906")).to_have_count(1)
    press(page, "Send it")
    page.set_input_files("input[type=file]", spreadsheet(tmp_path / "again.xlsx", 906))
    press(page, "Read it")
    # What the columns and rows mean is remembered.
    press(page, "Go on")
    said = page.locator("main").inner_text()
    assert "You changed 1 value that you sent before." in said
    assert "which is 1 more" not in said
    press(page, "Send it to the analyst")

    _checked_signed_and_locked(page, work_site, address)
    assert list(work_site.home.glob("returns/*/aggregate/*/*/figures.csv"))

    press(page, "Have it sent again")
    write(page, "The reasons", "One referral came late")
    press(page, "Ask for it again")
    page.goto(f"{work_site.address}/scorecard/referrals/")
    expect(page.get_by_text("sent another figure")).to_have_count(0)
    work_site.sit_down(page, "agency_data_steward")
    page.goto(address)
    press(page, "Send it")
    restated = spreadsheet(tmp_path / "restated.xlsx", 907, september=305)
    page.set_input_files("input[type=file]", restated)
    press(page, "Read it")
    press(page, "Go on")
    press(page, "Send it to the analyst")
    _checked_signed_and_locked(page, work_site, address)
    page.goto(f"{work_site.address}/scorecard/referrals/")
    told = page.get_by_role("listitem").filter(has_text="sent another figure")
    expect(told).to_have_count(2)
    said = " ".join(told.all_inner_texts())
    assert "for July 2020 to September 2020 (3 months)" in said
    assert "for September 2020 (1 month)" in said


def _checked_signed_and_locked(page: Page, site: WorkSite, address: str) -> None:
    site.sit_down(page, "data_analyst")
    page.goto(address)
    press(page, "Say that it is checked")
    press(page, "It is checked")
    site.sit_down(page, "agency_lead")
    page.goto(address)
    press(page, "Sign it off for the agency")
    expect(page.get_by_text("It is signed off")).to_have_count(1)
    site.sit_down(page, "data_analyst")
    page.goto(address)
    press(page, "Lock it")
    expect(page.get_by_text("It is locked")).to_have_count(1)


def _owe(site: WorkSite) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": EXAMPLE,
        "KITH_HOME": str(site.home),
        "KITH_EXAMPLE": "1",
    }
    words = [sys.executable, "-m", "tests.functional.test_send_a_return"]
    subprocess.run(words, env=environment, cwd=ROOT, check=True)


def _fill() -> None:
    import django  # noqa: PLC0415 - only this process of its own sets Django up

    django.setup()
    from datetime import date  # noqa: PLC0415 - after setup

    from kith.domain.rules.return_calendar import Cadence  # noqa: PLC0415 - after setup
    from kith.web.access.models import Person  # noqa: PLC0415 - after setup
    from kith.web.organisations.models import (  # noqa: PLC0415 - after setup
        Area,
        Employment,
        Organisation,
    )
    from kith.web.returns.actions import owe  # noqa: PLC0415 - after setup
    from kith.web.returns.values import Owed  # noqa: PLC0415 - after setup
    from tests.lib.world import LONG_AGO, NOW, viewer_of  # noqa: PLC0415 - after setup

    council = Organisation.objects.get(code="north-somerset-council")
    for role in ("agency data steward", "agency lead"):
        someone = Person.objects.get(name=f"{role} of North Somerset")
        Employment.objects.create(
            person=someone, organisation=council, first_on=LONG_AGO
        )
    analyst = Person.objects.get(name="data analyst of North Somerset")
    owe(
        viewer=viewer_of(analyst),
        at=NOW,
        owed=Owed(
            area=Area.objects.get(code="E06000024"),
            organisation=council,
            feed="aggregate",
            cadence=Cadence.QUARTERLY,
            first_on=date(2020, 7, 1),
            measures=("referrals", "police_protections"),
        ),
    )


if __name__ == "__main__":
    _fill()
