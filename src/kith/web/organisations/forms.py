"""What people fill in about organisations, arrangements and requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.vocabulary.organisation_numbers import (
    NUMBERS,
    NumberKind,
    WrongNumberError,
    organisation_number,
)
from kith.web.organisations.models.organisations import (
    OrganisationKind,
    Sector,
    SuccessionKind,
)
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.organisations.models import Area, Organisation, Partnership


ANY = [("", "All")]
LONG = forms.Textarea(attrs={"rows": 3})


class FilterForm(KithForm):
    """Which organisations a list shows."""

    says_optional = False
    words = forms.CharField(
        label="Name or number", max_length=100, required=False, empty_value=""
    )
    kind = forms.ChoiceField(
        label="Kind", choices=[*ANY, *OrganisationKind.choices], required=False
    )
    area = forms.ChoiceField(label="Area", required=False)
    ended = forms.BooleanField(label="Show those that have ended", required=False)

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["area"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [*ANY, *areas]


class OrganisationForm(KithForm):
    """What an organisation is, and its numbers."""

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Enter its name"}
    )
    kind = forms.ChoiceField(label="Kind", choices=OrganisationKind.choices)
    sector = forms.ChoiceField(
        label="Statutory partner",
        help_text="Only for a council, a police force or an integrated care board "
        "that is one of the three safeguarding partners.",
        choices=[("", "Not a statutory partner"), *Sector.choices],
        required=False,
    )
    areas = forms.MultipleChoiceField(
        label="Areas it serves",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one area"},
    )
    first_on = DayField(label="Since when", required=False)

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if areas:
            chosen = self.fields["areas"]
            assert isinstance(chosen, forms.MultipleChoiceField)
            chosen.choices = areas
        else:
            # An edit leaves its areas and days alone: those have pages of their own.
            del self.fields["areas"], self.fields["first_on"]
        for kind, rule in NUMBERS.items():
            self.fields[kind.value] = forms.CharField(
                label=rule.name, max_length=20, required=False
            )

    def clean(self) -> dict[str, Any]:
        """Each number is of its register's form."""
        told = super().clean() or {}
        for kind in NumberKind:
            said = told.get(kind.value, "")
            if said:
                try:
                    told[kind.value] = organisation_number(kind, said).value
                except WrongNumberError as wrong:
                    self.add_error(kind.value, str(wrong))
        return told

    @property
    def numbers(self) -> dict[NumberKind, str]:
        """The numbers given, by kind."""
        given = ((kind, self.cleaned_data.get(kind.value, "")) for kind in NumberKind)
        return {kind: value for kind, value in given if value}


class RenameForm(KithForm):
    """A new name, and from which day."""

    name = forms.CharField(
        label="New name", max_length=200, error_messages={"required": "Enter the name"}
    )
    on = DayField(
        label="From which day", error_messages={"required": "Enter the first day"}
    )


class EndForm(KithForm):
    """When it ended, and why."""

    on = DayField(label="Last day", error_messages={"required": "Enter the last day"})
    reason = forms.CharField(
        label="Why it ended", max_length=300, error_messages={"required": "Say why"}
    )


