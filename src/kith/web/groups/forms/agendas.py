"""Forms of agendas: an item, its paper, what comes each time and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.meeting_dates import PAPERS_WORKING_DAYS
from kith.domain.vocabulary.markings import WORDS
from kith.web.groups.models import Purpose
from kith.web.groups.values import Entry
from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kith.domain.vocabulary.markings import Marking
    from kith.web.access.models import Person
    from kith.web.documents.models import Document
    from kith.web.organisations.models import Organisation


MONTHS_AHEAD = 18


class _Item(KithForm):
    title = forms.CharField(
        label="What it is about",
        max_length=200,
        help_text="A title that may be read by everybody whom the marking allows.",
        error_messages={"required": "Say what it is about"},
    )
    purpose = forms.ChoiceField(
        label="What it asks of the meeting",
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what it asks of the meeting"},
    )
    marking = forms.ChoiceField(
        label="Who may read it",
        help_text="Nobody else sees the item, nor that there is one.",
    )

    def __init__(self, *args: Any, markings: Sequence[Marking], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marking = self.fields["marking"]
        assert isinstance(marking, forms.ChoiceField)
        marking.choices = [(one.value, WORDS[one]) for one in markings]


class ItemForm(_Item):
    """An item of an agenda."""

    cover = forms.CharField(
        label="What members should know before they come",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
    )
    sponsor: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who brings it", required=False, empty_label="Nobody"
    )
    minutes_allowed = forms.IntegerField(
        label="Minutes allowed",
        min_value=1,
        max_value=240,
        initial=10,
        error_messages={"required": "Say how many minutes it may take"},
    )
    paper_from: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who owes a paper for it",
        required=False,
        empty_label="Nobody",
        help_text="They find it among what needs them until the paper is there.",
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("sponsor", "paper_from"):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ModelChoiceField)
            chosen.queryset = people

    def entry(self) -> Entry:
        """What was filled in, as one value."""
        return Entry(**self.cleaned_data)


class StandingForm(_Item):
    """An item that comes on every agenda."""

    minutes_allowed = forms.IntegerField(
        label="Minutes allowed", min_value=1, max_value=240, initial=5
    )

    def entry(self) -> Entry:
        """What was filled in, as one value."""
        return Entry(**self.cleaned_data)


class PlannedForm(_Item):
    """A line of the work plan."""

    month = forms.ChoiceField(label="In which month")
    lead: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None,
        label="Which organisation leads",
        required=False,
        empty_label="Not said yet",
    )

    def __init__(
        self,
        *args: Any,
        today: date,
        organisations: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        month, lead = self.fields["month"], self.fields["lead"]
        assert isinstance(month, forms.ChoiceField)
        assert isinstance(lead, forms.ModelChoiceField)
        month.choices = [
            (one.isoformat(), f"{one:%B %Y}") for one in months_from(today)
        ]
        lead.queryset = organisations

    def entry(self) -> Entry:
        """What was filled in, as one value."""
        said = self.cleaned_data
        return Entry(
            title=said["title"],
            purpose=said["purpose"],
            marking=said["marking"],
            sponsor_organisation=said["lead"],
        )

    def planned_month(self) -> date:
        """The first of the month that was chosen."""
        return date.fromisoformat(self.cleaned_data["month"])


def months_from(today: date) -> list[date]:
    """The first of this month and of those after it, as far as anybody plans."""
    start = today.year * 12 + today.month - 1
    return [
        date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(MONTHS_AHEAD)
    ]


class PaperForm(KithForm):
    """A document becomes a paper."""

    document: forms.ModelChoiceField[Document] = forms.ModelChoiceField(
        queryset=None,
        label="Which document",
        error_messages={"required": "Choose a document"},
    )

    def __init__(
        self, *args: Any, documents: QuerySet[Document], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["document"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = documents


class HabitForm(KithForm):
    """How early papers are due."""

    papers_working_days = forms.IntegerField(
        label="How many working days before a meeting its papers are due",
        min_value=1,
        max_value=20,
        initial=PAPERS_WORKING_DAYS,
    )
    publishes_papers = forms.BooleanField(
        label="The public agenda of this group is published", required=False
    )


class ReasonForm(KithForm):
    """One reason."""

    reason = forms.CharField(
        label="Why", max_length=300, error_messages={"required": "Say why"}
    )

    def __init__(self, *args: Any, label: str = "Why", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label
