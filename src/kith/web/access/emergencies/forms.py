"""What somebody says who opens a record in an emergency, and who reviews it."""

from __future__ import annotations

from django import forms

from kith.web.ui.forms import KithForm


LEAST = 20
"""Characters of a reason: "urgent" alone reviews badly."""


class OpenForm(KithForm):
    """Which record, and why it cannot wait."""

    record = forms.CharField(
        label="Which record",
        help_text="Its reference, or the address of its page",
        max_length=300,
        error_messages={"required": "Give the record's reference or address"},
    )
    reason = forms.CharField(
        label="Why it cannot wait",
        help_text="The owner and a reviewer will read this. Name no child or family.",
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=LEAST,
        max_length=1000,
        error_messages={
            "required": "Say why it cannot wait",
            "min_length": "Say why in a sentence, so that a reviewer understands it",
        },
    )


class ReviewForm(KithForm):
    """What the reviewer thinks of it."""

    words = forms.CharField(
        label="What you found",
        help_text="Whether it was needed, and what follows from it",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": "Say what you found"},
    )
