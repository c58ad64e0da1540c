"""Forms of decisions: a decision, its public words, a look back, a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.vocabulary.markings import WORDS
from kith.web.groups.models.decisions import CHOICES, RULES
from kith.web.groups.values import Against, Decided, Proposal
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

    from kith.domain.vocabulary.markings import Marking
    from kith.web.bodies.models import Body


class _Marked(KithForm):
    marking = forms.ChoiceField(label="Who may read it")

    def __init__(self, *args: Any, markings: Sequence[Marking], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marking = self.fields["marking"]
        assert isinstance(marking, forms.ChoiceField)
        marking.choices = [(one.value, WORDS[one]) for one in markings]


class DecisionForm(_Marked):
    """What was decided at an item."""

    wording = forms.CharField(
        label="What was decided",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        error_messages={"required": "Say what was decided"},
    )
    options = forms.CharField(
        label="What else was considered",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
    )
    reasons = forms.CharField(
        label="Why it was decided so",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        error_messages={"required": "Say why it was decided so"},
    )
    dissent = forms.CharField(
        label="Who was against",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One a line: name, then a colon and what they want written down.",
    )
    review_on = DayField(label="Look at it again on", required=False)
    wording_for_all = forms.CharField(
        label="How it reads on the public register",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=5000,
        help_text="Leave empty if it is not for the public. Publishing is a later step.",
    )
    field_order = (
        "wording",
        "options",
        "reasons",
        "dissent",
        "marking",
        "review_on",
        "wording_for_all",
    )

    def decided(self, day: date) -> Decided:
        """What was filled in, as one value."""
        said = dict(self.cleaned_data)
        said["dissent"] = [
            Against(name.strip()[:200], words.strip())
            for name, _, words in (
                line.partition(":") for line in said["dissent"].splitlines()
            )
            if name.strip()
        ]
        return Decided(decided_on=day, **said)


class WordingForm(KithForm):
    """How a decision reads on the public register."""

    wording_for_all = forms.CharField(
        label="How it reads on the public register",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        help_text="Name no child, no family and no member of staff. Empty: not public.",
    )


class ReviewForm(KithForm):
    """What became of a decision."""

    words = forms.CharField(
        label="What became of it",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": "Say what became of it"},
    )
    again_on = DayField(label="Look at it again on", required=False)


class CirculationForm(_Marked):
    """A proposal put to a vote in writing."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None,
        label="Which group",
        error_messages={"required": "Say which group"},
    )
    wording = forms.CharField(
        label="What is proposed",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        error_messages={"required": "Say what is proposed"},
    )
    background = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        error_messages={"required": "Say why it is proposed"},
    )
    options = forms.CharField(
        label="What else could be done",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
    )
    rule = forms.ChoiceField(
        label="When it is carried",
        choices=RULES,
        widget=forms.RadioSelect,
        help_text="What the group's terms of reference say.",
        error_messages={"required": "Say when it is carried"},
    )
    closes_on = DayField(
        label="Votes by", error_messages={"required": "Say how long voters have"}
    )
    field_order = (
        "body",
        "wording",
        "background",
        "options",
        "marking",
        "rule",
        "closes_on",
    )

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body = self.fields["body"]
        assert isinstance(body, forms.ModelChoiceField)
        body.queryset = bodies

    def proposal(self) -> Proposal:
        """What was filled in, as one value."""
        said = {**self.cleaned_data}
        said.pop("body")
        return Proposal(**said)


class VoteForm(KithForm):
    """A vote."""

    choice = forms.ChoiceField(
        label="How do you vote?",
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you vote"},
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="Needed where you are against. The group can read it.",
    )

    def clean(self) -> dict[str, Any]:
        """Somebody against says why."""
        said = super().clean() or {}
        if said.get("choice") == "AGAINST" and not said.get("reason", "").strip():
            self.add_error("reason", "Say why you are against it")
        return said
