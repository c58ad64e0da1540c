"""What people fill in about actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation


class ProposeForm(KithForm):
    """A new action: who does what, by when."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="For which group"
    )
    wording = forms.CharField(
        label="What will be done",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": "Say what will be done"},
    )
    owner_organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which organisation answers for it"
    )
    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who does it"
    )
    due_on = DayField(
        label="By when", error_messages={"required": "Say by when it is due"}
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
        for name, rows in (
            ("body", bodies),
            ("owner_organisation", organisations),
            ("owner", people),
        ):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ModelChoiceField)
            chosen.queryset = rows
