"""Bodies, seats, terms and handovers in words, tags and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.quorum import LOCAL, STATUTORY, QuorumRule, Sector
from kith.domain.rules.states.task_and_finish import TASK_AND_FINISH, GroupState
from kith.domain.rules.states.terms import TERMS_OF_REFERENCE, TermsState
from kith.domain.vocabulary.periods import say_day
from kith.web.bodies import policies
from kith.web.bodies.models.bodies import WEEKDAYS, BodyKind
from kith.web.ui.charts import Body as Box
from kith.web.ui.charts import StructureChart
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import (
        Body,
        BodyStep,
        Seat,
        TermsOfReference,
        TermsStep,
    )
    from kith.web.bodies.queries import Attendance, Node


MOVES = {
    "open": "Opened",
    "commission": "Commissioned",
    "edit": "Changed",
    "start": "Started",
    "report": "Final report made",
    "send_back": "Asked for more",
    "close": "Closed",
    "link": "Linked",
    "plan_rotation": "The order of the chair planned",
}
TERMS_MOVES = {
    "draft": "Drafted",
    "consult": "Consulted on",
    "revise": "Taken back to a draft",
    "approve": "Approved",
    "ask_signatures": "Signatures asked for",
    "sign": "Signed",
    "publish": "Put in force",
    "supersede": "Superseded",
}


@dataclass(frozen=True)
class BodyLine:
    """A body as a list shows it."""

    name: str
    url: str
    kind: str
    parent: str
    areas: str
    state: str
    tone: str


def line(body: Body, *, today: date) -> BodyLine:
    """One row of the list."""
    state, tone = standing(body, today=today)
    return BodyLine(
        name=body.name,
        url=reverse("bodies:detail", args=[body.pk]),
        kind=body.get_kind_display(),
        parent=body.parent.name if body.parent else "Nobody above it",
        areas=", ".join(sorted(one.name for one in body.areas.all())),
        state=state,
        tone=tone,
    )


def standing(body: Body, *, today: date) -> tuple[str, str]:
    """Where the body stands in words, and the tone of its tag."""
    if body.closed_on is not None and body.closed_on <= today:
        return f"Closed on {say_day(body.closed_on)}", ""
    if body.kind == BodyKind.TASK_AND_FINISH:
        words = TASK_AND_FINISH.words[GroupState(body.state)]
        return words, "attention" if body.state == GroupState.FINAL_REPORT else "done"
    return "Open", "done"


def cadence(body: Body) -> str:
    """How often it meets, as a sentence."""
    if body.cadence_every is None:
        return "No rhythm is set"
    unit = "week" if body.cadence_unit == "WEEK" else "month"
    often = (
        f"Every {unit}"
        if body.cadence_every == 1
        else f"Every {body.cadence_every} {unit}s"
    )
    if body.cadence_weekday is None:
        return often
    return f"{often}, on a {dict(WEEKDAYS)[body.cadence_weekday]}"


def quorum(body: Body) -> str:
    """Who must be there, as a sentence."""
    return QuorumRule(
        sectors=frozenset(Sector) if body.quorum_all_sectors else frozenset(),
        number=body.quorum_number or 0,
        needs_chair=body.quorum_chair,
        authority=STATUTORY if body.quorum_all_sectors else LOCAL,
    ).words


@dataclass(frozen=True)
class SeatLine:
    """A seat as its body's page shows it."""

    url: str
    role: str
    organisation: str
    person: str
    is_vacant: bool
    has_left: bool
    substitute: str
    until: str
    ends_soon: bool
    attendance: str


def seat_line(
    seat: Seat, *, today: date, attended: Mapping[UUID, Attendance]
) -> SeatLine:
    """One row of the seats; who stands in was fetched beside it."""
    role = seat.get_role_display()
    if seat.is_deputy:
        role = f"Deputy {role[0].lower()}{role[1:]}"
    stands_in = [
        f"{one.person.name} stands in until {say_day(one.last_on)}"
        for one in getattr(seat, "standing_in", ())
    ]
    came = attended.get(seat.pk)
    return SeatLine(
        url=reverse("bodies:seat", args=[seat.pk]),
        role=role if seat.is_voting else f"{role}, without a vote",
        organisation=seat.organisation.name_on(today) if seat.organisation else "",
        person=seat.person.name if seat.person else "Vacant",
        is_vacant=seat.person is None,
        has_left=policies.has_left(seat),
        substitute=", ".join(stands_in),
        until=say_day(seat.last_on) if seat.last_on else "No end set",
        ends_soon=seat.last_on is not None
        and (seat.last_on - today).days <= policies.SOON,
        attendance=f"{came.came} of {came.asked} meetings" if came else "",
    )


