"""Writes of the arrangements: from a draft to three signatures and publication."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.terms import ARRANGEMENTS, TermsState
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.approvals.actions import Question, ask_approval
from kith.web.approvals.queries import all_given, standing_slots
from kith.web.organisations import policies
from kith.web.organisations.models import (
    AgencyAcceptance,
    ArrangementsStep,
    ArrangementsVersion,
    RelevantAgency,
)
from kith.web.organisations.queries import (
    agency as one_agency,
)
from kith.web.organisations.queries import (
    areas_of,
    employers,
    visible_arrangements,
)


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation, Partnership


@dataclass(frozen=True)
class ArrangementsDraft:
    """What a version says, when it is looked at again, and whom it names."""

    title: str
    text: str
    scrutiny_plan: str = ""
    review_on: date | None = None
    agencies: tuple[Organisation, ...] = field(default=())


@dataclass(frozen=True)
class Signatory:
    """Who signs for one of the three: an office, and the person where they sign in."""

    office: str
    person: Person | None = None


def draft_arrangements(
    *, viewer: Viewer, at: datetime, partnership: Partnership, draft: ArrangementsDraft
) -> ArrangementsVersion:
    """The partnership has a new draft of its arrangements."""
    with writing(viewer=viewer, at=at, verb="organisations.drafted") as event:
        refuse_if(policies.why_not_draft(viewer, areas_of(viewer, partnership)))
        last = partnership.arrangements.order_by("-number").first()
        version = ArrangementsVersion.objects.create(
            partnership=partnership,
            number=last.number + 1 if last else 1,
            title=draft.title,
            text=draft.text,
            scrutiny_plan=draft.scrutiny_plan,
            review_on=draft.review_on,
            drafted_by_id=viewer.who,
            drafted_at=at,
        )
        _name(version, draft)
        _step(version, "draft", viewer, at)
        event.about(version, number=version.number)
    return version


def edit_arrangements(
    *, viewer: Viewer, at: datetime, key: UUID, draft: ArrangementsDraft
) -> ArrangementsVersion:
    """The draft says this now, and names these agencies."""
    with writing(viewer=viewer, at=at, verb="organisations.draft_edited") as event:
        version = locked(visible_arrangements(viewer), key)
        areas = areas_of(viewer, version.partnership)
        refuse_if(policies.why_not_edit_draft(viewer, version, areas))
        version.title, version.text = draft.title, draft.text
        version.scrutiny_plan, version.review_on = draft.scrutiny_plan, draft.review_on
        version.save()
        version.agencies.all().delete()
        _name(version, draft)
        event.about(version, agencies=len(draft.agencies))
    return version


def consult_on_arrangements(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> ArrangementsVersion:
    """The draft has been consulted on."""
    return _moved(viewer, at, key, "consult", words)


def revise_arrangements(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> ArrangementsVersion:
    """After consultation it is a draft again."""
    return _moved(viewer, at, key, "revise", words)


def approve_arrangements(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> ArrangementsVersion:
    """A safeguarding partner has approved the version for signature."""
    return _moved(viewer, at, key, "approve", words)


def publish_arrangements(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> ArrangementsVersion:
    """The signed version is published, and the one before it superseded.

    Children Act 2004 s16G: the arrangements are published.
    """
    return _moved(viewer, at, key, "publish", words)


def ask_signatures(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    signatories: Mapping[str, Signatory],
    due_on: date | None = None,
) -> ArrangementsVersion:
    """Each of these partners (by sector) is asked for a signature of their own.

    Raises:
        RefusedError: the version is not approved, or all three are asked already.
    """
    with writing(viewer=viewer, at=at, verb="organisations.signatures_asked") as event:
        version = locked(visible_arrangements(viewer), key)
        areas = areas_of(viewer, version.partnership)
        asked = standing_slots(viewer, "organisations", version.pk)
        refuse_if(policies.why_not_ask_signatures(viewer, version, asked, areas))
        for sector, one in signatories.items():
            ask_approval(
                viewer=viewer,
                at=at,
                question=Question(
                    noun="organisations",
                    key=version.pk,
                    slot=sector,
                    title=str(version),
                    office=one.office,
                    asked_of=one.person,
                    url=reverse("organisations:arrangements", args=[version.pk]),
                    area=_asking_area(viewer, areas),
                    due_on=due_on,
                ),
            )
        _step(version, "ask_signatures", viewer, at)
        event.about(version, sectors=sorted(signatories))
    return version


def sign_when_all_have(*, viewer: Viewer, at: datetime, key: UUID) -> None:
    """When the third of three approvals stands, the version is signed."""
    version = ArrangementsVersion.objects.select_for_update().filter(pk=key).first()
    if version is None or version.state != TermsState.APPROVED:
        return
    if not all_given(viewer, "organisations", key, policies.SIGNATURES):
        return
    with writing(viewer=viewer, at=at, verb="organisations.signed") as event:
        version.state = ARRANGEMENTS.move("sign").target
        version.save(update_fields=["state"])
        _step(version, "sign", viewer, at)
        event.about(version)


def accept_arrangements(*, viewer: Viewer, at: datetime, key: UUID) -> AgencyAcceptance:
    """The agency's own lead has accepted what the arrangements ask of it."""
    with writing(viewer=viewer, at=at, verb="organisations.accepted") as event:
        agency = one_agency(viewer, key)
        working = employers(viewer, on=at.date())
        areas = areas_of(viewer, agency.version.partnership)
        refuse_if(policies.why_not_accept(viewer, agency, working, areas))
        made = AgencyAcceptance.objects.create(
            agency=agency,
            accepted_on=at.date(),
            by_whom=viewer.name,
            recorded_by_id=viewer.who,
            recorded_at=at,
        )
        event.about(agency.version, agency=str(agency.organisation_id))
    return made


