"""What people fill in about sharing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.contracts.feeds import FEEDS
from kith.domain.rules.states.agreements import AGREEMENT
from kith.web.ui.forms import DayField, KithForm
from kith.web.ui.watched import WatchedForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.organisations.models import Area, Organisation


FEED_CHOICES = [(code, feed.title) for code, feed in FEEDS.items()]


def _words(label: str, hint: str = "", rows: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=4000,
        **more,
    )


def choose_from(form: forms.Form, **rows: QuerySet[Any]) -> None:
    """What the form's choices are, which depend on who looks."""
    for name, queryset in rows.items():
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset


class TermsForm(KithForm):
    """What an agreement says."""

    title = forms.CharField(label="What it is called", max_length=150)
    purpose = _words("What the information is for")
    legal_basis = _words(
        "On which legal basis",
        "The statute and the articles of the UK GDPR. Consent is not the basis for "
        "safeguarding.",
    )
    feeds = forms.MultipleChoiceField(
        label="Which feeds",
        choices=FEED_CHOICES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one feed"},
    )
    fields_held = _words(
        "Which fields", "As a member of the public would want to know."
    )
    security = _words(
        "How it is kept safe", "For the parties alone; never published.", required=False
    )
    controller: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Who controls the information"
    )
    parties: forms.ModelMultipleChoiceField[Organisation] = (
        forms.ModelMultipleChoiceField(
            queryset=None,
            label="Who else is a party",
            widget=forms.CheckboxSelectMultiple,
        )
    )
    areas: forms.ModelMultipleChoiceField[Area] = forms.ModelMultipleChoiceField(
        queryset=None, label="For which areas", widget=forms.CheckboxSelectMultiple
    )
    first_on = DayField(label="It holds from")
    last_on = DayField(
        label="Its last day", required=False, help_text="Empty if it has no end."
    )
    review_on = DayField(label="To be reviewed by")

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        areas: QuerySet[Area],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, controller=organisations, parties=organisations, areas=areas)

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said = super().clean() or {}
        first, last = said.get("first_on"), said.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", "The last day must not be before the first")
        return said


class ReviewForm(KithForm):
    """It was looked at again, and stands."""

    next_on = DayField(label="The next review")
    words = _words("What the review found")


class RenewForm(KithForm):
    """What follows it."""

    last_on = DayField(
        label="The last day of what follows",
        required=False,
        help_text="Empty if it has no end.",
    )


class WordsForm(KithForm):
    """A step that needs its reason and nothing else."""

    words = _words("Why")


class OverrideForm(KithForm):
    """To share though no agreement holds."""

    controller: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="The controller you speak for"
    )
    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="For which area"
    )
    feed = forms.ChoiceField(label="Which feed", choices=FEED_CHOICES)
    first_on = DayField(label="Returns about the days from")
    last_on = DayField(label="To", help_text="That day included.")
    reason = _words("Why it is shared without an agreement")
    legal_basis = _words("On which legal basis")

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        areas: QuerySet[Area],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, controller=organisations, area=areas)

    def clean(self) -> dict[str, Any]:
        """The days are in order."""
        said = super().clean() or {}
        first, last = said.get("first_on"), said.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", "The last day must not be before the first")
        return said


class WithholdingForm(WatchedForm):
    """A decision not to share."""

    watched = ("what", "reason")

    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="In which area"
    )
    holder: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Who decided not to share"
    )
    asked_by: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Who had asked, or would have used it"
    )
    what = _words(
        "What is not shared",
        "The kind of information. Never one child or family: that belongs in the "
        "child's own record.",
    )
    reason = _words(
        "Why not",
        "Children Act 2004 s16LA, once in force, asks whether sharing would be more "
        "detrimental to the child than not sharing.",
    )
    decided_on = DayField(label="Decided on")

    def __init__(
        self,
        *args: Any,
        areas: QuerySet[Area],
        holders: QuerySet[Organisation],
        askers: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, area=areas, holder=holders, asked_by=askers)

    def clean(self) -> dict[str, Any]:
        """Two organisations, not one."""
        said = super().clean()
        if said.get("holder") and said.get("holder") == said.get("asked_by"):
            self.add_error("asked_by", "Choose another organisation than the holder")
        return said


class FilterForm(KithForm):
    """What the list shows."""

    says_optional = False
    words = forms.CharField(label="Words", required=False, max_length=100)
    state = forms.ChoiceField(
        label="Where it stands",
        required=False,
        choices=[
            ("", "Not ended"),
            *((state.value, words) for state, words in AGREEMENT.words.items()),
            ("ALL", "All of them"),
        ],
    )
