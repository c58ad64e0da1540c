"""What people fill in about plans and priorities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.priority_progress import WORDS, Progress, why_not_said
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Area, Organisation


LONGEST = 8000


def _text(label: str, missing: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": options.pop("rows", 4)}),
        max_length=LONGEST,
        error_messages={"required": missing},
        **options,
    )


class PlanForm(KithForm):
    """A plan: whose, what it is called, from when to when."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="For which group"
    )
    title = forms.CharField(
        label="What it is called",
        max_length=200,
        error_messages={"required": "Say what it is called"},
    )
    first_on = DayField(
        label="From", error_messages={"required": "Enter the day from which it holds"}
    )
    last_on = DayField(label="Until", error_messages={"required": "Enter its last day"})

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, "body", bodies)

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first."""
        said = super().clean() or {}
        first, last = said.get("first_on"), said.get("last_on")
        if first and last and last <= first:
            self.add_error("last_on", "The last day must come after the first")
        return said


class AimForm(KithForm):
    """A priority: what it wants for children, and who leads it."""

    title = forms.CharField(
        label="Priority",
        max_length=200,
        error_messages={"required": "Name the priority"},
    )
    outcome = _text(
        "What will be different for children?",
        "Say what will be different for children",
    )
    lead_organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which organisation leads"
    )
    lead: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who leads", required=False
    )
    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="For one area alone", required=False
    )
    is_published = forms.BooleanField(
        label="It may be shown to the public", required=False
    )

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        people: QuerySet[Person],
        areas: QuerySet[Area],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, "lead_organisation", organisations)
        _fill(self, "lead", people)
        _fill(self, "area", areas)
        if areas.count() <= 1:
            del self.fields["area"]


class NoteForm(KithForm):
    """How far it has come; with the analysis where that is little."""

    progress = forms.TypedChoiceField(
        label="How far has it come?",
        choices=[(one.value, words) for one, words in WORDS.items()],
        coerce=Progress,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how far it has come"},
    )
    words = _text("What was done, and what shows it", "Say what was done")
    analysis = _text(
        "Why is there little or no progress, and what will be done?",
        "",
        required=False,
        help_text="Needed where there is little or no progress. The yearly report "
        "prints it.",
    )
    noted_on = DayField(
        label="As it stood on",
        required=False,
        help_text="Today, where nothing is said.",
    )

    def clean(self) -> dict[str, Any]:
        """Little progress is never said without its analysis."""
        said = super().clean() or {}
        if said.get("progress"):
            why_not = why_not_said(said["progress"], said.get("analysis", ""))
            if why_not:
                self.add_error("analysis", why_not)
        return said


class NarrativeForm(KithForm):
    """What a report may say of it over a period."""

    first_on = DayField(
        label="From", error_messages={"required": "Enter the period's first day"}
    )
    last_on = DayField(
        label="Until", error_messages={"required": "Enter the period's last day"}
    )
    words = _text("What happened", "Write what happened in the period", rows=10)


class MeasuresForm(KithForm):
    """Which measures of the evidence watch the priority."""

    measures = forms.MultipleChoiceField(
        label="Which figures show whether it makes a difference?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["measures"]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = list(choices)


class LinkForm(KithForm):
    """An action that serves the priority."""

    action = forms.ChoiceField(
        label="Which action",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an action"},
    )

    def __init__(
        self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["action"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = list(choices)


def _fill(form: KithForm, name: str, rows: QuerySet[Any]) -> None:
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ModelChoiceField)
    chosen.queryset = rows
