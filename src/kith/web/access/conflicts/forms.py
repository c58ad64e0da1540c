"""What somebody says of a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person


class NameForm(KithForm):
    """A record, a person, and why the one is closed to the other."""

    record = forms.CharField(
        label="Which record",
        help_text="Its reference, or the address of its page",
        max_length=300,
        error_messages={"required": "Give the record's reference or address"},
    )
    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="Whom it is closed to",
        empty_label="Choose a person",
        error_messages={"required": "Choose a person"},
    )
    kind = forms.ChoiceField(
        label="Why",
        widget=forms.RadioSelect,
        choices=[
            ("conflicted", "They have a conflict of interest"),
            ("subject", "The record is about them"),
        ],
        error_messages={"required": "Say which of the two it is"},
    )
    reason = forms.CharField(
        label="In a few words",
        help_text="Name no child or family. The person will not see this.",
        max_length=200,
        error_messages={"required": "Say why, in a few words"},
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["person"]
        assert isinstance(who, forms.ModelChoiceField)
        who.queryset = people
