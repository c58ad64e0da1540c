"""Where a question stands, under which rules, and what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from kith.web.explorations import policies
from kith.web.explorations.models import COUNTING, AnswerState, RowsState, Rules
from kith.web.explorations.values import (
    BREAKDOWNS,
    MOST_CELLS,
    MOST_ROWS,
)
from kith.web.ui.steps import NextStep


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.explorations.models import Exploration, RowOpening


TONES = {
    AnswerState.WAITING: "attention",
    AnswerState.RUNNING: "attention",
    AnswerState.ANSWERED: "done",
}
RULES_IN_SHORT = {Rules.PUBLIC: "Public rules", Rules.INTERNAL: "Internal rules"}
RULES_IN_WORDS = {
    Rules.PUBLIC: (
        "Public rules: small numbers are hidden, and with them what would give one away "
        "beside everything in print. It is not judged beside other answers here."
    ),
    Rules.INTERNAL: (
        "Internal rules: nothing is hidden. A small number here can tell who a child is."
    ),
}
NOT_RELEASED = "Not released: do not pass on."
TOO_LARGE = (
    f"The answer has more than {MOST_CELLS:,} cells. Ask about fewer days, or divide it "
    "by one breakdown less."
)
TOO_MANY = (
    f"There are more than {MOST_ROWS:,} rows. Ask about fewer days, and open the rows "
    "of that answer."
)


def standing(of: Exploration) -> tuple[str, str]:
    """Where the answer stands, and the tone of its tag."""
    state = AnswerState(of.state)
    return str(state.label), TONES.get(state, "")


def is_counting(of: Exploration) -> bool:
    """Whether the engine is at work on it, so that the page looks again."""
    return of.state in COUNTING


def rules_words(of: Exploration) -> tuple[str, str]:
    """The rules in short, and what they mean for whoever reads the answer."""
    rules = Rules(of.rules)
    return RULES_IN_SHORT[rules], RULES_IN_WORDS[rules]


def by_words(of: Exploration) -> str:
    """ "By age band and sex"; empty for a total."""
    ways = " and ".join(BREAKDOWNS.get(one, one) for one in of.by)
    return f"by {ways}" if ways else ""


def address_of(of: Exploration) -> str:
    """Where the same question stands for good: it outlives the answer."""
    said = [
        ("measure", of.measure),
        ("area", of.area_id),
        ("from", of.first_on.isoformat()),
        ("to", of.last_on.isoformat()),
        *(("by", one) for one in of.by),
        ("rules", of.rules),
    ]
    return f"{reverse('explorations:new')}?{urlencode(said)}"


def why_no_answer(of: Exploration) -> str:
    """What went wrong, and what to do; empty where nothing did."""
    if of.state == AnswerState.TOO_LARGE:
        return TOO_LARGE
    if of.state == AnswerState.FAILED:
        return of.fault or "The engine could not count it. Ask again."
    return ""


def steps(viewer: Viewer, of: Exploration, *, build: str) -> list[NextStep]:
    """What can be done with a question, and why not."""
    return [
        NextStep(
            "Open the rows behind it",
            reverse("explorations:rows_new", args=[of.pk]),
            policies.why_not_open_rows(viewer, of, build=build),
            opens_page=True,
        ),
        NextStep(
            "Stop counting",
            reverse("explorations:cancel", args=[of.pk]),
            policies.why_not_cancel(viewer, of),
        ),
    ]


def why_no_rows(one: RowOpening, *, is_open: bool) -> str:
    """Why no rows are shown; empty while they are, or while they are fetched."""
    if is_open or one.state == RowsState.WAITING:
        return ""
    if one.state == RowsState.TOO_MANY:
        return TOO_MANY
    if one.state == RowsState.FAILED:
        return one.fault or "The engine could not tell the rows. Ask again."
    return "Their hour is over, and they are deleted. Open them again for a purpose."
