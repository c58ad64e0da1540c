"""One browser and one site for all functional tests of a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.functional.browser import CHROMIUM, serving, what_is_missing
from tests.functional.work import WorkSite, copy_home, make_home, sessions_in
from tests.lib.published_store import write_store


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


expect.set_options(
    timeout=20_000
)  # a page that comes late on a busy machine is no fault


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what opens a browser: one worker keeps it, and loopback is open to it."""
    for item in items:
        if "/tests/functional/" in item.path.as_posix():
            item.add_marker(pytest.mark.functional)
            item.add_marker(pytest.mark.enable_socket)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site over the small invented store."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    store = write_store(tmp_path_factory.mktemp("store"))
    with serving(store, tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two areas and a person a role, made once and only copied."""
    home = tmp_path_factory.mktemp("made_home")
    make_home(home)
    return home


@pytest.fixture(scope="module")
def work_site(
    made_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WorkSite]:
    """A site of this module's own, in which people can sit down and work."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    home = tmp_path_factory.mktemp("work_home")
    sessions = copy_home(made_home, home)
    store = write_store(tmp_path_factory.mktemp("store"))
    with serving(store, home) as address:
        yield WorkSite(address, home, sessions)


@pytest.fixture(scope="session")
def full_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkSite]:
    """A site with a record at every address of one side, and none on the other."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    home = tmp_path_factory.mktemp("full_home")
    store = write_store(tmp_path_factory.mktemp("store"))
    make_home(home, store)
    with serving(store, home) as address:
        yield WorkSite(address, home, sessions_in(home))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, driven by Playwright."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at the width of a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
