"""A program at the door: a council's steward, a token, and what it asks with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse

from kith.web.access.roles import Role
from tests.lib.arguments.api import figures_due, kept_for
from tests.lib.arguments.returns import speaking


if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpResponse

    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return
    from tests.lib.world import World


@dataclass(frozen=True)
class Program:
    """A program with a token, or with none."""

    token: str
    client: Client

    def headers(self, **more: str) -> dict[str, str]:
        known = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return {**known, **more}

    def get(self, route: str, *args: object, **asked: object) -> HttpResponse:
        address = reverse(f"api_v1:{route}", args=args)
        return self.client.get(address, asked, headers=self.headers())

    def post(
        self, route: str, *args: object, body: object = None, once: str = ""
    ) -> HttpResponse:
        address = reverse(f"api_v1:{route}", args=args)
        more = {"Idempotency-Key": once} if once else {}
        return self.client.post(
            address,
            "" if body is None else json.dumps(body),
            content_type="application/json",
            headers=self.headers(**more),
        )

    def upload(
        self, of: Return, name: str, content: bytes, once: str = ""
    ) -> HttpResponse:
        from django.core.files.uploadedfile import (  # noqa: PLC0415 - its only use
            SimpleUploadedFile,
        )

        more = {"Idempotency-Key": once} if once else {}
        return self.client.post(
            reverse("api_v1:file", args=[of.pk]),
            {"file": SimpleUploadedFile(name, content)},
            headers=self.headers(**more),
        )

    def drop(self, of: Return) -> HttpResponse:
        address = reverse("api_v1:draft", args=[of.pk])
        return self.client.delete(address, headers=self.headers())


def program(token: str) -> Program:
    """A program of this token; forgery is checked as in life."""
    return Program(token, Client(enforce_csrf_checks=True))


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path
    return tmp_path


@pytest.fixture
def steward(world: World) -> Viewer:
    return speaking(world, Role.AGENCY_DATA_STEWARD, world.here)


@pytest.fixture
def of(world: World) -> Return:
    return figures_due(world, world.here)


@pytest.fixture
def warehouse(world: World, steward: Viewer) -> Program:
    """The council's program, with the steward's token for figures."""
    return program(kept_for(world.person(Role.AGENCY_DATA_STEWARD), world.here))
