"""What people fill in about approvals."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.web.ui.forms import DayField, KithForm


class ReasonForm(KithForm):
    """A reason, where one is owed."""

    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": "Say why"},
    )


class ElsewhereForm(KithForm):
    """That somebody approved off the platform: when, how, and what shows it."""

    approved_on = DayField(
        label="On which day was it approved",
        error_messages={"required": "Enter the day on which it was approved"},
    )
    how = forms.CharField(
        label="How was it approved",
        help_text="Such as: signed on paper at the Executive, or a letter to the "
        "business manager. Do not put a child's name here.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=300,
        error_messages={"required": "Say how it was approved"},
    )
    evidence = forms.ChoiceField(
        label="Which document shows it",
        help_text="Upload the signed page or the letter among the documents first.",
        error_messages={"required": "Choose the document that shows it"},
    )

    def __init__(self, *args: Any, documents: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        chosen = self.fields["evidence"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [("", "Choose a document"), *documents]
