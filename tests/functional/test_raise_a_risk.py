"""By keyboard alone: a group raises a risk to the Executive and gets its reply.

``python -m tests.functional.test_raise_a_risk HOME`` puts a group below the Executive.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.functional.browser import EXAMPLE, ROOT
from tests.functional.keyboard import press, tab_to, write


if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.functional.work import WorkSite


GROUP = "Reviews Group"


def test_a_group_raises_a_risk_and_gets_its_reply(
    page: Page, work_site: WorkSite
) -> None:
    _put_group(work_site)
    work_site.sit_down(page, "member")
    page.goto(f"{work_site.address}/risks/")
    press(page, "Record a risk")
    write(page, "For which group", GROUP)
    write(page, "The risk in a few words", "Signs of neglect are missed")
    write(page, "Because of", "Fewer people see children in person")
    write(page, "There is a risk that", "neglect and hidden harm go unseen")
    write(page, "Which would mean", "Children are hurt for longer")
    write(page, "Who owns it", "member of North")
    for words, step in (
        ("How likely, before any control", "5"),
        ("How much it would matter, before any control", "5"),
        ("How likely now", "4"),
        ("How much it would matter now", "4"),
        ("How likely you aim for", "2"),
        ("How much it should matter, aimed for", "3"),
    ):
        write(page, words, step)
    write(page, "When it is looked at again Day", "1")
    write(page, "Month", "4")
    write(page, "Year", "2021")
    press(page, "Record this risk")
    assert page.get_by_text("Very high (16)").count() > 0
    address = page.url
    press(page, "Raise it to North Somerset Executive")
    write(page, "Why", "One group cannot bring the visits back")
    press(page, "Raise this risk")
    assert page.get_by_text("Raised, reply due").count() > 0

    work_site.sit_down(page, "group_chair")
    page.goto(address)
    press(page, "Reply to whoever raised it")
    tab_to(page, "Accepted here")
    page.keyboard.press("Space")
    write(page, "Why, and what will be done", "We pay for visits from February")
    press(page, "Send the reply")
    assert page.get_by_text("Accepted by the higher group").count() > 0

    work_site.sit_down(page, "member")
    page.goto(address)
    assert page.get_by_text("We pay for visits from February").count() > 0
    expect(page.get_by_text("group chair of North Somerset on")).to_have_count(1)


def _put_group(site: WorkSite) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": EXAMPLE,
        "KITH_HOME": str(site.home),
        "KITH_EXAMPLE": "1",
    }
    words = [sys.executable, "-m", "tests.functional.test_raise_a_risk"]
    subprocess.run(words, env=environment, cwd=ROOT, check=True)


def _fill() -> None:
    import django  # noqa: PLC0415 - only this process of its own sets Django up

    django.setup()
    from kith.web.access.models import Person  # noqa: PLC0415 - after setup
    from kith.web.access.roles import Role  # noqa: PLC0415 - after setup
    from kith.web.bodies.models import (  # noqa: PLC0415 - after setup
        Body,
        BodyKind,
        Seat,
    )
    from tests.lib.world import LONG_AGO  # noqa: PLC0415 - after setup

    executive = Body.objects.get(code="north-somerset-executive")
    group = Body.objects.create(
        code="reviews-group",
        name=GROUP,
        kind=BodyKind.SUB_GROUP,
        parent=executive,
        opened_on=LONG_AGO,
    )
    group.areas.set(executive.areas.all())
    Seat.objects.create(
        body=group,
        role=Role.GROUP_CHAIR,
        person=Person.objects.get(name="member of North Somerset"),
        first_on=LONG_AGO,
    )


if __name__ == "__main__":
    _fill()
