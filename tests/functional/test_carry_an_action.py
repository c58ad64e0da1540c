"""An action is carried from a proposal to its verified end, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.functional.work import WorkSite


FAR = 400
"""Steps of the tab key after which something cannot be reached."""
OWNER = "member of North Somerset"


def reach(page: Page, wanted: Locator) -> None:
    """Tab until it has the focus, as a person without a mouse does."""
    wanted.wait_for()
    for _ in range(FAR):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {wanted}")


def press(page: Page, role: str, name: str) -> None:
    reach(page, page.get_by_role(role, name=name, exact=True).first)  # type: ignore[arg-type] # a role's name
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, label: str, words: str) -> None:
    reach(page, page.get_by_label(label, exact=True))
    page.keyboard.type(words)


def test_an_action_from_proposal_to_verified_closure(
    page: Page, work_site: WorkSite
) -> None:
    # Given a member who proposes an action for their own group
    work_site.sit_down(page, "member")
    page.goto(f"{work_site.address}/actions/")
    press(page, "button", "Propose an action")
    write(page, "For which group", "North")
    write(page, "What will be done", "Write to every school")
    write(page, "Which organisation answers for it", "North")
    write(page, "Who does it", "member")
    for part, words in (("Day", "1"), ("Month", "2"), ("Year", "2021")):
        write(page, part, words)
    press(page, "button", "Propose this action")
    address = page.url
    assert "is proposed" in page.content()

    # When the chair agrees it, the owner gives evidence, and the chair checks it
    work_site.sit_down(page, "group_chair")
    page.goto(address)
    press(page, "button", "Agree this action")
    work_site.sit_down(page, "member")
    page.goto(address)
    press(page, "button", "Say that work has begun")
    press(page, "button", "Give evidence that it is done")
    write(page, "What shows that it is done?", "The letter went out on 14 January")
    press(page, "button", "Send for checking")
    assert "waits to be checked" in page.content()
    assert not page.get_by_role("button", name="Verify that it is done").count()

    # Then it is verified by somebody else, and closed
    work_site.sit_down(page, "group_chair")
    page.goto(address)
    press(page, "button", "Verify that it is done")
    press(page, "button", "Verify this action")
    press(page, "button", "Close this action")
    assert "is closed" in page.content()
    told = page.locator(".kith-story__what strong").all_inner_texts()
    assert told == [
        "Proposed",
        "Agreed",
        "Started",
        "Evidence given",
        "Verified",
        "Closed",
    ]
