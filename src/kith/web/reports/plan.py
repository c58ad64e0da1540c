"""The report's plan and records, read from TOML: what is told, and what is counted.

``plan.toml`` names the chapters in order, ``records.toml`` holds the lists whose length
the narrative may count, ``coverage.toml`` what the guidance asks for. A list is typed
once; its number never is.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from pathlib import Path


class PlanError(ValueError):
    """The plan or a record cannot be read; the sentence names the file."""


class Answer(StrEnum):
    """How far the report answers what the guidance asks."""

    FULL = "answered"
    PART = "answered in part"
    NONE = "not answered"


@dataclass(frozen=True)
class Chapter:
    """A chapter: its title and its file of narrative."""

    title: str
    file: str


@dataclass(frozen=True)
class SnapshotRow:
    """A figure of the data snapshot, with the words the partnership uses for it."""

    measure: str
    words: str


@dataclass(frozen=True)
class Record:
    """One entry of a list: its words, and what else is known of it."""

    words: str
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RecordList:
    """A list that the report tells and counts, with how it is counted."""

    code: str
    title: str
    counted: str
    period: str
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Meetings:
    """A body of the partnership and how often it met."""

    code: str
    name: str
    kind: str
    parent: str
    met: int


@dataclass(frozen=True)
class Requirement:
    """Something the guidance asks of a report, and where this one answers."""

    asks: str
    answer: Answer
    chapters: tuple[str, ...]
    says: str


@dataclass(frozen=True)
class Plan:
    """Everything a report is made from besides figures."""

    title: str
    subtitle: str
    guidance: str
    folder: Path
    chapters: tuple[Chapter, ...]
    snapshot: tuple[SnapshotRow, ...]
    events: tuple[tuple[str, str], ...]
    lists: dict[str, RecordList] = field(default_factory=dict)
    bodies: tuple[Meetings, ...] = ()
    requirements: tuple[Requirement, ...] = ()


def read_plan(folder: Path) -> Plan:
    """The plan in a folder.

    Raises:
        PlanError: a file is absent, is not TOML, or lacks what the plan needs.
    """
    said = _read(folder / "plan.toml")
    records = _read(folder / "records.toml")
    coverage = _read(folder / "coverage.toml")
    try:
        plan = Plan(
            title=said["title"],
            subtitle=said["subtitle"],
            guidance=coverage["guidance"],
            folder=folder,
            chapters=tuple(Chapter(c["title"], c["file"]) for c in said["chapter"]),
            snapshot=tuple(
                SnapshotRow(row["measure"], row["words"]) for row in said["snapshot"]
            ),
            events=tuple((e["at"], e["words"]) for e in said.get("event", [])),
            lists={code: _list(code, one) for code, one in records["list"].items()},
            bodies=_bodies(folder, said.get("meetings", "")),
            requirements=tuple(_requirement(r) for r in coverage["requirement"]),
        )
        _check_chapters(plan)
    except (KeyError, TypeError, ValueError) as fault:
        if isinstance(fault, PlanError):
            raise
        raise PlanError(
            f"the report's plan in {folder.name} lacks or misstates {fault}"
        ) from fault
    return plan


def _check_chapters(plan: Plan) -> None:
    known = {chapter.file for chapter in plan.chapters}
    for asked in plan.requirements:
        for file in asked.chapters:
            if file not in known:
                raise PlanError(
                    f"coverage.toml names the chapter {file}, which the plan has not"
                )


def read_chapter(plan: Plan, chapter: Chapter) -> str:
    """A chapter's Markdown.

    Raises:
        PlanError: the file is absent or is not UTF-8.
    """
    try:
        return (plan.folder / chapter.file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise PlanError(
            f"plan.toml names the chapter {chapter.file}, which cannot be read"
        ) from fault


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise PlanError(
            f"the report needs {path.name}, which cannot be read"
        ) from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise PlanError(f"{path.name} is not TOML: {fault}") from fault


def _list(code: str, said: dict[str, Any]) -> RecordList:
    return RecordList(
        code=code,
        title=said["title"],
        counted=said["counted"],
        period=said.get("period", ""),
        records=tuple(_record(one) for one in said["records"]),
    )


def _record(said: dict[str, Any]) -> Record:
    marks = frozenset(name for name, value in said.items() if value is True)
    return Record(said["words"], marks)


def _bodies(folder: Path, name: str) -> tuple[Meetings, ...]:
    if not name:
        return ()
    said = _read(folder / name)
    return tuple(
        Meetings(
            body["code"],
            body["name"],
            body["kind"],
            body.get("parent", ""),
            len(body["meetings"]),
        )
        for body in said["bodies"]
    )


def _requirement(said: dict[str, Any]) -> Requirement:
    return Requirement(
        said["asks"],
        Answer[said["answer"].upper()],
        tuple(said.get("chapters", ())),
        said["says"],
    )
