"""The site that journeys stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect


if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.functional.work import WorkSite


def test_a_member_sits_down_and_sees_the_actions(
    page: Page, work_site: WorkSite
) -> None:
    work_site.sit_down(page, "member")
    page.goto(f"{work_site.address}/actions/")
    expect(page.get_by_role("heading", name="Actions", level=1)).to_have_count(1)
