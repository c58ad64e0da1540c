"""The returns of a token's organisation and feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.returns import queries as returns
from kith.web.returns.queries.returns import Asked
from kith.web.returns.values import Shape


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.returns.files.figures_sheet import FiguresSheet
    from kith.web.returns.models import Return, Returns, Submission


def returns_asked(viewer: Viewer, feed: str, state: str, today: date) -> Returns:
    """The returns that are asked for, the newest period first."""
    asked = Asked(feed=feed, state=state)
    return returns.filtered(viewer, asked, today)


def one_return(viewer: Viewer, key: UUID) -> Return:
    """One return.

    Raises:
        Http404: not there, or not this token's: nobody can tell which.
    """
    return returns.return_(viewer, key)


def prepared(viewer: Viewer, of: Return) -> Submission | None:
    """What is prepared and not sent."""
    return returns.draft(viewer, of)


def sent(viewer: Viewer, of: Return) -> Submission | None:
    """What was sent last."""
    return returns.last_sent(viewer, of)


def sheet(viewer: Viewer, of: Submission) -> FiguresSheet | None:
    """What a spreadsheet of figures said; None where there is none."""
    file = of.files.filter(is_own_layout=False).first()
    if file is None or not of.of.duty.is_of_figures:
        return None
    shape = Shape(file.header_row, file.columns, file.meanings)
    return returns.read_sheet(viewer, file, shape)
