"""Background work of releases: the engine builds, judges, lets out and takes down.

Each piece may be done twice without harm: a build of the same returns is the same
edition, the same table is no new release, and what is approved or withdrawn already is
found to be so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from kith.contracts.commands.builds import BuildAnswer
from kith.domain.vocabulary.actors import Actor
from kith.domain.vocabulary.moments import london_day
from kith.web.access.viewer import Viewer
from kith.web.indicators.files import write_register
from kith.web.published.queries import catalogue, edition
from kith.web.published.store import named_edition
from kith.web.published.values import NothingPublishedError
from kith.web.releases.actions import (
    begin_building,
    forget_asker,
    keep_built,
    keep_judged,
    keep_released,
    keep_taken_down,
)
from kith.web.releases.files.about import (
    agency_names,
    first_locked_day,
    partnership_of,
)
from kith.web.releases.files.engine import run_engine
from kith.web.releases.files.partnership import About, write_partnership
from kith.web.releases.models import BUILDING, Asker, Build, BuildState, Release
from kith.web.releases.values import Judged


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.releases.files.engine import Said


ACTOR = Actor.platform("releases")
MOST_STOPS = 100
"""Findings kept of a build that stopped."""
MOST_ROWS = 5_000
"""Rows of a table that are kept for its page; an edition's are its own pages."""
LETTER = """You asked about a figure of the safeguarding partnership. The answer stands here:

{}

Your address was kept for this letter alone, and is now deleted.
"""
JSON = ("--format", "json")


class LedgerSilentError(RuntimeError):
    """The ledger could not be asked; the work is tried again."""


def build_edition(arguments: dict[str, str], *, at: datetime) -> None:
    """The engine builds a candidate from what is locked, unless that was called off."""
    key = UUID(arguments["build"])
    build = begin_building(actor=ACTOR, at=at, key=key)
    if build is None:
        return
    returns = Path(settings.KITH_HOME) / "returns"
    about = About(
        name=partnership_of(build.areas.all()),
        period=build.period,
        areas={one.pk: one.name for one in build.areas.order_by("code")},
        agencies=agency_names(),
        stands_on=max(london_day(at), build.last_on),
        is_invented=settings.KITH_EXAMPLE,
        is_provisional=build.is_provisional,
        series_from=first_locked_day(build),
    )
    write_partnership(returns, about)
    write_register()
    said = run_engine(
        ["build", str(returns), "--out", _store(), "--edition", build.edition, *JSON],
        is_wanted=lambda: Build.objects.filter(pk=key, state__in=BUILDING).exists(),
    )
    if said is None:
        return
    state, outcome, fault = _built(said)
    keep_built(actor=ACTOR, at=at, key=key, state=state, outcome=outcome, fault=fault)


def judge_release(arguments: dict[str, str], *, at: datetime) -> None:
    """The ledger says whether a release may go out, unless it was dropped."""
    of = Release.objects.filter(pk=arguments["release"], state="ASKED").first()
    if of is None:
        return
    said = run_engine(
        ["release", "propose", _store(), *of.options, *JSON],
        is_wanted=lambda: Release.objects.filter(pk=of.pk, state="ASKED").exists(),
    )
    if said is None:
        return
    answer = _json(said)
    judged = None if answer is None else _judged(answer)
    keep_judged(actor=ACTOR, at=at, key=of.pk, judged=judged, fault=said.fault)


def let_out(arguments: dict[str, str], *, at: datetime) -> None:
    """The ledger judges once more, and an approved release is out."""
    of = Release.objects.filter(pk=arguments["release"], state="APPROVED").first()
    if of is None:
        return
    # A command line is seen by others on the machine: it names a role, never a person.
    by = f"{of.approver}, {of.reference}"
    said = run_engine(["release", "approve", _store(), of.ledger, "--by", by, *JSON])
    assert said is not None  # nobody calls it off
    answer = _json(said)
    if answer is not None and answer["decision"] == "refused":
        keep_released(actor=ACTOR, at=at, key=of.pk, answer=answer)
    elif answer is not None or _state(of) == "approved":
        # Or a worker died after the ledger had written it down.
        keep_released(actor=ACTOR, at=at, key=of.pk)
    else:
        keep_released(actor=ACTOR, at=at, key=of.pk, fault=said.fault)


