"""What people fill in when they move in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.arrivals.kinds.kind import MAKE
from kith.web.arrivals.models import ArrivalKind
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kith.web.arrivals.queries import Unsure
    from kith.web.bodies.models import Body


class BringForm(KithForm):
    """A spreadsheet, what it holds, and for which group."""

    kind = forms.ChoiceField(
        label="What does the spreadsheet hold?",
        choices=ArrivalKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it holds"},
    )
    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="For which group"
    )
    file = forms.FileField(
        label="The spreadsheet",
        help_text="An Excel workbook (.xlsx) or a CSV file, with at most 2,000 rows. "
        "Formulas are not run. It is forgotten once it has been brought in.",
        error_messages={
            "required": "Choose a file",
            "empty": "The file is empty. Choose another",
        },
    )

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = bodies


class ChoicesForm(KithForm):
    """Who the unsure names are, and what becomes of rows that say too little."""

    default_due = DayField(
        label="Rows without a day are due on",
        help_text="For rows that say “ongoing”, “as soon as possible” or nothing.",
        required=False,
    )
    bring_done = forms.BooleanField(
        label="Bring in rows that the spreadsheet calls done, for their owners to show "
        "the evidence",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[Unsure],
        organisations: Sequence[Unsure],
        is_action_log: bool,
        may_make: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not is_action_log:
            del self.fields["default_due"], self.fields["bring_done"]
        self.asked = {"people": people, "organisations": organisations}
        for group, names in self.asked.items():
            for number, one in enumerate(names):
                make = may_make and group == "organisations"
                rows = "1 row" if one.rows == 1 else f"{one.rows} rows"
                self.fields[f"{group}_{number}"] = forms.ChoiceField(
                    label=f"Who is “{one.words}”?"
                    if group == "people"
                    else f"Which organisation is “{one.words}”?",
                    help_text=f"In {rows}",
                    choices=[
                        ("", "Nobody here: leave these rows"),
                        *([(MAKE, "Not here yet: add it now")] if make else []),
                        *one.choices,
                    ],
                    initial=one.chosen,
                    required=False,
                )

    def choices(self) -> dict[str, object]:
        """What was chosen, as the import keeps it."""
        said = self.cleaned_data
        due = said.get("default_due")
        return {
            **{
                group: {
                    one.words: said.get(f"{group}_{number}", "")
                    for number, one in enumerate(names)
                }
                for group, names in self.asked.items()
            },
            "default_due": due.isoformat() if due else "",
            "bring_done": bool(said.get("bring_done")),
        }
