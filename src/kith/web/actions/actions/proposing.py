"""A new action, with the sources that it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.states.actions import ActionState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.actions import policies
from kith.web.actions.actions.steps import told
from kith.web.actions.models import Action, ActionSource, SourceKind
from kith.web.bodies.models import Body


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class Promise:
    """What an action promises: who does what, by when."""

    wording: str
    owner_organisation: Organisation
    owner: Person
    due_on: date


@dataclass(frozen=True)
class Source:
    """Where an action came from: a record by noun, key and page, or words alone.

    ``words`` are read by everybody who sees the action, so a restricted record is
    named by its reference, never by its title.
    """

    kind: SourceKind
    words: str = ""
    noun: str = ""
    key: UUID | None = None
    url: str = ""


def propose_action(
    *,
    viewer: Viewer,
    at: datetime,
    body: Body,
    promise: Promise,
    sources: Iterable[Source] = (),
) -> Action:
    """The body has a new action, proposed and not yet agreed."""
    with writing(viewer=viewer, at=at, verb="actions.proposed") as event:
        refuse_if(policies.why_not_propose(viewer, body.pk))
        # Held until the end: two that are proposed at once get two numbers.
        Body.objects.select_for_update().get(pk=body.pk)
        action = Action.objects.create(
            reference=next_reference(
                Action.objects.all(), body.code, year=london_day(at).year
            ),
            body=body,
            wording=promise.wording,
            owner_organisation=promise.owner_organisation,
            owner=promise.owner,
            due_on=promise.due_on,
            first_due_on=promise.due_on,
            state=ActionState.PROPOSED,
            proposed_by_id=viewer.who,
            proposed_at=at,
        )
        named = [put_source(action, one, viewer, at) for one in sources]
        told(action, "propose", viewer, at)
        event.about(
            action,
            body=body.pk,
            due_on=promise.due_on.isoformat(),
            sources=[one.kind for one in named],
        )
    return action


def put_source(
    action: Action, source: Source, viewer: Viewer, at: datetime
) -> ActionSource:
    """The action has this source too."""
    # Only a page of this site: an address elsewhere would be a trap with our name.
    is_ours = source.url.startswith("/") and not source.url.startswith(("//", "/\\"))
    return ActionSource.objects.create(
        action=action,
        kind=source.kind,
        words=source.words.strip(),
        noun=source.noun,
        key=source.key,
        url=source.url if is_ours else "",
        added_by_id=viewer.who,
        added_at=at,
    )
