"""What tests of the web stand on: a store, a world, somebody signed in; two databases.

Every test that uses the database is marked ``database`` and runs on SQLite and again on
PostgreSQL (`make test` does both). Those marked ``races`` need real concurrent
transactions and run on PostgreSQL alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase

from kith.web.access.factors import CHOSEN_KEY
from tests.lib.databases import triggers_away
from tests.lib.published_store import write_store
from tests.lib.world import World, make_world


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kith.web.access.models import Person


DATABASE = {"db", "transactional_db", "walk", "world", "browse", "django_db_setup"}


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Mark what uses the database; leave the races to the database that can run them."""
    left = []
    for item in list(items):
        if DATABASE & set(getattr(item, "fixturenames", ())) or (
            item.get_closest_marker("django_db")
        ):
            item.add_marker(pytest.mark.database)
        if item.get_closest_marker("races") and connection.vendor != "postgresql":
            items.remove(item)
            left.append(item)
    if left:
        config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session", autouse=True)
def _emptied_between_tests() -> Iterator[None]:
    """Tests with transactions of their own end by emptying every table."""
    emptied = TransactionTestCase._fixture_teardown

    def without_guards(case: TransactionTestCase) -> None:
        with triggers_away():
            emptied(case)

    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", without_guards)
    yield
    patch.undo()


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


def signed_in(someone: Person) -> Client:
    """A client signed in as a person, second factor and all."""
    client = Client()
    client.force_login(
        someone, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    session = client.session
    session[CHOSEN_KEY] = True
    session.save()
    return client


@pytest.fixture
def browse(db: None) -> Callable[[Person], Client]:
    """A client signed in as a person, second factor and all."""
    return signed_in
