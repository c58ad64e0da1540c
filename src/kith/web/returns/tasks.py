"""Background work of returns: the engine reads files, periods fall due.

The engine runs as a process of its own, so that a hostile or huge file takes down neither
a page nor the worker; what it says is read as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from kith.domain.rules.return_calendar import Reminded, reminded_on
from kith.domain.rules.states.returns import TO_SEND
from kith.domain.vocabulary.actors import Actor
from kith.domain.vocabulary.moments import london_day
from kith.web.access.models import Person
from kith.web.access.viewing import viewer_for
from kith.web.documents.files import home_files
from kith.web.indicators.files import engine_settings
from kith.web.notices.actions import notify
from kith.web.notices.models import NoticeKind
from kith.web.notices.policies import is_away
from kith.web.notices.work import CLOCKS
from kith.web.organisations.models import Employment
from kith.web.returns.actions import (
    begin_reading,
    keep_reading,
    open_due_returns,
    remove_old_files,
    send_platform_figures,
)
from kith.web.returns.files.naming import plain_names
from kith.web.returns.models import CheckState, Return, Submission
from kith.web.returns.queries import to_be_reminded_of


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


REMIND = "returns.remind"
"""The kind of background work that tells people of returns that are due or late."""
ACTOR = Actor.platform("returns")
MOST_SECONDS = 900
"""The engine is ended after so long; ordinary files take seconds."""
MOST_FINDINGS = 500
"""Findings kept of each reading; how many there were in all is kept as well."""
LOOK_EVERY = 0.5
"""Seconds between two looks at whether somebody cancelled."""


def read_files(arguments: dict[str, str], *, at: datetime) -> None:
    """The engine reads a submission's files, unless that was cancelled meanwhile."""
    key = UUID(arguments["submission"])
    submission = begin_reading(actor=ACTOR, at=at, key=key)
    if submission is None:
        return
    said = _read(submission)
    if said is None:
        return
    state = CheckState.FAILED if "fault" in said else CheckState.DONE
    keep_reading(actor=ACTOR, at=at, key=submission.pk, state=state, report=said)


def fall_due(arguments: dict[str, str], *, at: datetime) -> None:  # noqa: ARG001 - the protocol
    """Periods that are over have their returns, and the platform sends its own."""
    open_due_returns(actor=ACTOR, at=at)
    send_platform_figures(actor=ACTOR, at=at)


def forget_files(arguments: dict[str, str], *, at: datetime) -> None:  # noqa: ARG001 - the protocol
    """Files that were never sent, or gave way long ago, are removed."""
    remove_old_files(actor=ACTOR, at=at)


def remind(arguments: dict[str, str], *, at: datetime) -> None:  # noqa: ARG001 - the protocol
    """Who owes a return gets one letter with the way straight to it; the agency's lead
    one more when it is late, and its safeguarding partner after ten working days.

    Nobody on leave: whoever comes back is told then, if it is still owed.
    """
    today = london_day(at)
    owed = Return.objects.filter(state__in=TO_SEND).values("duty__organisation")
    works = Employment.objects.standing_on(today).filter(organisation__in=owed)
    people = Person.objects.filter(pk__in=works.values("person"), is_active=True)
    for person in people.order_by("pk"):
        if is_away(person.away_first_on, person.away_last_on, today):
            continue
        viewer = viewer_for(
            person, day=today, real_time_at=CLOCKS.real(), origin="task"
        )
        for of, rung in to_be_reminded_of(viewer, today):
            page = "send" if rung is Reminded.STEWARD else "detail"
            notify(
                at=at,
                person=person.pk,
                kind=NoticeKind.RETURN_DUE,
                mark=f"{of.pk} {reminded_on(today, of.due_on)} {of.state}",
                url=reverse(f"returns:{page}", args=[of.pk]),
            )


def _read(submission: Submission) -> dict[str, object] | None:
    """What the engine says; None where somebody cancelled."""
    duty = submission.of.duty
    with tempfile.TemporaryDirectory(prefix="kith-return-") as folder:
        paths = list(_written(submission, Path(folder)))
        words = [
            *("evidence", "check", *(str(one) for one in paths)),
            *("--as", duty.feed, "--area", duty.area_id, "--format", "json"),
        ]
        out = Path(folder) / ".said.json"
        with out.open("wb") as said:
            process = subprocess.Popen(  # noqa: S603 - our own command and our own names
                [sys.executable, "-m", "kith.cli", *words],
                stdout=said,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **engine_settings()},
            )
            if not waited(process, submission.pk):
                return None
        return summary(out.read_text("utf-8"))


def _written(submission: Submission, folder: Path) -> Iterator[Path]:
    files = list(submission.files.order_by("name", "id"))
    names = plain_names((one.name, one.kind) for one in files)
    for name, one in zip(names, files, strict=True):
        path = folder / name
        path.write_bytes(home_files().read(one.file, sha256=one.sha256))
        yield path


def waited(process: subprocess.Popen[bytes], key: UUID) -> bool:
    """Whether it ended by itself, or for taking too long; not where it was cancelled."""
    ends = time.monotonic() + MOST_SECONDS
    while process.poll() is None:
        if state_now(key) != CheckState.RUNNING:
            process.kill()
            process.wait()
            return False
        if time.monotonic() > ends:
            process.kill()
            process.wait()
        time.sleep(LOOK_EVERY)
    return True


def state_now(key: UUID) -> str | None:
    """Where the reading of a submission stands, as somebody may have changed it."""
    states = Submission.objects.filter(pk=key).values_list("check_state", flat=True)
    return states.first()


def summary(said: str) -> dict[str, object]:
    """What is kept of the engine's report: tables, findings, how many of each severity.

    Findings describe values and never hold them.
    """
    try:
        report = json.loads(said)
        findings = report["findings"]
        by_severity: dict[str, int] = {}
        for one in findings:
            severity = one["severity"]
            by_severity[severity] = by_severity.get(severity, 0) + 1
        return {
            "tables": report["files"],
            "findings": findings[:MOST_FINDINGS],
            "total": len(findings),
            "by_severity": by_severity,
            "stops": by_severity.get("stop", 0),
        }
    except (ValueError, KeyError, TypeError):
        return {"fault": "unreadable", "stops": 1}
