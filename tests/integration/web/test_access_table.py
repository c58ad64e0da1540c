"""Every route stands in the access table, and every page can be opened by tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLPattern, URLResolver, get_resolver

from kith.web.access.table import ACCESS
from tests.lib.pages import NoArgumentsError, address_of, arguments_of


if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lib.world import World


def routes(resolver: URLResolver, space: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry, inner)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}"


def unlisted(found: set[str]) -> set[str]:
    return found - {door.route for door in ACCESS}


def test_every_route_is_listed_and_every_listed_route_exists() -> None:
    found = set(routes(get_resolver()))
    assert unlisted(found) == set(), "name the route in kith.web.access.table"
    assert {door.route for door in ACCESS} - found == set(), "the route is gone"


def test_a_new_route_would_fail() -> None:
    """The control: the comparison above does bite."""
    assert unlisted({"public:home", "reviews:case"}) == {"reviews:case"}


def test_no_route_is_listed_twice() -> None:
    assert len({door.route for door in ACCESS}) == len(ACCESS)


def test_every_door_can_be_opened_by_tests(world: World) -> None:
    """Fails with the lines that are missing in tests/lib/arguments."""
    missing = []
    for door in ACCESS:
        if door.route in arguments_of():
            continue  # the walk makes its record and opens it
        try:
            address_of(door, world, world.here)
        except NoArgumentsError as said:
            missing.append(str(said))
    assert not missing, "\n".join(missing)
