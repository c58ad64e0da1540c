"""What people fill in about people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.access.models import HowChecked
from kith.web.access.roles import ROLES, Role, Scope
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Iterable

    Choices = Iterable[tuple[str, str]]


GIVEN_HERE = tuple(
    (role.value, duty.name)
    for role, duty in ROLES.items()
    if duty.scope is not Scope.BODY
)
"""Roles that are held for an area or over the platform; a group's come from seats."""


def _fill(form: forms.Form, name: str, choices: Choices, first: str) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    many = list(choices)
    # One choice is no question: it is chosen already.
    field.choices = many if len(many) == 1 else [("", first), *many]


class InviteForm(KithForm):
    """Somebody new: their name, where the link goes, and for which area."""

    name = forms.CharField(
        label="Their name",
        max_length=200,
        error_messages={"required": "Enter their name"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="Their work e-mail address",
        help_text="The invitation goes there. Not a shared mailbox: it is their sign-in.",
        error_messages={
            "required": "Enter their work e-mail address",
            "invalid": "Enter an e-mail address, such as name@example.org",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    area = forms.ChoiceField(
        label="For which area", error_messages={"required": "Choose the area"}
    )
    role = forms.ChoiceField(
        label="Their role for the area",
        required=False,
        help_text="Leave it empty for members, chairs and minute-takers: those roles "
        "come from a seat in a group.",
    )
    organisation = forms.ChoiceField(label="Their organisation", required=False)

    def __init__(
        self, *args: Any, areas: Choices, organisations: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, "area", areas, "Choose an area")
        _fill(self, "role", GIVEN_HERE, "None for now")
        _fill(self, "organisation", organisations, "Not said")


class GiveRoleForm(KithForm):
    """A role for an area, from a day, perhaps to a day."""

    role = forms.ChoiceField(
        label="Which role", error_messages={"required": "Choose the role"}
    )
    area = forms.ChoiceField(
        label="For which area", error_messages={"required": "Choose the area"}
    )
    organisation = forms.ChoiceField(
        label="For which organisation they speak", required=False
    )
    is_deputy = forms.BooleanField(
        label="As a deputy",
        required=False,
        help_text="A deputy does what the role does, except what cannot be handed on: "
        "approving, agreeing the budget, delegating.",
    )
    first_on = DayField(
        label="From which day", error_messages={"required": "Say from which day"}
    )
    last_on = DayField(
        label="The last day",
        required=False,
        help_text="The role ends by itself after it. Leave it empty where no end is "
        "known.",
    )

    def __init__(
        self, *args: Any, areas: Choices, organisations: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, "area", areas, "Choose an area")
        _fill(self, "role", GIVEN_HERE, "Choose a role")
        _fill(self, "organisation", organisations, "Not said")

    def clean_role(self) -> Role:
        """The role as a value."""
        return Role(self.cleaned_data["role"])


class EndRoleForm(KithForm):
    """When a role ends, and why earlier than it was meant to."""

    last_on = DayField(
        label="The last day", error_messages={"required": "Say which day is the last"}
    )
    reason = forms.CharField(
        label="Why it ends",
        max_length=200,
        help_text="Such as “moved to another post”. Nothing about anybody's health or "
        "conduct.",
        error_messages={"required": "Say why it ends"},
    )


class AskResetForm(KithForm):
    """How somebody made sure that it is really them."""

    how_checked = forms.ChoiceField(
        label="How did you make sure that it is really them?",
        choices=HowChecked.choices,
        widget=forms.RadioSelect,
        help_text="An e-mail or a call from them is not enough: both can be somebody "
        "else.",
        error_messages={"required": "Say how you made sure that it is them"},
    )


class AwayForm(KithForm):
    """Days away, on which no e-mail comes."""

    first_on = DayField(label="First day away", required=False)
    last_on = DayField(label="Last day away", required=False)

    def clean(self) -> dict[str, Any]:
        """Both days or neither."""
        said = self.cleaned_data
        first, last = said.get("first_on"), said.get("last_on")
        if bool(first) != bool(last) and not self.errors:
            self.add_error(
                "last_on" if first else "first_on", "Say both days, or neither"
            )
        if first and last and last < first:
            self.add_error("last_on", "The last day is before the first")
        return said
