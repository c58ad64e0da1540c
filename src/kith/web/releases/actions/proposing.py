"""Proposing an edition or a table for the public, changing it, dropping it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.releases import ReleaseRequest
from kith.domain.rules.states.releases import ReleaseState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.releases import policies, queries
from kith.web.releases.actions.steps import (
    JUDGE,
    ask_engine,
    held,
    held_areas,
    move,
)
from kith.web.releases.models import Build, Release, ReleaseStep


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.releases.values import Proposal


def propose_edition(*, viewer: Viewer, at: datetime, key: UUID) -> Release:
    """What was built is judged by the ledger beside everything released before.

    Raises:
        RefusedError: it was not built, is proposed already, or is not theirs.
    """
    with writing(viewer=viewer, at=at, verb="releases.edition_proposed") as event:
        shown = Build.objects.visible_to(viewer).filter(pk=key).values("pk")
        build = locked(Build.objects.filter(pk__in=shown), key)
        standing = build.releases.exclude(
            state__in=[ReleaseState.DROPPED, ReleaseState.WITHDRAWN]
        )
        refuse_if(
            policies.why_not_propose_edition(
                viewer, build, is_proposed=standing.exists()
            )
        )
        request = ReleaseRequest(edition=build.edition)
        release = _made(
            viewer,
            at,
            Release(
                build=build,
                title=f"Edition {build.edition}",
                options=request.options(),
                asked=request.as_words(),
            ),
            [one.pk for one in build.areas.all()],
        )
        event.about(release, edition=build.edition)
    return release


def propose_table(*, viewer: Viewer, at: datetime, proposal: Proposal) -> Release:
    """A table is judged by the ledger beside everything released before.

    Raises:
        RefusedError: not theirs to propose, or an area has not consented to stand
            beside others.
    """
    with writing(viewer=viewer, at=at, verb="releases.table_proposed") as event:
        refuse_if(policies.why_not_ask(viewer, proposal.areas))
        told = proposal.request.measures
        day = london_day(at)
        refuse_if(queries.not_shared(viewer, told, proposal.areas, day))
        release = _made(
            viewer,
            at,
            Release(
                title=proposal.title,
                options=proposal.request.options(),
                asked=proposal.request.as_words(),
            ),
            proposal.areas,
        )
        event.about(release, measures=list(proposal.request.measures))
    return release


def cure_release(*, viewer: Viewer, at: datetime, key: UUID, number: int) -> Release:
    """A refused table is proposed again with one of the changes that the ledger offers.

    Raises:
        RefusedError: it is not refused, or no such change is offered.
    """
    with writing(viewer=viewer, at=at, verb="releases.cure_proposed") as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_cure(viewer, of, number))
        cure = of.answer["cure"][number]
        cured = Release(
            build=of.build,
            follows=of,
            title=of.title,
            options=cure["options"],
            asked=of.asked,
        )
        release = _made(viewer, at, cured, [one.pk for one in of.areas.all()])
        move_on(of, viewer, at, release)
        event.about(release)
        event.also([of])
    return release


def move_on(of: Release, viewer: Viewer, at: datetime, to: Release) -> None:
    """A refused release gives way to the one that cures it."""
    move(of, "drop", at, by=viewer.who, words=f"{to.reference} takes its place.")


def ask_again(*, viewer: Viewer, at: datetime, key: UUID) -> Release:
    """What could not be judged is judged once more."""
    with writing(viewer=viewer, at=at, verb="releases.asked_again") as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_ask_again(viewer, of))
        of.fault, of.approver = "", ""
        of.approved_by_id, of.approved_at = None, None
        move(of, "ask_again", at, by=viewer.who)
        ask_engine(JUDGE, of)
        event.about(of)
    return of


def drop_release(*, viewer: Viewer, at: datetime, key: UUID) -> Release:
    """It is not to go out; where the engine is at work, it stops."""
    with writing(viewer=viewer, at=at, verb="releases.dropped") as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_drop(viewer, of))
        move(of, "drop", at, by=viewer.who)
        event.about(of)
    return of


def _made(
    viewer: Viewer, at: datetime, release: Release, codes: Sequence[str]
) -> Release:
    areas = held_areas(codes)
    release.reference = next_reference(
        Release.objects.all(), "RELEASE", year=london_day(at).year
    )
    release.state = ReleaseState.ASKED
    release.proposed_by_id, release.proposed_at = viewer.who, at
    release.save()
    release.areas.set(areas)
    ReleaseStep.objects.create(
        of=release,
        number=1,
        move="propose",
        state=release.state,
        taken_by_id=viewer.who,
        taken_at=at,
    )
    ask_engine(JUDGE, release)
    return release
