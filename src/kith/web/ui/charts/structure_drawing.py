"""Draws who reports to whom: a tree that reads downwards, one body a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.ui.charts.ink import Ink, text_width, wrapped


if TYPE_CHECKING:
    from collections.abc import Iterator

    from kith.web.ui.charts.values import Body, StructureChart


WIDTHS = {"wide": 640.0, "narrow": 340.0}
_INDENT = {"wide": 44.0, "narrow": 22.0}
_LINE, _PAD, _SPACE = 18.0, 10.0, 10.0


def structure_height(chart: StructureChart, width: str) -> float:
    """How high the drawing will be."""
    rows = _rows(chart.root)
    return sum(_height(body, depth, width) + _SPACE for body, depth in rows) + 2


def draw_structure(chart: StructureChart, ink: Ink, width: str) -> None:
    """Each body in its box, tied to the one it reports to."""
    y = 1.0
    feet: dict[int, float] = {}
    for body, depth in _rows(chart.root):
        height = _height(body, depth, width)
        left = depth * _INDENT[width] + 1
        if depth:
            stem = left - _INDENT[width] / 2
            middle = y + height / 2
            ink.path("link", [(stem, feet[depth - 1]), (stem, middle), (left, middle)])
        _box(body, ink, (left, y), (width, height))
        feet[depth] = y + height
        y += height + _SPACE


def _rows(body: Body, depth: int = 0) -> Iterator[tuple[Body, int]]:
    yield body, depth
    for member in body.members:
        yield from _rows(member, depth + 1)


def _lines(body: Body, left: float, width: str) -> tuple[list[str], list[str]]:
    room = WIDTHS[width] - left - 2 * _PAD
    return wrapped(body.name, room, 15), wrapped(body.note, room, 13)


def _fits_one_line(body: Body, left: float, width: str) -> bool:
    room = WIDTHS[width] - left - 4 * _PAD
    return text_width(body.name, 15) + text_width(body.note, 13) <= room


def _height(body: Body, depth: int, width: str) -> float:
    left = depth * _INDENT[width]
    if _fits_one_line(body, left, width):
        return _LINE + _PAD
    name, note = _lines(body, left, width)
    return (len(name) + len(note)) * _LINE + _PAD


def _box(
    body: Body, ink: Ink, corner: tuple[float, float], size: tuple[str, float]
) -> None:
    (left, top), (width, height) = corner, size
    ink.box("box", corner, (WIDTHS[width] - left - 1, height))
    first = top + _LINE - 1
    if _fits_one_line(body, left - 1, width):
        ink.text("label-strong", body.name, (left + _PAD, first))
        right = (WIDTHS[width] - _PAD, first)
        ink.text("label-quiet", body.note, right, anchor="end")
        return
    name, note = _lines(body, left - 1, width)
    looks = ["label-strong"] * len(name) + ["label-quiet"] * len(note)
    for index, (look, line) in enumerate(zip(looks, name + note, strict=True)):
        ink.text(look, line, (left + _PAD, first + _LINE * index))
