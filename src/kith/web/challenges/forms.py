"""What people fill in about challenges, with an eye on what looks like a person."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.disagreement_ladder import RUNG_WORDS
from kith.domain.rules.states.challenges import CHALLENGE
from kith.web.challenges.models import Answer
from kith.web.challenges.policies import LOOKS_LIKE, signs
from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kith.domain.rules.signs_of_a_person import Sign
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


class WatchedForm(KithForm):
    """A form that asks about what looks like a person's name or number.

    It is said, never silently blocked: the sender confirms that it is no child's, for
    exactly what was found. Another finding asks again.
    """

    watched: tuple[str, ...] = ("words",)

    def __init__(self, *args: Any, known: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.found: tuple[Sign, ...] = ()

    @property
    def mark(self) -> str:
        """What stands for the findings, so that a confirmation is for these alone."""
        told = "\n".join(f"{one.kind}:{one.words}" for one in self.found)
        return sha256(told.encode()).hexdigest()[:16]

    @property
    def is_confirmed(self) -> bool:
        """Whether the sender has confirmed exactly what was found."""
        return (
            self.data.get("confirmed") == "on"
            and self.data.get("confirmed_for") == self.mark
        )

    def clean(self) -> dict[str, Any]:
        """Ask, where something looks like a person and nobody has confirmed it."""
        said = super().clean() or {}
        found: list[Sign] = []
        for name in self.watched:
            here = signs([said.get(name) or ""], self.known)
            found += here
            if here:
                self.fields[name].widget.attrs["data-found"] = "yes"
        self.found = tuple(dict.fromkeys(found))
        if self.found and not self.is_confirmed:
            self.add_error(None, LOOKS_LIKE)
        return said


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
