"""Forms of explorations: a question, and the purpose of looking at rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.vocabulary.periods import Period, is_of_our_time
from kith.web.explorations.policies import SAY_PURPOSE, SHORTEST_PURPOSE
from kith.web.explorations.values import BREAKDOWNS, Question
from kith.web.ui.forms import DayField, KithForm
from kith.web.ui.watched import WatchedForm


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


PUBLIC, INTERNAL = "public", "internal"
RULES = [
    (INTERNAL, "Internal: every number as it was counted"),
    (PUBLIC, "Public: small numbers hidden, whole months only"),
]
WAYS = [("", "Nothing"), *((code, words) for code, words in BREAKDOWNS.items())]


class QuestionForm(KithForm):
    """One measure of one area, about any days, by up to two breakdowns."""

    measure = forms.ChoiceField(label="What is counted")
    area = forms.ChoiceField(label="Area")
    first_on = DayField(label="First day")
    last_on = DayField(label="Last day, included")
    by = forms.ChoiceField(label="Divided by", choices=WAYS, required=False)
    then_by = forms.ChoiceField(label="And by", choices=WAYS, required=False)
    rules = forms.ChoiceField(
        label="Under which rules", choices=RULES, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        measures: Mapping[str, str],
        areas: Sequence[tuple[str, str]],
        is_cleared: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        by_title = sorted(measures.items(), key=lambda one: one[1].casefold())
        for name, choices in (("measure", by_title), ("area", areas)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "Choose"), *choices]
        if not is_cleared:
            del self.fields["rules"]

    def clean(self) -> dict[str, Any]:
        """Days of our time, in their order."""
        said = super().clean() or {}
        first, last = said.get("first_on"), said.get("last_on")
        for name, day in (("first_on", first), ("last_on", last)):
            if day and not is_of_our_time(day):
                self.add_error(name, "Enter a day between 1900 and 2199")
        if first and last and last < first:
            self.add_error("last_on", "The last day is not before the first")
        return said

    @property
    def question(self) -> Question:
        """What is asked, once the form holds."""
        said = self.cleaned_data
        ways = (said["by"], said["then_by"])
        return Question(
            measure=said["measure"],
            area=said["area"],
            period=Period(said["first_on"], said["last_on"]),
            by=tuple(one for one in ways if one),
            rules=said.get("rules") or PUBLIC,
        )


class PurposeForm(WatchedForm):
    """For what somebody needs to see rows."""

    watched = ("purpose",)

    purpose = forms.CharField(
        label="For what do you need these rows?",
        help_text="Such as: checking the jump in March with the council. It is kept in "
        "the audit trail; name no child.",
        min_length=SHORTEST_PURPOSE,
        max_length=200,
        error_messages={"required": SAY_PURPOSE, "min_length": SAY_PURPOSE},
    )
