"""Every write of imports: one transaction, one event of its own each.

What an import makes is written by the nouns' own actions, inside its transaction; their
events name the batch as where they came from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kith.domain.rules.states.arrivals import ARRIVAL, ArrivalState
from kith.web.access.refusals import RefusedError, locked, refuse_if
from kith.web.access.writing import writing
from kith.web.arrivals import policies, queries
from kith.web.arrivals.kinds import KINDS
from kith.web.arrivals.kinds.kind import MAKE
from kith.web.arrivals.models import (
    Arrival,
    ArrivalKind,
    ArrivalRow,
    Outcome,
    RememberedColumns,
)
from kith.web.organisations.actions import Described, add_organisation
from kith.web.organisations.models.organisations import OrganisationKind
from kith.web.sheets.matching import header_row, matched, plain
from kith.web.sheets.reading import read_sheets


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.arrivals.kinds.kind import Kind, Planned, Setting
    from kith.web.bodies.models import Body


WRITES = (Outcome.NEW, Outcome.CHANGED)


@dataclass(frozen=True, repr=False)
class Brought:
    """A spreadsheet that somebody brought. Its content is never shown in an error."""

    kind: ArrivalKind
    file_name: str
    content: bytes


def bring_in(*, viewer: Viewer, at: datetime, body: Body, brought: Brought) -> Arrival:
    """The spreadsheet is read, its headings and columns are guessed; nothing more.

    Raises:
        UnreadableError: it is no table.
        RefusedError: not theirs to bring in.
    """
    with writing(viewer=viewer, at=at, verb="arrivals.read") as event:
        refuse_if(policies.why_not_bring(viewer, body.pk))
        fields = KINDS[brought.kind].fields
        # The sheet whose columns are known best: the first where several are alike.
        known = queries.remembered(viewer, brought.kind, body)
        read = [
            (one, matched(one.rows, header_row(one.rows, fields), fields, known))
            for one in read_sheets(brought.content)
        ]
        sheet, columns = max(read, key=lambda one: len(one[1]))
        arrival = Arrival.objects.create(
            kind=brought.kind,
            body=body,
            file_name=brought.file_name[:200],
            sheet=sheet.name,
            state=ArrivalState.READ,
            cells=[list(row) for row in sheet.rows],
            header_row=header_row(sheet.rows, fields),
            columns=columns,
            uploaded_by_id=viewer.who,
            uploaded_at=at,
        )
        event.about(arrival, body=body.pk, kind=str(brought.kind), rows=len(sheet.rows))
    return arrival


def match_columns(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    header: int,
    columns: Mapping[str, int],
) -> Arrival:
    """Somebody has said what each column holds; it is remembered for the next time."""
    with writing(viewer=viewer, at=at, verb="arrivals.matched") as event:
        arrival = locked(queries.visible_arrivals(viewer), key)
        refuse_if(policies.why_not(viewer, arrival, "match"))
        arrival.header_row, arrival.columns = header, dict(columns)
        arrival.state = ARRIVAL.move("match").target
        arrival.save(update_fields=["header_row", "columns", "state"])
        headings = arrival.cells[header] if header < len(arrival.cells) else []
        RememberedColumns.objects.update_or_create(
            kind=arrival.kind,
            body_id=arrival.body_id,
            defaults={
                "headings": {
                    plain(headings[column]): code
                    for code, column in columns.items()
                    if column < len(headings) and headings[column]
                },
                "remembered_by_id": viewer.who,
                "remembered_at": at,
            },
        )
        event.about(arrival, body=arrival.body_id, fields=sorted(columns))
    return arrival


def choose(
    *, viewer: Viewer, at: datetime, key: UUID, choices: Mapping[str, object]
) -> Arrival:
    """Somebody has said who the unsure names are, and what becomes of the rest."""
    with writing(viewer=viewer, at=at, verb="arrivals.chosen") as event:
        arrival = locked(queries.visible_arrivals(viewer), key)
        refuse_if(policies.why_not(viewer, arrival, "apply"))
        arrival.choices = _with_new_organisations(viewer, at, arrival, choices)
        arrival.save(update_fields=["choices"])
        event.about(arrival, body=arrival.body_id)
    return arrival


def apply_arrival(*, viewer: Viewer, at: datetime, key: UUID) -> Arrival:
    """Every row that can be is a record now: all of them, or none.

    Raises:
        RefusedError: one of them was refused, named by its row, and nothing stands.
    """
    with writing(viewer=viewer, at=at, verb="arrivals.applied") as event:
        arrival = locked(queries.visible_arrivals(viewer), key)
        refuse_if(policies.why_not(viewer, arrival, "apply"))
        kind = KINDS[ArrivalKind(arrival.kind)]
        setting = queries.setting_of(viewer, arrival, today=at.date())
        plans = queries.plans(viewer, arrival, setting)
        if not any(one.outcome in WRITES for one in plans):
            refuse_if("There is nothing to bring in.")
        by = _of_batch(viewer, arrival)
        counts = dict.fromkeys((str(one) for one in Outcome), 0)
        for plan in plans:
            _write(arrival, kind, plan, setting, (by, at))
            counts[str(plan.outcome)] += 1
        arrival.state = ARRIVAL.move("apply").target
        arrival.applied_by_id, arrival.applied_at = viewer.who, at
        # What the file held stands in the records now.
        arrival.cells, arrival.choices = [], {}
        arrival.save()
        event.about(arrival, body=arrival.body_id, batch=str(arrival.pk), counts=counts)
    return arrival


def undo_arrival(*, viewer: Viewer, at: datetime, key: UUID) -> Arrival:
    """The whole batch is taken back, through the nouns' own actions.

    Raises:
        RefusedError: somebody has worked on a record since, named; nothing was undone.
    """
    with writing(viewer=viewer, at=at, verb="arrivals.undone") as event:
        arrival = locked(queries.visible_arrivals(viewer), key)
        refuse_if(policies.why_not(viewer, arrival, "undo"))
        kind = KINDS[ArrivalKind(arrival.kind)]
        rows = [
            one
            for one in queries.applied_rows(viewer, arrival)
            if one.outcome in WRITES
        ]
        found = [(row, kind.record(viewer, row.record)) for row in rows if row.record]
        worked_on = [
            f"row {row.number}"
            for row, record in found
            if record is None or kind.stood(record) != row.stood
        ]
        refuse_if(policies.why_not_take_back(worked_on))
        by = _of_batch(viewer, arrival)
        for row, record in found:
            assert record is not None  # counted as worked on above
            kind.undo(by, at, record, row.before)
        arrival.state = ARRIVAL.move("undo").target
        arrival.undone_by_id, arrival.undone_at = viewer.who, at
        arrival.save(update_fields=["state", "undone_by", "undone_at"])
        event.about(
            arrival, body=arrival.body_id, batch=str(arrival.pk), count=len(found)
        )
    return arrival


def drop_arrival(*, viewer: Viewer, at: datetime, key: UUID) -> Arrival:
    """Nothing is brought in, and what was read is forgotten."""
    with writing(viewer=viewer, at=at, verb="arrivals.dropped") as event:
        arrival = locked(queries.visible_arrivals(viewer), key)
        refuse_if(policies.why_not(viewer, arrival, "drop"))
        arrival.state = ARRIVAL.move("drop").target
        arrival.cells, arrival.choices = [], {}
        arrival.save(update_fields=["state", "cells", "choices"])
        event.about(arrival, body=arrival.body_id)
    return arrival


def _with_new_organisations(
    viewer: Viewer, at: datetime, arrival: Arrival, choices: Mapping[str, object]
) -> dict[str, object]:
    """The choices, with a key for every organisation that was to be added.

    They are added at once, so that the preview stands on what is there, and stay where
    the batch is given up: they serve the group's areas whatever becomes of its rows.
    """
    said = choices.get("organisations")
    if not isinstance(said, dict) or MAKE not in said.values():
        return dict(choices)
    areas = tuple(arrival.body.areas.values_list("code", flat=True))
    by, settled = _of_batch(viewer, arrival), dict(said)
    for words in [name for name, chosen in said.items() if chosen == MAKE]:
        described = Described(words[:200], OrganisationKind.OTHER, areas=areas)
        made = add_organisation(viewer=by, at=at, described=described)
        settled[words] = str(made.pk)
    return {**choices, "organisations": settled}


def _of_batch(viewer: Viewer, arrival: Arrival) -> Viewer:
    """The same viewer, whose events say that they came with this batch."""
    return replace(viewer, origin=f"batch {arrival.pk}")


def _write(
    arrival: Arrival,
    kind: Kind,
    plan: Planned,
    setting: Setting,
    by: tuple[Viewer, datetime],
) -> None:
    viewer, at = by
    row = ArrivalRow(
        arrival=arrival,
        number=plan.row.number,
        outcome=plan.outcome,
        noun=kind.noun,
        record=plan.record,
        source_reference=plan.row["reference"][:80],
        fingerprint=plan.row.fingerprint,
    )
    if plan.outcome in WRITES:
        try:
            written = kind.written(viewer, at, plan, setting)
        except RefusedError as refused:
            raise RefusedError(
                f"Row {plan.row.number} was refused, and nothing was brought in: "
                f"{refused}"
            ) from refused
        row.record, row.before = written.record.pk, written.before
        row.stood = kind.stood(written.record)
    row.save()
