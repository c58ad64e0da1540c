"""A file's cells, what its columns and labels probably mean, and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Unit
from kith.web.documents.files import home_files
from kith.web.returns.files.figures_sheet import read_figures
from kith.web.returns.models import RememberedShape
from kith.web.returns.queries.duties import measures_to_owe
from kith.web.returns.queries.returns import return_
from kith.web.returns.values import Typed
from kith.web.sheets.matching import plain
from kith.web.sheets.reading import read_sheets


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure
    from kith.web.returns.files.figures_sheet import FiguresSheet
    from kith.web.returns.models import Duty, SubmittedFile
    from kith.web.returns.values import Shape


def cells_of(viewer: Viewer, file: SubmittedFile) -> Sequence[Sequence[str]]:
    """The rows of the file's sheet as text.

    Raises:
        UnreadableError: it is no table that can be read.
    """
    return_(viewer, file.submission.of_id)
    sheets = read_sheets(home_files().read(file.file, sha256=file.sha256))
    named = [one for one in sheets if one.name == file.sheet]
    return (named or sheets)[0].rows


def remembered(viewer: Viewer, duty: Duty) -> tuple[dict[str, str], dict[str, str]]:
    """What this agency's headings and labels meant last time."""
    if not viewer.is_signed_in:
        return {}, {}
    known = RememberedShape.objects.filter(
        organisation=duty.organisation_id, feed=duty.feed
    ).first()
    return (dict(known.headings), dict(known.meanings)) if known else ({}, {})


def measures_of(viewer: Viewer, duty: Duty) -> list[PublishedMeasure]:
    """The measures that a duty of figures names, in the catalogue's order."""
    return [one for one in measures_to_owe(viewer) if one.code in duty.measures]


def nothing_to_report(viewer: Viewer, duty: Duty) -> list[Typed]:
    """A nil return's figures: noughts that somebody said.

    A share is none of none: its whole is known to be nought, and a year that holds such
    a quarter can still be put together.
    """
    units = {one.code: one.unit for one in measures_of(viewer, duty)}
    return [
        Typed(code, 0, 0 if units.get(code) is Unit.PER_CENT else None)
        for code in duty.measures
    ]


def guessed_meanings(
    viewer: Viewer, duty: Duty, labels: Sequence[str], known: dict[str, str]
) -> dict[str, str]:
    """Label → measure: as remembered, else where it is a measure's name or code."""
    wanted = measures_of(viewer, duty)
    found = {}
    for label in labels:
        said = plain(label)
        named = [
            one.code for one in wanted if said in {plain(one.code), plain(one.title)}
        ]
        close = [one.code for one in wanted if set(said.split()) <= _words(one)]
        meaning = known.get(said) or next(iter(named), "")
        if not meaning and len(close) == 1:
            meaning = close[0]
        if meaning:
            found[said] = meaning
    return found


def _words(measure: PublishedMeasure) -> set[str]:
    return set(plain(f"{measure.title} {measure.code}").split())


def read_sheet(viewer: Viewer, file: SubmittedFile, shape: Shape) -> FiguresSheet:
    """The figures of the file, read as the shape says."""
    return read_figures(
        cells_of(viewer, file),
        shape.header,
        shape.columns,
        shape.meanings,
        file.submission.of.period,
    )
