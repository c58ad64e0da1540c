"""Signing in: the password, the second step, what is refused, and what the trail says."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from axes.models import AccessAttempt
from django.core import mail
from django.core.cache import cache
from django.test import Client

from kith.web.access.entry.sessions import BEGAN_KEY, IDLE, SEEN_KEY, WHOLE
from kith.web.access.models import KnownDevice, Person
from kith.web.access.roles import Role
from kith.web.audit.models import Event


if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.lib.world import World


Browse = "Callable[[Person], Client]"
PASSWORD = "three quiet otters"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code(secret: str = SECRET, step: int = 0) -> str:
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time() // 30) + step))


@pytest.fixture(autouse=True)
def _no_codes_used() -> None:
    """What one test used up is no business of the next."""
    cache.clear()


@pytest.fixture
def someone(world: World) -> Person:
    """A data analyst with a password, and no second step yet."""
    person = world.person(Role.DATA_ANALYST)
    person.email = "analyst@example.org"
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(
        user=person, email=person.email, verified=True, primary=True
    )
    return person


@pytest.fixture
def whole(someone: Person) -> Person:
    """The same, with an authenticator app."""
    TOTP.activate(someone, SECRET)
    return someone


def give_password(
    client: Client, password: str = PASSWORD, email: str = "analyst@example.org"
) -> HttpResponse:
    return client.post("/account/login/", {"login": email, "password": password})


def verbs() -> list[str]:
    return [one.verb for one in Event.objects.order_by("sequence")]


def test_a_password_alone_opens_nothing_but_setting_up_a_second_step(
    someone: Person, client: Client
) -> None:
    assert give_password(client).status_code == 302
    for address in ("/account/", "/actions/", "/people/"):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer.headers["Location"].startswith("/account/second-step/")
    assert b"Set up your second step" in client.get("/account/second-step/").content


def test_setting_up_the_app_makes_the_session_whole_and_gives_codes(
    someone: Person, client: Client, django_capture_on_commit_callbacks: object
) -> None:
    give_password(client)
    page = client.get("/account/second-step/app/").content.decode()
    assert "<svg" in page
    secret = re.search(r'kith-secret">([A-Z2-7]+)<', page)
    assert secret
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # a fixture
        answer = client.post("/account/second-step/app/", {"code": code(secret[1])})
    assert answer.headers["Location"] == "/account/second-step/codes/"
    codes = client.get("/account/second-step/codes/").content.decode()
    assert len(re.findall(r"<li><code>\d{8}</code>", codes)) == 10
    assert client.get("/account/").status_code == 200
    assert verbs() == [
        "access.signed_in",
        "access.device_noted",
        "access.factor_added",
        "access.factor_added",
    ]
    assert {one.subject for one in mail.outbox} == {"Your account was changed"}


def test_with_an_app_the_code_comes_second(whole: Person, client: Client) -> None:
    answer = give_password(client)
    assert answer.headers["Location"].startswith("/account/second-step/check/")
    # Half signed in is not signed in.
    assert client.get("/account/").headers["Location"].startswith("/account/login/")
    wrong = client.post("/account/second-step/check/", {"code": "000000"})
    assert b"Incorrect code" in wrong.content
    assert (
        client.post("/account/second-step/check/", {"code": code()}).status_code == 302
    )
    assert client.get("/account/").status_code == 200
    assert verbs()[:2] == ["access.second_step_failed", "access.signed_in"]


def test_a_recovery_code_works_once(someone: Person, client: Client) -> None:
    give_password(client)
    page = client.get("/account/second-step/app/").content.decode()
    secret = re.search(r'kith-secret">([A-Z2-7]+)<', page)
    assert secret
    client.post("/account/second-step/app/", {"code": code(secret[1])})
    shown = client.get("/account/second-step/codes/").content.decode()
    first = re.findall(r"<li><code>(\d{8})</code>", shown)[0]
    for expected in (200, 302):
        other = Client()
        give_password(other)
        other.post("/account/second-step/check/", {"code": first})
        assert other.get("/account/").status_code == expected


def test_the_same_answer_for_a_wrong_password_and_for_nobody(
    someone: Person, client: Client
) -> None:
    wrong = give_password(client, "not the password")
    nobody = give_password(client, "not the password", "nobody@example.org")
    plain = [
        re.sub(r'value="[^"]*"', "", one.content.decode()) for one in (wrong, nobody)
    ]
    assert plain[0] == plain[1]
    assert wrong.status_code == nobody.status_code == 200


@pytest.mark.parametrize("email", ["analyst@example.org", "nobody@example.org"])
def test_five_wrong_passwords_lock_an_address_known_or_not(
    someone: Person, client: Client, email: str
) -> None:
    for _ in range(4):
        assert give_password(client, "wrong", email).status_code == 200
    locked = give_password(client, "wrong", email)
    assert locked.status_code == 429
    assert b"You can try again at" in locked.content
    # The right password does not help now, from another browser neither.
    assert give_password(Client(), PASSWORD, email).status_code == 429
    assert verbs().count("access.locked_out") == 2


def test_nothing_of_what_was_typed_is_kept(someone: Person, client: Client) -> None:
    give_password(client, "wrong", "my-secret-password-in-the-wrong-box@example.org")
    attempt = AccessAttempt.objects.get()
    kept = f"{attempt.username} {attempt.post_data} {attempt.get_data}"
    event = Event.objects.get()
    assert "wrong-box" not in kept
    assert "wrong-box" not in f"{event.details} {event.actor_name} {event.origin}"


def test_signing_in_again_forgets_the_wrong_tries(
    whole: Person, client: Client
) -> None:
    give_password(client, "wrong")
    give_password(client)
    client.post("/account/second-step/check/", {"code": code()})
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "/account/signup/",
        "/account/email/",
        "/account/confirm-email/",
        "/account/login/code/",
        "/account/3rdparty/",
        "/account/3rdparty/signup/",
        "/account/social/signup/",
        "/account/2fa/",
        "/account/2fa/webauthn/signup/",
    ],
)
def test_nobody_signs_themselves_up(db: None, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


def test_thirty_quiet_minutes_end_a_session(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.DATA_ANALYST))
    assert client.get("/account/").status_code == 200
    session = client.session
    session[SEEN_KEY] -= IDLE.total_seconds() + 61
    session.save()
    answer = client.get("/account/?page=2")
    assert (
        answer.headers["Location"]
        == "/account/signed-out/?next=%2Faccount%2F%3Fpage%3D2"
    )
    page = client.get(answer.headers["Location"]).content.decode()
    assert "You were signed out" in page
    assert "/account/login/?next=%2Faccount%2F%3Fpage%3D2" in page
    assert client.get("/account/").headers["Location"].startswith("/account/login/")


def test_twelve_hours_end_a_busy_session(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.DATA_ANALYST))
    client.get("/account/")
    session = client.session
    session[BEGAN_KEY] -= WHOLE.total_seconds() + 1
    session.save()
    assert (
        client.get("/account/").headers["Location"].startswith("/account/signed-out/")
    )


def test_a_busy_session_goes_on(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.DATA_ANALYST))
    client.get("/account/")
    session = client.session
    session[SEEN_KEY] -= (IDLE - timedelta(minutes=1)).total_seconds()
    session.save()
    page = client.get("/account/").content.decode()
    assert "You stay signed in until" in page
    assert (
        client.post("/account/stay/", headers={"Sec-Fetch-Mode": "cors"}).status_code
        == 204
    )


def test_signed_out_leads_nowhere_else(db: None, client: Client) -> None:
    page = client.get("/account/signed-out/?next=https://example.org/").content.decode()
    assert "example.org" not in page


def test_a_new_device_is_told_and_a_known_one_is_not(
    whole: Person, client: Client, django_capture_on_commit_callbacks: object
) -> None:
    def sign_in(at: Client, step: int) -> None:
        # A code works once, so each sign-in takes another of those that are allowed.
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # a fixture
            give_password(at)
            at.post("/account/second-step/check/", {"code": code(step=step)})

    sign_in(client, -1)
    assert mail.outbox == []
    client.post("/account/logout/")
    sign_in(client, 0)
    assert mail.outbox == []
    sign_in(Client(), 1)
    assert [one.to for one in mail.outbox] == [["analyst@example.org"]]
    assert mail.outbox[0].subject == "You signed in from somewhere new"
    assert KnownDevice.objects.count() == 2


def test_the_only_factor_stays(whole: Person, client: Client) -> None:
    give_password(client)
    client.post("/account/second-step/check/", {"code": code()})
    client.post("/account/confirm/", {"password": PASSWORD})
    page = client.get("/account/second-step/app/stop/").content
    assert b"One second step always stays" in page
    client.post("/account/second-step/app/stop/")
    assert Authenticator.objects.filter(user=whole, type="totp").exists()


def test_changing_how_one_signs_in_asks_again(whole: Person, client: Client) -> None:
    give_password(client)
    client.post("/account/second-step/check/", {"code": code()})
    answer = client.get("/account/second-step/passkeys/add/")
    assert answer.headers["Location"].startswith("/account/confirm/")


def test_a_forgotten_password_sends_a_link_and_nothing_to_strangers(
    whole: Person, client: Client, django_capture_on_commit_callbacks: object
) -> None:
    for email in ("nobody@example.org", "analyst@example.org"):
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # a fixture
            answer = client.post("/account/password/reset/", {"email": email})
        assert answer.headers["Location"] == "/account/password/reset/sent/"
    (sent,) = mail.outbox
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", sent.body)
    assert link
    form = client.get(link[1], follow=True)
    assert b"Choose a new password" in form.content
    new = {"password1": "four loud herons", "password2": "four loud herons"}
    done = client.post(form.request["PATH_INFO"], new)
    assert done.headers["Location"] == "/account/password/reset/done/"
    whole.refresh_from_db()
    assert whole.check_password("four loud herons")
    # Not signed in by it: the second step still comes.
    assert client.get("/account/").headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize("kept", ["", "!unusable"])
def test_who_never_had_a_password_is_sent_none(
    someone: Person,
    client: Client,
    django_capture_on_commit_callbacks: object,
    kept: str,
) -> None:
    """An invitation that ran out, and a tenant, would both be walked round."""
    Person.objects.filter(pk=someone.pk).update(password=kept)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # a fixture
        answer = client.post("/account/password/reset/", {"email": someone.email})
    assert answer.headers["Location"] == "/account/password/reset/sent/"
    assert mail.outbox == []


def test_a_short_or_common_password_is_refused(whole: Person, client: Client) -> None:
    give_password(client)
    client.post("/account/second-step/check/", {"code": code()})
    for bad in ("short", "password1234"):
        page = client.post(
            "/account/password/",
            {"oldpassword": PASSWORD, "password1": bad, "password2": bad},
        )
        assert page.status_code == 200
        assert b"There is a problem" in page.content


def test_cookies_are_kept_from_scripts_and_other_sites(
    whole: Person, client: Client
) -> None:
    give_password(client)
    client.post("/account/second-step/check/", {"code": code()})
    for name in ("sessionid", "csrftoken", "kith_device"):
        if name in client.cookies:
            assert client.cookies[name]["httponly"], name
            assert client.cookies[name]["samesite"] == "Lax", name
    assert {"sessionid", "kith_device"} <= set(client.cookies)


def test_sign_out_everywhere_ends_the_other_session_too(
    whole: Person, client: Client
) -> None:
    other = Client()
    for step, one in enumerate((client, other)):
        give_password(one)
        one.post("/account/second-step/check/", {"code": code(step=step)})
    assert other.get("/account/").status_code == 200
    client.post("/account/everywhere/")
    assert other.get("/account/").headers["Location"].startswith("/account/login/")
