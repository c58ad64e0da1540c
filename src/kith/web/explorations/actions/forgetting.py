"""Answers are gone after thirty days, with the rows that were opened behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import london_day
from kith.web.audit.recording import recorded
from kith.web.explorations.files.rows import close_rows, sweep
from kith.web.explorations.models import Exploration, RowOpening


if TYPE_CHECKING:
    from datetime import datetime

    from kith.domain.vocabulary.actors import Actor


FORGET = "explorations.forget"


def forget_answers(*, actor: Actor, at: datetime) -> None:
    """What was to be kept until yesterday is deleted."""
    sweep()
    with recorded(actor=actor, at=at, verb="explorations.forgotten") as event:
        over = Exploration.objects.filter(kept_until__lt=london_day(at))
        for key in RowOpening.objects.filter(of__in=over).values_list("pk", flat=True):
            close_rows(key)
        count = over.count()
        over.delete()
        event.about_several("explorations", (), count=count)
