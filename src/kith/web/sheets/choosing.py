"""Somebody says what each column of a spreadsheet holds: the form, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.sheets.matching import masked
from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kith.web.sheets.matching import Field


SAMPLES = 3


class ColumnsForm(KithForm):
    """What each column holds; every field at most once, the needed ones surely."""

    def __init__(
        self,
        *args: Any,
        wanted: Sequence[Field],
        headings: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.wanted = wanted
        self.width = len(headings)
        self.fields["header"] = forms.IntegerField(
            label="Which row holds the headings",
            min_value=1,
            error_messages={"required": "Say which row holds the headings"},
        )
        choices = [("", "Leave it out"), *((one.code, one.label) for one in wanted)]
        for number, heading in enumerate(headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading or f"Column {number + 1}, without a heading",
                choices=choices,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Two columns are never one field, and what is needed has its column."""
        said = super().clean() or {}
        taken: dict[str, int] = {}
        for number in range(self.width):
            code = said.get(f"column_{number}")
            if not code:
                continue
            if code in taken:
                self.add_error(
                    f"column_{number}", "Another column holds this already: choose one"
                )
            taken[code] = number
        for one in self.wanted:
            if one.is_needed and one.code not in taken:
                self.add_error(
                    None, f"Say which column holds “{one.label.lower()}”: it is needed"
                )
        said["columns"] = taken
        return said


@dataclass(frozen=True)
class Column:
    """A column of the file: its heading, a few values, and the choice of field."""

    letter: str
    heading: str
    samples: tuple[str, ...]
    bound: object


def side_by_side(
    cells: Sequence[Sequence[str]],
    header: int,
    form: ColumnsForm,
    guessed: Mapping[str, int],
) -> list[Column]:
    """The file's columns side by side with what they may hold.

    Values that may name somebody are shown by their first letters.
    """
    rows = [row for row in cells[header + 1 :] if any(row)]
    heads = cells[header] if cells else []
    personal = {
        guessed[one.code]
        for one in form.wanted
        if one.is_personal and one.code in guessed
    }
    found = []
    for number, heading in enumerate(heads):
        values = [row[number] for row in rows if row[number]][:SAMPLES]
        hide = number in personal or _may_name(heading)
        found.append(
            Column(
                letter=_letter(number),
                heading=heading,
                samples=tuple(masked(one) if hide else one[:80] for one in values),
                bound=form[f"column_{number}"],
            )
        )
    return found


def _may_name(heading: str) -> bool:
    """A column that is not matched may still hold names, telephones or addresses."""
    said = heading.casefold()
    signs = ("name", "owner", "email", "e-mail", "phone", "tel", "mobile", "dob", "who")
    return any(one in said for one in signs)


def _letter(number: int) -> str:
    high, low = divmod(number, 26)
    return (chr(64 + high) if high else "") + chr(65 + low)
