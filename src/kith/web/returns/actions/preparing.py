"""What an agency does: choose files or type figures, say what they mean, send them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.documents.files import home_files
from kith.web.returns import policies, queries
from kith.web.returns.actions.reading import ask_engine
from kith.web.returns.actions.steps import held, move
from kith.web.returns.files.figures_sheet import (
    best_sheet,
    own_layout,
    read_own_layout,
)
from kith.web.returns.models import (
    CheckState,
    RememberedShape,
    Submission,
    SubmittedFigure,
    SubmittedFile,
    Way,
)
from kith.web.returns.values import Shape
from kith.web.sheets.matching import plain
from kith.web.sheets.reading import UnreadableError, read_sheets


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.documents.files import Accepted
    from kith.web.returns.files.figures_sheet import SheetFigure
    from kith.web.returns.models import Return
    from kith.web.returns.values import Typed


MOST_COUNTED_AT_HOME = 100_000
"""Rows of figures that an agency may count at home for one return."""


def add_file(
    *, viewer: Viewer, at: datetime, key: UUID, file: Accepted, name: str
) -> SubmittedFile:
    """A file is part of what will be sent; its columns are guessed, or it is queued to be
    read by the engine.

    Raises:
        RefusedError: nothing is to be sent, not theirs, or no agreement lets it in.
        UnreadableError: a spreadsheet of figures that is no table.
    """
    with (
        home_files().keeping(file.content) as kept,
        writing(viewer=viewer, at=at, verb="returns.file_added") as event,
    ):
        of = held(viewer, key)
        refuse_if(policies.why_not_prepare(viewer, of))
        judgement = queries.judgement(viewer, of, at.date())
        refuse_if(judgement.words if judgement.verdict == "refused" else "")
        draft = _draft(of, Way.FILES, viewer, at)
        is_here = draft.files.filter(sha256=file.sha256).exists()
        refuse_if(policies.HERE_ALREADY if is_here else "")
        if of.duty.is_of_figures:
            # One spreadsheet tells all the figures of a return: a second replaces it.
            _start_anew(draft)
        made = SubmittedFile.objects.create(
            submission=draft,
            file=kept,
            kind=file.kind,
            name=name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1][:200],
            size=file.size,
            sha256=file.sha256,
            scan=file.scan,
            scanned_with=file.scanned_with,
        )
        if of.duty.is_of_figures:
            _guess(viewer, of, made, file.content)
        else:
            ask_engine(draft, at)
        event.about(of, area=of.duty.area_id, feed=of.duty.feed, size=file.size)
    return made


def take_out_file(*, viewer: Viewer, at: datetime, key: UUID) -> Return:
    """A file is no part of what will be sent; the others are read again."""
    with writing(viewer=viewer, at=at, verb="returns.file_taken_out") as event:
        of, file = _held_file(viewer, key)
        refuse_if(policies.why_not_prepare(viewer, of))
        draft = file.submission
        refuse_if("" if draft.sent_at is None else policies.SENT_ALREADY)
        forget_files(draft.files.filter(pk=file.pk))
        if not draft.files.exists():
            draft.delete()
        elif not of.duty.is_of_figures:
            ask_engine(draft, at)
        event.about(of, area=of.duty.area_id)
    return of


def match_file(
    *, viewer: Viewer, at: datetime, key: UUID, shape: Shape
) -> SubmittedFile:
    """Somebody has said what columns and labels mean: the figures are read so, and it is
    remembered for the agency."""
    with writing(viewer=viewer, at=at, verb="returns.matched") as event:
        of, file = _held_file(viewer, key)
        refuse_if(policies.why_not_prepare(viewer, of))
        refuse_if("" if file.submission.sent_at is None else policies.SENT_ALREADY)
        cells = queries.cells_of(viewer, file)
        _shape(file, shape)
        read = queries.read_sheet(viewer, file, shape)
        _replace_figures(file.submission, read.figures)
        _remember(of, cells, shape, viewer, at)
        event.about(of, area=of.duty.area_id, figures=len(read.figures))
    return file


def type_figures(
    *, viewer: Viewer, at: datetime, key: UUID, typed: Iterable[Typed], is_nil: bool
) -> Submission:
    """Figures are typed in, or all of them are nought: a nil return.

    Raises:
        RefusedError: nothing is to be sent, or not theirs.
    """
    verb = "returns.nil_prepared" if is_nil else "returns.figures_typed"
    with writing(viewer=viewer, at=at, verb=verb) as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_prepare(viewer, of))
        judgement = queries.judgement(viewer, of, at.date())
        # Asked before anything that was prepared gives way to it.
        refuse_if(judgement.words if judgement.verdict == "refused" else "")
        draft = _draft(of, Way.NIL if is_nil else Way.TYPED, viewer, at)
        _start_anew(draft)
        rows = list(typed)
        SubmittedFigure.objects.bulk_create(
            SubmittedFigure(
                submission=draft,
                measure=one.measure,
                first_on=of.first_on,
                last_on=of.last_on,
                numerator=one.numerator,
                denominator=one.denominator,
            )
            for one in rows
        )
        event.about(of, area=of.duty.area_id, figures=len(rows))
    return draft


def drop_draft(*, viewer: Viewer, at: datetime, key: UUID) -> None:
    """What was prepared is forgotten; what was sent before stands."""
    with writing(viewer=viewer, at=at, verb="returns.draft_dropped") as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_prepare(viewer, of))
        for draft in of.submissions.filter(sent_at__isnull=True):
            forget_files(draft.files.all())
            draft.delete()
        event.about(of, area=of.duty.area_id)


def send_return(*, viewer: Viewer, at: datetime, key: UUID, note: str) -> Submission:
    """What was prepared is sent, to be checked.

    Raises:
        RefusedError: nothing is prepared, it cannot be read, no agreement lets it in.
    """
    with writing(viewer=viewer, at=at, verb="returns.sent") as event:
        of = held(viewer, key)
        draft = of.submissions.filter(sent_at__isnull=True).first()
        judgement = queries.judgement(viewer, of, at.date())
        refuse_if(policies.why_not_send(viewer, of, draft, judgement))
        assert draft is not None  # the policy has asked
        draft.note, draft.ground = note, judgement.ground
        draft.sent_by_id, draft.sent_at = viewer.who, at
        draft.save()
        move(of, "send", (viewer, at), note, draft)
        event.about(
            of, area=of.duty.area_id, feed=of.duty.feed, ground=str(judgement.ground)
        )
    return draft


def _held_file(viewer: Viewer, key: UUID) -> tuple[Return, SubmittedFile]:
    """The file as it stands once its return is held, and nobody else changes it."""
    of = held(viewer, queries.submitted_file(viewer, key).submission.of_id)
    return of, queries.submitted_file(viewer, key)


def _draft(of: Return, way: Way, viewer: Viewer, at: datetime) -> Submission:
    draft, is_new = of.submissions.get_or_create(
        sent_at=None,
        defaults={
            "number": of.submissions.count() + 1,
            "way": way,
            "prepared_by_id": viewer.who,
            "prepared_at": at,
        },
    )
    if not is_new and draft.way != way:
        draft.way = way
        draft.figures.all().delete()
        draft.save(update_fields=["way"])
    return draft


def _start_anew(draft: Submission) -> None:
    """Nothing of what was chosen before is left, nor what the engine said of it."""
    forget_files(draft.files.all())
    draft.figures.all().delete()
    draft.check_state, draft.report = CheckState.NONE, {}
    draft.save(update_fields=["check_state", "report"])


def forget_files(files: QuerySet[SubmittedFile]) -> None:
    """What will not be sent is kept nowhere: the rows go, and then the files."""
    for one in files:
        forget_content(one)
    files.delete()


def forget_content(file: SubmittedFile) -> None:
    """Once all of this is done, the file's content is kept nowhere."""
    transaction.on_commit(partial(home_files().forget, file.file))


