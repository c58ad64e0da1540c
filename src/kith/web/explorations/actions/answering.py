"""What the engine answered is kept, in the platform's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.audit.recording import recorded
from kith.web.explorations.models import COUNTING, AnswerState, Exploration


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from kith.domain.vocabulary.actors import Actor


def begin_counting(*, actor: Actor, at: datetime, key: UUID) -> Exploration | None:
    """The engine counts for it now; None where it was called off meanwhile.

    Begun again where a worker died over it.
    """
    with recorded(actor=actor, at=at, verb="explorations.counting_begun") as event:
        of = (
            Exploration.objects.select_for_update()
            .filter(pk=key, state__in=COUNTING)
            .first()
        )
        if of is not None:
            of.state = AnswerState.RUNNING
            of.save(update_fields=["state"])
        event.about_several("explorations", (key,) if of is not None else ())
    return of


def keep_answer(  # noqa: PLR0913 - what the engine said, by name alone
    *,
    actor: Actor,
    at: datetime,
    key: UUID,
    state: AnswerState,
    build: str = "",
    cells: Sequence[dict[str, object]] = (),
    fault: str = "",
) -> None:
    """What came of a question is kept, unless it was called off meanwhile."""
    with recorded(actor=actor, at=at, verb="explorations.answered") as event:
        of = (
            Exploration.objects.select_for_update()
            .filter(pk=key, state__in=COUNTING)
            .first()
        )
        if of is not None:
            of.state, of.build, of.cells = state, build, list(cells)
            of.fault = fault
            of.save(update_fields=["state", "build", "cells", "fault"])
        event.about_several(
            "explorations",
            (key,),
            area="" if of is None else of.area_id,
            outcome=str(state),
            cells=len(cells),
            kept=int(of is not None),
        )
