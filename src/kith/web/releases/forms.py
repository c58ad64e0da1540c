"""What people fill in about editions and releases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.contracts.commands.releases import ReleaseRequest
from kith.domain.rules.states.releases import RELEASE
from kith.domain.vocabulary.periods import is_of_our_time
from kith.web.ui.forms import DayField, KithForm
from kith.web.ui.watched import CountingForm, WatchedForm


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

    from kith.web.organisations.models import Area, Organisation


BREAKDOWNS = [
    ("", "None"),
    ("month", "Month"),
    ("quarter", "Quarter"),
    ("age_band", "Age band"),
    ("sex", "Sex"),
    ("ethnicity", "Ethnic group"),
    ("agency", "Agency"),
]
FIRST_YEAR = 2011
"""The working days of earlier years are not kept."""
MEASURES = ("measure", "second_measure", "third_measure")


class _DaysForm(KithForm):
    """The days that something is about, both included."""

    areas: forms.ModelMultipleChoiceField[Area] = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Of which areas",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one area"},
    )
    first_on = DayField(label="First day")
    last_on = DayField(label="Last day", help_text="It is counted too.")

    def __init__(self, *args: Any, areas: QuerySet[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["areas"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = areas

    def clean(self) -> dict[str, Any]:
        """The last day is after the first, and both are of our time."""
        said = super().clean() or {}
        first, last = said.get("first_on"), said.get("last_on")
        for name, day in (("first_on", first), ("last_on", last)):
            if day and not is_of_our_time(day):
                self.add_error(name, "Enter a day between 1900 and 2199")
        if first and last and last <= first:
            self.add_error("last_on", "The last day is after the first")
        return said


class EditionForm(_DaysForm):
    """A candidate edition: of which areas, about which days unless those are settled."""

    is_provisional = forms.TypedChoiceField(
        label="May its figures still change?",
        choices=[
            ("", "No: they are final"),
            ("yes", "Yes: publish them as provisional, with the day they stand on"),
        ],
        coerce=bool,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, has_days: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_days:
            del self.fields["first_on"], self.fields["last_on"]


class TableForm(_DaysForm, CountingForm):
    """A table for the public: what is counted, where, when and by what."""

    watched = ("title",)

    title = forms.CharField(
        label="What it is for",
        help_text="A newsletter or an answer, such as Spring newsletter. It is public.",
        max_length=150,
    )
    measure = forms.ChoiceField(label="What is counted")
    second_measure = forms.ChoiceField(label="And beside it", required=False)
    third_measure = forms.ChoiceField(label="And a third", required=False)
    by = forms.ChoiceField(label="Broken down by", choices=BREAKDOWNS, required=False)
    then_by = forms.ChoiceField(label="And by", choices=BREAKDOWNS, required=False)
    totals = forms.BooleanField(
        label="With the totals that the breakdowns add up to",
        help_text="Better one table with its total than two that give each other away.",
        required=False,
        initial=True,
    )

    field_order = (
        *("title", *MEASURES, "areas", "first_on", "last_on"),
        *("by", "then_by", "totals"),
    )

    def __init__(
        self, *args: Any, measures: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in MEASURES:
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            empty = "Choose" if name == MEASURES[0] else "None"
            field.choices = [("", empty), *measures]

    def request(self) -> ReleaseRequest:
        """The table as the engine is asked for it."""
        said = self.cleaned_data
        chosen = (said[name] for name in MEASURES)
        by = (said["by"], said["then_by"])
        kept = tuple(dict.fromkeys(one for one in by if one))
        return ReleaseRequest(
            measures=tuple(dict.fromkeys(one for one in chosen if one)),
            areas=tuple(one.pk for one in said["areas"]),
            first=said["first_on"],
            last=said["last_on"],
            by=kept,
            totals=said["totals"] and bool(kept),
            title=said["title"],
        )


class ReasonForm(CountingForm):
    """Why a release is taken back: it stands where the release stood."""

    words = forms.CharField(
        label="The reason",
        help_text="The public reads it where the release stood. No names.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=300,
    )


class ErratumForm(CountingForm):
    """What was wrong, and what is right."""

    words = forms.CharField(
        label="What was wrong, and what is right",
        help_text="The public reads it beside the release, for good. No names.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )


class FilterForm(KithForm):
    """Which releases are shown."""

    says_optional = False

    state = forms.ChoiceField(
        label="State",
        required=False,
        choices=[
            ("", "All but dropped"),
            *((one.value, words) for one, words in RELEASE.words.items()),
        ],
    )
    words = forms.CharField(label="Words of its title", required=False, max_length=100)


class AskForm(WatchedForm):
    """A question of anybody's about a published figure."""

    words = forms.CharField(
        label="Your question",
        help_text="What you would like to know about how this was counted. Please write "
        "about nobody in particular.",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=1000,
    )
    email = forms.EmailField(
        label="Your e-mail address",
        help_text="Only to tell you that it is answered. It is kept apart from the "
        "question, and deleted once you were told.",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class AnswerForm(CountingForm):
    """The answer that stands on the figure's page."""

    watched = ("shown_words", "answer")

    shown_words = forms.CharField(
        label="The question, as everybody reads it",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )
    answer = forms.CharField(
        label="The answer", widget=forms.Textarea(attrs={"rows": 6}), max_length=4000
    )
    is_correction = forms.BooleanField(
        label="It puts the figure right: mark it as a correction", required=False
    )


class RequestForm(WatchedForm):
    """A request for information that an authority received."""

    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="About which area"
    )
    authority: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which authority received it"
    )
    received_on = DayField(label="The day it was received")
    words = forms.CharField(
        label="What is asked for",
        help_text="The figures that are wanted. No names.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )

    def __init__(
        self,
        *args: Any,
        areas: QuerySet[Area],
        authorities: QuerySet[Organisation],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name, rows in (("area", areas), ("authority", authorities)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def clean_received_on(self) -> date:
        """It came in already, and within the calendar.

        Raises:
            ValidationError: the day lies ahead.
        """
        day: date = self.cleaned_data["received_on"]
        if day > self.today or day.year < FIRST_YEAR:
            raise forms.ValidationError(
                "Enter the day on which it came in", code="invalid"
            )
        return day


class RequestAnswerForm(CountingForm):
    """What the authority answered."""

    words = forms.CharField(
        label="What was answered",
        help_text="In short, and with the exemption where something was refused.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
