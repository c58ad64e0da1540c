"""Each step of an action: a button at once, or a page that asks what it needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.web.access.refusals import RefusedError
from kith.web.actions import actions, forms, queries
from kith.web.actions.views.records import source_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.web.access.requests import KithRequest
    from kith.web.actions.models import Action
    from kith.web.ui.forms import KithForm


_page = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Asking:
    """A page that asks something before a step: its title, its button, what follows."""

    title: str
    button: str
    form: Callable[..., KithForm]
    done: str
    lead: str = ""
    is_warning: bool = False
    options: dict[str, Any] = field(default_factory=dict)


@require_POST
def action_agree(request: KithRequest, key: UUID) -> HttpResponse:
    """Agree an action."""
    return _at_once(request, key, actions.agree_action, "is agreed")


@require_POST
def action_start(request: KithRequest, key: UUID) -> HttpResponse:
    """Say that work has begun."""
    return _at_once(request, key, actions.start_action, "is in progress")


@require_POST
def action_close(request: KithRequest, key: UUID) -> HttpResponse:
    """Close a verified action."""
    return _at_once(request, key, actions.close_action, "is closed")


@_page
def action_note(request: KithRequest, key: UUID) -> HttpResponse:
    """Note progress."""
    asking = Asking(
        "Note progress", "Save this note", forms.NoteForm, "has a new progress note"
    )
    return _asks(request, key, asking, actions.note_progress)


@_page
def action_evidence(request: KithRequest, key: UUID) -> HttpResponse:
    """Give evidence that it is done."""
    action = queries.action(request.viewer, key)
    asking = Asking(
        "Give evidence that it is done",
        "Send for checking",
        forms.EvidenceForm,
        "waits to be checked",
        options={"documents": queries.documents_to_give(request.viewer, action)},
    )

    def submit(*, words: str, documents: list[str] = (), **who: Any) -> Action:  # type: ignore[assignment] # nothing chosen is the empty tuple
        keys = tuple(UUID(one) for one in documents)
        return actions.submit_evidence(**who, evidence=actions.Evidence(words, keys))

    return _asks(request, key, asking, submit)


@_page
def action_verify(request: KithRequest, key: UUID) -> HttpResponse:
    """Verify that it is done: never by its owner."""
    asking = Asking(
        "Verify that it is done",
        "Verify this action",
        forms.WordsForm,
        "is verified",
        lead="You say that you have looked at the evidence and that it shows what was "
        "promised.",
    )
    return _asks(request, key, asking, actions.verify_action)


@_page
def action_send_back(request: KithRequest, key: UUID) -> HttpResponse:
    """Send the evidence back."""
    asking = Asking(
        "Send the evidence back",
        "Send back to the owner",
        forms.ReasonForm,
        "is in progress again",
        lead="Say what is missing, so that the owner can put it right.",
    )
    return _asks(request, key, asking, _with_reason(actions.send_back))


@_page
def action_ask_more_time(request: KithRequest, key: UUID) -> HttpResponse:
    """Ask for more time."""
    asking = Asking(
        "Ask for more time",
        "Ask for more time",
        forms.MoreTimeForm,
        "keeps its date until the chair answers",
        lead="The date stands until whoever chairs or runs the group has decided.",
    )
    return _asks(request, key, asking, _with_reason(actions.ask_extension))


@_page
def action_decide_more_time(request: KithRequest, key: UUID) -> HttpResponse:
    """Answer the wish for more time."""
    asking = Asking(
        "Answer the wish for more time",
        "Decide",
        forms.DecideForm,
        "has its answer about more time",
    )

    def decide(*, is_given: str, **rest: Any) -> Action:
        return actions.decide_extension(**rest, is_given=is_given == "yes")

    return _asks(request, key, asking, decide)


@_page
def action_more_time(request: KithRequest, key: UUID) -> HttpResponse:
    """Give more time unasked."""
    asking = Asking(
        "Give more time", "Give more time", forms.MoreTimeForm, "has a new due date"
    )
    return _asks(request, key, asking, _with_reason(actions.extend_action))


@_page
def action_reassign(request: KithRequest, key: UUID) -> HttpResponse:
    """Give it to somebody else."""
    action = queries.action(request.viewer, key)
    day = request.received_at.date()
    asking = Asking(
        "Give it to somebody else",
        "Give it to them",
        forms.ReassignForm,
        "has a new owner",
        options={
            "people": queries.possible_owners(request.viewer, action.body, day=day),
            "organisations": queries.possible_owner_organisations(
                request.viewer, action.body
            ),
            "initial": {"organisation": action.owner_organisation_id},
        },
    )
    return _asks(request, key, asking, _with_reason(actions.reassign_action))


@_page
def action_add_source(request: KithRequest, key: UUID) -> HttpResponse:
    """Add a source: one weakness, one plan."""
    names = ("kind", "words", "noun", "key", "url")
    asking = Asking(
        "Add a source",
        "Add this source",
        forms.SourceForm,
        "answers one more source",
        lead="One weakness has one plan: a finding that this action answers already "
        "needs no second one.",
        options={"initial": {name: request.GET.get(name, "") for name in names}},
    )

    def add(*, viewer: Any, at: Any, action: UUID, **said: Any) -> Action:
        return actions.add_source(
            viewer=viewer, at=at, key=action, source=source_of(said)
        )

    return _asks(request, key, asking, add, named="action")


@_page
def action_impact(request: KithRequest, key: UUID) -> HttpResponse:
    """Say what changed for children."""
    asking = Asking(
        "Say what changed for children",
        "Save",
        forms.ImpactForm,
        "says what changed for children",
    )

    return _asks(request, key, asking, actions.state_impact)


@_page
def action_withdraw(request: KithRequest, key: UUID) -> HttpResponse:
    """Withdraw an action."""
    asking = Asking(
        "Withdraw this action",
        "Withdraw this action",
        forms.ReasonForm,
        "is withdrawn",
        lead="It stays in the register with your reason, and nobody owes it any more.",
        is_warning=True,
    )
    return _asks(request, key, asking, _with_reason(actions.withdraw_action))


def _with_reason(act: Callable[..., Action]) -> Callable[..., Action]:
    """The form's words are the action's reason."""

    def renamed(*, words: str, **rest: Any) -> Action:
        return act(**rest, reason=words)

    return renamed


def _at_once(
    request: KithRequest, key: UUID, act: Callable[..., Action], done: str
) -> HttpResponse:
    action = act(viewer=request.viewer, at=request.received_at, key=key)
    messages.success(request, f"{action.reference} {done}.")
    return _to(key)


def _asks(
    request: KithRequest,
    key: UUID,
    asking: Asking,
    act: Callable[..., Action],
    named: str = "key",
) -> HttpResponse:
    """The form, then the step; a refusal is said where it can be put right."""
    action = queries.action(request.viewer, key)
    form = asking.form(request.POST or None, **asking.options)
    if form.is_valid():
        who = {"viewer": request.viewer, "at": request.received_at, named: key}
        try:
            done = act(**who, **form.cleaned_data)
        except RefusedError as why_not:
            form.add_error(None, str(why_not))
        else:
            messages.success(request, f"{done.reference} {asking.done}.")
            return _to(key)
    about = {"action": action, "asking": asking, "form": form}
    return render(request, "actions/step.html", about)


def _to(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("actions:detail", args=[key]))
