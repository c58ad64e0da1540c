"""What people fill in about bodies, seats, terms and handovers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.bodies.models.bodies import WEEKDAYS, BodyKind, CadenceUnit
from kith.web.bodies.models.seats import SEAT_ROLES
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Area, Organisation


LONG = forms.Textarea(attrs={"rows": 3})


class BodyForm(KithForm):
    """What a body is, who must be there, how often it meets."""

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Enter its name"}
    )
    kind = forms.ChoiceField(label="Kind", choices=BodyKind.choices)
    parent: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="Reports to", required=False, empty_label="Nobody above it"
    )
    areas: forms.ModelMultipleChoiceField[Area] = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Areas that own it",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one area"},
    )
    purpose = forms.CharField(label="What it is for", widget=LONG, required=False)
    quorum_all_sectors = forms.BooleanField(
        label="Nothing is decided unless the council, the police and health are there",
        required=False,
    )
    quorum_chair = forms.BooleanField(
        label="Nothing is decided unless the chair or a deputy is there", required=False
    )
    quorum_number = forms.IntegerField(
        label="How many voting members must be there",
        min_value=1,
        max_value=50,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    cadence_every = forms.IntegerField(
        label="It meets every so many weeks or months",
        min_value=1,
        max_value=52,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    cadence_unit = forms.ChoiceField(
        label="Weeks or months",
        choices=[("", "Choose"), *CadenceUnit.choices],
        required=False,
    )
    cadence_weekday = forms.TypedChoiceField(
        label="On which weekday",
        choices=[("", "Any"), *WEEKDAYS],
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        parents: QuerySet[Body],
        areas: QuerySet[Area],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "parent", parents)
        _choose(self, "areas", areas)

    def clean(self) -> dict[str, Any]:
        """A rhythm has both its number and its unit."""
        told = super().clean() or {}
        if bool(told.get("cadence_every")) != bool(told.get("cadence_unit")):
            self.add_error("cadence_unit", "Say every how many weeks or months")
        return told


class CloseForm(KithForm):
    """When a body closed, and why."""

    on = DayField(label="Last day", error_messages={"required": "Enter the last day"})
    reason = forms.CharField(
        label="Why it is closed",
        widget=LONG,
        max_length=300,
        error_messages={"required": "Say why it is closed"},
    )


class WordsForm(KithForm):
    """What is said with a step."""

    words = forms.CharField(
        label="What is there to say",
        widget=LONG,
        max_length=2000,
        error_messages={"required": "Say it in a sentence"},
    )


class LinkForm(KithForm):
    """A link sideways to another board."""

    name = forms.CharField(
        label="Name of the other board",
        help_text="Such as the Improvement Board or the Safeguarding Adults Board.",
        max_length=200,
        error_messages={"required": "Enter its name"},
    )
    how = forms.CharField(
        label="How they work together", max_length=300, required=False
    )


class RotationForm(KithForm):
    """Whose turn it is to chair: up to six partners, in order."""

    term_months = forms.IntegerField(
        label="How many months is a term",
        min_value=1,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Enter how many months a term has"},
    )
    first_from = DayField(
        label="First day of the first term",
        error_messages={"required": "Enter the first day"},
    )

    def __init__(
        self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for place, words in enumerate(
            ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
        ):
            self.fields[f"place_{place}"] = forms.ModelChoiceField(
                queryset=organisations,
                label=f"{words} to chair",
                required=place == 0,
                error_messages={"required": "Choose who chairs first"},
            )

    @property
    def order(self) -> list[Organisation]:
        """The partners chosen, in order."""
        chosen = (self.cleaned_data.get(f"place_{place}") for place in range(6))
        return [one for one in chosen if one is not None]


class SeatForm(KithForm):
    """A new seat."""

    role = forms.ChoiceField(label="Role", choices=SEAT_ROLES, initial="member")
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="For which organisation", required=False
    )
    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who takes it",
        required=False,
        empty_label="Nobody yet: it stands vacant",
    )
    first_on = DayField(
        label="From when", error_messages={"required": "Enter the first day"}
    )
    last_on = DayField(label="Until when", required=False)
    is_deputy = forms.BooleanField(label="As a deputy", required=False)
    is_voting = forms.BooleanField(label="Votes", required=False, initial=True)
    may_send_substitute = forms.BooleanField(
        label="May send a substitute", required=False, initial=True
    )

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        people: QuerySet[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "organisation", organisations)
        _choose(self, "person", people)

    def clean(self) -> dict[str, Any]:
        """A seat does not end before it begins."""
        told = super().clean() or {}
        first, last = told.get("first_on"), told.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", "The last day cannot be before the first")
        return told


class FillForm(KithForm):
    """Who takes a vacant seat, and from when."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who takes it",
        error_messages={"required": "Choose who takes it"},
    )
    first_on = DayField(
        label="From when", error_messages={"required": "Enter the first day"}
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "person", people)


class LeaveForm(KithForm):
    """When the holder leaves, and why."""

    on = DayField(
        label="Last day in the seat", error_messages={"required": "Enter the last day"}
    )
    reason = forms.CharField(
        label="Why", max_length=200, error_messages={"required": "Say why"}
    )


class EndSeatForm(KithForm):
    """When the seat itself ends, and why."""

    on = DayField(
        label="Last day of the seat",
        help_text="Nobody can take it after that day.",
        error_messages={"required": "Enter the last day"},
    )
    reason = forms.CharField(
        label="Why", max_length=200, error_messages={"required": "Say why"}
    )


class SubstituteForm(KithForm):
    """Who stands in, between which days."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who stands in",
        error_messages={"required": "Choose who stands in"},
    )
    first_on = DayField(
        label="First day", error_messages={"required": "Enter the first day"}
    )
    last_on = DayField(
        label="Last day", error_messages={"required": "Enter the last day"}
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "person", people)


class HandOverForm(KithForm):
    """Who takes the seat over, and from which day."""

    to: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who takes the seat over",
        error_messages={"required": "Choose who takes the seat over"},
    )
    on = DayField(
        label="First day of the successor",
        help_text="The day before is the last of whoever holds it now.",
        error_messages={"required": "Enter the first day of the successor"},
    )
    words = forms.CharField(
        label="A note for the successor",
        help_text="What they should know first. Do not name a child here.",
        widget=LONG,
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "to", people)


class TermsForm(KithForm):
    """The words of terms of reference."""

    text = forms.CharField(
        label="Terms of reference",
        widget=forms.Textarea(attrs={"rows": 15}),
        error_messages={"required": "Enter the text"},
    )
    review_on = DayField(label="To be reviewed on", required=False)


def _choose(form: KithForm, name: str, rows: QuerySet[Any]) -> None:
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ModelChoiceField | forms.ModelMultipleChoiceField)
    chosen.queryset = rows
    if chosen.required and not isinstance(chosen, forms.ModelMultipleChoiceField):
        chosen.empty_label = "Choose"
