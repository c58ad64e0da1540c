"""Every page behind the door, in a real browser: axe, small phones and the first Tab.

The pages come from the access table and their records from ``tests/lib/arguments``, so
that a new one is tested or fails. Many stand in one test: a browser's time is dear.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.functional.test_every_page import PHONE, ZOOMED, violations
from tests.functional.work import places_in
from tests.lib.pages import signed_in_pages, takes_a_record


if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.functional.work import Place, WorkSite


TOGETHER = 10
"""Pages in one test."""

WIDE = {"width": 1280, "height": 900}

_STATE = "answers to a later state than the record made for it is in"
NOT_OPENED = {
    "approvals:send_back": _STATE,
    "organisations:ask_signatures": _STATE,
    "organisations:record_acceptance": _STATE,
    "bodies:report": _STATE,
    "bodies:send_back": _STATE,
    "bodies:vacate": _STATE,
    "bodies:substitute": "only whose seat it is",
    "bodies:hand_over": "only whose seat it is",
    "bodies:terms_sign": _STATE,
    "releases:correct": "only once the public sees it: its journey opens it",
    "actions:several": "asks for a choice of actions: opened by a test of its own",
}
"""Pages no role is answered by with the records there are, and the reason."""

DOORS = [one for one in signed_in_pages() if one.route not in NOT_OPENED]
ROUTES = [one.route for one in DOORS]
CHUNKS = [ROUTES[at : at + TOGETHER] for at in range(0, len(ROUTES), TOGETHER)]
LISTS = [
    one.route
    for one in DOORS
    if not takes_a_record(one) and not one.route.endswith("new")
]
"""Pages of many records, which somebody sees before there are any."""

FORMS = (
    "access:invite",
    "organisations:new",
    "agreements:new",
    "bodies:new",
    "actions:new",
    "challenges:new",
    "documents:new",
    "groups:meeting_new",
    "risks:new",
)
"""Long forms of different nouns, sent empty."""


@pytest.fixture(scope="module")
def places(full_site: WorkSite) -> dict[str, Place]:
    """Where each page stands, and who opens it."""
    return places_in(full_site.home)


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """One page for the whole module."""
    context = browser.new_context(viewport=WIDE)
    yield context.new_page()
    context.close()


@contextmanager
def listening(page: Page) -> Iterator[list[str]]:
    """What the console says meanwhile."""
    said: list[str] = []

    def note(what: object) -> None:
        said.append(str(getattr(what, "text", what)))

    page.on("console", note)
    page.on("pageerror", note)
    yield said
    page.remove_listener("console", note)
    page.remove_listener("pageerror", note)


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with the page at this address, at a desk and on a phone."""
    page.set_viewport_size(WIDE)
    found = []
    with listening(page) as said:
        answer = page.goto(address)
        if answer is None or not answer.ok:
            return [f"answered {answer and answer.status}"]
        if page.url != address:
            return [f"sent on to {page.url}"]
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.textContent.trim()")
        if first != "Skip to main content":
            found.append(f"the first Tab goes to {first[:40]!r}")
        found += violations(page)
        found += too_wide(page)
    return [*found, *(f"the console: {line}" for line in said)]


def too_wide(page: Page) -> list[str]:
    """The small widths that this page falls off."""
    found = []
    for width in (PHONE, ZOOMED):
        page.set_viewport_size({"width": width, "height": 640})
        taken = page.evaluate("document.documentElement.scrollWidth")
        if taken > width:
            found.append(f"{taken} pixels at {width}")
    return found


def walked(
    page: Page, site: WorkSite, places: dict[str, Place], routes: list[str], side: str
) -> list[str]:
    """Every fault of these pages, each named by its route."""
    found, seated = [], ""
    for route in routes:
        place = places[route]
        if not place.role:
            found.append(f"{route}: no role is answered")
            continue
        if place.role != seated:
            site.sit_down(page, place.role, side)
            seated = place.role
        address = site.address + place.address
        found += [f"{route}: {fault}" for fault in faults(page, address)]
    return found


@pytest.mark.parametrize("routes", CHUNKS, ids=lambda routes: routes[0])
def test_a_page_with_its_records_is_fit_for_everybody(
    desk: Page, full_site: WorkSite, places: dict[str, Place], routes: list[str]
) -> None:
    found = walked(desk, full_site, places, routes, "here")
    assert not found, "\n".join(found)


def test_a_page_with_nothing_on_it_is_fit_for_everybody(
    desk: Page, full_site: WorkSite, places: dict[str, Place]
) -> None:
    found = walked(desk, full_site, places, LISTS, "there")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("route", FORMS)
def test_a_form_sent_empty_is_fit_for_everybody(
    desk: Page, full_site: WorkSite, places: dict[str, Place], route: str
) -> None:
    place = places[route]
    full_site.sit_down(desk, place.role)
    desk.set_viewport_size(WIDE)
    desk.goto(full_site.address + place.address)
    desk.locator("main form[novalidate] button.govuk-button").first.click()
    expect(desk.locator(".govuk-error-summary")).to_have_count(1)
    assert violations(desk) == []
    assert too_wide(desk) == []


def test_the_page_of_several_actions_is_fit_for_everybody(
    desk: Page, full_site: WorkSite, places: dict[str, Place]
) -> None:
    full_site.sit_down(desk, "business_manager")
    key = places["actions:detail"].address.strip("/").split("/")[-1]
    several = places["actions:several"].address
    assert faults(desk, f"{full_site.address}{several}?key={key}") == []


def test_what_is_not_opened_does_stand_in_the_table(places: dict[str, Place]) -> None:
    """An exception that is no longer one is taken out."""
    assert {route for route, place in places.items() if not place.role} == set(
        NOT_OPENED
    )
