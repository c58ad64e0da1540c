"""What a person does by keyboard: reach a thing by its words, press it, write in it."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from playwright.sync_api import Page


MOST_STOPS = 120


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus stands on what is called this."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        named = page.evaluate(
            """() => {
                const here = document.activeElement
                const label = here.labels && here.labels[0]
                const group = here.closest && here.closest('fieldset')
                const legend = group && group.querySelector('legend')
                const day = legend && here.type === 'text' ? legend.textContent : ''
                return [day, (label || here).textContent || here.value].join(' ')
                    .replace(/\\s+/g, ' ').trim()
            }"""
        )
        if words in named:
            return
    raise AssertionError(f"Tab never reached {words!r}")


def press(page: Page, words: str) -> None:
    """Reach a button or a link, and press Enter on it."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, words: str, text: str) -> None:
    """Reach a field, and type."""
    tab_to(page, words)
    page.keyboard.type(text)
