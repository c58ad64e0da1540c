"""By keyboard alone: a chair agrees a scorecard with an agency's words and an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.functional.keyboard import press, tab_to, write


if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.functional.work import WorkSite


QUESTION = "Do families get help in time?"


def test_a_chair_agrees_a_scorecard_with_commentary_and_an_action(
    page: Page, work_site: WorkSite
) -> None:
    work_site.sit_down(page, "business_manager")
    page.goto(f"{work_site.address}/scorecards/")
    press(page, "Draft a scorecard")
    write(page, "For which group", "North Somerset Executive")
    write(page, "What it is called", "Help in time")
    write(page, "Which area", "North Somerset")
    write(page, "Which period", "November 2019")
    press(page, "Save the draft")
    address = page.url
    press(page, "Add a question")
    write(page, "The question", QUESTION)
    for figure in ("Referrals", "Re-referrals within twelve months"):
        tab_to(page, figure)
        page.keyboard.press("Space")
    press(page, "Add this question")
    press(page, "Write on the charts what happened")
    write(page, "In which month", "March 2020")
    write(page, "What happened", "schools close")
    press(page, "Write it on the charts")
    expect(page.get_by_role("heading", name=QUESTION)).to_have_count(2)
    press(page, "Ask an agency for commentary")
    write(page, "About what", "Referrals")
    write(page, "Which agency", "North Somerset Council")
    write(page, "By when Day", "29")
    write(page, "Month", "1")
    write(page, "Year", "2021")
    press(page, "Ask this agency")

    work_site.sit_down(page, "member")
    page.goto(f"{work_site.address}/home/")
    press(page, "Help in time")
    write(page, "What does it show?", "Two girls came in April.")
    write(page, "So what?", "Others were not seen at school.")
    write(page, "Now what?", "The front door rings every school each week.")
    press(page, "Save this commentary")
    expect(page.get_by_text("looks like a small number of children")).to_have_count(1)
    page.get_by_label("What does it show?").fill("Far fewer came in April.")
    press(page, "Save this commentary")
    expect(page.get_by_text("Far fewer came in April.")).to_have_count(1)
    expect(page.get_by_role("button", name="Agree this scorecard")).to_have_count(0)

    work_site.sit_down(page, "group_chair")
    page.goto(f"{work_site.address}/home/")
    press(page, "Help in time")
    assert page.url == address
    press(page, "Agree this scorecard")
    expect(page.get_by_text("Its figures are kept.")).to_have_count(1)
    press(page, "Propose an action")
    write(page, "For which group", "North Somerset Executive")
    write(page, "What will be done", "Find out why fewer came, and ring the schools")
    write(page, "Which organisation answers for it", "North Somerset Council")
    write(page, "Who does it", "member of North Somerset")
    write(page, "By when Day", "1")
    write(page, "Month", "4")
    write(page, "Year", "2021")
    press(page, "Propose this action")
    page.goto(address)
    expect(page.get_by_text("Find out why fewer came")).to_have_count(1)
    expect(page.get_by_text("Agreed by the group's chair")).to_have_count(1)
