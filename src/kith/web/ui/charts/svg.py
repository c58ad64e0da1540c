"""The one door to a drawing: a chart in, SVG out, for a page or for a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kith.web.ui.charts.bar_drawing import WIDTHS as BAR_WIDTHS
from kith.web.ui.charts.bar_drawing import bar_height, draw_bars
from kith.web.ui.charts.funnel_drawing import FUNNELS, draw_funnel
from kith.web.ui.charts.ink import Ink
from kith.web.ui.charts.run_drawing import FRAMES, draw_run
from kith.web.ui.charts.structure_drawing import draw_structure, structure_height
from kith.web.ui.charts.values import (
    BarChart,
    Chart,
    FunnelChart,
    RunChart,
    StructureChart,
)
from kith.web.ui.charts.wording import finding, sentence, subtitle


if TYPE_CHECKING:
    from markupsafe import Markup


Width = Literal["wide", "narrow", "small"]
"""``small`` is the run chart beside a figure on a scorecard; others draw narrow."""


def svg(chart: Chart, *, width: Width = "wide") -> Markup:
    """Inline SVG with classes, safe under a policy without inline style.

    Its name is what it shows, its description the sentence and the measure, so that
    a screen reader hears what an eye sees.
    """
    classes = f"kith-chart kith-chart--{width}"
    return _drawn(chart, width, standalone=False).svg(
        title=finding(chart), description=_described(chart), classes=classes
    )


def standalone_svg(chart: Chart, *, width: Width = "wide") -> str:
    """The same drawing with its look written into it, for PDF and Word."""
    drawing = _drawn(chart, width, standalone=True)
    return str(
        drawing.svg(title=finding(chart), description=_described(chart), classes="")
    )


def _described(chart: Chart) -> str:
    return f"{subtitle(chart)}. {sentence(chart)}"


def _drawn(chart: Chart, width: Width, *, standalone: bool) -> Ink:
    room = "wide" if width == "wide" else "narrow"
    match chart:
        case RunChart():
            frame = FRAMES[width]
            ink = Ink(frame.width, frame.height, standalone)
            draw_run(chart, ink, frame)
            return ink
        case BarChart():
            ink = Ink(BAR_WIDTHS[room], bar_height(chart, room), standalone)
            draw_bars(chart, ink, room)
            return ink
        case StructureChart():
            ink = Ink(BAR_WIDTHS[room], structure_height(chart, room), standalone)
            draw_structure(chart, ink, room)
            return ink
        case FunnelChart():
            size = FUNNELS[room]
            ink = Ink(size.width, size.height, standalone)
            draw_funnel(chart, ink, size)
            return ink
