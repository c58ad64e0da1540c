"""What people fill in about returns."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django import forms

from kith.contracts.feeds import FEEDS
from kith.domain.rules.states.returns import RETURN
from kith.web.returns.files.figures_sheet import LEFT_OUT
from kith.web.returns.models import CADENCE_CHOICES
from kith.web.returns.values import Typed
from kith.web.ui.forms import DayField, KithForm
from kith.web.ui.watched import WatchedForm


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.organisations.models import Area, Organisation
    from kith.web.published.values import PublishedMeasure


FEED_CHOICES = [(code, feed.title) for code, feed in FEEDS.items()]
LARGEST = 10**12


def _count(label: str, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=LARGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": f"“{label}” must be a whole number, such as 45"},
    )


class OwedForm(KithForm):
    """What an agency is to send, how often, and from when."""

    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="For which area"
    )
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which agency owes it"
    )
    feed = forms.ChoiceField(label="Which feed", choices=FEED_CHOICES)
    measures = forms.MultipleChoiceField(
        label="Which measures",
        help_text="For figures already counted: what the agency counts at home.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    cadence = forms.ChoiceField(
        label="How often", choices=CADENCE_CHOICES, widget=forms.RadioSelect
    )
    first_on = DayField(
        label="From which day on", help_text="The first of a month, such as 1 4 2020."
    )
    days_to_send = forms.IntegerField(
        label="Working days to send it",
        help_text="Counted from each period's last day.",
        min_value=1,
        max_value=120,
        initial=15,
    )
    steward: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who sends it",
        required=False,
        empty_label="Any data steward of the agency",
    )

    def __init__(
        self,
        *args: Any,
        areas: QuerySet[Area],
        organisations: QuerySet[Organisation],
        people: QuerySet[Person],
        measures: Iterable[PublishedMeasure],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (
            ("area", areas),
            ("organisation", organisations),
            ("steward", people),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
        choice = self.fields["measures"]
        assert isinstance(choice, forms.MultipleChoiceField)
        choice.choices = [(one.code, one.title) for one in measures]

    def clean(self) -> dict[str, Any]:
        """Figures name their measures, and periods begin with a month."""
        said = super().clean() or {}
        if said.get("feed") == "aggregate" and not said.get("measures"):
            self.add_error("measures", "Choose at least one measure")
        first = said.get("first_on")
        if first and first.day != 1:
            self.add_error("first_on", "Choose the first of a month")
        return said


class EndForm(KithForm):
    """Nothing is owed any more."""

    last_on = DayField(label="The last day that is owed")
    words = forms.CharField(
        label="Why", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


class FileForm(KithForm):
    """A file to send."""

    file = forms.FileField(
        label="Choose a file",
        help_text="The spreadsheet you have: .xlsx or CSV.",
        error_messages={
            "required": "Choose a file",
            "empty": "The file is empty. Choose another",
        },
    )


class LabelsForm(KithForm):
    """Which measure each label of the spreadsheet means."""

    says_optional = False

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        labels: Sequence[str],
        measures: Iterable[PublishedMeasure],
        **kwargs: Any,
    ) -> None:
        self.labels = tuple(labels)
        # Another heading's row or column has other labels at the same places: answers
        # about those are none about these.
        is_about_these = data is not None and data.get("labels") == self.mark
        super().__init__(data if is_about_these else None, **kwargs)
        choices = [
            ("", "Choose"),
            *((one.code, one.title) for one in measures),
            (LEFT_OUT, "Leave it out"),
        ]
        for number, label in enumerate(self.labels):
            self.fields[f"label_{number}"] = forms.ChoiceField(
                label=label,
                choices=choices,
                required=False,
                error_messages={"invalid_choice": "Choose one of those listed"},
            )

    @property
    def mark(self) -> str:
        """What stands for exactly these labels."""
        return sha256("\n".join(self.labels).encode()).hexdigest()[:16]

    def meanings(self) -> dict[str, str]:
        """Label → measure, as chosen."""
        said = self.cleaned_data
        return {
            label: said[f"label_{number}"]
            for number, label in enumerate(self.labels)
            if said.get(f"label_{number}")
        }


class FiguresForm(KithForm):
    """A count for each measure that is owed, typed."""

    def __init__(
        self, *args: Any, measures: Sequence[PublishedMeasure], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.measures = tuple(measures)
        for one in self.measures:
            self.fields[one.code] = _count(one.title, one.numerator)
            if one.denominator:
                self.fields[f"{one.code}-of"] = _count(
                    f"{one.title}: out of how many", one.denominator
                )

    def clean(self) -> dict[str, Any]:
        """A part is not more than its whole, and something is said at all."""
        said = super().clean() or {}
        for one in self.measures:
            part, whole = said.get(one.code), said.get(f"{one.code}-of")
            if part is not None and whole is not None and part > whole:
                self.add_error(
                    one.code, f"{part:,} of {whole:,} is more than all of them"
                )
        if not self.errors and all(said.get(one.code) is None for one in self.measures):
            self.add_error(
                None, "Type at least one count, or say that there is nothing to report"
            )
        return said

    def typed(self) -> list[Typed]:
        """The counts; what was left empty is not supplied, and never nought."""
        said: Mapping[str, int | None] = self.cleaned_data
        return [
            Typed(one.code, said.get(one.code), said.get(f"{one.code}-of"))
            for one in self.measures
        ]


class NoteForm(WatchedForm):
    """What goes with a return; watched for what looks like a person."""

    watched = ("note",)

    note = forms.CharField(
        label="Anything the analyst should know",
        help_text="How it was counted, what is missing. Nothing about one child.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class WordsForm(KithForm):
    """A step with its reasons."""

    words = forms.CharField(
        label="The reasons", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )


class CheckedForm(KithForm):
    """A step that may have a remark."""

    words = forms.CharField(
        label="A remark for the agency's lead",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class FilterForm(KithForm):
    """What the wall shows."""

    says_optional = False
    words = forms.CharField(label="Agency", required=False, max_length=100)
    feed = forms.ChoiceField(
        label="Feed", required=False, choices=[("", "Every feed"), *FEED_CHOICES]
    )
    state = forms.ChoiceField(
        label="Where it stands",
        required=False,
        choices=[
            ("", "Everywhere"),
            ("LATE", "Late"),
            *((state.value, words) for state, words in RETURN.words.items()),
        ],
    )