class SucceedForm(KithForm):
    """What follows it, from when, and how."""

    after: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None,
        label="Which organisation follows it",
        help_text="Add it first, if it is not here yet.",
        error_messages={"required": "Choose what follows it"},
    )
    kind = forms.ChoiceField(label="How", choices=SuccessionKind.choices)
    on = DayField(
        label="First day of what follows",
        error_messages={"required": "Enter the first day"},
    )

    def __init__(
        self, *args: Any, others: QuerySet[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "after", others)


class LeadForm(KithForm):
    """Whom to ask about safeguarding."""

    name = forms.CharField(
        label="Full name", max_length=200, error_messages={"required": "Enter the name"}
    )
    post = forms.CharField(
        label="Post",
        help_text="Such as designated safeguarding lead, or named nurse.",
        max_length=120,
        error_messages={"required": "Enter the post"},
    )
    email = forms.EmailField(label="Work e-mail", required=False)
    telephone = forms.CharField(label="Work telephone", max_length=30, required=False)
    first_on = DayField(
        label="Since when", error_messages={"required": "Enter the first day"}
    )


class EmployForm(KithForm):
    """Who works there, and since when."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who works there",
        help_text="Somebody who is not in the list is invited first, under People.",
        error_messages={"required": "Choose who works there"},
    )
    post = forms.CharField(
        label="Post",
        help_text="Such as head of service, or named nurse.",
        max_length=120,
        required=False,
    )
    first_on = DayField(
        label="Since when", error_messages={"required": "Enter the first day"}
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "person", people)


class LeftWorkForm(KithForm):
    """When somebody's work for an organisation ends."""

    on = DayField(label="Last day there", error_messages={"required": "Enter the day"})


class DraftForm(KithForm):
    """A draft of the arrangements."""

    partnership: forms.ModelChoiceField[Partnership] = forms.ModelChoiceField(
        queryset=None, label="Partnership"
    )
    title = forms.CharField(
        label="Title", max_length=200, error_messages={"required": "Enter a title"}
    )
    text = forms.CharField(
        label="The arrangements",
        widget=forms.Textarea(attrs={"rows": 15}),
        error_messages={"required": "Enter the text"},
    )
    scrutiny_plan = forms.CharField(
        label="How independent scrutiny is done", widget=LONG, required=False
    )
    review_on = DayField(label="To be reviewed on", required=False)
    agencies: forms.ModelMultipleChoiceField[Organisation] = (
        forms.ModelMultipleChoiceField(
            queryset=None,
            label="Relevant agencies that it names",
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    )

    def __init__(
        self,
        *args: Any,
        partnerships: QuerySet[Partnership],
        agencies: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "partnership", partnerships)
        _choose(self, "agencies", agencies)


class SignatoriesForm(KithForm):
    """Who signs for each of the three."""

    due_on = DayField(label="By when", required=False)

    def __init__(
        self,
        *args: Any,
        sectors: list[tuple[str, str]],
        people: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sectors = sectors
        for value, name in sectors:
            self.fields[f"{value}_office"] = forms.CharField(
                label=f"{name}: office that signs",
                max_length=200,
                help_text="Such as Chief Executive, Chief Constable.",
                error_messages={"required": f"Enter the office for {name.lower()}"},
            )
            self.fields[f"{value}_person"] = forms.ChoiceField(
                label=f"{name}: person",
                choices=[("", "Has no sign-in: approves elsewhere"), *people],
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Three signatures are three people's."""
        told = super().clean() or {}
        chosen = [told.get(f"{value}_person") for value, _ in self.sectors]
        named = [one for one in chosen if one]
        if len(named) != len(set(named)):
            raise forms.ValidationError("Each signature must be another person's.")
        return told


class AcceptanceForm(KithForm):
    """An acceptance recorded for an agency."""

    by_whom = forms.CharField(
        label="Who accepted for the agency",
        max_length=200,
        error_messages={"required": "Enter who accepted"},
    )
    on = DayField(label="When", error_messages={"required": "Enter the day"})
    evidence = forms.CharField(
        label="What shows it",
        help_text="Such as a letter, or the minutes of a meeting.",
        max_length=300,
        error_messages={"required": "Say what shows it"},
    )


class AskForm(KithForm):
    """A request for information."""

    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="For which area"
    )
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Who is asked"
    )
    what = forms.CharField(
        label="What is asked for",
        help_text="Do not name a child here.",
        widget=LONG,
        error_messages={"required": "Say what is asked for"},
    )
    why = forms.CharField(
        label="Why it is needed",
        widget=LONG,
        error_messages={"required": "Say why it is needed"},
    )
    due_on = DayField(
        label="By when", error_messages={"required": "Enter the day to answer by"}
    )

    def __init__(
        self,
        *args: Any,
        areas: QuerySet[Area],
        organisations: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "area", areas)
        _choose(self, "organisation", organisations)


class ReplyForm(KithForm):
    """What came of a request."""

    reply = forms.CharField(
        label="What was said, and where the answer is kept",
        widget=LONG,
        error_messages={"required": "Say what came of it"},
    )


def _choose(form: KithForm, name: str, rows: QuerySet[Any]) -> None:
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ModelChoiceField | forms.ModelMultipleChoiceField)
    chosen.queryset = rows
    if chosen.required and not isinstance(chosen, forms.ModelMultipleChoiceField):
        chosen.empty_label = "Choose"
