"""What people fill in about tokens, and what programs send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from django import forms
from pydantic import Field

from kith.contracts.feeds import FEEDS
from kith.domain.vocabulary.ages import AGE_BANDS, NOT_KNOWN
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.domain.vocabulary.missing import MissingSetting
from kith.domain.vocabulary.sex import Sex
from kith.web.api.values import Strict, WantedToken
from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.organisations.models import Organisation


AGE_CODES = (*(band.code for band in AGE_BANDS), NOT_KNOWN)
LARGEST = 10**12
READ, SEND = "READ", "SEND"
LASTS = (("30", "30 days"), ("90", "90 days"), ("180", "180 days"), ("365", "A year"))


class TokenForm(KithForm):
    """A token for a program: for which feeds, for what, and how long."""

    key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={"invalid": "Open this page again, and fill it in anew"},
    )
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        queryset=None, label="For which organisation", empty_label="Choose"
    )
    name = forms.CharField(
        label="What uses it",
        help_text="The program or the machine, such as “data warehouse, nightly”. Not "
        "the name of a person.",
        max_length=80,
    )
    feeds = forms.MultipleChoiceField(
        label="For which feeds",
        help_text="What the organisation owes.",
        widget=forms.CheckboxSelectMultiple,
    )
    rights = forms.MultipleChoiceField(
        label="What it may do",
        choices=[(READ, "Read where returns stand"), (SEND, "Send returns")],
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.ChoiceField(
        label="How long it works", choices=LASTS, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        owed: Mapping[UUID, tuple[str, ...]],
        may_send: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.owed = owed
        choice, feeds = self.fields["organisation"], self.fields["feeds"]
        assert isinstance(choice, forms.ModelChoiceField)
        assert isinstance(feeds, forms.MultipleChoiceField)
        if not may_send:
            rights = self.fields["rights"]
            assert isinstance(rights, forms.MultipleChoiceField)
            rights.choices = [(READ, "Read where returns stand")]
            rights.help_text = "One that sends is issued by the agency’s data steward."  # noqa: RUF001 - an apostrophe
        choice.queryset = organisations.filter(pk__in=owed)
        codes = dict.fromkeys(code for told in owed.values() for code in told)
        feeds.choices = [
            (code, FEEDS[code].title if code in FEEDS else code) for code in codes
        ]

    def clean(self) -> dict[str, Any]:
        """Each feed is one that this organisation owes."""
        said = super().clean() or {}
        of = said.get("organisation")
        if of and not set(said.get("feeds", ())) <= set(self.owed.get(of.pk, ())):
            self.add_error("feeds", f"{of.name} does not owe all of these")
        return said

    def wanted(self) -> WantedToken:
        """The token that is asked for."""
        said = self.cleaned_data
        return WantedToken(
            key=said["key"],
            organisation=said["organisation"],
            name=said["name"],
            feeds=tuple(said["feeds"]),
            may_read=READ in said["rights"],
            may_send=SEND in said["rights"],
            days=int(said["days"]),
        )


Count = Annotated[int, Field(ge=0, le=LARGEST, strict=True)]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
Quarter = Annotated[str, Field(pattern=r"^20[0-9]{2}-Q[1-4]$")]
Agency = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
AgeCode = Annotated[str, Field(pattern=f"^({'|'.join(AGE_CODES)})$")]


class Breakdown(Strict):
    """Which part of the whole a count is about: at most two of these."""

    month: Month | None = None
    quarter: Quarter | None = None
    age_band: AgeCode | None = None
    sex: Sex | None = None
    ethnicity: EthnicGroup | None = None
    missing_setting: MissingSetting | None = None
    agency: Agency | None = Field(
        default=None, description="The agency the count is about, if not the sender."
    )


class FigureSent(Strict):
    """One count of a return of figures."""

    measure: Code = Field(
        description="The measure's code, one of those that the return owes."
    )
    numerator: Count | None = Field(
        description="The true count; null where you do not know, which is never nought."
    )
    denominator: Count | None = Field(
        default=None, description="Out of how many, where the measure is a share."
    )
    breakdown: Breakdown | None = Field(
        default=None,
        description="For a part of the whole; leave it out for the whole itself.",
    )


class FiguresSent(Strict):
    """The figures of a return: all of them, each time."""

    figures: Annotated[list[FigureSent], Field(min_length=1, max_length=5000)]
