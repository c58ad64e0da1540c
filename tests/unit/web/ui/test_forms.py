"""What a form says where its own words are wanting."""

from __future__ import annotations

import pytest
from django import forms

from kith.web.ui.forms import DayField, KithForm


class Asked(KithForm):
    name = forms.CharField(label="Name", max_length=5)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")])
    ours = forms.CharField(error_messages={"required": "Say whose it is"})
    on = DayField(label="When", required=False)


def test_an_empty_answer_is_named() -> None:
    said = [words for words, _ in Asked({}).complaints]
    assert said == [
        "“Name” needs an answer",
        "“Kind” needs an answer",
        "Say whose it is",
    ]


def test_a_wrong_answer_is_named_and_not_repeated() -> None:
    said = Asked({"name": "x" * 9, "kind": "<b>", "ours": "x"}).errors
    assert said["name"] == ["“Name” must be 5 characters or fewer"]
    assert said["kind"] == ["“Kind”: choose one of those listed"]


@pytest.mark.parametrize("year", ["9" * 20, "0", "-5", "twenty"])
def test_no_such_year(year: str) -> None:
    form = Asked({"on_day": "1", "on_month": "1", "on_year": year})
    assert form.errors["on"] == ["Enter a real date, such as 15 1 2021"]
