"""Owners are asked to let their figures stand beside others', and answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.figure_consent import EVERY_MEASURE, Answer
from kith.domain.vocabulary.moments import london_day
from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.benchmarks import policies
from kith.web.benchmarks.models import ConsentAsk, FigureConsent
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.benchmarks.values import Party


@dataclass(frozen=True)
class Asked:
    """Of whom consent is asked, for what, and why. No measure: for every one."""

    party: Party
    why: str
    measure: str = EVERY_MEASURE


@dataclass(frozen=True)
class Said:
    """What a party answers, from when to when, and why."""

    party: Party
    measure: str = EVERY_MEASURE
    first_on: date | None = None
    last_on: date | None = None
    reason: str = ""


def ask_consent(*, viewer: Viewer, at: datetime, asked: Asked) -> ConsentAsk:
    """The owner is asked; it stands on their home until they answer."""
    with writing(viewer=viewer, at=at, verb="benchmarks.consent_asked") as event:
        refuse_if(policies.why_not_keep(viewer))
        refuse_if("" if asked.why.strip() else policies.SAY_WHY_ASKED)
        area = Area.objects.select_for_update().get(pk=asked.party.area.pk)
        made = ConsentAsk.objects.create(
            area=area,
            organisation=asked.party.organisation,
            measure=asked.measure,
            why=asked.why.strip(),
            after=FigureConsent.objects.filter(area=area).count(),
            asked_by_id=viewer.who,
            asked_at=at,
        )
        event.about(made, area=area.pk, measure=asked.measure)
    return made


def give_consent(*, viewer: Viewer, at: datetime, said: Said) -> FigureConsent:
    """The figures may stand beside those of other areas, from a day to a day."""
    with writing(viewer=viewer, at=at, verb="benchmarks.consent_given") as event:
        made = _say(viewer, at, said, Answer.GIVEN)
        event.about(made, area=made.area_id, measure=made.measure)
    return made


def refuse_consent(*, viewer: Viewer, at: datetime, said: Said) -> FigureConsent:
    """The figures stay out, and it is known why."""
    with writing(viewer=viewer, at=at, verb="benchmarks.consent_refused") as event:
        refuse_if("" if said.reason.strip() else policies.SAY_WHY_NOT)
        made = _say(viewer, at, said, Answer.REFUSED)
        event.about(made, area=made.area_id, measure=made.measure)
    return made


def withdraw_consent(*, viewer: Viewer, at: datetime, said: Said) -> FigureConsent:
    """A consent that stands is taken back; what was said before stays on record."""
    with writing(viewer=viewer, at=at, verb="benchmarks.consent_withdrawn") as event:
        refuse_if(policies.why_not_answer(viewer, said.party, spoken_for(viewer)))
        refuse_if("" if said.reason.strip() else policies.SAY_WHY_NOT)
        _lock(said.party)
        latest = _answers(said.party).filter(measure=said.measure).last()
        refuse_if(policies.why_not_withdraw(latest))
        made = _say(viewer, at, said, Answer.WITHDRAWN)
        event.about(made, area=made.area_id, measure=made.measure)
    return made


def _say(viewer: Viewer, at: datetime, said: Said, answer: Answer) -> FigureConsent:
    refuse_if(policies.why_not_answer(viewer, said.party, spoken_for(viewer)))
    area = _lock(said.party)
    first = said.first_on or london_day(at)
    is_over = said.last_on is not None and said.last_on < first
    refuse_if(policies.ENDS_BEFORE if is_over else "")
    return FigureConsent.objects.create(
        number=FigureConsent.objects.filter(area=area).count() + 1,
        area=area,
        organisation=said.party.organisation,
        measure=said.measure,
        answer=answer.value,
        first_on=first,
        last_on=said.last_on,
        reason=said.reason.strip(),
        said_by_id=viewer.who,
        said_at=at,
    )


def _lock(party: Party) -> Area:
    """The area, held: two who answer at once get two numbers."""
    return Area.objects.select_for_update().get(pk=party.area.pk)


def _answers(party: Party) -> QuerySet[FigureConsent]:
    rows = FigureConsent.objects.filter(
        area=party.area, organisation=party.organisation
    )
    return rows.order_by("number")
