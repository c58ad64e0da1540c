"""Every read of imports. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.arrivals.kinds import KINDS
from kith.web.arrivals.kinds.kind import LEAVE_OUT, Planned, Row, Setting
from kith.web.arrivals.models import (
    Arrival,
    ArrivalKind,
    ArrivalRow,
    Arrivals,
    RememberedColumns,
)
from kith.web.bodies.models import Body, Seat
from kith.web.organisations.models import Organisation
from kith.web.sheets.cells import day_of
from kith.web.sheets.matching import plain
from kith.web.sheets.people import who_is_meant


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


def visible_arrivals(viewer: Viewer) -> Arrivals:
    """Every import the viewer may see."""
    return Arrival.objects.visible_to(viewer).select_related("body", "uploaded_by")


def arrival(viewer: Viewer, key: UUID) -> Arrival:
    """One import.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_arrivals(viewer), key)


def bodies_to_bring_into(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies for which this viewer may bring things in."""
    return Body.objects.filter(
        pk__in=viewer.bodies(P.ARRIVAL_IMPORT), closed_on__isnull=True
    ).order_by("name", "id")


def remembered(viewer: Viewer, kind: str, body: Body) -> Mapping[str, str]:
    """Which heading meant which field last time, where this viewer may know."""
    if body.pk not in viewer.bodies(P.ARRIVAL_IMPORT):
        return {}
    kept = RememberedColumns.objects.filter(kind=kind, body=body).first()
    found: dict[str, str] = kept.headings if kept else {}
    return found


def rows_of(viewer: Viewer, of: Arrival) -> list[Row]:
    """The file's rows by field, in their order; empty ones are passed over."""
    shown = arrival(viewer, of.pk)
    columns: dict[str, int] = shown.columns
    found = []
    for number, cells in enumerate(shown.cells):
        if number <= shown.header_row or not any(cells):
            continue
        values = {
            code: cells[column]
            for code, column in columns.items()
            if column < len(cells)
        }
        if any(values.values()):
            found.append(Row(number + 1, values))
    return found


def people_of(viewer: Viewer, body: Body) -> dict[UUID, Person]:
    """The people whom a name in the file may mean: of the body, then of its areas."""
    areas = body.areas.all()
    seats = Seat.objects.filter(
        body__areas__in=areas, body__in=viewer.bodies(P.ARRIVAL_IMPORT)
    )
    rows = Person.objects.filter(
        pk__in=seats.values("person"), is_active=True
    ).order_by("name", "id")
    return {one.pk: one for one in rows}


def organisations_of(viewer: Viewer, body: Body) -> dict[UUID, Organisation]:
    """The organisations that a name in the file may mean."""
    if body.pk not in viewer.bodies(P.ARRIVAL_IMPORT):
        return {}
    rows = Organisation.objects.filter(last_on__isnull=True).order_by("name", "id")
    return {one.pk: one for one in rows}


@dataclass(frozen=True)
class Unsure:
    """A name of the file that is not surely somebody, and who it may be."""

    words: str
    rows: int
    choices: tuple[tuple[str, str], ...]
    chosen: str


def setting_of(viewer: Viewer, of: Arrival, *, today: date) -> Setting:
    """What the rows of an import are read against."""
    rows, kind = rows_of(viewer, of), KINDS[ArrivalKind(of.kind)]
    people = people_of(viewer, of.body)
    places = organisations_of(viewer, of.body)
    chosen = of.choices
    due = chosen.get("default_due", "")
    return Setting(
        body=of.body,
        today=today,
        people=people,
        organisations=places,
        organisation_of=_sits_for(viewer, of.body),
        names=_settled(
            _said(rows, kind.person_fields),
            [(key, one.name) for key, one in people.items()],
            chosen.get("people", {}),
        ),
        places=_places(_said(rows, kind.organisation_fields), places, chosen),
        default_due=day_of(due) if due else None,
        bring_done=bool(chosen.get("bring_done")),
    )


def unsure_people(viewer: Viewer, of: Arrival, setting: Setting) -> list[Unsure]:
    """Names of the file that are not surely one person, as asked or chosen."""
    kind = KINDS[ArrivalKind(of.kind)]
    rows = rows_of(viewer, of)
    names = [(key, one.name) for key, one in setting.people.items()]
    chosen = of.choices.get("people", {})
    return [
        _unsure(words, rows, kind.person_fields, names, chosen)
        for words in _said(rows, kind.person_fields)
        if len(who_is_meant(words, names)) != 1
    ]


def unsure_organisations(viewer: Viewer, of: Arrival, setting: Setting) -> list[Unsure]:
    """Organisations of the file that are not surely one of ours."""
    kind = KINDS[ArrivalKind(of.kind)]
    rows = rows_of(viewer, of)
    names = [(key, one.name) for key, one in setting.organisations.items()]
    chosen = of.choices.get("organisations", {})
    return [
        _unsure(words, rows, kind.organisation_fields, names, chosen)
        for words in _said(rows, kind.organisation_fields)
        if _place_meant(words, setting.organisations) is None
    ]


def plans(viewer: Viewer, of: Arrival, setting: Setting) -> list[Planned]:
    """What each row would become, in the file's order."""
    kind = KINDS[ArrivalKind(of.kind)]
    known = kind.existing(viewer, of.body)
    found = []
    for row in rows_of(viewer, of):
        like = kind.likeness(row, setting)
        found.append(kind.planned(row, setting, known.get(like) if like else None))
    return found


def applied_rows(viewer: Viewer, of: Arrival) -> QuerySet[ArrivalRow]:
    """What the rows of an applied import became."""
    shown = arrival(viewer, of.pk)
    return shown.rows.order_by("number")


def _said(rows: Iterable[Row], fields: Iterable[str]) -> list[str]:
    names = list(fields)
    return list(dict.fromkeys(row[name] for row in rows for name in names if row[name]))


def _settled(
    said: Iterable[str], names: list[tuple[UUID, str]], chosen: Mapping[str, str]
) -> dict[str, UUID | None]:
    found: dict[str, UUID | None] = {}
    for words in said:
        meant = who_is_meant(words, names)
        found[words] = meant[0] if len(meant) == 1 else _key(chosen.get(words, ""))
    return found


def _places(
    said: Iterable[str],
    places: Mapping[UUID, Organisation],
    chosen: Mapping[str, Mapping[str, str]],
) -> dict[str, UUID | None]:
    picked = chosen.get("organisations", {})
    return {
        words: _place_meant(words, places) or _key(picked.get(words, ""))
        for words in said
    }


def _place_meant(words: str, places: Mapping[UUID, Organisation]) -> UUID | None:
    said = plain(words)
    for key, one in places.items():
        if said in {plain(one.name), plain(one.code)}:
            return key
    inside = [key for key, one in places.items() if said and said in plain(one.name)]
    return inside[0] if len(inside) == 1 else None


def _key(chosen: str) -> UUID | None:
    if not chosen or chosen == LEAVE_OUT:
        return None
    try:
        return UUID(chosen)
    except ValueError:
        return None


def _unsure(
    words: str,
    rows: Iterable[Row],
    fields: Iterable[str],
    names: list[tuple[UUID, str]],
    chosen: Mapping[str, str],
) -> Unsure:
    wanted = list(fields)
    likely = set(who_is_meant(words, names))
    ordered = sorted(names, key=lambda one: (one[0] not in likely, one[1]))
    return Unsure(
        words=words,
        rows=sum(1 for row in rows if words in {row[name] for name in wanted}),
        choices=tuple((str(key), name) for key, name in ordered),
        chosen=chosen.get(words, ""),
    )


def _sits_for(viewer: Viewer, body: Body) -> dict[UUID, Organisation]:
    """For each person the organisation they sit for, in this body before others."""
    seats = (
        Seat.objects.filter(
            body__areas__in=body.areas.all(),
            body__in=viewer.bodies(P.ARRIVAL_IMPORT),
            person__isnull=False,
            organisation__isnull=False,
        )
        .select_related("organisation")
        .order_by("first_on", "id")
    )
    found: dict[UUID, Organisation] = {}
    for seat in sorted(seats, key=lambda one: one.body_id == body.pk):
        if seat.person_id and seat.organisation:
            found[seat.person_id] = seat.organisation
    return found
