"""What people fill in about consent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.figure_consent import ANSWER_WORDS, Answer
from kith.web.benchmarks.policies import SAY_WHY_NOT
from kith.web.ui.forms import DayField
from kith.web.ui.watched import WatchedForm


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.benchmarks.values import Party
    from kith.web.published.values import PublishedMeasure


class _PartyForm(WatchedForm):
    """Whose figures, and which measure."""

    party = forms.ChoiceField(label="Whose figures")
    measure = forms.ChoiceField(label="Which measure", required=False)

    def __init__(
        self,
        *args: Any,
        parties: Iterable[Party],
        measures: Iterable[PublishedMeasure],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {one.code: one for one in parties}
        party, measure = self.fields["party"], self.fields["measure"]
        assert isinstance(party, forms.ChoiceField)
        assert isinstance(measure, forms.ChoiceField)
        named = [(one.code, one.name) for one in self.parties.values()]
        # Of several none is chosen beforehand: nobody answers for the wrong one.
        party.choices = named if len(named) == 1 else [("", "Choose"), *named]
        titles = [(one.code, one.title) for one in measures]
        measure.choices = [("", "Every measure"), *titles]

    def clean_party(self) -> Party:
        """The party of the code."""
        return self.parties[self.cleaned_data["party"]]


class AskForm(_PartyForm):
    """Somebody is asked for consent."""

    watched = ("why",)
    why = forms.CharField(
        label="What the comparison is for",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class AnswerForm(_PartyForm):
    """What an area, or its police or health, says."""

    watched = ("reason",)
    answer = forms.TypedChoiceField(
        label="May these figures stand beside those of other areas?",
        help_text="“No longer” takes back a consent that stands.",
        choices=[(one.value, words) for one, words in ANSWER_WORDS.items()],
        coerce=Answer,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an answer"},
    )
    first_on = DayField(
        label="From", required=False, help_text="Today, where you leave it empty."
    )
    last_on = DayField(
        label="To",
        required=False,
        help_text="The last day. Until you say otherwise, where you leave it empty.",
    )
    reason = forms.CharField(
        label="Why",
        help_text="Needed for a no. Those who compare areas read it; the public does "
        "not.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def clean(self) -> dict[str, Any]:
        """A no has its reason."""
        said = super().clean()
        answer = said.get("answer")
        if answer and answer is not Answer.GIVEN and not said.get("reason"):
            self.add_error("reason", SAY_WHY_NOT)
        return said
