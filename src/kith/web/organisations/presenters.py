"""Organisations, arrangements and requests in words, tags and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.terms import ARRANGEMENTS, TermsState
from kith.domain.vocabulary.organisation_numbers import NUMBERS, NumberKind
from kith.domain.vocabulary.periods import say_day
from kith.web.organisations import policies
from kith.web.organisations.models.requests import RequestState
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import (
        ArrangementsStep,
        ArrangementsVersion,
        InformationRequest,
        Organisation,
        RelevantAgency,
        Succession,
    )


MOVES = {
    "draft": "Drafted",
    "consult": "Consulted on",
    "revise": "Taken back to a draft",
    "approve": "Approved",
    "ask_signatures": "Signatures asked for",
    "sign": "Signed by all three partners",
    "publish": "Published",
    "supersede": "Superseded",
}


@dataclass(frozen=True)
class OrganisationLine:
    """An organisation as a list shows it."""

    name: str
    url: str
    kind: str
    areas: str
    numbers: str
    state: str


def line(one: Organisation, *, on: date) -> OrganisationLine:
    """One row of the list; its areas were fetched beside it."""
    served = [place.area.name for place in getattr(one, "served", ())]
    return OrganisationLine(
        name=one.name_on(on),
        url=reverse("organisations:detail", args=[one.pk]),
        kind=one.get_kind_display(),
        areas=", ".join(served) or "No area now",
        numbers=", ".join(say_number(n.kind, n.value) for n in one.numbers.all()),
        state=standing(one, on=on),
    )


def say_number(kind: str, value: str) -> str:
    """A number with its register's name."""
    return f"{NUMBERS[NumberKind(kind)].name} {value}"


def standing(one: Organisation, *, on: date) -> str:
    """Whether it has ended, or is still to begin; empty while it stands."""
    if one.last_on is not None and one.last_on < on:
        return f"Ended on {say_day(one.last_on)}"
    if one.first_on is not None and one.first_on > on:
        return f"From {say_day(one.first_on)}"
    return ""


def span(first: date | None, last: date | None) -> str:
    """From a day to a day, in words."""
    if first is None and last is None:
        return "As far as is known"
    if last is None:
        return f"Since {say_day(first)}" if first else ""
    return f"{say_day(first)} to {say_day(last)}" if first else f"Until {say_day(last)}"


def succession(one: Succession, of: Organisation) -> tuple[str, str, str]:
    """What was before or after, in words, with its page and name."""
    how, day = one.get_kind_display().lower(), say_day(one.on)
    if one.before_id == of.pk:
        words = f"On {day} it was {how}; this followed:"
        return (
            words,
            reverse("organisations:detail", args=[one.after_id]),
            str(one.after),
        )
    words = f"On {day} it followed this, which was {how}:"
    return words, reverse("organisations:detail", args=[one.before_id]), str(one.before)


def organisation_steps(
    viewer: Viewer, one: Organisation, covered: Collection[str]
) -> list[NextStep]:
    """What this viewer can change about an organisation, and why not."""
    why_not = policies.why_not_edit(viewer, covered)
    employ = NextStep(
        "Say who works there",
        reverse("organisations:employ", args=[one.pk]),
        policies.why_not_employ(viewer, covered),
        opens_page=True,
    )
    changes = [
        NextStep(
            words,
            reverse(f"organisations:{route}", args=[one.pk]),
            why_not,
            opens_page=True,
        )
        for words, route in (
            ("Put its details right", "edit"),
            ("Give it a new name from a day on", "rename"),
            ("Name a safeguarding lead", "lead_new"),
            ("Say what follows it", "succeed"),
            ("End it", "end"),
        )
    ]
    return [employ, *changes]


def arrangements_state(version: ArrangementsVersion) -> tuple[str, str]:
    """Where a version stands in words, and the tone of its tag."""
    state = TermsState(version.state)
    tones = {TermsState.PUBLISHED: "done", TermsState.APPROVED: "attention"}
    return ARRANGEMENTS.words[state], tones.get(state, "")


