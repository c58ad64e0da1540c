"""Returns as programs read them: states, counts and places, and nobody's free text."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from pydantic import Field

from kith.domain.rules.states.returns import RETURN, ReturnState
from kith.web.api.values import Shape
from kith.web.returns import policies
from kith.web.returns.models import CheckState, Way


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kith.web.returns.files.figures_sheet import FiguresSheet
    from kith.web.returns.models import Return, ReturnStep, Submission, SubmittedFile
    from kith.web.returns.values import Slip


MOST_UNREAD = 200
"""Rows without a figure that are named one by one."""


class ReturnLine(Shape):
    """A return in a list."""

    id: UUID
    reference: str
    feed: str
    area: str = Field(description="Its ONS code.")
    first: date = Field(alias="from")
    last: date = Field(alias="to", description="The last day it is about.")
    due: date
    state: ReturnState
    words: str = Field(description="The state in words.")
    is_late: bool


class ReturnsOut(Shape):
    """A page of returns, the newest period first."""

    total: int
    page: int
    pages: int
    returns: list[ReturnLine]


class StepOut(Shape):
    """A step of the return's story; its reasons stand on the site."""

    move: str
    state: ReturnState
    at: datetime


class FileOut(Shape):
    """A file that was sent, by what it is; its name is not said back."""

    id: UUID
    kind: str
    size: int
    sha256: str
    scan: str


class CountOut(Shape):
    """A count as it was understood."""

    measure: str
    first: date = Field(alias="from")
    last: date = Field(alias="to")
    numerator: int | None
    denominator: int | None


class ReadingOut(Shape):
    """Where the engine's reading of the files stands, and what came of it."""

    state: CheckState
    rows_read: int
    rows_accepted: int
    rows_quarantined: int
    findings: dict[str, int] = Field(description="How many of each severity.")
    stops: int = Field(description="While there is any, the return cannot be sent.")


class Prepared(Shape):
    """What was prepared for the return, and perhaps sent."""

    number: int
    way: Way
    prepared_at: datetime
    sent_at: datetime | None
    locked_at: datetime | None
    files: list[FileOut]
    figures: list[CountOut]
    reading: ReadingOut | None = Field(
        description="Null where the engine has nothing to read."
    )


class ReturnOut(ReturnLine):
    """One return, with its story and what was sent."""

    measures: list[str] = Field(description="What is owed, of a return of figures.")
    steps: list[StepOut]
    draft: Prepared | None = Field(description="What is prepared and not sent.")
    sent: Prepared | None = Field(description="What was sent last.")


class SlipOut(Shape):
    """A figure that does not follow from its own parts, with the arithmetic."""

    measure: str
    words: str


class UnreadOut(Shape):
    """A row of a spreadsheet that gave no figure, numbered as a spreadsheet does."""

    row: int
    words: str


class Remarks(Shape):
    """What is worth a look before it is sent."""

    changed: int = Field(description="How many values you sent before with another.")
    slips: list[SlipOut]
    unread: list[UnreadOut]
    unknown_labels: int = Field(
        description="Labels of a spreadsheet whose measure nobody knows: say once, on the "
        "site, what they mean, and it is remembered."
    )


class Done(Shape):
    """What came of something that was sent."""

    id: UUID
    state: ReturnState
    words: str
    prepared: Prepared | None = Field(description="What stands for the return now.")
    remarks: Remarks | None = Field(description="Of what is not sent yet.")
    why_not: str = Field(
        description="Why it cannot be sent yet; nothing where it can, or was."
    )


class FindingOut(Shape):
    """What a check says, and where; never a value of a row."""

    severity: str
    rule: str
    file: str
    sheet: str
    row: str
    column: str
    rows: int
    message: str
    remedy: str


class FindingsOut(Shape):
    """A page of findings of the latest files. ``kept`` of ``total`` are held."""

    reading: ReadingOut | None
    total: int
    kept: int
    page: int
    pages: int
    findings: list[FindingOut]


def _line(of: Return, today: date) -> dict[str, Any]:
    state = ReturnState(of.state)
    return {
        "id": of.pk,
        "reference": of.reference,
        "feed": of.duty.feed,
        "area": of.duty.area_id,
        "from": of.first_on,
        "to": of.last_on,
        "due": of.due_on,
        "state": state,
        "words": RETURN.words[state],
        "is_late": policies.is_late(of, today),
    }


