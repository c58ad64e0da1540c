"""What people fill in about challenges, with an eye on what looks like a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.disagreement_ladder import RUNG_WORDS
from kith.domain.rules.states.challenges import CHALLENGE
from kith.web.challenges.models import Answer
from kith.web.ui.forms import KithForm
from kith.web.ui.watched import WatchedForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.organisations.models import Area, Organisation


def _words(label: str, empty: str, hint: str = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=4000,
        error_messages={"required": empty},
    )


class RaiseForm(WatchedForm):
    """A new challenge."""

    watched = ("title", "what", "wanted")

    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="In which area"
    )
    raised_by: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="For which organisation you speak"
    )
    about: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which organisation it is about"
    )
    title = forms.CharField(
        label="The disagreement in a few words",
        max_length=150,
        error_messages={"required": "Give it a few words to be known by"},
    )
    what = _words(
        "What you disagree about",
        "Say what you disagree about",
        "How the system works, never one child or family.",
    )
    wanted = _words("What you want to happen", "Say what you want to happen")

    def __init__(
        self,
        *args: Any,
        areas: QuerySet[Area],
        raisers: QuerySet[Organisation],
        addressees: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (
            ("area", areas),
            ("raised_by", raisers),
            ("about", addressees),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        """Two organisations, not one."""
        said = super().clean()
        if said.get("about") and said.get("about") == said.get("raised_by"):
            self.add_error("about", "Choose another organisation than your own")
        return said


class AnswerForm(WatchedForm):
    """A reply, or a reasoned refusal."""

    answer = forms.ChoiceField(
        label="What is the reply?",
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reply"},
    )
    words = _words("The reasons", "Give the reasons")


class UpForm(WatchedForm):
    """One rung up."""

    asked: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Whom you ask there",
        required=False,
        empty_label="Whoever holds that place",
    )
    words = _words("Why the reply is not enough", "Say why it goes up")

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["asked"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people


class WordsForm(WatchedForm):
    """A step that needs its words and nothing else."""

    words = _words("In your words", "Say it in your words")

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label


class FilterForm(KithForm):
    """What the list shows."""

    says_optional = False
    words = forms.CharField(label="Words", required=False, max_length=100)
    state = forms.ChoiceField(
        label="Where it stands",
        required=False,
        choices=[
            ("", "Not closed"),
            *((state.value, words) for state, words in CHALLENGE.words.items()),
            ("ALL", "All of them"),
        ],
    )
    rung = forms.ChoiceField(
        label="Rung",
        required=False,
        choices=[
            ("", "Every rung"),
            *((rung.value, words) for rung, words in RUNG_WORDS.items()),
        ],
    )
