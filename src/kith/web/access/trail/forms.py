"""How the trail is narrowed, and what somebody found out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.access.trail.queries import Asked
from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from kith.web.access.models import Person


class DayInput(forms.DateInput):
    """One box for a day; the browser helps to fill it in."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=DayInput(),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y"],
        error_messages={"invalid": "Enter a real date, such as 15/1/2021"},
    )


class OwnForm(KithForm):
    """One's own activity: from a day to a day."""

    verb = forms.ChoiceField(
        label="What",
        required=False,
        choices=[("", "Everything"), ("looks", "Reading"), ("changes", "Changes")],
    )
    first_on = _day("From")
    last_on = _day("To")

    @property
    def asked(self) -> Asked:
        """What was asked for; everything, where it could not be understood."""
        return Asked(**self.cleaned_data) if self.is_valid() else Asked()


class TrailForm(OwnForm):
    """An area's trail: by person and kind of record too."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who", required=False, empty_label="Everybody"
    )
    noun = forms.ChoiceField(label="About", required=False)

    field_order = ("person", "noun", "verb", "first_on", "last_on")

    def __init__(
        self,
        *args: Any,
        people: QuerySet[Person],
        nouns: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["person"]
        assert isinstance(who, forms.ModelChoiceField)
        who.queryset = people
        about = self.fields["noun"]
        assert isinstance(about, forms.ChoiceField)
        about.choices = [("", "Everything"), *nouns]

    def clean_person(self) -> Any:
        """The person's key is all that is asked by."""
        chosen = self.cleaned_data.get("person")
        return chosen.pk if chosen else None


class LookIntoForm(KithForm):
    """What somebody found out about unusual reading."""

    words = forms.CharField(
        label="What you found out",
        help_text="Whom you asked, what they said, and what follows from it. "
        "Name no child or family.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": "Say what you found out"},
    )
