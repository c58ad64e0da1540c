"""Forms of meetings: one meeting, a body's year, who came."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms

from kith.domain.rules.meeting_dates import Rhythm, Unit
from kith.domain.vocabulary.moments import LONDON
from kith.web.groups.models import InterestNature, Presence
from kith.web.groups.values import Came, Sitting, Visitor
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.bodies.models import Body
    from kith.web.groups.policies.quorum import RegisterLine
    from kith.web.groups.queries.agendas import AgendaLine


TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p", "%H"]
WRONG_TIME = "Enter a time, such as 9:30 or 14:00"


def sitting_on(day: date, said: dict[str, Any]) -> Sitting:
    """A meeting on a day, at the times of a form, by the clocks of London."""
    return Sitting(
        starts=_moment(day, said["starts"]),
        ends=_moment(day, said["ends"]),
        place=said["place"],
        link=said["link"],
        is_hybrid=said["is_hybrid"],
    )


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=LONDON)


class _TimesAndPlace(KithForm):
    starts = forms.TimeField(
        label="Starts at",
        input_formats=TIMES,
        error_messages={"required": "Say when it starts", "invalid": WRONG_TIME},
    )
    ends = forms.TimeField(
        label="Ends at",
        input_formats=TIMES,
        error_messages={"required": "Say when it ends", "invalid": WRONG_TIME},
    )
    place = forms.CharField(label="Place", required=False, max_length=300)
    link = forms.URLField(
        label="Link to join online",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Enter a whole address, such as https://…"},
    )
    is_hybrid = forms.BooleanField(
        label="People come in person and online", required=False
    )

    def clean(self) -> dict[str, Any]:
        """A meeting ends after it starts."""
        said = super().clean() or {}
        starts, ends = said.get("starts"), said.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", "A meeting ends after it starts")
        return said


class ChangeForm(_TimesAndPlace):
    """Another day, time or place."""

    day = DayField(label="Day", error_messages={"required": "Say on which day"})
    words = forms.CharField(
        label="Why it changes",
        required=False,
        max_length=300,
        help_text="Members see this in the meeting's story.",
    )
    field_order = ("day", "starts", "ends", "place", "link", "is_hybrid", "words")

    def sitting(self) -> Sitting:
        """What was filled in, as one value."""
        return sitting_on(self.cleaned_data["day"], self.cleaned_data)


class MeetingForm(_TimesAndPlace):
    """One new meeting."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None,
        label="Which group",
        error_messages={"required": "Say which group"},
    )
    day = DayField(label="Day", error_messages={"required": "Say on which day"})
    field_order = ("body", "day", "starts", "ends", "place", "link", "is_hybrid")

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "body", bodies)

    def sitting(self) -> Sitting:
        """What was filled in, as one value."""
        return sitting_on(self.cleaned_data["day"], self.cleaned_data)


class YearForm(_TimesAndPlace):
    """A body's year: the first day, the last, and the rhythm between."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        queryset=None,
        label="Which group",
        error_messages={"required": "Say which group"},
    )
    first = DayField(
        label="First meeting", error_messages={"required": "Say when the first is"}
    )
    last = DayField(
        label="No later than", error_messages={"required": "Say how far to plan"}
    )
    every = forms.IntegerField(
        label="Every",
        min_value=1,
        max_value=26,
        error_messages={"required": "Say how often"},
    )
    unit = forms.ChoiceField(
        label="Weeks or months",
        choices=[
            (Unit.WEEKS.value, "Weeks"),
            (Unit.MONTHS.value, "Months, on the same weekday of the month"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say weeks or months"},
    )
    field_order = ("body", "first", "last", "every", "unit", "starts", "ends")

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "body", bodies)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean()
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", "This is before the first meeting")
        return said

    def rhythm(self) -> Rhythm:
        """How often, as a value."""
        said = self.cleaned_data
        return Rhythm(said["every"], Unit(said["unit"]))


class AttendanceForm(KithForm):
    """One row a seat: how it was filled, and by whom in its holder's place."""

    visitors = forms.CharField(
        label="Others who were there",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One a line: name, then a comma and where they come from.",
    )

    def __init__(
        self,
        *args: Any,
        lines: Sequence[RegisterLine],
        people: QuerySet[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for one in lines:
            known = one.attendance
            self.fields[f"presence_{one.seat.pk}"] = forms.ChoiceField(
                choices=[("", "Not said yet"), *Presence.choices],
                required=False,
                label="How they came",
                initial=known.presence if known else "",
            )
            if one.seat.may_send_substitute:
                substitute: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
                    queryset=people,
                    required=False,
                    empty_label="Nobody",
                    label="Substitute with a sign-in",
                    initial=known.substitute_id if known else None,
                )
                self.fields[f"substitute_{one.seat.pk}"] = substitute
                self.fields[f"name_{one.seat.pk}"] = forms.CharField(
                    required=False,
                    max_length=200,
                    label="Or a substitute's name",
                    initial=known.substitute_name if known else "",
                )

    def came(self) -> list[Came]:
        """The seats of which something was said."""
        said = self.cleaned_data
        return [
            Came(
                seat=one.seat.pk,
                presence=said[f"presence_{one.seat.pk}"],
                substitute=said.get(f"substitute_{one.seat.pk}"),
                substitute_name=said.get(f"name_{one.seat.pk}", ""),
            )
            for one in self.lines
            if said[f"presence_{one.seat.pk}"]
        ]

    def visitors_there(self) -> list[Visitor]:
        """One visitor a line."""
        found = []
        for line in self.cleaned_data["visitors"].splitlines():
            name, _, comes_from = line.partition(",")
            if name.strip():
                found.append(Visitor(name.strip()[:200], comes_from.strip()[:200]))
        return found


class InterestForm(KithForm):
    """An interest: whose, in what, of which kind."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who", error_messages={"required": "Say who"}
    )
    item = forms.ChoiceField(label="In which item", required=False)
    nature = forms.ChoiceField(
        label="What kind of interest",
        choices=InterestNature.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what kind of interest it is"},
    )
    words = forms.CharField(
        label="What the minutes should say of it",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        help_text="Name no child and no family.",
    )

    def __init__(
        self,
        *args: Any,
        people: QuerySet[Person],
        lines: Sequence[AgendaLine],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "person", people)
        item = self.fields["item"]
        assert isinstance(item, forms.ChoiceField)
        item.choices = [
            ("", "The whole meeting"),
            *(
                (str(one.item.pk), f"{one.number}. {one.item.title}")
                for one in lines
                if one.item
            ),
        ]


def _choose(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ModelChoiceField)
    chosen.queryset = rows
