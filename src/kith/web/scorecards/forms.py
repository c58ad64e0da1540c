"""What people fill in about scorecards."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms

from kith.domain.rules.states.scorecards import SCORECARD
from kith.domain.vocabulary.periods import Grain, Period
from kith.web.scorecards.models import TargetKind
from kith.web.scorecards.queries import About
from kith.web.ui.forms import DayField, KithForm
from kith.web.ui.watched import CountingForm


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Area, Organisation


def period_code(period: Period) -> str:
    """A period as a form sends it."""
    return f"{period.first.isoformat()}_{period.last.isoformat()}"


def period_of(code: str) -> Period:
    """The period that a form sent."""
    first, last = code.split("_")
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def about_of(code: str) -> About:
    """What commentary is about, as a form sends it: ``measure:code``, ``question:key``."""
    kind, _, what = code.partition(":")
    return About(question=UUID(what)) if kind == "question" else About(measure=what)


def _words(label: str, hint: str = "", rows: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=4000,
        **more,
    )


def _choose(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class HeadingForm(KithForm):
    """What a scorecard is called, and which days of which area it is about."""

    title = forms.CharField(label="What it is called", max_length=200)
    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="Which area"
    )
    period = forms.TypedChoiceField(
        label="Which period",
        help_text="Those that the published evidence holds.",
        coerce=period_of,
    )

    def __init__(
        self,
        *args: Any,
        areas: QuerySet[Area],
        periods: Sequence[Period],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        area = self.fields["area"]
        assert isinstance(area, forms.ModelChoiceField)
        area.queryset = areas
        _choose(self, "period", [(period_code(one), str(one)) for one in periods])


class DraftForm(HeadingForm):
    """A new scorecard."""

    field_order = ("body", "title", "area", "period")
    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="For which group"
    )

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body = self.fields["body"]
        assert isinstance(body, forms.ModelChoiceField)
        body.queryset = bodies


class QuestionForm(KithForm):
    """A question in the group's own words, and the measures that answer it."""

    words = forms.CharField(
        label="The question",
        help_text="As somebody would ask it: Do families get help in time?",
        max_length=300,
    )
    measures = forms.MultipleChoiceField(
        label="Which figures answer it",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one figure"},
    )

    def __init__(
        self, *args: Any, measures: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "measures", measures)


class CommentForm(CountingForm):
    """What an agency makes of a figure or a question."""

    watched = ("what", "so_what", "now_what")

    about = forms.TypedChoiceField(label="About what", coerce=about_of)
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="For which agency"
    )
    what = _words("What does it show?", "What changed, and what did not.")
    so_what = _words("So what?", "What it means for children here.")
    now_what = _words("Now what?", "What your agency does about it, and by when.")

    def __init__(
        self,
        *args: Any,
        about: Sequence[tuple[str, str]],
        organisations: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "about", about)
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ModelChoiceField)
        organisation.queryset = organisations


class AskForm(KithForm):
    """An agency is asked for commentary."""

    about = forms.TypedChoiceField(label="About what", coerce=about_of)
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which agency"
    )
    wanted_on = DayField(label="By when")

    def __init__(
        self,
        *args: Any,
        about: Sequence[tuple[str, str]],
        organisations: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "about", about)
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ModelChoiceField)
        organisation.queryset = organisations


class TargetForm(KithForm):
    """What a measure is held against."""

    measure = forms.ChoiceField(label="Which figure")
    kind = forms.TypedChoiceField(
        label="What kind of value", choices=TargetKind.choices, coerce=TargetKind
    )
    value = forms.DecimalField(
        label="The value",
        help_text="In the figure's own unit: 95 for 95 %, 42.1 for 42.1 per 10,000.",
        min_value=0,
        max_digits=14,
        decimal_places=4,
        error_messages={"invalid": "Enter a number, such as 42.1"},
    )
    source = forms.CharField(
        label="Where it comes from",
        help_text="The guidance, the decision or the published statistics.",
        max_length=300,
    )
    stands_on = DayField(label="As at")

    def __init__(
        self, *args: Any, measures: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "measure", measures)


class PeriodForm(KithForm):
    """For which days areas stand side by side."""

    says_optional = False
    period = forms.ChoiceField(label="Which days", required=False)

    def __init__(self, *args: Any, periods: Sequence[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "period", [(period_code(one), str(one)) for one in periods])


class ChoiceForm(KithForm):
    """A number of the benchmarks, by the code of its offer."""

    chosen = forms.CharField(label="The number", max_length=200)


class AnnotateForm(KithForm):
    """What happened in a month."""

    month = forms.TypedChoiceField(label="In which month", coerce=date.fromisoformat)
    words = forms.CharField(
        label="What happened", help_text="In a few words: schools close", max_length=60
    )
    measure = forms.ChoiceField(label="On which chart", required=False)
    restarts = forms.BooleanField(
        label="Nothing was the same after it: work the limits out anew from this month",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        measures: Sequence[tuple[str, str]],
        period: Period,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        months = [part.first.replace(day=1) for part in period.parts(Grain.MONTH)]
        _choose(self, "month", [(one.isoformat(), f"{one:%B %Y}") for one in months])
        _choose(self, "measure", [("", "Every chart"), *measures])


class PrioritiesForm(KithForm):
    """The priorities that the scorecard shows."""

    priorities = forms.TypedMultipleChoiceField(
        label="Which priorities do these figures show?",
        required=False,
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, priorities: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "priorities", priorities)


class FilterForm(KithForm):
    """What the list shows."""

    says_optional = False
    words = forms.CharField(label="Words", required=False, max_length=100)
    state = forms.ChoiceField(
        label="Where it stands",
        required=False,
        choices=[
            ("", "Not followed by a later version"),
            *((state.value, words) for state, words in SCORECARD.words.items()),
            ("ALL", "All of them"),
        ],
    )


class ExploreForm(KithForm):
    """What somebody wants to see of the published figures."""

    says_optional = False
    measure = forms.ChoiceField(label="Figure")
    by = forms.ChoiceField(label="Divided by", required=False)
    also_by = forms.ChoiceField(label="And by", required=False)
    area = forms.ChoiceField(label="Area", required=False)
    period = forms.TypedChoiceField(
        label="Period", required=False, coerce=period_of, empty_value=None
    )

    def __init__(
        self,
        *args: Any,
        measures: Sequence[tuple[str, str]],
        ways: Sequence[tuple[str, str]],
        areas: Sequence[tuple[str, str]],
        periods: Sequence[Period],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "measure", measures)
        for name in ("by", "also_by"):
            _choose(self, name, [("", "Nothing"), *ways])
        _choose(self, "area", areas)
        _choose(self, "period", [(period_code(one), str(one)) for one in periods])
        if len(areas) == 1:
            del self.fields["area"]
