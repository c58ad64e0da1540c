"""Draws charts as PNG for Word, which shows no SVG: Typst sets each on its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typst

from kith.web.ui.charts.svg import standalone_svg
from kith.web.ui.documents.fonts import faces, families
from kith.web.ui.documents.typesetting import literal


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.web.ui.charts.values import Chart


_POINTS_WIDE = 480
_DOTS_PER_INCH = 180


def chart_pictures(charts: Sequence[Chart]) -> tuple[bytes, ...]:
    """One PNG a chart, in the order given, all in one pass."""
    if not charts:
        return ()
    names = ", ".join(literal(name) for name in families())
    pages = "\n#pagebreak()\n".join(_page(chart) for chart in charts)
    source = (
        f"#set page(width: {_POINTS_WIDE}pt, height: auto, margin: 2pt)\n"
        f"#set text(font: ({names},))\n{pages}\n"
    )
    compiler = typst.Compiler(font_paths=faces(), ignore_system_fonts=True)
    made = compiler.compile(source.encode("utf-8"), format="png", ppi=_DOTS_PER_INCH)
    if isinstance(made, bytes):
        return (made,)
    return tuple(made or ())


def _page(chart: Chart) -> str:
    drawing = literal(standalone_svg(chart))
    return f'#image(bytes({drawing}), format: "svg", width: 100%, alt: "")'
