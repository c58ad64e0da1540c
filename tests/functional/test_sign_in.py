"""Somebody is invited, sets up a passkey, and signs in with it: by keyboard."""

from __future__ import annotations

import email
import re
import time
from dataclasses import replace
from email import policy
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests.functional.test_every_page import violations


if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.functional.work import WorkSite


PASSWORD = "three quiet otters"
LINK = re.compile(r"http://localhost:\d+/account/invitation/\S+")


@pytest.fixture
def by_name(work_site: WorkSite) -> WorkSite:
    """The site under a name: a passkey belongs to one, never to 127.0.0.1."""
    return replace(
        work_site, address=work_site.address.replace("127.0.0.1", "localhost")
    )


def add_authenticator(page: Page) -> None:
    """A virtual authenticator, which agrees to everything as a person would."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def invited(page: Page, site: WorkSite, name: str) -> str:
    """A business manager invites somebody; the link that went out."""
    site.sit_down(page, "business_manager")
    page.goto(f"{site.address}/people/invite/")
    page.get_by_label("Their name").fill(name)
    mailbox = f"{name.lower().replace(' ', '.')}@example.org"
    page.get_by_label("Their work e-mail address").fill(mailbox)
    page.get_by_label("Their role for the area").select_option("data_analyst")
    press(page, "Send the invitation")
    page.get_by_role("heading", name=name, level=1).wait_for()
    page.context.clear_cookies()
    return link_to(site.home, mailbox)


def link_to(home: Path, mailbox: str) -> str:
    """The link of the letter that lies in the site's own post box."""
    for _ in range(50):
        for letter in home.rglob("*.log"):
            read = email.message_from_bytes(letter.read_bytes(), policy=policy.default)
            found = LINK.search(str(read.get_content()))
            if read["To"] == mailbox and found:
                return found[0]
        time.sleep(0.1)
    raise AssertionError(f"no letter to {mailbox}")


def press(page: Page, words: str) -> None:
    """Press a button by keyboard."""
    page.get_by_role("button", name=words, exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def comes_in(page: Page, link: str) -> None:
    """The password is chosen; the second step is next."""
    page.goto(link)
    assert violations(page) == []
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("The password again").fill(PASSWORD)
    press(page, "Go on")
    page.get_by_role("heading", name="Set up your second step").wait_for()
    assert violations(page) == []


def is_in(page: Page, site: WorkSite, name: str) -> None:
    """They are signed in, and nobody else."""
    page.get_by_role("button", name="Sign out").wait_for()
    page.goto(f"{site.address}/account/")
    page.get_by_role("heading", name=name, level=1).wait_for()


def code_of(secret: str, step: int = 0) -> str:
    """What an authenticator app shows."""
    return format_hotp_value(hotp_value(secret, int(time.time() // 30) + step))


def test_a_passkey_from_the_invitation_to_signing_in_with_it_alone(
    page: Page, by_name: WorkSite
) -> None:
    add_authenticator(page)
    comes_in(page, invited(page, by_name, "Passkey Person"))
    page.get_by_role("link", name="A passkey or security key").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Add a passkey or security key").wait_for()
    assert violations(page) == []
    press(page, "Go on")
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    expect(page.locator(".kith-codes code")).to_have_count(10)
    assert violations(page) == []
    press(page, "Sign out")
    page.get_by_role("link", name="Sign in").first.wait_for()
    page.goto(f"{by_name.address}/account/login/")
    assert violations(page) == []
    press(page, "Sign in with a passkey")
    is_in(page, by_name, "Passkey Person")
    assert violations(page) == []


def test_a_password_then_the_passkey(page: Page, by_name: WorkSite) -> None:
    add_authenticator(page)
    comes_in(page, invited(page, by_name, "Key Person"))
    page.goto(f"{by_name.address}/account/second-step/passkeys/add/")
    page.get_by_label("A name for it").fill("blue key")
    page.get_by_label("Let it sign me in without my password").uncheck()
    press(page, "Go on")
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    press(page, "Sign out")
    page.get_by_role("link", name="Sign in").first.wait_for()
    page.goto(f"{by_name.address}/account/login/")
    page.get_by_label("Your e-mail address").fill("key.person@example.org")
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    press(page, "Sign in")
    page.get_by_role("heading", name="Your second step").wait_for()
    assert violations(page) == []
    press(page, "Use my passkey or key")
    is_in(page, by_name, "Key Person")
    page.goto(f"{by_name.address}/account/second-step/")
    assert page.get_by_text("blue key").count() >= 1
    assert violations(page) == []


def test_an_app_on_the_phone(page: Page, by_name: WorkSite) -> None:
    comes_in(page, invited(page, by_name, "App Person"))
    page.goto(f"{by_name.address}/account/second-step/app/")
    assert violations(page) == []
    secret = page.locator(".kith-secret").text_content() or ""
    page.get_by_label("The code").fill(code_of(secret))
    press(page, "Finish")
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    press(page, "Sign out")
    page.get_by_role("link", name="Sign in").first.wait_for()
    page.goto(f"{by_name.address}/account/login/")
    page.get_by_label("Your e-mail address").fill("app.person@example.org")
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    press(page, "Sign in")
    page.get_by_label("The code").fill(code_of(secret, 1))
    press(page, "Sign in")
    is_in(page, by_name, "App Person")


def test_an_address_without_a_name_says_where_passkeys_work(
    page: Page, work_site: WorkSite
) -> None:
    page.goto(f"{work_site.address}/account/login/")
    named = work_site.address.replace("127.0.0.1", "localhost")
    expect(page.get_by_role("link", name=f"{named}/account/login/")).to_have_count(1)


def test_the_warning_offers_to_stay(page: Page, by_name: WorkSite) -> None:
    page.clock.install()
    by_name.sit_down(page, "business_manager")
    page.goto(f"{by_name.address}/account/")
    box = page.get_by_role("dialog")
    assert not box.is_visible()
    page.clock.fast_forward("27:30")
    box.wait_for()
    press(page, "Stay signed in")
    box.wait_for(state="hidden")
    page.clock.fast_forward("20:00")
    assert not box.is_visible()
    page.clock.fast_forward("11:00")
    page.wait_for_url("**/account/signed-out/**")
