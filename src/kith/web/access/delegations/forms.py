"""Who stands in, where, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.access.delegations.policies import why_not_these_days
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.models import Person


EVERYWHERE = "everywhere"


class StandInForm(KithForm):
    """One page: who, where, from when to when, why."""

    taker: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Who stands in for you",
        empty_label="Choose a person",
        error_messages={"required": "Choose who stands in"},
    )
    body = forms.ChoiceField(
        label="In which group",
        error_messages={"required": "Choose a group, or everything you do"},
    )
    first_on = DayField(label="From", error_messages={"required": "Say from which day"})
    last_on = DayField(
        label="To, that day included",
        error_messages={"required": "Say to which day"},
    )
    reason = forms.CharField(
        label="Why",
        help_text="On leave, for example",
        max_length=200,
        error_messages={"required": "Say why, in a few words"},
    )

    def __init__(
        self,
        *args: Any,
        people: QuerySet[Person],
        bodies: Mapping[UUID, str],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        who, where = self.fields["taker"], self.fields["body"]
        assert isinstance(who, forms.ModelChoiceField)
        assert isinstance(where, forms.ChoiceField)
        who.queryset = people
        named = [(str(key), name) for key, name in bodies.items()]
        where.choices = [("", "Choose a group"), *named, (EVERYWHERE, "All that I do")]
        self._bodies = {str(key): key for key in bodies}
        self._today = today

    def clean_body(self) -> UUID | None:
        """The group's key; none for everything."""
        return self._bodies.get(self.cleaned_data["body"])

    def clean(self) -> dict[str, Any]:
        """The days must follow each other."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first_on"), said.get("last_on")
        if first and last:
            why_not = why_not_these_days(first, last, self._today)
            if why_not:
                self.add_error("last_on", why_not)
        return said
