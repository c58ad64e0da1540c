"""Writes of who works for an organisation, and whom to ask there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.organisations import policies
from kith.web.organisations.models import Employment, SafeguardingLead
from kith.web.organisations.queries import (
    all_organisations,
    areas_covered,
    visible_employments,
)


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class LeadDetails:
    """Whom to ask about safeguarding, and how to reach them."""

    name: str
    post: str
    first_on: date
    email: str = ""
    telephone: str = ""
    person: Person | None = None


def employ_person(
    *,
    viewer: Viewer,
    at: datetime,
    person: Person,
    organisation: Organisation,
    first_on: date,
    post: str = "",
) -> Employment:
    """The person works for the organisation from the day on."""
    with writing(viewer=viewer, at=at, verb="organisations.employed") as event:
        covered = areas_covered(viewer, organisation, on=first_on)
        refuse_if(policies.why_not_employ(viewer, covered))
        working = Employment.objects.standing_on(first_on).filter(
            person=person, organisation=organisation
        )
        refuse_if("They work there already." if working.exists() else "")
        made = Employment.objects.create(
            person=person, organisation=organisation, first_on=first_on, post=post
        )
        event.about(organisation, person=str(person.pk))
    return made


def end_employment(*, viewer: Viewer, at: datetime, key: UUID, on: date) -> Employment:
    """The day is the person's last at the organisation."""
    with writing(viewer=viewer, at=at, verb="organisations.left") as event:
        one = locked(visible_employments(viewer), key)
        covered = areas_covered(viewer, one.organisation, on=at.date())
        refuse_if(policies.why_not_end_employment(viewer, one, covered))
        refuse_if("They cannot leave before they came." if on < one.first_on else "")
        one.last_on = on
        one.save(update_fields=["last_on"])
        event.about(one.organisation, person=str(one.person_id), on=on.isoformat())
    return one


def name_lead(
    *, viewer: Viewer, at: datetime, organisation: UUID, details: LeadDetails
) -> SafeguardingLead:
    """The organisation has a named safeguarding lead from the day on."""
    with writing(viewer=viewer, at=at, verb="organisations.lead_named") as event:
        one = one_or_404(all_organisations(viewer), organisation)
        refuse_if(_why_not(viewer, one, at))
        made = SafeguardingLead.objects.create(
            organisation=one,
            person=details.person,
            name=details.name,
            post=details.post,
            email=details.email,
            telephone=details.telephone,
            first_on=details.first_on,
        )
        event.about(one, fields=["name", "post", "email", "telephone"])
    return made


def end_lead(*, viewer: Viewer, at: datetime, key: UUID, on: date) -> SafeguardingLead:
    """The day is their last as the named lead."""
    with writing(viewer=viewer, at=at, verb="organisations.lead_ended") as event:
        one = locked(SafeguardingLead.objects.all(), key)
        refuse_if(_why_not(viewer, one.organisation, at))
        refuse_if("They cannot end before they began." if on < one.first_on else "")
        one.last_on = on
        one.save(update_fields=["last_on"])
        event.about(one.organisation, on=on.isoformat())
    return one


def _why_not(viewer: Viewer, one: Organisation, at: datetime) -> str:
    return policies.why_not_edit(viewer, areas_covered(viewer, one, on=at.date()))
