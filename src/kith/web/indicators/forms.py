"""What people fill in about an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.contracts.published.measures import QUESTIONS
from kith.contracts.register.indicator import CODE
from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.web.indicators.models import KIND_WORDS, OWNERS, POLARITY_WORDS
from kith.web.indicators.values import Change, Definition
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from datetime import date


NO_CODE = "A code is lower-case letters, digits and underscores: children_weighed"
SAY_FROM_WHEN = "Say from which day it counts something else"


def _words(label: str, hint: str = "", *, needed: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=needed,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )


class _DefinitionForm(KithForm):
    """The words and kinds of an indicator."""

    title = forms.CharField(
        label="Title", help_text="With what it counts: Children weighed", max_length=150
    )
    definition = _words(
        "What is counted", "A sentence or two that a reader understands."
    )
    unit = forms.TypedChoiceField(
        label="Unit", coerce=Unit, choices=[(one.value, one.value) for one in Unit]
    )
    kind = forms.TypedChoiceField(
        label="How it relates to time",
        coerce=Kind,
        choices=[(one.value, words) for one, words in KIND_WORDS.items()],
    )
    numerator = _words("What the numerator is")
    denominator = _words(
        "What the denominator is",
        "Shares and rates have one; counts have none.",
        needed=False,
    )
    question = forms.ChoiceField(
        label="The question it helps to answer", choices=QUESTIONS
    )
    owner = forms.ChoiceField(label="Who counts it", choices=OWNERS)
    polarity = forms.TypedChoiceField(
        label="Which way is better",
        coerce=Polarity,
        choices=[(one.value, words) for one, words in POLARITY_WORDS.items()],
        initial=Polarity.NEITHER.value,
    )
    authority = _words("Where the definition comes from")
    doubt = _words("What is not settled about it", needed=False)
    is_process = forms.BooleanField(
        label="It counts meetings and the like, not children",
        help_text="Then its totals are shown whole, however small.",
        required=False,
    )

    def says(self) -> Definition:
        """The definition that was filled in."""
        said = self.cleaned_data
        return Definition(**{name: said[name] for name in _DefinitionForm.base_fields})

    def change(self) -> Change:
        """What is to be kept."""
        from_day: date | None = self.cleaned_data["from_day"]
        return Change(self.says(), self.cleaned_data["because"], from_day)


class NewIndicatorForm(_DefinitionForm):
    """An indicator that is not in the register yet."""

    code = forms.CharField(
        label="Code",
        help_text="What its column is called: children_weighed",
        max_length=80,
    )
    from_day = DayField(label="Counted from")
    because = _words("Why it is added")
    field_order = ("code", "title")

    def clean_code(self) -> str:
        """Plain words, as in every column of a return."""
        code: str = self.cleaned_data["code"]
        if not CODE.match(code):
            raise forms.ValidationError(NO_CODE)
        return code


class ChangeForm(_DefinitionForm):
    """An indicator said anew."""

    counts_anew = forms.TypedChoiceField(
        label="Does it count something else from now on?",
        choices=[
            ("", "No: the same count in better words"),
            ("yes", "Yes: the series breaks, and charts say so"),
        ],
        coerce=bool,
        required=False,
        widget=forms.RadioSelect,
    )
    from_day = DayField(label="From which day, if so", required=False)
    because = _words("Why it is changed", "Printed beside the break.")

    def clean(self) -> dict[str, Any]:
        """A day stands with a break and with nothing else."""
        said = super().clean() or {}
        if not said.get("counts_anew"):
            said["from_day"] = None
        elif not said.get("from_day") and "from_day" not in self.errors:
            self.add_error("from_day", SAY_FROM_WHEN)
        return said
