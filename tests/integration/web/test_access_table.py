"""Every route stands in the access table, and every page can be opened by tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from kith.web.access.table import ACCESS, Answer
from tests.lib.pages import ARGUMENTS


if TYPE_CHECKING:
    from collections.abc import Iterator


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


@pytest.mark.parametrize(
    "door", [door for door in ACCESS if door.answer is Answer.PAGE], ids=str
)
def test_every_page_can_be_opened(door) -> None:
    try:
        for arguments in ARGUMENTS.get(door.route, ((),)):
            reverse(door.route, args=arguments)
    except NoReverseMatch:
        pytest.fail(f"say in tests/lib/pages.py what {door.route} is opened with")
