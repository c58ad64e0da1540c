"""Action logs: each open row becomes an agreed action, live at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import say_day
from kith.web.actions.actions import (
    Promise,
    Source,
    agree_action,
    propose_action,
    reassign_action,
    withdraw_action,
)
from kith.web.actions.models import Action, SourceKind
from kith.web.actions.queries import visible_actions
from kith.web.arrivals.kinds.kind import Planned, Written, cannot, left_out
from kith.web.arrivals.models import Outcome
from kith.web.sheets.cells import Progress, day_of, progress_of
from kith.web.sheets.matching import Field, plain


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer
    from kith.web.arrivals.kinds.kind import Row, Setting
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation


_LONG = 25
TAKEN_BACK = "Brought in with a spreadsheet, and the whole of it taken back."
FIELDS = (
    Field("reference", "Its number", ("ref", "reference", "no", "action no", "number")),
    Field(
        "wording",
        "What will be done",
        ("action", "actions", "action required", "agreed action", "task", "what"),
        is_needed=True,
        looks=lambda value: len(value) > _LONG,
    ),
    Field(
        "owner",
        "Who does it",
        (
            "owner",
            "action owner",
            "lead",
            "who",
            "by whom",
            "responsible",
            "assigned to",
        ),
        is_needed=True,
        is_personal=True,
    ),
    Field(
        "organisation",
        "Which organisation",
        ("organisation", "agency", "organization", "partner", "service"),
    ),
    Field(
        "due",
        "By when",
        ("due", "due date", "by when", "deadline", "target date", "when", "timescale"),
        looks=lambda value: day_of(value) is not None,
    ),
    Field(
        "progress", "Where it stands", ("status", "rag", "complete", "state", "done")
    ),
    Field(
        "notes",
        "What was noted",
        ("update", "progress", "notes", "comments", "comment"),
    ),
    Field(
        "source",
        "Where it came from",
        ("source", "meeting", "meeting date", "raised at"),
    ),
)


class ActionLog:
    """What an action log holds."""

    fields = FIELDS
    person_fields = ("owner",)
    organisation_fields = ("organisation",)
    noun = "actions"

    def existing(self, viewer: Viewer, body: Body) -> Mapping[str, Model]:
        """The body's actions by their wording."""
        rows = visible_actions(viewer).filter(body=body)
        return {plain(one.wording): one for one in rows}

    def likeness(self, row: Row, setting: Setting) -> str:  # noqa: ARG002 - a protocol
        """Its wording, without case and marks."""
        return plain(row["wording"])

    def planned(self, row: Row, setting: Setting, found: Model | None) -> Planned:
        """New, changed in its owner, the same, or why not."""
        wording = row["wording"]
        if not wording:
            return cannot(row, "", "It says nothing to be done.")
        if isinstance(found, Action):
            return _compared(row, setting, found)
        progress = progress_of(row["progress"])
        if progress is Progress.DROPPED:
            return left_out(row, wording, "The tracker calls it withdrawn.")
        if progress is Progress.DONE and not setting.bring_done:
            return left_out(row, wording, "The tracker calls it done.")
        return _promised(row, setting)

    def written(
        self, viewer: Viewer, at: datetime, plan: Planned, setting: Setting
    ) -> Written:
        """Propose and agree it, or give it its other owner."""
        if isinstance(plan.make, Promise):
            action = propose_action(
                viewer=viewer,
                at=at,
                body=setting.body,
                promise=plan.make,
                sources=[Source(SourceKind.OTHER, _source(plan.row))],
            )
            words = _noted(plan.row)
            agree_action(viewer=viewer, at=at, key=action.pk, words=words)
            return Written(action, self.noun)
        assert plan.record is not None
        owner = setting.person(plan.row["owner"])
        action = visible_actions(viewer).get(pk=plan.record)
        assert owner is not None
        before = {
            "owner": str(action.owner_id),
            "organisation": str(action.owner_organisation_id),
        }
        organisation = _organisation(plan.row, setting) or action.owner_organisation
        reassign_action(
            viewer=viewer,
            at=at,
            key=action.pk,
            owner=owner,
            organisation=organisation,
            reason=f"So in the spreadsheet that was brought in, row {plan.row.number}.",
        )
        return Written(action, self.noun, before)

    def stood(self, record: Model) -> str:
        """Its state, its day and how many steps it has taken."""
        assert isinstance(record, Action)
        record.refresh_from_db()
        steps = record.steps.count()
        return f"{record.state} {record.due_on} {record.owner_id} {steps}"

    def record(self, viewer: Viewer, key: UUID) -> Model | None:
        """The action."""
        return visible_actions(viewer).filter(pk=key).first()

    def undo(
        self,
        viewer: Viewer,
        at: datetime,
        record: Model,
        before: Mapping[str, str],
    ) -> None:
        """Withdraw it; or give it back to whom it belonged."""
        assert isinstance(record, Action)
        if not before:
            withdraw_action(viewer=viewer, at=at, key=record.pk, reason=TAKEN_BACK)
            return
        people = type(record.owner).objects
        places = type(record.owner_organisation).objects
        reassign_action(
            viewer=viewer,
            at=at,
            key=record.pk,
            owner=people.get(pk=before["owner"]),
            organisation=places.get(pk=before["organisation"]),
            reason=TAKEN_BACK,
        )


