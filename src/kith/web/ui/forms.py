"""Forms as Kith draws them: the GOV.UK Design System's fields over Django's forms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms


if TYPE_CHECKING:
    from collections.abc import Iterator


EARLIEST_YEAR = 1900
WRONG_DAY = "Enter a real date, such as 15 1 2021"
BLANK = "---------"


class KithForm(forms.Form):
    """A form whose page starts with its errors, each a link to its field.

    Templates draw it with `ui/form.html`; a form turns text into values and
    complaints, and saves nothing.
    """

    use_required_attribute = False
    says_optional = True
    """A filter above a list says False: nobody is asked for any of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _in_plain_english(name, field)

    @property
    def complaints(self) -> Iterator[tuple[str, str]]:
        """Each complaint and the anchor of its field; those of no field lead to the top."""
        for name, said in self.errors.items():
            anchor = f"#{self[name].id_for_label}" if name in self.fields else "#form"
            for one in said:
                yield str(one), anchor


def _in_plain_english(name: str, field: forms.Field) -> None:
    """Our words where a form leaves Django's: each says what is wrong, and where.

    Source: GOV.UK Design System, error messages and select.
    """
    label = field.label or name.replace("_", " ").capitalize()
    djangos: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        djangos |= getattr(kind, "default_error_messages", {})
    ours = {
        "required": f"“{label}” needs an answer",
        "invalid_choice": f"“{label}”: choose one of those listed",
        "null_characters_not_allowed": f"“{label}” holds a sign that cannot be kept",
        "max_length": f"“{label}” must be {getattr(field, 'max_length', '')} characters "
        "or fewer",
    }
    for code, words in ours.items():
        if field.error_messages.get(code) == djangos.get(code):
            field.error_messages[code] = words
    is_one = isinstance(field, forms.ModelChoiceField) and not isinstance(
        field, forms.ModelMultipleChoiceField
    )
    if is_one and field.empty_label == BLANK:  # type: ignore[attr-defined] # as is_one says
        field.empty_label = "Choose" if field.required else "None"  # type: ignore[attr-defined] # as above


class DayWidget(forms.MultiWidget):
    """Three boxes, as people write dates: day, month, year."""

    parts = ("day", "month", "year")

    def __init__(self) -> None:
        super().__init__({part: forms.TextInput() for part in self.parts})

    def decompress(self, value: date | None) -> list[int | None]:
        """A date into its three boxes."""
        return [value.day, value.month, value.year] if value else [None, None, None]

    def id_for_label(self, id_: str) -> str:
        """An error leads to the first box."""
        return f"{id_}_0"


class DayField(forms.MultiValueField):
    """A day, written in three boxes."""

    widget = DayWidget

    def __init__(self, **options: Any) -> None:
        needed = options.get("required", True)
        part = forms.IntegerField(required=False, error_messages={"invalid": WRONG_DAY})
        options.setdefault("error_messages", {}).setdefault("invalid", WRONG_DAY)
        super().__init__(
            fields=(part, part, part),
            require_all_fields=False,
            **options,
        )
        self.required = needed

    def compress(self, data_list: list[int | None]) -> date | None:
        """Three numbers into a date.

        Raises:
            ValidationError: there is no such day.
        """
        if not any(data_list):
            return None
        day, month, year = (part or 0 for part in data_list)
        try:
            if year < EARLIEST_YEAR:
                raise ValueError("no such year")
            return date(year, month, day)
        except (ValueError, OverflowError) as impossible:
            raise forms.ValidationError(WRONG_DAY, code="invalid") from impossible
