"""Forms of minutes: notes, a comment, a correction, an action from an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms

from kith.domain.vocabulary.periods import say_day
from kith.web.groups.values import Note, PutRight
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.groups.models import Meeting
    from kith.web.groups.queries.agendas import AgendaLine
    from kith.web.organisations.models import Organisation


class NoteForm(KithForm):
    """What the minutes say of one item."""

    words = forms.CharField(
        label="Notes",
        required=False,
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    over_version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    is_unfinished = forms.BooleanField(
        label="Not finished: bring it to the next meeting", required=False
    )

    def note(self) -> Note:
        """What was filled in, as one value."""
        said = self.cleaned_data
        return Note(
            words=said["words"].strip(),
            over_version=said["over_version"],
            is_unfinished=said["is_unfinished"],
        )


class WordsForm(KithForm):
    """A few sentences."""

    words = forms.CharField(
        label="What you want to say",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what you want to say"},
    )

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["words"].label = label


def item_choices(lines: Sequence[AgendaLine]) -> list[tuple[str, str]]:
    """The items of an agenda as choices, after the whole of it."""
    return [
        ("", "The whole minutes"),
        *(
            (str(one.item.pk), f"{one.number}. {one.item.title}")
            for one in lines
            if one.item and not one.is_conflicted
        ),
    ]


class CommentForm(WordsForm):
    """A comment on a draft."""

    item = forms.ChoiceField(label="About", required=False)
    field_order: tuple[str, ...] = ("item", "words")

    def __init__(self, *args: Any, lines: Sequence[AgendaLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item = self.fields["item"]
        assert isinstance(item, forms.ChoiceField)
        item.choices = item_choices(lines)

    def about(self) -> UUID | None:
        """The item that it is about."""
        said = self.cleaned_data["item"]
        return UUID(said) if said else None


class CorrectionForm(CommentForm):
    """What a later meeting put right."""

    noted_in = forms.ChoiceField(
        label="Noted at the meeting of",
        error_messages={"required": "Say at which meeting it was put right"},
    )
    field_order = ("noted_in", "item", "words")

    def __init__(self, *args: Any, later: Sequence[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        noted = self.fields["noted_in"]
        assert isinstance(noted, forms.ChoiceField)
        noted.choices = [(str(one.pk), say_day(one.day)) for one in later]
        self.fields["words"].label = "What is put right"

    def correction(self) -> PutRight:
        """What was filled in, as one value."""
        said = self.cleaned_data
        return PutRight(UUID(said["noted_in"]), said["words"], self.about())


class ActionForm(KithForm):
    """An action that an item leads to."""

    wording = forms.CharField(
        label="What will be done",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": "Say what will be done"},
    )
    owner_organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None,
        label="Which organisation answers for it",
        error_messages={"required": "Say which organisation answers for it"},
    )
    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who does it",
        error_messages={"required": "Say who does it"},
    )
    due_on = DayField(
        label="By when", error_messages={"required": "Say by when it is due"}
    )

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        people: QuerySet[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices: tuple[tuple[str, QuerySet[Any]], ...] = (
            ("owner_organisation", organisations),
            ("owner", people),
        )
        for name, rows in choices:
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ModelChoiceField)
            chosen.queryset = rows
