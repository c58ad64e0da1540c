"""The drawing: safe under a strict policy, named for those who hear it, gaps kept."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from kith.domain.vocabulary.figures import Status
from kith.web.ui.charts import Annotation, Bar, figure, finding, standalone_svg, svg
from kith.web.ui.charts.ink import LOOK
from tests.unit.web.ui.charts.drawn import EVERY_CHART, bars_of, run_of


SCSS = Path(__file__).parents[5] / "src/kith/web/ui/scss/_charts.scss"
SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = ("wide", "narrow", "small")


def parsed(drawing: str) -> etree._Element:
    return etree.fromstring(
        str(drawing).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1)
    )


def texts(drawing: str) -> list[str]:
    return [mark.text or "" for mark in parsed(drawing).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", EVERY_CHART)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_drawing_is_styled_by_class_alone(name, width) -> None:
    drawing = svg(EVERY_CHART[name], width=width)
    styling = {"style", "fill", "stroke", "font-size", "onclick", "onload"}
    for mark in parsed(drawing).iter():
        assert not styling & set(mark.attrib), mark.attrib
    assert "<style" not in drawing
    assert "<script" not in drawing


@pytest.mark.parametrize("name", EVERY_CHART)
def test_a_drawing_has_a_name_and_a_description(name) -> None:
    root = parsed(svg(EVERY_CHART[name]))
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == finding(EVERY_CHART[name])
    assert root[1].tag == f"{SVG}desc"
    assert root[1].text


@pytest.mark.parametrize("name", EVERY_CHART)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_drawn_outside_the_picture(name, width) -> None:
    root = parsed(svg(EVERY_CHART[name], width=width))
    _, _, right, foot = (float(part) for part in root.get("viewBox").split())
    for mark in root.iter():
        for side, end in (("x", right), ("cx", right), ("y", foot), ("cy", foot)):
            place = mark.get(side)
            assert place is None or 0 <= float(place) <= end, mark.attrib


def test_every_class_of_a_drawing_looks_in_the_page_as_in_the_document() -> None:
    sheet = SCSS.read_text("utf-8")
    for name, look in LOOK.items():
        block = re.search(rf"\.kith-chart__{name} {{\n(.*?)}}", sheet, re.DOTALL)
        assert block, name
        said = dict(re.findall(r"([a-z-]+): ([^;]+);", block.group(1)))
        assert {key: value.removesuffix("px") for key, value in said.items()} == look


def test_text_from_outside_is_escaped_in_every_variant() -> None:
    chart = bars_of(Bar("<script>&\"'", Decimal(3)))
    for drawing in (svg(chart), standalone_svg(chart), figure(chart)):
        assert "<script>" not in drawing
        assert "&lt;script&gt;&amp;" in drawing


def test_a_gap_is_drawn_and_named_and_never_a_zero() -> None:
    drawing = svg(EVERY_CHART["with gaps"])
    points = [m for m in parsed(drawing) if "kith-chart__point" in m.get("class", "")]
    lines = [m for m in parsed(drawing) if "kith-chart__series" in m.get("class", "")]
    gaps = [m for m in parsed(drawing) if "kith-chart__gap" in m.get("class", "")]
    assert len(points) == 11
    assert len(gaps) == 2, "one month, then two months together"
    assert len(lines) == 1, "the line breaks at each gap; one lone month has no line"
    assert texts(drawing).count("hidden") == 2


@pytest.mark.parametrize(
    ("event", "lines"),
    [
        (Annotation("March 2020", "schools close", restarts=True), 1),
        (Annotation("March 2020", "counted otherwise", restarts=True, breaks=True), 2),
    ],
)
def test_no_line_joins_two_things_that_are_counted(event, lines) -> None:
    chart = replace(run_of(10, 11, 10, 11, 30, 31, 30, 31), events=(event,))
    drawn = [
        m for m in parsed(svg(chart)) if "kith-chart__series" in m.get("class", "")
    ]
    assert len(drawn) == lines
    assert event.words in texts(svg(chart))


def test_gaps_of_different_kinds_do_not_look_alike() -> None:
    hidden = texts(svg(run_of(10, None, 11)))
    absent = texts(svg(run_of(10, None, 11, gap=Status.NOT_SUPPLIED)))
    assert "hidden" in hidden
    assert "not supplied" not in hidden
    assert "not supplied" in absent
    bars = texts(svg(EVERY_CHART["bars"]))
    assert {"0", "hidden to protect children", "9 (low reliability)"} <= set(bars)


def test_more_than_chance_has_a_shape_and_a_word() -> None:
    drawing = svg(run_of(10, 11, 10, 11, 10, 30, 10, 11, 10, 11))
    assert len(list(parsed(drawing).iter(f"{SVG}polygon"))) == 1
    assert "high" in texts(drawing)
    steady = svg(EVERY_CHART["steady"])
    assert not list(parsed(steady).iter(f"{SVG}polygon"))
    assert not {"high", "low", "long run"} & set(texts(steady))


def test_limits_are_named_on_their_lines_and_absent_where_there_are_too_few() -> None:
    assert {"upper limit", "average", "lower limit"} <= set(
        texts(svg(EVERY_CHART["steady"]))
    )
    assert "average" not in texts(svg(run_of(10, 11, 12)))


def test_bars_start_at_zero_and_keep_their_proportions() -> None:
    drawing = parsed(svg(bars_of(Bar("a", Decimal(100)), Bar("b", Decimal(50)))))
    widths = [float(m.get("width")) for m in drawing.iter(f"{SVG}rect")]
    starts = {m.get("x") for m in drawing.iter(f"{SVG}rect")}
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert len(starts) == 1


def test_an_axis_that_is_not_from_zero_says_so() -> None:
    assert any(
        "axis starts at" in words for words in texts(svg(EVERY_CHART["high up"]))
    )
    assert not any(
        "axis starts" in words for words in texts(svg(EVERY_CHART["steady"]))
    )


def test_a_figure_has_its_table_its_sentence_and_both_drawings() -> None:
    shown = figure(EVERY_CHART["steady"])
    assert "kith-chart--wide" in shown
    assert "kith-chart--narrow" in shown
    assert "<details" in shown
    assert '<th scope="row"' in shown
    assert "Source: Annex A, list 2" in shown
    assert " style=" not in shown


def test_names_of_areas_that_lie_together_stay_apart() -> None:
    """Twelve areas on one spot: twelve names that can be read."""
    root = parsed(svg(EVERY_CHART["funnel of rates"]))
    names = [
        mark for mark in root.iter(f"{SVG}text") if (mark.text or "")[:4] == "Area"
    ]
    boxes = [
        (float(one.get("x")), float(one.get("x")) + 7 * len(one.text or ""), one)
        for one in names
    ]
    assert len(boxes) == 12
    for left, right, one in boxes:
        for start, end, other in boxes:
            if one is not other and left < end and start < right:
                assert abs(float(one.get("y")) - float(other.get("y"))) > 12
