"""What people fill in about actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.actions.models import SourceKind, Strength
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation


LONGEST = 4000


def words_field(label: str, missing: str, **options: Any) -> forms.CharField:
    """A few lines of what somebody has to say."""
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": options.pop("rows", 4)}),
        max_length=LONGEST,
        error_messages={"required": missing},
        **options,
    )


class SourceForm(KithForm):
    """Where an action came from: a kind, and the words that name it."""

    kind = forms.ChoiceField(
        label="What it came from",
        choices=[("", "Choose"), *SourceKind.choices],
        error_messages={"required": "Choose what it came from"},
    )
    words = forms.CharField(
        label="Which one",
        max_length=300,
        help_text="For example: Executive, 12 November 2020, item 4. Name no child or "
        "family: everybody who sees the action reads this.",
        error_messages={"required": "Say which one, so that it can be found again"},
    )
    noun = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    url = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class ProposeForm(SourceForm):
    """A new action: who does what, by when, and why."""

    field_order = ("body", "wording", "owner_organisation", "owner", "due_on")
    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="For which group"
    )
    wording = words_field(
        "What will be done",
        "Say what will be done",
        rows=3,
        help_text="Say what somebody does and what it leads to. Name no child or family.",
    )
    owner_organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which organisation answers for it"
    )
    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who does it"
    )
    due_on = DayField(
        label="By when", error_messages={"required": "Say by when it is due"}
    )

    def __init__(
        self,
        *args: Any,
        bodies: QuerySet[Body],
        organisations: QuerySet[Organisation],
        people: QuerySet[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (
            ("body", bodies),
            ("owner_organisation", organisations),
            ("owner", people),
        ):
            fill(self, name, rows)
        for name in ("kind", "words"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """A source is named whole or not at all."""
        said = super().clean() or {}
        if said.get("kind") and not said.get("words"):
            self.add_error("words", "Say which one, so that it can be found again")
        if said.get("words") and not said.get("kind"):
            self.add_error("kind", "Choose what it came from")
        return said


class NoteForm(KithForm):
    """How far it has come."""

    words = words_field("How far has it come?", "Say how far it has come")


class EvidenceForm(KithForm):
    """What shows that it is done."""

    words = words_field(
        "What shows that it is done?",
        "Say what shows that it is done",
        help_text="What was done, and where that can be seen. Somebody who is not the "
        "owner looks at it next.",
    )
    documents = forms.MultipleChoiceField(
        label="Documents that show it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, documents: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["documents"]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = list(documents)
        if not documents:
            del self.fields["documents"]


class ReasonForm(KithForm):
    """Why."""

    words = words_field("Why?", "Say why")


class WordsForm(KithForm):
    """Something to add, or nothing."""

    words = words_field("Anything to add", "", required=False)


class MoreTimeForm(KithForm):
    """A later day, and why."""

    to = DayField(
        label="New due date", error_messages={"required": "Enter the new due date"}
    )
    words = words_field("Why is more time needed?", "Say why more time is needed")


class DecideForm(KithForm):
    """More time, or not."""

    is_given = forms.ChoiceField(
        label="What do you decide?",
        choices=[("yes", "Give more time"), ("no", "Keep the date that was promised")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide"},
    )
    words = words_field(
        "Your reason", "", required=False, help_text="Needed where you keep the date."
    )

    def clean(self) -> dict[str, Any]:
        """A refusal has its reason."""
        said = super().clean() or {}
        if said.get("is_given") == "no" and not said.get("words"):
            self.add_error("words", "Say why there is no more time")
        return said


class ReassignForm(KithForm):
    """Somebody else, and why."""

    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who takes it on"
    )
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which organisation answers for it"
    )
    words = words_field("Why?", "Say why somebody else takes it on")

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        people: QuerySet[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fill(self, "owner", people)
        fill(self, "organisation", organisations)


class ImpactForm(KithForm):
    """What changed for children, and how that is known."""

    words = words_field(
        "What changed for children?",
        "Say what changed for children, or that nothing did yet",
        help_text="The yearly report asks for this. Name no child or family.",
    )
    strength = forms.TypedChoiceField(
        label="How is it known?",
        coerce=Strength,
        choices=Strength.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is known"},
    )


class SeveralForm(KithForm):
    """What is done with all that were chosen."""

    step = forms.ChoiceField(
        label="What do you want to do with them?",
        choices=[("agree", "Agree them"), ("extend", "Give each more time")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what to do"},
    )
    to = DayField(label="New due date, for more time", required=False)
    words = words_field("Reason, for more time", "", required=False, rows=3)

    def clean(self) -> dict[str, Any]:
        """More time needs its day and its reason."""
        said = super().clean() or {}
        if said.get("step") == "extend":
            if not said.get("to") and "to" not in self.errors:
                self.add_error("to", "Enter the new due date")
            if not said.get("words"):
                self.add_error("words", "Say why more time is needed")
        return said


def fill(form: KithForm, name: str, rows: QuerySet[Any]) -> None:
    """The field chooses among these rows."""
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ModelChoiceField)
    chosen.queryset = rows
