"""Charts people can trust: values, drawn as inline SVG, with a table and a sentence.

``figure(chart)`` is what a page shows: heading, drawing for wide and narrow screens,
source, and the table folded below. ``svg`` is the drawing alone, ``sentence`` what it
says in words, ``table`` what it says in rows.
"""

from kith.web.ui.charts.figure import figure
from kith.web.ui.charts.from_figures import bar_chart, run_chart
from kith.web.ui.charts.numbers import number
from kith.web.ui.charts.svg import standalone_svg, svg
from kith.web.ui.charts.tables import ChartTable, table
from kith.web.ui.charts.values import (
    Annotation,
    Bar,
    BarChart,
    Body,
    Chart,
    FunnelChart,
    Level,
    Point,
    RunChart,
    Spot,
    StructureChart,
)
from kith.web.ui.charts.wording import finding, sentence


__all__ = [
    "Annotation",
    "Bar",
    "BarChart",
    "Body",
    "Chart",
    "ChartTable",
    "FunnelChart",
    "Level",
    "Point",
    "RunChart",
    "Spot",
    "StructureChart",
    "bar_chart",
    "figure",
    "finding",
    "number",
    "run_chart",
    "sentence",
    "standalone_svg",
    "svg",
    "table",
]
