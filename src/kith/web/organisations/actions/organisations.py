"""Writes of organisations: added, edited, renamed, succeeded, ended; where they serve."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.text import slugify

from kith.domain.vocabulary.organisation_numbers import organisation_number
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.organisations import policies
from kith.web.organisations.models import (
    Footprint,
    Organisation,
    OrganisationName,
    OrganisationNumber,
    Succession,
    SuccessionKind,
)
from kith.web.organisations.queries import all_organisations, areas_covered


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from kith.domain.vocabulary.organisation_numbers import NumberKind
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Area


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Described:
    """What an organisation is: its name, kind, numbers, and the areas it serves."""

    name: str
    kind: str
    sector: str = ""
    numbers: Mapping[NumberKind, str] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    first_on: date | None = None
    last_on: date | None = None
    trust: Organisation | None = None
    code: str = ""


def add_organisation(
    *, viewer: Viewer, at: datetime, described: Described
) -> Organisation:
    """The organisation is known, with its numbers, and serves its areas."""
    with writing(viewer=viewer, at=at, verb="organisations.added") as event:
        refuse_if(policies.why_not_edit(viewer, described.areas))
        made = Organisation.objects.create(
            code=described.code or _free_code(described.name),
            name=described.name,
            kind=described.kind,
            sector=described.sector,
            trust=described.trust,
            first_on=described.first_on,
            last_on=described.last_on,
        )
        _write_numbers(made, described.numbers)
        for area in described.areas:
            Footprint.objects.create(
                organisation=made,
                area_id=area,
                first_on=described.first_on,
                last_on=described.last_on,
            )
        event.about(made, kind=described.kind, areas=list(described.areas))
    return made


def edit_organisation(
    *, viewer: Viewer, at: datetime, key: UUID, described: Described
) -> Organisation:
    """Its kind, sector, trust and numbers are as described; a slip in its name is put
    right. A new name from a day on is `rename_organisation`."""
    with writing(viewer=viewer, at=at, verb="organisations.edited") as event:
        one = _mine(viewer, key, at)
        one.name, one.kind = described.name, described.kind
        one.sector, one.trust = described.sector, described.trust
        one.save()
        one.numbers.all().delete()
        _write_numbers(one, described.numbers)
        event.about(one, kind=described.kind)
    return one


def rename_organisation(
    *, viewer: Viewer, at: datetime, key: UUID, name: str, on: date
) -> Organisation:
    """From the day on it is called this; before, it keeps the name that it had."""
    with writing(viewer=viewer, at=at, verb="organisations.renamed") as event:
        one = _mine(viewer, key, at)
        last = one.names.order_by("-last_on").first()
        if last is not None and last.last_on >= on - ONE_DAY:
            refuse_if("It already had another name after that day.")
        OrganisationName.objects.create(
            organisation=one,
            name=one.name,
            first_on=last.last_on + ONE_DAY if last else one.first_on,
            last_on=on - ONE_DAY,
        )
        one.name = name
        one.save(update_fields=["name"])
        event.about(one, on=on.isoformat())
    return one


def end_organisation(
    *, viewer: Viewer, at: datetime, key: UUID, on: date, reason: str
) -> Organisation:
    """It ends on the day, with the reason, and serves no area after."""
    with writing(viewer=viewer, at=at, verb="organisations.ended") as event:
        one = _mine(viewer, key, at)
        _end(one, on, reason)
        event.about(one, on=on.isoformat())
    return one


def record_succession(
    *, viewer: Viewer, at: datetime, before: UUID, after: UUID, on: date, kind: str
) -> Succession:
    """One organisation follows another from the day on; the earlier one ends the day
    before unless it was split, and both keep their records.

    Raises:
        RefusedError: it follows itself, or is not this viewer's to change.
    """
    with writing(viewer=viewer, at=at, verb="organisations.succeeded") as event:
        refuse_if("An organisation cannot follow itself." if before == after else "")
        earlier, later = _mine(viewer, before, at), _mine(viewer, after, at)
        if earlier.followed_by.filter(after=later).exists():
            refuse_if("This is recorded already.")
        made = Succession.objects.create(before=earlier, after=later, kind=kind, on=on)
        if earlier.last_on is None and kind != SuccessionKind.SPLIT:
            _end(earlier, on - ONE_DAY, f"{made.get_kind_display()}: {later.name}")
        event.about(later, before=str(before), how=kind, on=on.isoformat())
    return made


def cover_area(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    area: Area,
    days: tuple[date | None, date | None] = (None, None),
) -> Footprint:
    """It serves the area, from the first day to the last."""
    with writing(viewer=viewer, at=at, verb="organisations.area_covered") as event:
        one = _mine(viewer, key, at, area.code)
        overlapping = one.footprints.filter(area=area, last_on__isnull=True)
        refuse_if("It serves this area already." if overlapping.exists() else "")
        made = Footprint.objects.create(
            organisation=one, area=area, first_on=days[0], last_on=days[1]
        )
        event.about(one, area=area.code)
    return made


def leave_area(
    *, viewer: Viewer, at: datetime, key: UUID, area: Area, on: date
) -> Organisation:
    """The day is the last on which it serves the area."""
    with writing(viewer=viewer, at=at, verb="organisations.area_left") as event:
        one = _mine(viewer, key, at)
        standing = one.footprints.filter(area=area, last_on__isnull=True)
        refuse_if("" if standing.exists() else "It does not serve this area.")
        standing.update(last_on=on)
        event.about(one, area=area.code, on=on.isoformat())
    return one


def _mine(viewer: Viewer, key: UUID, at: datetime, *also: str) -> Organisation:
    one = locked(all_organisations(viewer), key)
    covered = areas_covered(viewer, one, on=at.date())
    refuse_if(policies.why_not_edit(viewer, {*covered, *also}))
    return one


def _end(one: Organisation, on: date, reason: str) -> None:
    if one.last_on is not None and one.last_on <= on:
        refuse_if("It has ended already.")
    if one.first_on is not None and one.first_on > on:
        refuse_if("It cannot end before it began.")
    one.last_on, one.ended_because = on, reason[:300]
    one.save(update_fields=["last_on", "ended_because"])
    one.footprints.filter(last_on__isnull=True).update(last_on=on)


def _write_numbers(one: Organisation, numbers: Mapping[NumberKind, str]) -> None:
    for kind, said in numbers.items():
        if said:
            value = organisation_number(kind, said).value
            OrganisationNumber.objects.create(
                organisation=one, kind=kind.value, value=value
            )


def _free_code(name: str) -> str:
    stem = slugify(name)[:50] or "organisation"
    taken = set(
        Organisation.objects.filter(code__startswith=stem).values_list(
            "code", flat=True
        )
    )
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code
