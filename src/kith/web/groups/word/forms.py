"""What people fill in to bring an edited copy back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms

from kith.web.documents.files import NotAcceptedError
from kith.web.groups.word.reading import MOST_SIGNS, ReadFile, read_word
from kith.web.groups.word.values import Taken
from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import QueryDict


class WordFileField(forms.FileField):
    """A Word file, read."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """What the file says.

        Raises:
            ValidationError: it cannot be read, with the reason.
        """
        sent = super().clean(data, initial)
        try:
            read: ReadFile = read_word(sent.read())
        except NotAcceptedError as refused:
            raise forms.ValidationError(str(refused), code="refused") from refused
        return read


class BringInForm(KithForm):
    """The edited copy."""

    file = WordFileField(
        label="The edited Word file",
        widget=forms.FileInput,
        help_text="Nothing is changed yet: you first see what differs.",
        error_messages={"required": "Choose the file", "empty": "The file is empty"},
    )


def taken_from(sent: QueryDict) -> Iterator[Taken]:
    """The differences that somebody ticked; whatever makes no sense is left out."""
    for said in sent.getlist("take"):
        try:
            item = UUID(said)
        except ValueError:
            continue
        words = sent.get(f"words-{said}")
        if words is not None and len(words) <= MOST_SIGNS:
            plain = "\n".join(words.splitlines())
            yield Taken(item, plain, sent.get(f"mark-{said}", ""))
