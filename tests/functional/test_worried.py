"""Somebody worried about a child: numbers at once, and a way out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect


if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


ELSEWHERE = re.compile(r"^https://")


def test_the_numbers_stand_on_the_first_screen_of_a_phone(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/worried/")
    for number in ("999", "01275888808", "01454615165"):
        box = page.locator(f"a[href='tel:{number}']").first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844, f"{number} is below the first screen"
        assert box["height"] >= 24, "too small to tap"
        assert box["width"] >= 24, "too small to tap"
    context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_leave_this_page_leads_away(browser: Browser, site: str, script: bool) -> None:
    """Without script too; with it, "back" does not return to the page."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    context.route(ELSEWHERE, lambda route: route.fulfill(body="weather"))
    page.goto(f"{site}/cookies/")
    page.goto(f"{site}/worried/")
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url("https://www.bbc.co.uk/**")
    page.go_back()
    assert page.url == f"{site}/{'cookies' if script else 'worried'}/"
    context.close()


def test_escape_three_times_leaves_too(page: Page, site: str) -> None:
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="weather"))
    page.goto(f"{site}/worried/")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.url == f"{site}/worried/"
    page.keyboard.press("Escape")
    page.wait_for_url("https://www.bbc.co.uk/**")


def test_the_page_says_the_same_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/worried/")
    expect(page.get_by_text("Open now")).to_have_count(1)
    context.close()
