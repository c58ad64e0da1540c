"""Tells of an emergency opening: the record's owner, or else whoever reviews it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.moments import london_day
from kith.web.access.models import RoleHolding
from kith.web.access.permissions import Permission
from kith.web.access.roles import ROLES
from kith.web.bodies.models import Body
from kith.web.notices.actions import notify
from kith.web.notices.models import NoticeKind


if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kith.web.access.emergencies.telling import Opened


REVIEWERS = [
    role.value
    for role, duty in ROLES.items()
    if Permission.BREAK_GLASS_REVIEW in duty.permissions
]


def tell_of_emergency(opened: Opened) -> None:
    """Everybody who is to know gets a notice at once, with a link and no content."""
    owner = opened.owner if opened.owner != opened.by else None
    # An owner looks at their record, and who has read it; a reviewer at the reasons.
    url = opened.place.url if owner else reverse("emergencies:list")
    for person in (owner,) if owner else _reviewers(opened):
        notify(
            at=opened.at,
            person=person,
            kind=NoticeKind.EMERGENCY_OPENED,
            mark=str(opened.glass),
            url=url,
        )


def _reviewers(opened: Opened) -> Iterable[UUID]:
    place = opened.place
    areas = {place.area} - {""}
    if place.body is not None:
        through = Body.areas.through.objects.filter(body_id=place.body)
        areas |= set(through.values_list("area_id", flat=True))
    standing = RoleHolding.objects.standing_on(london_day(opened.at)).filter(
        area__in=areas, role__in=REVIEWERS
    )
    return set(standing.values_list("person", flat=True)) - {opened.by}
