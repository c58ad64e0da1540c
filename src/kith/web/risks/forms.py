"""What people fill in about risks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.risk_levels import IMPACT, LIKELIHOOD, Level, Mark, why_not_mark
from kith.domain.rules.states.risks import RISK
from kith.web.risks.models import ControlStanding, Reply
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation


_UNSAID = [("", "Choose")]
MARKS = ("before", "now", "target")


def _words(label: str, empty: str, rows: int = 3, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=4000,
        error_messages={"required": empty},
    )


def _likelihood(label: str) -> forms.TypedChoiceField:
    steps = [(step, f"{step} {words}") for step, words in LIKELIHOOD.items()]
    return _choice(label, steps, "Choose how likely it is")


def _impact(label: str) -> forms.TypedChoiceField:
    steps = [(step, f"{step} {words}") for step, words in IMPACT.items()]
    return _choice(label, steps, "Choose how much it would matter")


def _choice(
    label: str, steps: list[tuple[int, str]], empty: str
) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[*_UNSAID, *steps],
        coerce=int,
        error_messages={"required": empty},
    )


class RecordForm(KithForm):
    """A new risk of the system."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="For which group"
    )
    title = forms.CharField(
        label="The risk in a few words",
        help_text="About the system, never about a child or a family.",
        max_length=150,
        error_messages={"required": "Give the risk a few words to be known by"},
    )
    cause = _words("Because of", "Say what causes it", hint="What is so today.")
    event = _words("There is a risk that", "Say what may happen")
    effect = _words(
        "Which would mean for children and families", "Say what it would mean"
    )
    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who owns it"
    )
    owner_organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which organisation answers for it", required=False
    )
    before_likelihood = _likelihood("How likely, before any control")
    before_impact = _impact("How much it would matter, before any control")
    now_likelihood = _likelihood("How likely now")
    now_impact = _impact("How much it would matter now")
    target_likelihood = _likelihood("How likely you aim for")
    target_impact = _impact("How much it should matter, aimed for")
    review_on = DayField(
        label="When it is looked at again",
        error_messages={"required": "Say when it is looked at again"},
    )

    def __init__(
        self,
        *args: Any,
        bodies: QuerySet[Body],
        organisations: QuerySet[Organisation],
        people: QuerySet[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = {"body": bodies, "owner_organisation": organisations, "owner": people}
        _fill(self, rows)

    def clean(self) -> dict[str, Any]:
        """The two marks that come after controls are no higher than before them."""
        said = super().clean() or {}
        if all(said.get(f"{name}_{axis}") for name in MARKS for axis in AXES):
            before = mark_of(said, "before")
            for name, words in (("now", "The mark of now"), ("target", "The target")):
                why = why_not_mark(mark_of(said, name), before=before, what=words)
                if why:
                    self.add_error(f"{name}_likelihood", why)
        return said


AXES = ("likelihood", "impact")


def mark_of(said: dict[str, Any], name: str) -> Mark:
    """Two choices of a form as one mark."""
    return Mark(*(said[f"{name}_{axis}"] for axis in AXES))


class ReviewForm(KithForm):
    """A dated look at a risk."""

    now_likelihood = _likelihood("How likely now")
    now_impact = _impact("How much it would matter now")
    words = forms.CharField(
        label="What you saw",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )
    review_on = DayField(
        label="When it is looked at again",
        error_messages={"required": "Say when it is looked at again"},
    )


class ControlForm(KithForm):
    """Something that makes the risk smaller."""

    wording = _words("What is done to make it smaller", "Say what is done")
    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who sees to it"
    )
    standing = forms.ChoiceField(
        label="Is it in place?",
        choices=[
            (one.value, one.label)
            for one in (ControlStanding.IN_PLACE, ControlStanding.PLANNED)
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is in place"},
    )
    due_on = DayField(label="If planned, by when", required=False)

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, {"owner": people})


class ChangeControlForm(KithForm):
    """A control that stands otherwise now."""

    standing = forms.ChoiceField(
        label="How it stands now",
        choices=ControlStanding.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how it stands now"},
    )
    words = _words("What happened", "Say what happened")


class EvidenceForm(KithForm):
    """What shows how large the risk is."""

    words = _words(
        "What shows it",
        "Say what shows it",
        hint="A figure with its source, an audit, what people said. No child's details.",
    )
    measure = forms.ChoiceField(
        label="A published figure that shows it",
        required=False,
        error_messages={"invalid_choice": "Choose a figure that is published"},
    )

    def __init__(
        self, *args: Any, measures: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["measure"]
        if isinstance(chosen, forms.ChoiceField):
            chosen.choices = [("", "None"), *measures]


class OwnerForm(KithForm):
    """Another owner."""

    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who owns it from now on"
    )
    words = _words("Why", "Say why it passes to somebody else")

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, {"owner": people})


class ReasonForm(KithForm):
    """A step that needs its reason and nothing else."""

    words = _words("Why", "Say why", rows=4)


class ReplyForm(KithForm):
    """What the higher body answers."""

    reply = forms.ChoiceField(
        label="What is the reply?",
        choices=Reply.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reply"},
    )
    words = _words(
        "Why, and what will be done",
        "Give the reasons: the group that raised it is owed them",
        rows=5,
    )

    def __init__(self, *args: Any, may_raise_on: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_raise_on:
            field = self.fields["reply"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [
                one for one in Reply.choices if one[0] != Reply.RAISED_ON.value
            ]


class FilterForm(KithForm):
    """What the list shows."""

    says_optional = False
    words = forms.CharField(label="Words", required=False, max_length=100)
    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="Group", required=False, empty_label="Every group"
    )
    state = forms.ChoiceField(
        label="Where it stands",
        required=False,
        choices=[
            ("", "Not closed"),
            *((state.value, words) for state, words in RISK.words.items()),
            ("ALL", "All of them"),
        ],
    )
    level = forms.ChoiceField(
        label="Level now",
        required=False,
        choices=[("", "Every level"), *((one.name, one.value) for one in Level)],
    )
    mine = forms.ChoiceField(
        label="Whose",
        required=False,
        choices=[("", "Everybody's"), ("yes", "Mine")],
    )

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, {"body": bodies})


def _fill(form: KithForm, rows: dict[str, QuerySet[Any]]) -> None:
    for name, choices in rows.items():
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = choices
