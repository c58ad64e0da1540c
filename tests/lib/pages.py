"""Every address that tests open, from the access table: none can be forgotten."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

from kith.web.access.doors.door import BY_TOKEN
from kith.web.access.table import ACCESS, Answer, Who
from tests.lib import arguments


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kith.web.access.doors.door import Door
    from tests.lib.world import Side, World


FIGURES = (
    "referrals",
    "re_referral_share",
    "children_in_need",
    "decision_timeliness",
    "police_protections",
    "transfer_in_conferences",
    "ehc_plan_rate",
)
"""A figure of every status, so that each look is opened in a browser."""

PUBLIC_ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "scorecards:figure": tuple((code,) for code in FIGURES),
    "scorecards:figure_csv": (("referrals",),),
    "scorecards:figure_csvw": (("referrals",),),
    "scorecards:trend_svg": (("referrals",),),
    "scorecards:trend_png": (("referrals",),),
    "releases:ask": (("referrals",),),
    "releases:ask_sent": (("referrals",),),
    "scorecards:areas": (("re_referral_share",),),
    "scorecards:groups": (("re_referral_share",), ("referrals",)),
}
"""What a public route with a part in its address is opened with."""

NOT_FOUND = "/no/such/page/"


class NoArgumentsError(LookupError):
    """A route with a part in its address has nothing to be opened with."""


@lru_cache(maxsize=1)
def arguments_of() -> Mapping[str, Callable[[World, Side], tuple[object, ...]]]:
    """What each signed-in route is opened with, by the modules of tests/lib/arguments."""
    found: dict[str, Callable[[World, Side], tuple[object, ...]]] = {}
    for one in pkgutil.iter_modules(arguments.__path__):
        module = importlib.import_module(f"{arguments.__name__}.{one.name}")
        twice = found.keys() & module.ARGUMENTS_OF.keys()
        assert not twice, f"{one.name} repeats {sorted(twice)}"
        found.update(module.ARGUMENTS_OF)
    return found


@lru_cache(maxsize=1)
def narrower() -> Mapping[str, str]:
    """Routes whose queries let in fewer than their door, and the reason."""
    return _reasons("NARROWER")


@lru_cache(maxsize=1)
def of_every_area() -> Mapping[str, str]:
    """Routes whose records belong to no area, and the reason."""
    return _reasons("OF_EVERY_AREA")


def _reasons(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in pkgutil.iter_modules(arguments.__path__):
        module = importlib.import_module(f"{arguments.__name__}.{one.name}")
        found.update(getattr(module, name, {}))
    return found


def address_of(door: Door, world: World, side: Side) -> str:
    """The door's address, with a record of this side where it asks for one.

    Raises:
        NoArgumentsError: nobody has said what record.
    """
    if door.route in PUBLIC_ARGUMENTS:
        return reverse(door.route, args=PUBLIC_ARGUMENTS[door.route][0])
    made = arguments_of().get(door.route)
    try:
        return reverse(door.route, args=made(world, side) if made else ())
    except NoReverseMatch as unknown:
        noun = door.route.split(":")[0] if ":" in door.route else "account"
        raise NoArgumentsError(
            f"say in tests/lib/arguments/{noun}.py what {door.route} is opened with: "
            f'ARGUMENTS_OF["{door.route}"] = a function of (world, side)'
        ) from unknown


def takes_a_record(door: Door) -> bool:
    """Whether the door's address names a record."""
    return door.route in arguments_of()


def signed_in_pages() -> list[Door]:
    """The door of every page for people that only somebody signed in may see."""
    shut = (Who.ANYBODY, Who.SIGNING_IN, *BY_TOKEN)
    return [one for one in ACCESS if one.answer is Answer.PAGE and one.who not in shut]


def page_addresses() -> list[str]:
    """The address of every public page for people, the error page included.

    A page about a record stands where the record does: its journey opens it.
    """
    addresses = [NOT_FOUND]
    for door in ACCESS:
        if takes_a_record(door):
            continue
        if door.answer is Answer.PAGE and door.who is Who.ANYBODY:
            for given in PUBLIC_ARGUMENTS.get(door.route, ((),)):
                addresses.append(reverse(door.route, args=given))
    return addresses
