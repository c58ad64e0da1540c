"""Background work of explorations: the engine counts, and tells which rows it counted.

Each piece may be done twice without harm: the same question of the same build has the
same answer, and rows are written anew under the same key.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings

from kith.domain.vocabulary.actors import Actor
from kith.web.access.viewer import Viewer
from kith.web.explorations.actions import (
    begin_counting,
    end_opening,
    forget_answers,
    keep_answer,
    keep_rows,
)
from kith.web.explorations.files.rows import folder
from kith.web.explorations.models import (
    COUNTING,
    AnswerState,
    Exploration,
    RowOpening,
    RowsState,
)
from kith.web.explorations.policies import COUNTED_ANEW
from kith.web.explorations.queries import on_offer
from kith.web.explorations.values import MOST_CELLS, MOST_ROWS, Question
from kith.web.releases.files.engine import run_engine


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.releases.files.engine import Said


ACTOR = Actor.platform("explorations")
JSON = ("--format", "json")


def count_answer(arguments: dict[str, str], *, at: datetime) -> None:
    """The engine answers a question, unless that was called off."""
    key = UUID(arguments["exploration"])
    of = begin_counting(actor=ACTOR, at=at, key=key)
    if of is None:
        return
    asked = Question(of.measure, of.area_id, of.period, tuple(of.by), of.rules)
    before = _build()
    said = run_engine(
        ["figures", str(settings.KITH_STORE), *asked.words, *JSON],
        is_wanted=lambda: Exploration.objects.filter(
            pk=key, state__in=COUNTING
        ).exists(),
    )
    if said is None:
        return
    cells = _listed(said)
    state = AnswerState.ANSWERED
    if cells is None:
        state = AnswerState.FAILED
    elif len(cells) > MOST_CELLS:
        state = AnswerState.TOO_LARGE
    keep_answer(
        actor=ACTOR,
        at=at,
        key=key,
        state=state,
        # Built anew meanwhile: nobody can say which of the two was counted.
        build=before if before == _build() else "",
        cells=(cells or ()) if state is AnswerState.ANSWERED else (),
        fault=said.fault if state is AnswerState.FAILED else "",
    )


def fetch_rows(arguments: dict[str, str], *, at: datetime) -> None:
    """The engine tells the rows behind an answer, as long as its build stands."""
    key = UUID(arguments["opening"])
    waiting = RowOpening.objects.filter(pk=key, state=RowsState.WAITING)
    one = waiting.select_related("of").first()
    if one is None:
        return
    asked = Question(one.of.measure, one.of.area_id, one.of.period, (), one.of.rules)
    said = run_engine(
        ["rows", str(settings.KITH_STORE), *asked.words_of_rows, *JSON],
        is_wanted=waiting.exists,
        within=folder(),
    )
    if said is None:
        return
    rows = _listed(said)
    if rows is None or one.of.build != _build():
        fault = said.fault if rows is None else COUNTED_ANEW
        end_opening(actor=ACTOR, at=at, key=key, state=RowsState.FAILED, fault=fault)
    elif len(rows) > MOST_ROWS:
        end_opening(actor=ACTOR, at=at, key=key, state=RowsState.TOO_MANY)
    else:
        keep_rows(actor=ACTOR, at=at, key=key, rows=rows)


def shut_rows(arguments: dict[str, str], *, at: datetime) -> None:
    """The hour of some rows is over."""
    key = UUID(arguments["opening"])
    end_opening(actor=ACTOR, at=at, key=key, state=RowsState.CLOSED)


def forget(arguments: dict[str, str], *, at: datetime) -> None:  # noqa: ARG001 - the protocol
    """What was kept long enough is deleted."""
    forget_answers(actor=ACTOR, at=at)


def _build() -> str:
    offer = on_offer(Viewer.public())
    return offer.build if offer else ""


def _listed(said: Said) -> list[dict[str, Any]] | None:
    """What the engine listed; None where it said no list. Decimals stay as written."""
    try:
        words = json.loads(said.out, parse_float=str)
    except ValueError:
        return None
    return words if isinstance(words, list) and said.code == 0 else None