def returns_out(
    rows: Sequence[Return], total: int, page: int, per_page: int, today: date
) -> ReturnsOut:
    """A page of returns."""
    return ReturnsOut(
        total=total,
        page=page,
        pages=max(1, -(-total // per_page)),
        returns=[ReturnLine.model_validate(_line(one, today)) for one in rows],
    )


def return_out(
    of: Return,
    story: Sequence[ReturnStep],
    draft: Submission | None,
    sent: Submission | None,
    today: date,
) -> ReturnOut:
    """One return."""
    return ReturnOut.model_validate(
        {
            **_line(of, today),
            "measures": list(of.duty.measures),
            "steps": [
                StepOut(move=one.move, state=ReturnState(one.state), at=one.taken_at)
                for one in story
            ],
            "draft": prepared_out(draft),
            "sent": prepared_out(sent),
        }
    )


def remarks_out(
    changed: int, slips: Iterable[Slip], sheet: FiguresSheet | None
) -> Remarks:
    """The same as the page where somebody checks their answers."""
    problems = sheet.problems[:MOST_UNREAD] if sheet else ()
    return Remarks(
        changed=changed,
        slips=[SlipOut(measure=one.measure, words=one.words) for one in slips],
        unread=[UnreadOut(row=one.row, words=one.words) for one in problems],
        unknown_labels=len(sheet.unknown) if sheet else 0,
    )


def done_out(
    of: Return, prepared: Submission | None, remarks: Remarks | None, why_not: str
) -> Done:
    """Where the return stands after it."""
    state = ReturnState(of.state)
    return Done(
        id=of.pk,
        state=state,
        words=RETURN.words[state],
        prepared=prepared_out(prepared),
        remarks=remarks,
        why_not=why_not,
    )


def prepared_out(one: Submission | None) -> Prepared | None:
    """What was prepared; None where nothing was."""
    if one is None:
        return None
    figures = sorted(one.figures.all(), key=lambda it: (it.measure, it.first_on))
    return Prepared(
        number=one.number,
        way=Way(one.way),
        prepared_at=one.prepared_at,
        sent_at=one.sent_at,
        locked_at=one.locked_at,
        files=[_file(it) for it in one.files.all()],
        figures=[
            CountOut.model_validate(
                {
                    "measure": it.measure,
                    "from": it.first_on,
                    "to": it.last_on,
                    "numerator": it.numerator,
                    "denominator": it.denominator,
                }
            )
            for it in figures
        ],
        reading=reading_out(one),
    )


def _file(one: SubmittedFile) -> FileOut:
    return FileOut(
        id=one.pk, kind=one.kind, size=one.size, sha256=one.sha256, scan=one.scan
    )


def reading_out(one: Submission | None) -> ReadingOut | None:
    """What the engine said of the files; None where it was not asked."""
    if one is None or one.check_state == CheckState.NONE:
        return None
    tables: Sequence[Mapping[str, Any]] = one.report.get("tables", ())
    return ReadingOut(
        state=CheckState(one.check_state),
        rows_read=sum(int(it["read"]) for it in tables),
        rows_accepted=sum(int(it["accepted"]) for it in tables),
        rows_quarantined=sum(int(it["quarantined"]) for it in tables),
        findings=dict(one.report.get("by_severity", {})),
        stops=int(one.report.get("stops", 0)),
    )


def findings_out(one: Submission | None, page: int, per_page: int) -> FindingsOut:
    """A page of what was found."""
    kept = list(one.report.get("findings", ())) if one is not None else []
    first = (page - 1) * per_page
    return FindingsOut(
        reading=reading_out(one),
        total=int(one.report.get("total", 0)) if one is not None else 0,
        kept=len(kept),
        page=page,
        pages=max(1, -(-len(kept) // per_page)),
        findings=[_finding(it) for it in kept[first : first + per_page]],
    )


_WORDS = ("severity", "rule", "file", "sheet", "row", "column", "message", "remedy")


def _finding(one: Mapping[str, Any]) -> FindingOut:
    said = {name: str(one.get(name) or "") for name in _WORDS}
    return FindingOut(**said, rows=int(one.get("rows") or 0))
