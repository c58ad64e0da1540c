"""What people fill in about a difference."""

from __future__ import annotations

from django import forms

from kith.web.ui.watched import CountingForm


class ReasonForm(CountingForm):
    """Why ours differs; the public reads it."""

    watched = ("reason",)
    reason = forms.CharField(
        label="Why they differ",
        help_text="Counted on another day, from fuller records, by another definition: "
        "what a reader would want to know. The public reads it.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
