"""What people fill in about published statistics, and how areas hold measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.published_statistics import (
    POPULATION_WORDS,
    PopulationBasis,
)
from kith.domain.vocabulary.definitions import DEFINITION_WORDS, Definition
from kith.web.benchmarks.policies import why_not_unsaid
from kith.web.ui.forms import DayField, KithForm
from kith.web.ui.watched import WatchedForm


if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from kith.domain.rules.published_statistics import Layout
    from kith.web.organisations.models import Area
    from kith.web.published.values import PublishedMeasure


PUBLISHER = "Department for Education"


def _how(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class ReleaseForm(KithForm):
    """A published table, and where it comes from."""

    file = forms.FileField(
        label="Choose the table",
        help_text="A CSV file as the Department publishes it.",
        error_messages={"required": "Choose a file", "empty": "The file is empty"},
    )
    title = forms.CharField(label="What the release is called", max_length=200)
    publisher = forms.CharField(
        label="Who published it", max_length=200, initial=PUBLISHER
    )
    published_on = DayField(label="Published on")
    address = forms.URLField(
        label="Where it stands", required=False, max_length=500, assume_scheme="https"
    )


class ChosenForm(KithForm):
    """An indicator of the table beside one of our measures."""

    def __init__(
        self,
        *args: Any,
        layout: Layout,
        measures: Iterable[PublishedMeasure],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.layout = layout
        self.fields["indicator"] = forms.ChoiceField(
            label="Which of its numbers",
            choices=[(one, one) for one in layout.indicators],
        )
        for number, (name, values) in enumerate(layout.filters.items()):
            self.fields[f"filter_{number}"] = forms.ChoiceField(
                label=f"Which {name.replace('_', ' ')}",
                choices=[(one, one) for one in values],
            )
        self.fields["measure"] = forms.ChoiceField(
            label="Beside which of our measures",
            choices=[("", "Choose"), *((one.code, one.title) for one in measures)],
            error_messages={"required": "Choose the measure that it stands beside"},
        )
        self.fields["definition"] = forms.ChoiceField(
            label="Are they the same thing?",
            choices=[
                (one.value, DEFINITION_WORDS[one])
                for one in (Definition.AGREED, Definition.DIFFERS)
            ],
            widget=forms.RadioSelect,
            error_messages={"required": "Say whether the definitions are the same"},
        )
        self.fields["how"] = _how("How they differ", "Needed where they do.")
        self.fields["population"] = forms.TypedChoiceField(
            label="Which estimate of population does it rest on?",
            choices=[(one.value, words) for one, words in POPULATION_WORDS.items()],
            coerce=PopulationBasis,
            initial=PopulationBasis.NONE.value,
            widget=forms.RadioSelect,
        )

    def clean(self) -> dict[str, Any]:
        """A difference has its words."""
        said = super().clean() or {}
        why = why_not_unsaid(said.get("definition", "AGREED"), said.get("how", ""))
        if why:
            self.add_error("how", why)
        return said

    def filters(self) -> dict[str, str]:
        """The value chosen for each filter, by its name."""
        said = self.cleaned_data
        return {
            name: said[f"filter_{number}"]
            for number, name in enumerate(self.layout.filters)
        }


class NoteForm(WatchedForm):
    """How an area holds a measure; the public reads it, so it is watched."""

    watched = ("how", "footprint")

    area: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        queryset=None, label="Which area"
    )
    definition = forms.ChoiceField(
        label="How it holds this measure",
        choices=[(one.value, words) for one, words in DEFINITION_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the area holds it"},
    )
    how = _how("How it differs, or why it is not held", "Needed unless it is the same.")
    footprint = _how(
        "On whose ground it is counted",
        "Where police or health count on a footprint of their own.",
    )

    def __init__(self, *args: Any, areas: QuerySet[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = areas

    def clean(self) -> dict[str, Any]:
        """What is not the same has its words."""
        said = super().clean()
        why = why_not_unsaid(said.get("definition", "AGREED"), said.get("how", ""))
        if why:
            self.add_error("how", why)
        return said
