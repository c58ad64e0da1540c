"""Where an event came from, with and without a proxy in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith.web.access.roles import Role
from kith.web.audit.models import Event


if TYPE_CHECKING:
    from tests.lib.world import World


@pytest.mark.parametrize(
    ("proxies", "told", "origin"),
    [
        (0, "192.0.2.7", "web 127.0.0.1"),
        (1, "192.0.2.7", "web 192.0.2.7"),
        # Whoever asks can begin the list with what they like; proxies add at its end.
        (1, "198.51.100.1, 192.0.2.7", "web 192.0.2.7"),
        (2, "192.0.2.7, 203.0.113.5", "web 192.0.2.7"),
        (2, "192.0.2.7", "web 127.0.0.1"),
        (1, "an address", "web 127.0.0.1"),
        (1, "", "web 127.0.0.1"),
    ],
)
def test_the_trail_says_from_where_as_far_as_it_can_be_believed(
    world: World, browse, settings, proxies: int, told: str, origin: str
) -> None:
    settings.KITH_PROXIES = proxies
    client = browse(world.person(Role.MEMBER))
    client.post("/search/", {"words": "schools"}, headers={"X-Forwarded-For": told})
    client.post("/calendar/make/", headers={"X-Forwarded-For": told})
    assert Event.objects.latest("sequence").origin == origin