def _guess(viewer: Viewer, of: Return, file: SubmittedFile, content: bytes) -> None:
    if own_layout(read_sheets(content, head=1)) is not None:
        _take_own_layout(of, file, content)
        return
    sheets = read_sheets(content)
    headings, known = queries.remembered(viewer, of.duty)
    sheet, header, columns = best_sheet(sheets, of.period, headings)
    file.sheet, file.header_row, file.columns = sheet.name, header, columns
    at = columns.get("measure")
    labels = [row[at] for row in sheet.rows[header + 1 :] if at is not None and row[at]]
    file.meanings = queries.guessed_meanings(viewer, of.duty, labels, known)
    file.save()
    shape = Shape(header, columns, file.meanings)
    read = queries.read_sheet(viewer, file, shape)
    _replace_figures(file.submission, read.figures)


def _take_own_layout(of: Return, file: SubmittedFile, content: bytes) -> None:
    """Figures counted at home by the engine itself: their file is what is sent."""
    sheet = own_layout(read_sheets(content, most=MOST_COUNTED_AT_HOME))
    assert sheet is not None  # its head has said so
    totals, problems = read_own_layout(
        sheet, of.duty.area_id, of.period, of.duty.measures
    )
    if problems:
        first = problems[0]
        raise UnreadableError(f"Row {first.row}: {first.words} Nothing was taken in")
    file.sheet, file.is_own_layout = sheet.name, True
    file.save(update_fields=["sheet", "is_own_layout"])
    _replace_figures(file.submission, totals)
    ask_engine(file.submission, file.submission.prepared_at)


def _shape(file: SubmittedFile, shape: Shape) -> None:
    file.header_row, file.columns = shape.header, dict(shape.columns)
    file.meanings = dict(shape.meanings)
    file.save(update_fields=["header_row", "columns", "meanings"])


def _replace_figures(draft: Submission, figures: Iterable[SheetFigure]) -> None:
    draft.figures.all().delete()
    SubmittedFigure.objects.bulk_create(
        SubmittedFigure(
            submission=draft,
            measure=one.measure,
            first_on=one.days.first,
            last_on=one.days.last,
            numerator=one.numerator,
            denominator=one.denominator,
            row=one.row,
        )
        for one in figures
    )


def _remember(
    of: Return,
    cells: object,
    shape: Shape,
    viewer: Viewer,
    at: datetime,
) -> None:
    rows = list(cells) if isinstance(cells, list | tuple) else []
    headings = rows[shape.header] if shape.header < len(rows) else []
    RememberedShape.objects.update_or_create(
        organisation=of.duty.organisation,
        feed=of.duty.feed,
        defaults={
            "headings": {
                plain(headings[column]): code
                for code, column in shape.columns.items()
                if column < len(headings) and headings[column]
            },
            "meanings": dict(shape.meanings),
            "remembered_by_id": viewer.who,
            "remembered_at": at,
        },
    )