def arrangements_steps(
    viewer: Viewer,
    version: ArrangementsVersion,
    areas: Collection[str],
    asked: Collection[str],
) -> list[NextStep]:
    """What this viewer can do with a version, and why not the rest."""
    moves = [
        NextStep(
            words,
            reverse(f"organisations:{move}", args=[version.pk]),
            policies.why_not_move(viewer, version, move, areas),
        )
        for words, move in (
            ("It has been consulted on", "consult"),
            ("Take it back to a draft", "revise"),
            ("Approve this version", "approve"),
            ("Publish it", "publish"),
        )
    ]
    edit = NextStep(
        "Change the draft",
        reverse("organisations:arrangements_edit", args=[version.pk]),
        policies.why_not_edit_draft(viewer, version, areas),
        opens_page=True,
    )
    sign = NextStep(
        "Ask for the three signatures",
        reverse("organisations:ask_signatures", args=[version.pk]),
        policies.why_not_ask_signatures(viewer, version, asked, areas),
        opens_page=True,
    )
    return [edit, *moves[:3], sign, moves[3]]


@dataclass(frozen=True)
class AgencyLine:
    """A relevant agency, and whether it accepted."""

    name: str
    url: str
    accepted: str
    accept: str
    record: str


def agency_line(
    viewer: Viewer,
    agency: RelevantAgency,
    employers: Collection[object],
    areas: Collection[str],
) -> AgencyLine:
    """One row of the agencies, with what this viewer can do for it."""
    accepted = ""
    if hasattr(agency, "acceptance"):
        given = agency.acceptance
        accepted = f"Accepted on {say_day(given.accepted_on)} by {given.by_whom}"
        if given.is_recorded_for_them:
            accepted += f"; shown by: {given.evidence}"
    may = not policies.why_not_accept(viewer, agency, employers, areas)
    may_record = not policies.why_not_record_acceptance(viewer, agency, areas)
    return AgencyLine(
        name=agency.organisation.name,
        url=reverse("organisations:detail", args=[agency.organisation_id]),
        accepted=accepted,
        accept=reverse("organisations:accept", args=[agency.pk]) if may else "",
        record=reverse("organisations:record_acceptance", args=[agency.pk])
        if may_record and not may
        else "",
    )


def story(steps: Iterable[ArrangementsStep]) -> list[StoryLine]:
    """A version's steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


def request_state(one: InformationRequest, *, today: date) -> tuple[str, str]:
    """Where a request stands in words, and the tone of its tag."""
    if one.state == RequestState.ASKED and one.due_on < today:
        return "Asked, overdue", "attention"
    tones = {RequestState.ANSWERED.value: "done", RequestState.REFUSED.value: "error"}
    return one.get_state_display(), tones.get(one.state, "")


def request_steps(viewer: Viewer, one: InformationRequest) -> list[NextStep]:
    """What can be done with a request, and why not."""
    why_not = policies.why_not_end_request(viewer, one)
    return [
        NextStep(
            words,
            reverse(f"organisations:{route}", args=[one.pk]),
            why_not,
            opens_page=opens_page,
        )
        for words, route, opens_page in (
            ("Record the answer", "request_answer", True),
            ("Record a refusal", "request_refuse", True),
            ("Ask again", "request_chase", False),
            ("Stop asking", "request_withdraw", True),
        )
    ]


def request_story(one: InformationRequest) -> list[StoryLine]:
    """What happened with a request; its chases were fetched beside it."""
    told = [StoryLine("Asked", one.asked_by.name, one.asked_at)]
    told += [
        StoryLine("Asked again", chase.chased_by.name, chase.chased_at, chase.words)
        for chase in one.chases.all()
    ]
    if one.ended_at is not None and one.ended_by is not None:
        words = one.get_state_display()
        told.append(StoryLine(words, one.ended_by.name, one.ended_at, one.reply))
    return told
