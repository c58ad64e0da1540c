"""A published store for tests that read one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from kith.web.access.factors import CHOSEN_KEY
from tests.lib.published_store import write_store
from tests.lib.world import World, make_world


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kith.web.access.models import Person


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("published"))


@pytest.fixture
def published(settings: Any, store: Path) -> Path:
    """The site shows the small invented store."""
    settings.KITH_STORE = store
    return store


@pytest.fixture
def world(db: None) -> World:
    """Two areas, drawn alike, with nobody in them yet."""
    return make_world()


@pytest.fixture
def browse(db: None) -> Callable[[Person], Client]:
    """A client signed in as a person, second factor and all."""

    def signed_in(someone: Person) -> Client:
        client = Client()
        client.force_login(
            someone, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        session = client.session
        session[CHOSEN_KEY] = True
        session.save()
        return client

    return signed_in
