"""Returns of the police, of health and of the statistics office, as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.invent.population import census, mid_years
from kith.evidence.invent.writing.csv_files import PLAIN, POLICE, write_csv


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from kith.evidence.invent.children import Child
    from kith.evidence.invent.region import HomeFigure
    from kith.evidence.invent.world import World
    from kith.evidence.invent.writing.extracts import Extract
    from kith.evidence.invent.writing.untidy import Row, Smudge


CHILD = ("child_id", "sex", "ethnicity_code", "dob")
NOTIFIED_COLUMN, MOMENT_COLUMN = 6, 4


def _child(child: Child) -> Row:
    """The police know a child by a number of their own, and often no ethnic group."""
    known = child.ethnicity if child.number % 3 else None
    return [child.police_number, child.sex, known, child.born_on]


def write_police(folder: Path, world: World, extract: Extract, smudge: Smudge) -> None:
    """Domestic abuse notifications, missing reports and police protection."""
    _write_notifications(folder, world, extract, smudge)
    _write_missing_reports(folder, world, extract, smudge)
    rows: list[Row] = [
        [*_child(p.child), p.started_at, p.ended_at]
        for p in world.protections
        if extract.holds(p.started_at.date())
    ]
    headers = (*CHILD, "started_at", "ended_at")
    write_csv(folder / "police_protections.csv", headers, rows, manner=POLICE)


def _write_notifications(
    folder: Path, world: World, extract: Extract, smudge: Smudge
) -> None:
    rows: list[Row] = [
        [n.number, n.incident, *_child(n.child), n.on, n.risk]
        for n in world.notifications
        if extract.holds(n.on)
    ]
    smudge.second_copies(rows, day=NOTIFIED_COLUMN, number=True)
    headers = ("notification_id", "incident_id", *CHILD, "notified_on", "risk")
    rows += smudge.blank_rows(len(headers))
    path = folder / "domestic_abuse_notifications.csv"
    write_csv(path, headers, rows, manner=POLICE)


def _write_missing_reports(
    folder: Path, world: World, extract: Extract, smudge: Smudge
) -> None:
    rows: list[Row] = [
        [*_child(m.child), m.reported_at, m.returned_at, m.setting, m.risk]
        for m in world.missing
        if extract.holds(m.reported_at.date())
    ]
    smudge.second_copies(rows, day=MOMENT_COLUMN)
    headers = (*CHILD, "reported_at", "returned_at", "missing_setting", "risk")
    write_csv(folder / "missing_reports.csv", headers, rows, manner=POLICE)


def write_population(folder: Path, world: World) -> None:
    """Mid-year estimates by age and sex, and the census by ethnic group."""
    area = world.targets.area
    write_csv(
        folder / "mid_year.csv",
        ("area", "year", "age", "sex", "persons"),
        [[area, m.year, m.age, m.sex, m.persons] for m in mid_years(world)],
        manner=PLAIN,
    )
    write_csv(
        folder / "census.csv",
        ("area", "year", "age", "ethnicity", "persons"),
        [[area, c.year, c.age, c.ethnicity, c.persons] for c in census(world)],
        manner=PLAIN,
    )


def write_counted_at_home(
    folder: Path, indicators: Sequence[Mapping[str, Any]], *, area: str, window: Extract
) -> None:
    """What an agency only ever sends as counts: indicators of the register."""
    headers = ("measure", "area", "from", "to", "numerator", "denominator", "status")
    rows: list[Row] = [
        [
            indicator["code"],
            area,
            window.window.first,
            window.window.last,
            indicator.get("numerator"),
            indicator.get("denominator"),
            indicator.get("status", "shown"),
        ]
        for indicator in indicators
    ]
    write_csv(folder / "figures.csv", headers, rows, manner=PLAIN)


def write_home_figures(folder: Path, figures: Iterable[HomeFigure]) -> None:
    """What an agency counted of its own systems, quarter by quarter."""
    headers = ("measure", "area", "from", "to", "numerator", "denominator", "status")
    rows: list[Row] = [
        [
            figure.measure,
            figure.area,
            figure.days.first,
            figure.days.last,
            *(figure.count or (None, None)),
            "shown" if figure.count else "not_supplied",
        ]
        for figure in figures
    ]
    write_csv(folder / "figures.csv", headers, rows, manner=PLAIN)
