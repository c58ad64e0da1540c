"""What people fill in about budgets."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django import forms

from kith.web.budgets.models import ContributionKind
from kith.web.organisations.models import Sector
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation


EARLIEST, LATEST = 2000, 2100
LARGEST = Decimal("9999999999.99")
WRONG_AMOUNT = "Enter an amount in pounds, such as 1,250 or 1,250.50"


class PoundsField(forms.CharField):
    """An amount as people write it: £1,250.50. To the penny, never rounded."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The text into an exact amount.

        Raises:
            ValidationError: it is no amount, or says less than a penny.
        """
        said = super().clean(value)
        if not said:
            return None
        plain = said.replace("£", "").replace(",", "").replace(" ", "")
        try:
            amount = Decimal(plain)
        except InvalidOperation as wrong:
            raise forms.ValidationError(WRONG_AMOUNT, code="invalid") from wrong
        if not amount.is_finite() or not 0 <= amount <= LARGEST:
            raise forms.ValidationError(WRONG_AMOUNT, code="invalid")
        if amount != amount.quantize(Decimal("0.01")):
            raise forms.ValidationError(WRONG_AMOUNT, code="invalid")
        return amount.quantize(Decimal("0.01"))


class BudgetForm(KithForm):
    """A new year's budget."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None, label="For which group"
    )
    first_year = forms.IntegerField(
        label="Financial year that begins in April of",
        min_value=EARLIEST,
        max_value=LATEST,
        error_messages={"required": "Enter the year in which it begins"},
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, "body", bodies)


class ContributionForm(KithForm):
    """What one organisation gives."""

    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="Which organisation"
    )
    kind = forms.TypedChoiceField(
        label="What it gives",
        choices=ContributionKind.choices,
        coerce=ContributionKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose cash or in kind"},
    )
    what = forms.CharField(
        label="What is given in kind",
        required=False,
        max_length=200,
        help_text="For example: a meeting room, the time of an analyst.",
    )
    amount = PoundsField(
        label="Worth, in pounds",
        help_text="0 takes the line away.",
        error_messages={"required": "Enter an amount"},
    )

    def __init__(
        self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _fill(self, "organisation", organisations)

    def clean(self) -> dict[str, Any]:
        """What is given in kind is named."""
        said = super().clean() or {}
        if said.get("kind") == ContributionKind.IN_KIND and not said.get("what"):
            self.add_error("what", "Say what is given in kind")
        return said


class HeadingForm(KithForm):
    """What is planned for one heading."""

    heading = forms.CharField(
        label="What it is spent on",
        max_length=120,
        error_messages={"required": "Name the heading"},
    )
    planned = PoundsField(
        label="Planned, in pounds",
        help_text="0 takes the heading away.",
        error_messages={"required": "Enter an amount"},
    )


class SpentForm(KithForm):
    """What was spent under one heading."""

    heading = forms.ChoiceField(
        label="Which heading", error_messages={"required": "Choose a heading"}
    )
    spent = PoundsField(
        label="Spent, in pounds", error_messages={"required": "Enter an amount"}
    )

    def __init__(self, *args: Any, headings: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["heading"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [(one, one) for one in headings]


class WordsForm(KithForm):
    """What value the money had."""

    words = forms.CharField(
        label="What value did the money have?",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        help_text="The yearly report asks for contributions, changes, impact and value "
        "for money.",
        error_messages={"required": "Say what value the money had"},
    )


class ReasonForm(KithForm):
    """Why."""

    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": "Say why"},
    )


class SignersForm(KithForm):
    """Who signs for each of the three partners."""

    council: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="For the council", required=False
    )
    health: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="For health", required=False
    )
    police: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None,
        label="For the police",
        required=False,
        help_text="Leave empty whoever has no sign-in: their approval is then recorded "
        "by one person and confirmed by another.",
    )
    due_on = DayField(label="Signed by", required=False)

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _SECTORS:
            _fill(self, name, people)

    def clean(self) -> dict[str, Any]:
        """Nobody signs for two partners."""
        said = super().clean() or {}
        named = [said[name] for name in _SECTORS if said.get(name)]
        if len(set(named)) < len(named):
            self.add_error(None, "Each partner signs for itself: name three people")
        return said

    @property
    def signers(self) -> dict[Sector, Person | None]:
        """Who signs, by partner."""
        return {
            sector: self.cleaned_data.get(name) for name, sector in _SECTORS.items()
        }


_SECTORS = {
    "council": Sector.COUNCIL,
    "health": Sector.HEALTH,
    "police": Sector.POLICE,
}


def _fill(form: KithForm, name: str, rows: QuerySet[Any]) -> None:
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ModelChoiceField)
    chosen.queryset = rows
