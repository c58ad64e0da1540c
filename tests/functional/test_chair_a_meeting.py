"""A meeting is chaired by keyboard, from its agenda to agreed minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.functional.browser import AXE


if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.functional.work import WorkSite


SERIOUS = ("serious", "critical")


def act(page: Page, what: Locator) -> None:
    """Reach it by keyboard and press Enter; the page that follows is heard by axe."""
    what.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    heard = page.evaluate(AXE.read_text() + ";axe.run()")
    found = [one["id"] for one in heard["violations"] if one["impact"] in SERIOUS]
    assert found == [], (page.url, found)


def say(page: Page, label: str, words: str) -> None:
    """Type into a field by keyboard."""
    page.get_by_label(label, exact=True).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def day(page: Page, parts: tuple[str, str, str]) -> None:
    """Type a day into its three boxes."""
    for label, words in zip(("Day", "Month", "Year"), parts, strict=True):
        box = page.locator(".govuk-date-input").get_by_label(label, exact=True)
        box.focus()
        page.keyboard.type(words)


def plan(page: Page, on: tuple[str, str, str]) -> str:
    """Plan a meeting of the Executive in the morning of a day; where it is."""
    act(page, page.get_by_role("button", name="Plan a meeting"))
    page.get_by_label("Which group").focus()
    page.keyboard.type("North")
    day(page, on)
    say(page, "Starts at", "9:30")
    say(page, "Ends at", "11:00")
    act(page, page.get_by_role("button", name="Plan this meeting"))
    said = page.locator(".govuk-error-summary").all_inner_texts()
    assert said == []
    return page.url


def test_a_meeting_from_its_agenda_to_agreed_minutes(
    page: Page, work_site: WorkSite
) -> None:
    # Given a meeting that the business unit planned for this morning.
    work_site.sit_down(page, "business_manager")
    page.goto(f"{work_site.address}/meetings/")
    this = plan(page, ("15", "1", "2021"))
    page.goto(f"{work_site.address}/meetings/")
    before = plan(page, ("14", "1", "2021"))

    # When its chair puts an item on the agenda and sends the papers out,
    work_site.sit_down(page, "group_chair")
    page.goto(before)
    act(page, page.get_by_role("link", name="Add an item"))
    say(page, "What it is about", "Threshold document")
    page.get_by_label("To decide").focus()
    page.keyboard.press("Space")
    act(page, page.get_by_role("button", name="Add this item"))
    act(page, page.get_by_role("button", name="Send the papers out"))
    assert page.get_by_text("every item keeps its number").is_visible()

    # and writes down who came, what was said and what was decided,
    act(page, page.get_by_role("button", name="Write down who came"))
    first = page.get_by_label("How they came (optional)").first
    first.focus()
    page.keyboard.type("In the room")
    act(page, page.get_by_role("button", name="Save who came"))
    act(page, page.get_by_role("button", name="Start the minutes"))
    say(page, "Notes: Threshold document", "All partners were heard.")
    act(page, page.get_by_role("button", name=re.compile("Save this item.*Threshold")))
    act(page, page.get_by_role("link", name=re.compile("Record a decision.*Threshold")))
    say(page, "What was decided", "Adopt the threshold document")
    say(page, "Why it was decided so", "It is clear")
    act(page, page.get_by_role("button", name="Record this decision"))
    assert page.get_by_role("link", name="Adopt the threshold document").is_visible()

    # and clears the draft,
    act(page, page.get_by_role("button", name="Show the draft to the chair"))
    act(page, page.get_by_role("button", name="Clear the draft for members"))

    # then a member reads it, and comments, and agrees nothing;
    work_site.sit_down(page, "member")
    page.goto(f"{before}minutes/")
    assert page.get_by_text("All partners were heard.").is_visible()
    expect(page.get_by_role("button", name="Agree the minutes")).to_have_count(0)
    act(page, page.get_by_role("button", name="Comment on the draft"))
    say(page, "What you want to say", "The pilot is missing")
    act(page, page.get_by_role("button", name="Send this comment"))

    # and at the next meeting the chair agrees them, and they change no more.
    work_site.sit_down(page, "group_chair")
    page.goto(this)
    act(page, page.get_by_role("link", name="Minutes of 14 January 2021"))
    act(page, page.get_by_role("button", name="Agree the minutes"))
    assert page.get_by_text("They change no more.").is_visible()
    expect(page.get_by_role("button", name="Write the minutes")).to_have_count(0)
