"""A list of actions: its rows, the sentence over it, its filters, its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from kith.domain.rules.states.actions import ACTION, OPEN, ActionState
from kith.domain.vocabulary.periods import say_day
from kith.web.actions.models import SourceKind
from kith.web.actions.queries import Asked


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from django.http import QueryDict

    from kith.web.actions.models import Action


STATES = (
    ("open", "Open"),
    ("unfinished", "Agreed and not yet verified"),
    *((state.value, words) for state, words in ACTION.words.items()),
    ("all", "All, closed ones too"),
)
ORDER_WORDS = (
    ("due", "Most urgent first"),
    ("newest", "Newest first"),
    ("reference", "By reference"),
    ("owner", "By owner"),
)
HEADER = (
    "Reference",
    "Action",
    "Group",
    "Owner",
    "Organisation",
    "Due",
    "First promised for",
    "Where it stands",
    "Overdue",
)


_NO_KEY = UUID(int=0)


@dataclass(frozen=True)
class ActionLine:
    """An action as a list shows it."""

    key: UUID
    reference: str
    wording: str
    url: str
    owner: str
    body: str
    due: str
    state: str
    tone: str


@dataclass(frozen=True)
class Filter:
    """One drop-down of the filter: its name, its label, its options."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


def lines(actions: Iterable[Action], *, today: date) -> list[ActionLine]:
    """The rows of the list. Their addresses differ by the key alone: it is made once."""
    before, _, after = reverse("actions:detail", args=[_NO_KEY]).partition(str(_NO_KEY))
    return [_line(one, f"{before}{one.pk}{after}", today) for one in actions]


def line(action: Action, *, today: date) -> ActionLine:
    """One row of the list."""
    return _line(action, reverse("actions:detail", args=[action.pk]), today)


def _line(action: Action, url: str, today: date) -> ActionLine:
    words, tone = standing(action, today=today)
    return ActionLine(
        key=action.pk,
        reference=action.reference,
        wording=action.wording,
        url=url,
        owner=f"{action.owner.name}, {action.owner_organisation.name}",
        body=action.body.name,
        due=say_day(action.due_on),
        state=words,
        tone=tone,
    )


def standing(action: Action, *, today: date) -> tuple[str, str]:
    """Where the action stands in words, and the tone of its tag."""
    state = ActionState(action.state)
    if state in OPEN and action.due_on < today:
        return f"{ACTION.words[state]}, overdue", "attention"
    return ACTION.words[state], "" if state in OPEN else "done"


def asked_for(query: QueryDict) -> Asked:
    """What the address asks for; what makes no sense is as if it were not said."""
    return Asked(
        state=_known(query.get("state", "open"), STATES, "open"),
        body=_key(query.get("body", "")),
        area=query.get("area", "")[:9],
        owner=_key(query.get("owner", "")),
        organisation=_key(query.get("organisation", "")),
        source=_known(query.get("source", ""), SourceKind.choices, ""),
        words=query.get("words", "").strip()[:100],
        is_overdue=bool(query.get("overdue")),
        is_mine=bool(query.get("mine")),
        order=_known(query.get("order", "due"), ORDER_WORDS, "due"),
    )


def filters(asked: Asked, **choices: Iterable[tuple[str, str]]) -> tuple[Filter, ...]:
    """The drop-downs over the list; ``choices`` are values and words by its name."""
    named = {
        "body": ("Group", "All groups", asked.body),
        "area": ("Area", "All areas", asked.area),
        "owner": ("Owner", "Everybody", asked.owner),
        "organisation": ("Organisation", "All organisations", asked.organisation),
    }
    rows = [
        Filter(name, label, (("", every), *choices[name]), str(chosen or ""))
        for name, (label, every, chosen) in named.items()
        if name in choices
    ]
    kinds = (("", "Anything"), *((str(a), str(b)) for a, b in SourceKind.choices))
    return (
        Filter("state", "Where it stands", STATES, asked.state),
        *rows,
        Filter("source", "Came from", kinds, asked.source),
        Filter("order", "Order", ORDER_WORDS, asked.order),
    )


def sentence(asked: Asked, total: int, shown: tuple[Filter, ...]) -> str:
    """What the list shows, in one sentence."""
    states = {
        "open": "open",
        "all": "",
        "unfinished": "agreed and not yet verified",
    }
    kind = states.get(asked.state, dict(STATES)[asked.state].lower())
    noun = "action" if total == 1 else "actions"
    count = f"{total:,}" if total else "No"
    is_short = " " not in kind
    said = [f"{count} {kind} {noun}" if kind and is_short else f"{count} {noun}"]
    if kind and not is_short:
        said.append(kind)
    if asked.is_mine:
        said.append("that you own")
    if asked.is_overdue:
        said.append("past the due date")
    for one in shown:
        label = dict(one.options).get(one.chosen, "")
        if one.chosen and label and one.name in _LINKING:
            said.append(f"{_LINKING[one.name]} {label}")
    if asked.words:
        said.append(f"with “{asked.words}”")
    order = dict(ORDER_WORDS)[asked.order]
    return f"{' '.join(said)}. {order}."


_LINKING = {
    "body": "of",
    "area": "in",
    "owner": "owned by",
    "organisation": "of",
    "source": "that came from:",
}


def named_filters(asked: Asked) -> tuple[str, ...]:
    """Which filters were set, without what they were set to: for the audit trail."""
    plain = Asked()
    names = ("state", "body", "area", "owner", "organisation", "source", "words")
    more = ("is_overdue", "is_mine")
    return tuple(
        name for name in (*names, *more) if getattr(asked, name) != getattr(plain, name)
    )


def file_rows(rows: Iterable[Action], *, today: date) -> Iterator[tuple[str, ...]]:
    """The list as rows of a file; dates as a spreadsheet sorts them."""
    for one in rows:
        state = ActionState(one.state)
        yield (
            one.reference,
            one.wording,
            one.body.name,
            one.owner.name,
            one.owner_organisation.name,
            one.due_on.isoformat(),
            one.first_due_on.isoformat(),
            ACTION.words[state],
            "yes" if state in OPEN and one.due_on < today else "no",
        )


def _key(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def _known(said: str, options: Iterable[tuple[object, object]], otherwise: str) -> str:
    return said if said in {str(value) for value, _ in options} else otherwise