def _promised(row: Row, setting: Setting) -> Planned:
    wording, owner = row["wording"], setting.person(row["owner"])
    if owner is None:
        said = "Nobody is named as its owner." if not row["owner"] else _unknown(row)
        return cannot(row, wording, said)
    organisation = _organisation(row, setting)
    if organisation is None:
        return cannot(row, wording, "No organisation is known for its owner.")
    due = day_of(row["due"]) or setting.default_due
    if due is None:
        said = f"“{row['due']}” is no day." if row["due"] else "It has no day."
        return cannot(row, wording, f"{said} Give a day for such rows above.")
    remark = f"{owner.name}, {organisation.name}, due {say_day(due)}"
    if day_of(row["due"]) is None:
        remark += " (the day you gave)"
    promise = Promise(wording[:1000], organisation, owner, due)
    return Planned(row, Outcome.NEW, wording, remark, make=promise)


def _unknown(row: Row) -> str:
    return f"Choose above who “{row['owner']}” is."


def _organisation(row: Row, setting: Setting) -> Organisation | None:
    named = setting.organisation(row["organisation"])
    if named is not None:
        return named
    owner = setting.person(row["owner"])
    return setting.organisation_of.get(owner.pk) if owner else None


def _compared(row: Row, setting: Setting, found: Action) -> Planned:
    owner = setting.person(row["owner"])
    due = day_of(row["due"])
    remark = ""
    if due is not None and due != found.due_on:
        remark = (
            f"The spreadsheet says {say_day(due)}; here it is due "
            f"{say_day(found.due_on)}. Ask for more time on its page."
        )
    if owner is None or owner.pk == found.owner_id:
        return Planned(
            row, Outcome.SAME, found.wording, remark or found.reference, record=found.pk
        )
    change = (("Owner", found.owner.name, owner.name),)
    return Planned(row, Outcome.CHANGED, found.wording, remark, change, found.pk)


def _source(row: Row) -> str:
    told = [f"Row {row.number} of a spreadsheet that was brought in"]
    if row["reference"]:
        told.append(f"number {row['reference']} there")
    if row["source"]:
        told.append(row["source"])
    return ", ".join(told)[:300]


def _noted(row: Row) -> str:
    told = []
    if row["progress"]:
        told.append(f"The spreadsheet said: {row['progress']}.")
    if row["notes"]:
        told.append(row["notes"])
    return "\n".join(told)


ACTION_LOG = ActionLog()