def record_acceptance(
    *, viewer: Viewer, at: datetime, key: UUID, by_whom: str, on: date, evidence: str
) -> AgencyAcceptance:
    """It is recorded for the agency that it accepted: by whom, when, shown by what."""
    with writing(
        viewer=viewer, at=at, verb="organisations.acceptance_recorded"
    ) as event:
        agency = one_agency(viewer, key)
        areas = areas_of(viewer, agency.version.partnership)
        refuse_if(policies.why_not_record_acceptance(viewer, agency, areas))
        refuse_if("" if evidence.strip() else "Say what shows that it accepted.")
        refuse_if("The day cannot be in the future." if on > at.date() else "")
        made = AgencyAcceptance.objects.create(
            agency=agency,
            accepted_on=on,
            by_whom=by_whom,
            is_recorded_for_them=True,
            evidence=evidence,
            recorded_by_id=viewer.who,
            recorded_at=at,
        )
        event.about(agency.version, agency=str(agency.organisation_id))
    return made


def _moved(
    viewer: Viewer, at: datetime, key: UUID, move: str, words: str
) -> ArrangementsVersion:
    done = {"revise": "revised", "publish": "published", "approve": "approved"}
    verb = f"organisations.arrangements_{done.get(move, 'consulted')}"
    with writing(viewer=viewer, at=at, verb=verb) as event:
        version = locked(visible_arrangements(viewer), key)
        areas = areas_of(viewer, version.partnership)
        refuse_if(policies.why_not_move(viewer, version, move, areas))
        if move == "publish":
            _supersede(version, viewer, at)
            version.published_on = at.date()
        version.state = ARRANGEMENTS.move(move).target
        version.save(update_fields=["state", "published_on"])
        _step(version, move, viewer, at, words)
        event.about(version)
    return version


def _supersede(by: ArrangementsVersion, viewer: Viewer, at: datetime) -> None:
    standing = by.partnership.arrangements.filter(state=TermsState.PUBLISHED.value)
    for one in standing.select_for_update():
        one.state = ARRANGEMENTS.move("supersede").target
        one.superseded_on = at.date()
        one.save(update_fields=["state", "superseded_on"])
        _step(one, "supersede", viewer, at, f"Version {by.number} took its place.")


def _name(version: ArrangementsVersion, draft: ArrangementsDraft) -> None:
    for one in draft.agencies:
        RelevantAgency.objects.create(version=version, organisation=one)


def _asking_area(viewer: Viewer, areas: frozenset[str]) -> str:
    mine = {area for grant in viewer.grants for area in grant.areas} & areas
    return sorted(mine or areas)[0]


def _step(
    version: ArrangementsVersion,
    move: str,
    viewer: Viewer,
    at: datetime,
    words: str = "",
) -> None:
    ArrangementsStep.objects.create(
        version=version,
        move=move,
        state=version.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )
