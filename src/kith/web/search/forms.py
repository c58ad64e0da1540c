"""What is looked for."""

from __future__ import annotations

from django import forms

from kith.web.search.asking import LONGEST, understood
from kith.web.ui.forms import KithForm


class SearchForm(KithForm):
    """One box. Whatever is typed is read as words; only too much of it is refused."""

    words = forms.CharField(
        label="Search",
        max_length=LONGEST,
        error_messages={
            "required": "Enter what you are looking for",
            "max_length": f"Enter at most {LONGEST} characters: a few words find most",
        },
    )

    def clean_words(self) -> str:
        """Something with letters or digits in it."""
        words: str = self.cleaned_data["words"]
        if not understood(words):
            raise forms.ValidationError("Enter at least one word or number")
        return words
