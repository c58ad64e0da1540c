"""What a chart says, before it is drawn: values only, no ink.

A chart never decides what may be shown: its points come with the status that
disclosure gave them, and a point without a value is a gap that is drawn and named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.funnel import Place
from kith.domain.vocabulary.figures import Status, Unit


if TYPE_CHECKING:
    from decimal import Decimal


GAP_WORDS = {
    Status.SUPPRESSED: "hidden to protect children",
    Status.NOT_SUPPLIED: "not supplied",
    Status.NOT_APPLICABLE: "does not apply",
}
"""What stands in place of a value, in full."""

SHORT_GAP_WORDS = {
    Status.SUPPRESSED: "hidden",
    Status.NOT_SUPPLIED: "not supplied",
    Status.NOT_APPLICABLE: "n/a",
}
"""The same where a chart has little room; the table beside it says it in full."""


@dataclass(frozen=True)
class Point:
    """One step of a run chart: ``Point("March 2020", "Mar", Decimal(62))``.

    ``short`` labels the axis, ``group`` stands under it where it changes (the year).
    ``is_cut``: its days are fewer than its step's, so it is compared with no other.
    """

    label: str
    short: str
    value: Decimal | None
    status: Status = Status.SHOWN
    group: str = ""
    note: str = ""
    is_cut: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether there is no value to draw: a gap is never zero."""
        return self.value is None or not self.status.has_value

    @property
    def compared(self) -> Decimal | None:
        """The value to hold against others'; None for a gap and for a cut step."""
        return None if self.is_gap or self.is_cut else self.value

    @property
    def gap_words(self) -> str:
        """Why there is no value, for a reader."""
        return self.note or GAP_WORDS.get(self.status, "no value")


@dataclass(frozen=True)
class Annotation:
    """Something that happened at a step: ``Annotation("March 2020", "schools close")``.

    ``restarts``: what is counted behaves otherwise from there, so its limits start
    anew. ``breaks``: something else is counted from there, so no line joins the two.
    """

    at: str
    words: str
    restarts: bool = False
    breaks: bool = False


@dataclass(frozen=True)
class Level:
    """A value that the points are held against: ``Level("England", Decimal("42.1"))``."""

    name: str
    value: Decimal


@dataclass(frozen=True)
class RunChart:
    """A measure over time, with the limits that its own variation sets.

    ``name`` is the measure's title, ``step`` the word for one point (month, quarter),
    ``finding`` the chart's heading: computed from the points where it is empty.
    ``carries_over`` says that neighbouring points count the same children again (a
    stock, or children ever in a state): then each point leans on the one before, and
    limits that expect points to be independent would cry wolf.
    """

    name: str
    unit: Unit
    period: str
    place: str
    points: tuple[Point, ...]
    step: str = "month"
    source: str = ""
    finding: str = ""
    events: tuple[Annotation, ...] = ()
    carries_over: bool = False
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True)
class Bar:
    """One group of a bar chart; ``low`` and ``high`` are its 95 % interval."""

    label: str
    value: Decimal | None
    status: Status = Status.SHOWN
    note: str = ""
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def is_gap(self) -> bool:
        """Whether there is no value to draw: a gap is never zero."""
        return self.value is None or not self.status.has_value

    @property
    def gap_words(self) -> str:
        """Why there is no value, for a reader."""
        return self.note or GAP_WORDS.get(self.status, "no value")


@dataclass(frozen=True)
class BarChart:
    """A measure by group. ``by`` names the breakdown: "age band", "sex"."""

    name: str
    unit: Unit
    period: str
    place: str
    bars: tuple[Bar, ...]
    by: str
    source: str = ""
    finding: str = ""


@dataclass(frozen=True)
class Body:
    """A body of the partnership and those that report to it."""

    name: str
    note: str = ""
    members: tuple[Body, ...] = ()


@dataclass(frozen=True)
class StructureChart:
    """Who reports to whom, drawn as a tree that reads from top to bottom."""

    name: str
    place: str
    period: str
    root: Body
    finding: str = ""
    source: str = ""


@dataclass(frozen=True)
class Spot:
    """One area of a funnel: its size, its value, its own 95 % interval, where it lies.

    An area without a value is not drawn; the table says why.
    """

    label: str
    size: int = 0
    value: Decimal | None = None
    status: Status = Status.SHOWN
    low: Decimal | None = None
    high: Decimal | None = None
    place: Place = Place.WITHIN

    @property
    def is_gap(self) -> bool:
        """Whether there is no value to draw: a gap is never zero."""
        return self.value is None or not self.status.has_value

    @property
    def gap_words(self) -> str:
        """Why there is no value, for a reader."""
        return GAP_WORDS.get(self.status, "no value")


@dataclass(frozen=True)
class FunnelChart:
    """Areas by their size, between the limits within which chance would place them.

    ``centre`` is the value of all areas together, ``sizes`` what the size counts.
    """

    name: str
    unit: Unit
    period: str
    place: str
    spots: tuple[Spot, ...]
    centre: Decimal
    sizes: str
    source: str = ""
    finding: str = ""


Chart = RunChart | BarChart | StructureChart | FunnelChart
