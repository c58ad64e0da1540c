"""Writes SVG: elements with classes for a page, with attributes for a document.

A page's security policy forbids style attributes, so the page's style sheet
(`_charts.scss`) gives each class its look. A PDF or Word picture has no style sheet:
there the same look is written as presentation attributes, from `LOOK`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup


Attribute = str | float | int

INK, QUIET, GRID, BRAND = "#0b0c0c", "#484949", "#b1b4b6", "#0b4f5c"
FONT = "'Source Sans 3'"

LOOK: dict[str, dict[str, str]] = {
    "axis": {"stroke": QUIET, "stroke-width": "1"},
    "grid": {"stroke": GRID, "stroke-width": "1"},
    "series": {"stroke": BRAND, "stroke-width": "2", "fill": "none"},
    "point": {"fill": BRAND, "stroke": "#ffffff", "stroke-width": "1"},
    "signal": {"fill": "#ffffff", "stroke": "#801650", "stroke-width": "2.5"},
    "centre": {"stroke": QUIET, "stroke-width": "1.5"},
    "limit": {"stroke": QUIET, "stroke-width": "1.5", "stroke-dasharray": "6 4"},
    "inner": {
        "stroke": QUIET,
        "stroke-width": "1.5",
        "stroke-dasharray": "6 4",
        "fill": "none",
    },
    "outer": {"stroke": QUIET, "stroke-width": "1.5", "fill": "none"},
    "leader": {"stroke": QUIET, "stroke-width": "1"},
    "level": {"stroke": "#801650", "stroke-width": "1.5", "stroke-dasharray": "1 3"},
    "gap": {"fill": "#f3f2f1", "stroke": QUIET, "stroke-dasharray": "2 3"},
    "event": {"stroke": INK, "stroke-width": "1", "stroke-dasharray": "2 2"},
    "bar": {"fill": BRAND},
    "bar-light": {"fill": "#a3c6cd"},
    "bar-doubtful": {"fill": "#e8f1f2", "stroke": BRAND, "stroke-width": "2"},
    "interval": {"stroke": INK, "stroke-width": "2", "fill": "none"},
    "box": {"fill": "#e8f1f2", "stroke": BRAND, "stroke-width": "1.5"},
    "link": {"stroke": BRAND, "stroke-width": "1.5", "fill": "none"},
    "label": {"fill": INK, "font-size": "14"},
    "label-strong": {"fill": INK, "font-size": "15", "font-weight": "600"},
    "label-quiet": {"fill": QUIET, "font-size": "13"},
    "label-signal": {"fill": "#801650", "font-size": "14", "font-weight": "600"},
}
"""What each class looks like where there is no style sheet."""


@dataclass
class Ink:
    """A drawing in progress: elements in the order they are painted."""

    width: float
    height: float
    standalone: bool = False
    marks: list[Markup] = field(default_factory=list)

    def line(
        self, look: str, start: tuple[float, float], end: tuple[float, float]
    ) -> None:
        """A straight line."""
        (x1, y1), (x2, y2) = start, end
        self._put("line", look, x1=x1, y1=y1, x2=x2, y2=y2)

    def path(self, look: str, points: list[tuple[float, float]]) -> None:
        """A line through points."""
        steps = " L".join(f"{_say(x)} {_say(y)}" for x, y in points)
        self._put("path", look, d=f"M{steps}")

    def box(
        self, look: str, corner: tuple[float, float], size: tuple[float, float]
    ) -> None:
        """A rectangle from its top left corner."""
        (x, y), (width, height) = corner, size
        self._put("rect", look, x=x, y=y, width=width, height=height)

    def dot(self, look: str, at: tuple[float, float], radius: float) -> None:
        """A round point."""
        self._put("circle", look, cx=at[0], cy=at[1], r=radius)

    def diamond(self, look: str, at: tuple[float, float], reach: float) -> None:
        """A point outside its limits."""
        x, y = at
        corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
        self._put(
            "polygon", look, points=" ".join(f"{_say(a)},{_say(b)}" for a, b in corners)
        )

    def square(self, look: str, at: tuple[float, float], reach: float) -> None:
        """A point in a run."""
        self.box(look, (at[0] - reach, at[1] - reach), (2 * reach, 2 * reach))

    def text(
        self,
        look: str,
        words: str,
        at: tuple[float, float],
        *,
        anchor: str = "start",
        upright: bool = True,
    ) -> None:
        """Words; ``anchor`` is start, middle or end."""
        extra: dict[str, Attribute] = {"x": at[0], "y": at[1]}
        if anchor != "start":
            extra["text-anchor"] = anchor
        if not upright:
            extra["transform"] = f"rotate(-90 {_say(at[0])} {_say(at[1])})"
        self.marks.append(
            Markup("<text{}>{}</text>").format(self._attributes(look, extra), words)
        )

    def _put(self, tag: str, look: str, **where: Attribute) -> None:
        self.marks.append(
            Markup("<{}{}/>").format(Markup(tag), self._attributes(look, where))  # noqa: S704 - the tag is ours
        )

    def _attributes(self, look: str, where: dict[str, Attribute]) -> Markup:
        pairs: dict[str, Attribute] = dict(where)
        if self.standalone:
            pairs.update(LOOK[look])
        else:
            pairs["class"] = f"kith-chart__{look}"
        return Markup("").join(
            Markup(' {}="{}"').format(name, _say(value))
            for name, value in pairs.items()
        )

    def svg(self, *, title: str, description: str, classes: str) -> Markup:
        """The whole drawing, with its name and description for those who hear it."""
        inside = Markup("").join(self.marks)
        size = f"0 0 {_say(self.width)} {_say(self.height)}"
        named = Markup("<title>{}</title><desc>{}</desc>").format(title, description)
        if self.standalone:
            opening = Markup(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}" width="{}" '
                'height="{}" font-family="{}">'
            ).format(size, _say(self.width), _say(self.height), FONT)
        else:
            opening = Markup(
                '<svg class="{}" viewBox="{}" role="img" focusable="false">'
            ).format(classes, size)
        return opening + named + inside + Markup("</svg>")


def _say(value: Attribute) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.1f}".rstrip("0").rstrip(".")


def text_width(words: str, size: float = 14) -> float:
    """About how wide words are set: enough to keep labels apart."""
    return len(words) * size * 0.5


def wrapped(words: str, room: float, size: float = 14) -> list[str]:
    """Words in lines no wider than the room, never splitting a word."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
