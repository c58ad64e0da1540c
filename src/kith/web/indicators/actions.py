"""Every change of the register of indicators."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from kith.contracts.register import Indicator, RegisterError
from kith.domain.vocabulary.periods import say_day
from kith.web.access.refusals import RefusedError, refuse_if
from kith.web.access.writing import writing
from kith.web.indicators import policies, queries
from kith.web.indicators.files import write_register
from kith.web.indicators.models import IndicatorVersion
from kith.web.indicators.values import definition_of, said_anew
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError, NotPublishedError


if TYPE_CHECKING:
    from datetime import date, datetime

    from kith.web.access.viewer import Viewer
    from kith.web.indicators.values import Change


def add_indicator(
    *, viewer: Viewer, at: datetime, code: str, first: Change
) -> IndicatorVersion:
    """An indicator that Kith does not ship is in the register, from a day on."""
    with writing(viewer=viewer, at=at, verb="indicators.added") as event:
        refuse_if(policies.why_not_keep(viewer))
        known = {one.indicator.code for one in queries.register(viewer)}
        refuse_if(policies.TAKEN if code in known else "")
        refuse_if(policies.COUNTED if _is_counted(viewer, code) else "")
        assert first.from_day is not None
        made = _kept(viewer, at, code, first, valid_from=first.from_day)
        event.about(made, code=code)
    return made


def change_indicator(
    *, viewer: Viewer, at: datetime, code: str, change: Change
) -> IndicatorVersion:
    """The indicator is said anew; where it counts something else, its series breaks."""
    with writing(viewer=viewer, at=at, verb="indicators.changed") as event:
        refuse_if(policies.why_not_keep(viewer))
        before = queries.entry(viewer, code).indicator
        is_same = definition_of(before) == change.says
        refuse_if(policies.NOTHING_CHANGED if is_same and not change.from_day else "")
        after = _well_formed(before, change)
        valid_from = before.valid_from
        if change.from_day is None:
            refuse_if(policies.why_not_same(before, after))
        else:
            last = say_day(before.valid_from)
            is_later = change.from_day > before.valid_from
            refuse_if("" if is_later else policies.AFTER_THE_LAST.format(last))
            valid_from = change.from_day
        made = _kept(viewer, at, code, change, before=before, valid_from=valid_from)
        event.about(made, code=code, version=made.version)
    return made


def _well_formed(before: Indicator, change: Change) -> Indicator:
    try:
        return said_anew(before, change.says)
    except RegisterError as fault:
        raise RefusedError(str(fault)) from None


def _kept(
    viewer: Viewer,
    at: datetime,
    code: str,
    change: Change,
    *,
    valid_from: date,
    before: Indicator | None = None,
) -> IndicatorVersion:
    version = before.version + bool(change.from_day) if before else 1
    words = asdict(change.says)
    try:
        Indicator(**words, code=code, version=version, valid_from=valid_from)
    except RegisterError as fault:
        raise RefusedError(str(fault)) from None
    last = IndicatorVersion.objects.filter(code=code).order_by("-number").first()
    made = IndicatorVersion.objects.create(
        **words,
        code=code,
        number=last.number + 1 if last else 1,
        version=version,
        valid_from=valid_from,
        counts_anew=bool(change.from_day),
        because=change.because,
        said_by_id=viewer.who,
        said_at=at,
    )
    transaction.on_commit(partial(write_register))
    return made


def _is_counted(viewer: Viewer, code: str) -> bool:
    try:
        return not published.measure(viewer, code).is_indicator
    except (NotPublishedError, NothingPublishedError):
        return False