def take_down(arguments: dict[str, str], *, at: datetime) -> None:
    """The ledger learns that a release is withdrawn; an edition is shown no more."""
    of = Release.objects.filter(pk=arguments["release"], state="WITHDRAWN").first()
    if of is None or of.is_taken_down:
        return
    why = ["--because", of.withdrawn_because, "--by", of.reference]
    said = run_engine(["release", "withdraw", _store(), of.ledger, *why, *JSON])
    if (said is None or said.code) and _state(of) != "withdrawn":
        raise LedgerSilentError("the ledger did not take it")
    keep_taken_down(actor=ACTOR, at=at, key=of.pk)


def tell_asker(arguments: dict[str, str], *, at: datetime) -> None:
    """Whoever asked is told where the answer stands; then their address is deleted.

    The letter holds neither the question nor the answer: an address may be mistyped.
    """
    asker = (
        Asker.objects.filter(question=UUID(arguments["question"]))
        .select_related("question")
        .first()
    )
    if asker is None:
        return
    of = asker.question
    place = reverse("scorecards:figure", args=[of.measure])
    EmailMessage(
        subject="Your question about a figure was answered",
        body=LETTER.format(f"{settings.KITH_ADDRESS}{place}?area={of.area_id}"),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[asker.email],
        headers={"Auto-Submitted": "auto-generated"},
    ).send()
    forget_asker(actor=ACTOR, at=at, key=of.pk)


def _built(said: Said) -> tuple[BuildState, dict[str, Any], str]:
    words = _json(said)
    if words is None:
        return BuildState.FAILED, {}, said.fault
    answer = BuildAnswer.from_json(words)
    kept = {
        **words,
        "rows_accepted": answer.rows_accepted,
        "stops": words["stops"][:MOST_STOPS],
    }
    return (BuildState.BUILT if answer.edition else BuildState.STOPPED), kept, ""


def _judged(answer: dict[str, Any]) -> Judged:
    shown = _shown(answer["release"])
    table = shown["table"]
    is_edition = "edition" in table["asked"]
    approvals = [one for one in shown["events"] if one["happened"] == "approved"]
    return Judged(
        ledger=answer["release"],
        state=shown["state"],
        answer=answer,
        asked=table["asked"],
        rule_set=table["rule_set"],
        figures=len(table["figures"]),
        table=() if is_edition else table["figures"][:MOST_ROWS],
        titles=_titles(table),
        approver=approvals[-1].get("by", "") if approvals else "",
    )


def _titles(table: dict[str, Any]) -> dict[str, Any]:
    """What the table's codes are called, so that its page outlives the edition; and what
    has to be said beside its figures, wherever they stand."""
    viewer = Viewer.public()
    asked = set(table["asked"].get("measures", ()))
    try:
        with named_edition(Path(settings.KITH_STORE), table["edition"]):
            found = {
                one.code: {"title": one.title, "definition": one.definition}
                for one in catalogue(viewer)
                if one.code in asked
            }
            shown = edition(viewer)
    except NothingPublishedError:
        return {}
    said: dict[str, Any] = {"invented": True} if shown.invented else {}
    if shown.provisional:
        said["provisional_as_at"] = shown.stands_on.isoformat()
    if "edition" in table["asked"]:
        return said
    areas = {one.code: one.name for one in shown.areas}
    return {**said, "measures": found, "areas": areas}


def _state(of: Release) -> str:
    state: str = _shown(of.ledger)["state"]
    return state


def _shown(ledger: str) -> dict[str, Any]:
    said = run_engine(["release", "show", _store(), ledger, *JSON])
    words = None if said is None else _json(said)
    if words is None:
        raise LedgerSilentError("the ledger did not answer")
    return words


def _json(said: Said) -> dict[str, Any] | None:
    try:
        words = json.loads(said.out)
    except ValueError:
        return None
    return words if isinstance(words, dict) else None


def _store() -> str:
    return str(settings.KITH_STORE)
