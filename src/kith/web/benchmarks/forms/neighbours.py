"""What people fill in about statistical neighbours."""

from __future__ import annotations

from django import forms

from kith.web.ui.forms import DayField, KithForm


class NeighboursForm(KithForm):
    """An edition of who is most like whom."""

    file = forms.FileField(
        label="Choose the table",
        help_text="Columns la_code, neighbour_rank, neighbour_code and neighbour_name; "
        "the nearest neighbour has rank 1.",
        error_messages={"required": "Choose a file", "empty": "The file is empty"},
    )
    title = forms.CharField(
        label="What this edition is called",
        help_text="As its publisher calls it, with its year.",
        max_length=200,
    )
    source = forms.CharField(label="Where it comes from", max_length=300)
    published_on = DayField(label="Published on")
    first_on = DayField(label="It holds from", help_text="Until a later edition holds.")
