"""The council's own returns as CSV, one module function a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.invent.writing.csv_files import OFFICE, PLAIN, Manner, write_csv


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kith.evidence.invent.children import Child
    from kith.evidence.invent.records import SchoolSpell
    from kith.evidence.invent.world import World
    from kith.evidence.invent.writing.extracts import Extract
    from kith.evidence.invent.writing.untidy import Row, Smudge


CHILD = ("child_id", "sex", "ethnicity_code", "date of birth")
DAY_COLUMN = 4
"""Where each of these files holds the day that makes its row an event."""


def child_columns(child: Child) -> Row:
    """The child of a row in Kith's own formats."""
    return [child.number, child.sex, child.ethnicity, child.born_on]


def write_missing(folder: Path, world: World, extract: Extract, smudge: Smudge) -> None:
    """Missing episodes and return interviews, with their times of day."""
    headers = (*CHILD, "missing_from", "returned_at", "missing_setting",
               "interview_offered", "interview_offered_on", "interview_accepted",
               "interviewed_at")  # fmt: skip
    rows: list[Row] = [
        [
            *child_columns(episode.child),
            episode.reported_at,
            episode.returned_at,
            episode.setting,
            episode.offered_on is not None,
            episode.offered_on,
            episode.accepted,
            episode.interviewed_at,
        ]
        for episode in world.missing
        if extract.holds(episode.reported_at.date())
    ]
    _write(folder / "missing_episodes.csv", headers, rows, smudge, PLAIN)


def write_discussions(
    folder: Path, world: World, extract: Extract, smudge: Smudge
) -> None:
    """Strategy discussions, those without an enquiry included."""
    rows: list[Row] = [
        [*child_columns(d.child), d.on, d.led_to_enquiry]
        for d in world.discussions
        if extract.holds(d.on)
    ]
    headers = (*CHILD, "held_on", "led_to_enquiry")
    _write(folder / "strategy_discussions.csv", headers, rows, smudge, OFFICE)


def write_early_help(
    folder: Path, world: World, extract: Extract, smudge: Smudge
) -> None:
    """Early help episodes open at some time in the window."""
    rows: list[Row] = [
        [
            *child_columns(episode.child),
            episode.start_on,
            extract.known(episode.end_on),
            episode.lead,
            episode.closure_reason if extract.known(episode.end_on) else None,
        ]
        for episode in world.early_help
        if extract.touches(episode.start_on, episode.end_on)
    ]
    headers = (*CHILD, "start_on", "end_on", "lead_organisation", "closure_reason")
    _write(folder / "early_help_episodes.csv", headers, rows, smudge, OFFICE)


def write_ehc_plans(
    folder: Path, world: World, extract: Extract, smudge: Smudge
) -> None:
    """Education, health and care plans maintained at some time in the window."""
    headers = (*CHILD, "start_on", "end_on", "requested_on", "has_exception")
    rows: list[Row] = [
        [*spell, plan.requested_on, plan.has_exception]
        for plan, spell in _spells(world.ehc_plans, extract)
    ]
    _write(folder / "ehc_plans.csv", headers, rows, smudge, PLAIN)


def write_home_education(
    folder: Path, world: World, extract: Extract, smudge: Smudge
) -> None:
    """Children educated at home at some time in the window."""
    rows = [spell for _, spell in _spells(world.home_education, extract)]
    headers = (*CHILD, "start_on", "end_on")
    _write(folder / "elective_home_education.csv", headers, rows, smudge, OFFICE)


def _spells(
    spells: Sequence[SchoolSpell], extract: Extract
) -> list[tuple[SchoolSpell, Row]]:
    return [
        (s, [*child_columns(s.child), s.start_on, extract.known(s.end_on)])
        for s in spells
        if extract.touches(s.start_on, s.end_on)
    ]


def write_lado(folder: Path, world: World, extract: Extract, smudge: Smudge) -> None:
    """Contacts with the designated officer: coded fields only, so no dirt of people."""
    headers = ("case_number", "received_on", "contact_kind", "sector", "category",
               "outcome")  # fmt: skip
    rows: list[Row] = [
        [a.number, a.on, a.kind, a.sector, a.category, a.outcome]
        for a in world.allegations
        if extract.holds(a.on)
    ]
    rows += smudge.blank_rows(len(headers))
    write_csv(folder / "lado_contacts.csv", headers, rows, manner=PLAIN)


def _write(
    path: Path,
    headers: Sequence[str],
    rows: list[Row],
    smudge: Smudge,
    manner: Manner,
) -> None:
    smudge.second_copies(rows, day=DAY_COLUMN, number=True)
    rows += smudge.blank_rows(len(headers))
    write_csv(path, headers, rows, manner=manner)
