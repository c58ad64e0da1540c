"""Every page of the site, taken from the access table: none can be forgotten."""

from __future__ import annotations

from django.urls import reverse

from kith.web.access.table import ACCESS, Answer


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

ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "scorecards:figure": tuple((code,) for code in FIGURES),
}
"""What a route with a part in its address is opened with."""

NOT_FOUND = "/no/such/page/"


def page_addresses() -> list[str]:
    """The address of every page for people, the error page included."""
    addresses = [NOT_FOUND]
    for door in ACCESS:
        if door.answer is Answer.PAGE:
            for arguments in ARGUMENTS.get(door.route, ((),)):
                addresses.append(reverse(door.route, args=arguments))
    return addresses
