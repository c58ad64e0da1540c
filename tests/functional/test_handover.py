"""A seat is handed over, by keyboard; the successor reads what comes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.functional.browser import AXE


if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.functional.work import WorkSite


TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]


def faults(page: Page) -> list[str]:
    """What axe finds wrong on the page."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [f"{one['id']}: {one['nodes'][0]['target']}" for one in found["violations"]]


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus carries these words; no mouse anywhere."""
    for _ in range(120):
        page.keyboard.press("Tab")
        named = page.evaluate(
            """() => {
              const on = document.activeElement
              const label = on.labels && on.labels.length ? on.labels[0] : null
              return (label || on).textContent.trim().replace(/\\s+/g, ' ')
            }"""
        )
        if named.startswith(words):
            return
    raise AssertionError(f"the keyboard never reaches {words}")


def open_seat(page: Page, site: WorkSite) -> None:
    """From the list of groups to the chair's own seat."""
    page.goto(f"{site.address}/groups/")
    tab_to(page, "North Somerset Executive")
    page.keyboard.press("Enter")
    page.wait_for_url("**/groups/*/")
    tab_to(page, "group chair of North Somerset")
    page.keyboard.press("Enter")
    page.wait_for_url("**/seats/*/")


def test_a_chair_hands_over_and_the_successor_reads_it(
    page: Page, work_site: WorkSite
) -> None:
    work_site.sit_down(page, "group_chair")
    open_seat(page, work_site)
    assert faults(page) == []
    tab_to(page, "Hand over this seat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hand-over/")
    assert faults(page) == []

    # Sent empty, the page says what is missing and leads there.
    tab_to(page, "Hand over the seat")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    expect(
        page.get_by_role("link", name="Choose who takes the seat over")
    ).to_have_count(1)
    assert faults(page) == []

    tab_to(page, "Who takes the seat over")
    page.keyboard.type("lay member of North")
    for part, value in (("Day", "15"), ("Month", "1"), ("Year", "2021")):
        tab_to(page, part)
        page.keyboard.type(value)
    tab_to(page, "A note for the successor")
    page.keyboard.type("Read the risks first.")
    tab_to(page, "Hand over the seat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/handovers/*/")
    expect(page.get_by_text("The seat is handed over.")).to_have_count(1)
    handover = page.url

    # The giver still sees what they gave; the group itself is no longer theirs.
    expect(page.get_by_role("button", name="I have read this")).to_have_count(0)

    work_site.sit_down(page, "lay_member")
    page.goto(handover)
    expect(page.get_by_text("Read the risks first.")).to_have_count(1)
    tab_to(page, "I have read this")
    page.keyboard.press("Enter")
    page.get_by_text("Read by the successor").wait_for()
    assert faults(page) == []

    work_site.sit_down(page, "member", "there")
    assert page.request.get(handover).status == 404