def body_steps(viewer: Viewer, body: Body) -> list[NextStep]:
    """What this viewer can do with a body, and why not the rest."""
    steps = [
        ("Change what it is", "edit", policies.why_not_edit, True),
        ("Add a seat", "seat_new", policies.why_not_seat, True),
        ("Plan whose turn it is to chair", "rotation", policies.why_not_edit, True),
        ("Link it to another group", "link", policies.why_not_edit, True),
        ("Draft terms of reference", "terms_new", policies.why_not_draft_terms, True),
        ("Close it", "close", policies.why_not_close, True),
    ]
    if body.kind == BodyKind.TASK_AND_FINISH:
        steps[:0] = [
            ("Start its work", "start", policies.why_not_start, False),
            ("Mark the final report as made", "report", policies.why_not_report, True),
            ("Ask for more", "send_back", policies.why_not_send_back, True),
        ]
    return _steps(viewer, body, steps)


def seat_steps(viewer: Viewer, seat: Seat, *, today: date) -> list[NextStep]:
    """What this viewer can do with a seat, and why not the rest."""
    hand_over = NextStep(
        "Hand over this seat",
        reverse("bodies:hand_over", args=[seat.pk]),
        policies.why_not_hand_over(viewer, seat, today),
        opens_page=True,
    )
    return [
        hand_over,
        *_steps(
            viewer,
            seat,
            [
                ("Fill this seat", "fill", policies.why_not_fill, True),
                ("Name a substitute", "substitute", policies.why_not_substitute, True),
                ("The holder leaves", "vacate", policies.why_not_vacate, True),
                ("End the seat itself", "seat_end", policies.why_not_end, True),
            ],
        ),
    ]


def terms_state(terms: TermsOfReference) -> tuple[str, str]:
    """Where a version stands in words, and the tone of its tag."""
    state = TermsState(terms.state)
    return TERMS_OF_REFERENCE.words[state], (
        "done" if state is TermsState.PUBLISHED else ""
    )


def terms_steps(
    viewer: Viewer, terms: TermsOfReference, asked: Collection[str]
) -> list[NextStep]:
    """What this viewer can do with a version, and why not the rest."""
    edit = NextStep(
        "Change the draft",
        reverse("bodies:terms_edit", args=[terms.pk]),
        policies.why_not_edit_terms(viewer, terms),
        opens_page=True,
    )
    moves = [
        NextStep(
            words,
            reverse(f"bodies:terms_{move}", args=[terms.pk]),
            policies.why_not_move_terms(viewer, terms, move),
        )
        for words, move in (
            ("It has been consulted on", "consult"),
            ("Take it back to a draft", "revise"),
            ("Approve it", "approve"),
            ("Put it in force", "publish"),
        )
    ]
    if terms.body.parent_id is not None:
        return [edit, *moves]
    sign = NextStep(
        "Ask for the three signatures",
        reverse("bodies:terms_sign", args=[terms.pk]),
        policies.why_not_ask_to_sign(viewer, terms, asked),
        opens_page=True,
    )
    return [edit, *moves[:3], sign, moves[3]]


def story(
    steps: Iterable[BodyStep] | Iterable[TermsStep], moves: Mapping[str, str]
) -> list[StoryLine]:
    """Steps in words."""
    return [
        StoryLine(moves[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


def structure_chart(
    roots: tuple[Node, ...], *, place: str, on: date
) -> StructureChart | None:
    """Who reports to whom, as on a day; None where there is nothing to draw."""
    if not roots:
        return None
    boxes = tuple(_box(one) for one in roots)
    root = boxes[0] if len(boxes) == 1 else Box(place, "", boxes)
    count = sum(_count(one) for one in roots)
    return StructureChart(
        name="The groups of the partnership and who they report to",
        place=place,
        period=f"as on {say_day(on)}",
        root=root,
        finding=f"{count} {'group' if count == 1 else 'groups'}"
        + (f"; everything leads to the {boxes[0].name}" if len(boxes) == 1 else ""),
        source="the partnership's register of groups",
    )


def _box(node: Node) -> Box:
    chair = f"chaired by {node.chaired_by}" if node.chaired_by else "no chair"
    return Box(
        node.name, f"{node.kind}; {chair}", tuple(_box(one) for one in node.members)
    )


def _count(node: Node) -> int:
    return 1 + sum(_count(one) for one in node.members)


def _steps(
    viewer: Viewer, record: Body | Seat, steps: Iterable[tuple[str, str, object, bool]]
) -> list[NextStep]:
    return [
        NextStep(
            words,
            reverse(f"bodies:{route}", args=[record.pk]),
            why_not(viewer, record),  # type: ignore[operator] # a policy of this record
            opens_page=opens_page,
        )
        for words, route, why_not, opens_page in steps
    ]
