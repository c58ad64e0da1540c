"""An organisation's own tenant: a stand-in on loopback, with real HTTP and signatures."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa

from kith.web.access.entry.tenants import Tenant, providers, tenants_of
from kith.web.access.models import Person
from kith.web.access.roles import Role
from kith.web.audit.models import Event


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.http import HttpResponse
    from django.test import Client

    from tests.lib.world import World


CLIENT_ID = "kith-at-the-council"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class StandIn:
    """The tenant: whom it vouches for next, and what it was asked."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str) -> dict[str, Any]:
        """What each of the tenant's addresses says."""
        self.asked.append(path)
        if path.endswith("openid-configuration"):
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
            }
        if path == "/token":
            now = int(time.time())
            said = {
                "iss": self.address,
                "aud": CLIENT_ID,
                "iat": now,
                "exp": now + 300,
                **self.claims,
            }
            token = jwt.encode(said, KEY, "RS256", headers={"kid": "one"})
            return {"access_token": "a", "token_type": "Bearer", "id_token": token}
        if path == "/userinfo":
            return self.claims
        public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "one", "alg": "RS256", "use": "sig"}]}


@pytest.fixture
def tenant(settings: Any) -> Iterator[StandIn]:
    """The stand-in listens, and the site knows it."""
    told = StandIn()

    class Handler(BaseHTTPRequestHandler):
        """Answers as JSON, and keeps quiet."""

        def do_GET(self) -> None:
            body = json.dumps(told.answer(urlsplit(self.path).path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{server.server_port}"
    council = Tenant(
        id="council",
        name="Exampleshire Council",
        server=told.address,
        client=CLIENT_ID,
        secret="kept elsewhere",
        domains=("exampleshire.example.org",),
    )
    settings.KITH_TENANTS = (council,)
    settings.SOCIALACCOUNT_PROVIDERS = providers((council,))
    Thread(target=server.serve_forever, daemon=True).start()
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def invited(world: World) -> Person:
    """Somebody of the council whom the partnership invited."""
    person = world.person(Role.DATA_ANALYST)
    person.email = "ada@exampleshire.example.org"
    person.save()
    return person


def go(client: Client, tenant: StandIn, **claims: object) -> HttpResponse:
    """Through the tenant and back, as a browser would."""
    tenant.claims = {"sub": "1", **claims}
    out = client.get("/account/tenant/council/?process=login")
    assert out.status_code == 302
    to = urlsplit(out.headers["Location"])
    assert f"{to.scheme}://{to.netloc}{to.path}" == f"{tenant.address}/authorize"
    asked = parse_qs(to.query)
    assert asked["code_challenge_method"] == ["S256"]
    return client.get(
        "/account/tenant/council/back/", {"code": "c", "state": asked["state"][0]}
    )


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_the_sign_in_page_names_the_tenant(
    db: None, client: Client, tenant: StandIn
) -> None:
    assert b"Sign in at Exampleshire Council" in client.get("/account/login/").content


def test_an_invited_person_comes_in_and_is_not_asked_for_a_second_step(
    invited: Person, client: Client, tenant: StandIn
) -> None:
    go(client, tenant, email="Ada@Exampleshire.example.org", email_verified=True)
    assert signed_in(client)
    assert {"/.well-known/openid-configuration", "/token"} <= set(tenant.asked)
    assert SocialAccount.objects.get().user == invited
    assert "access.signed_in" in {one.verb for one in Event.objects.all()}


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "nobody@exampleshire.example.org", "email_verified": True},
        {"email": "ada@exampleshire.example.org", "email_verified": False},
        {"email": "ada@exampleshire.example.org", "email_verified": "false"},
        {"email": "ada@exampleshire.example.org"},
        {"email": "ada@elsewhere.example.org", "email_verified": True},
    ],
    ids=["not invited", "not verified", "a word", "not said", "not its people"],
)
def test_nobody_else_does(
    invited: Person, client: Client, tenant: StandIn, claims: dict[str, object]
) -> None:
    people = Person.objects.count()
    answer = go(client, tenant, **claims)
    assert answer.headers["Location"] == "/account/not-known/"
    assert not signed_in(client)
    assert Person.objects.count() == people


def test_a_tenant_does_not_speak_for_another_organisations_people(
    world: World, invited: Person, client: Client, tenant: StandIn
) -> None:
    officer = world.person(Role.LEAD_SAFEGUARDING_PARTNER)
    go(client, tenant, email=officer.email, email_verified=True)
    assert not signed_in(client)


def test_whoever_left_is_not_let_in_by_their_tenant(
    invited: Person, client: Client, tenant: StandIn
) -> None:
    given = {"email": invited.email, "email_verified": True}
    go(client, tenant, **given)
    assert signed_in(client)
    client.post("/account/logout/")
    Person.objects.filter(pk=invited.pk).update(is_active=False)
    assert go(client, tenant, **given).headers["Location"] == "/account/not-known/"


def test_a_tenant_account_that_now_has_another_address_is_not_the_old_person(
    world: World, invited: Person, client: Client, tenant: StandIn
) -> None:
    go(client, tenant, email=invited.email, email_verified=True)
    client.post("/account/logout/")
    other = world.person(Role.LADO)
    other.email = "ben@exampleshire.example.org"
    other.save()
    answer = go(client, tenant, email=other.email, email_verified=True)
    assert answer.headers["Location"] == "/account/not-known/"


def test_the_file_of_tenants(tmp_path: Path) -> None:
    assert tenants_of(tmp_path / "tenants.toml") == ()
    (tmp_path / "s.secret").write_text("kept\n")
    (tmp_path / "tenants.toml").write_text(
        '[[tenant]]\nid = "c"\nname = "C"\nserver = "https://example.org"\n'
        'client = "k"\nsecret_file = "s.secret"\ndomains = ["C.example.org"]\n'
    )
    (one,) = tenants_of(tmp_path / "tenants.toml")
    assert (one.secret, one.domains) == ("kept", ("c.example.org",))
