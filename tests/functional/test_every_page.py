"""Every page, in a real browser: axe, small phones, zoom, keyboard, and the policy.

The pages come from the access table, so that a new one is tested or fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.functional.browser import AXE
from tests.lib.pages import NOT_FOUND, page_addresses


if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


ADDRESSES = page_addresses()
PHONE, ZOOMED = 390, 320
"""CSS pixels: a phone, and 1280 at 400 %."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds wrong, each with the place and the remedy."""
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags})", TAGS
    )
    return [
        f"{one['id']}: {one['help']} at {node['target']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_the_console_is_silent_and_all_comes_from_here(
    page: Page, site: str, address: str
) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + address)
    # The browser itself reports the status of the page that is not there.
    assert [line for line in said if address != NOT_FOUND] == []
    assert len(asked) > 1, "the style sheet at least"
    assert [url for url in asked if not url.startswith(site)] == []
    assert page.context.cookies() == []
    assert violations(page) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_falls_off_a_small_screen(page: Page, site: str, address: str) -> None:
    for width in (PHONE, ZOOMED):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(site + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_keyboard_skips_the_header_reaches_everything_and_sees_where_it_is(
    page: Page, site: str, address: str
) -> None:
    page.goto(site + address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
    # A fresh visit: the fragment in the address would start behind the header.
    page.goto("about:blank")
    page.goto(site + address)
    count = page.evaluate(
        """() => [...document.querySelectorAll('a[href], summary, button, input,'
            + 'select, textarea, [tabindex="0"]')].filter(e => e.checkVisibility()
            && !e.closest('details:not([open]) > :not(summary)')).length"""
    )
    assert count > 0
    seen = set()
    # A date field has a stop each for its day, month, year and calendar.
    for _ in range(count + 3 * page.locator("input[type=date]").count()):
        page.keyboard.press("Tab")
        at, marked = page.evaluate(
            """() => {
              const on = document.activeElement
              if (on === document.body) return [null, null]
              window.stops = window.stops || []
              if (!window.stops.includes(on)) window.stops.push(on)
              const look = getComputedStyle(on)
              const box = on.getBoundingClientRect()
              return [window.stops.indexOf(on), box.width > 0
                && (look.outlineStyle !== 'none'
                || look.backgroundColor === 'rgb(255, 221, 0)'
                || look.boxShadow !== 'none')]
            }"""
        )
        if at is None:
            break
        assert marked, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        seen.add(at)
    assert len(seen) == count


def test_a_bad_page_does_fail(page: Page) -> None:
    """The control: axe bites."""
    page.set_content(
        "<html><body><h3>Bad</h3><img src='x.png'><input><a href='#'></a>"
        "<p style='color:#ccc;background:#fff'>pale</p></body></html>"
    )
    found = {line.split(":")[0] for line in violations(page)}
    assert found >= {"image-alt", "label", "link-name", "color-contrast"}
    assert len(found) >= 6


def test_a_wide_page_does_fall_off(browser: Browser) -> None:
    """The control: the width is really measured."""
    context = browser.new_context(viewport={"width": PHONE, "height": 640})
    page = context.new_page()
    page.set_content("<div style='width:900px'>wide</div>")
    assert page.evaluate("document.documentElement.scrollWidth") > PHONE
    context.close()
