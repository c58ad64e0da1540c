"""What a program sends: a file, figures, nothing to report; and that it is meant.

The same actions as those of the pages, with the same limits. Nobody signs or locks here.
"""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from ninja import File, UploadedFile
from ninja.params.functions import Header

from kith.web.access.requests import KithRequest
from kith.web.api import queries
from kith.web.api.actions import done_once
from kith.web.api.files.rows import figures_file
from kith.web.api.forms import FiguresSent
from kith.web.api.presenters.returns import Done, Remarks, done_out, remarks_out
from kith.web.api.values import Counted, ProblemError
from kith.web.api.views.asking import takes
from kith.web.api.views.router import api, sending
from kith.web.documents.files import accepted
from kith.web.documents.files.accepting import NotAcceptedError, kind_of, largest
from kith.web.returns import policies
from kith.web.returns.actions import add_file, drop_draft, send_return, type_figures
from kith.web.returns.queries import (
    changes,
    judgement,
    nothing_to_report,
    slips,
)
from kith.web.returns.values import Typed


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kith.web.access.viewer import Viewer
    from kith.web.documents.files import Accepted
    from kith.web.returns.models import Return, Submission


TABLES = frozenset({"XLSX", "CSV", "TXT"})
ONCE = Header(
    None,
    alias="Idempotency-Key",
    pattern=r"^[!-~]{1,100}$",
    description="Drawn anew for each thing to be done. Sent again within a day, with the "
    "same content, it does nothing and gets the same answer.",
)


@api.post(
    "/returns/{uuid:key}/file",
    response=sending(Done),
    url_name="file",
    operation_id="send_file",
    by_alias=True,
    summary="Add a file to what will be sent",
)
@takes("multipart/form-data")
def send_file(
    request: KithRequest,
    key: UUID,
    file: File[UploadedFile],
    idempotency_key: str | None = ONCE,
) -> HttpResponse:
    """A spreadsheet of figures is read at once, by what its columns meant last time; files
    of rows are read by the engine in the background: ask for the findings."""
    queries.one_return(request.viewer, key)
    taken = _accepted(file)
    name = file.name or "file"

    def do() -> None:
        add_file(
            viewer=request.viewer,
            at=request.received_at,
            key=key,
            file=taken,
            name=name,
        )

    return _done(request, key, idempotency_key, taken.sha256, do)


@api.post(
    "/returns/{uuid:key}/figures",
    response=sending(Done),
    url_name="return_figures",
    operation_id="send_figures",
    by_alias=True,
    summary="Give the figures of a return",
)
@takes("application/json")
def send_figures(
    request: KithRequest,
    key: UUID,
    body: FiguresSent,
    idempotency_key: str | None = ONCE,
) -> HttpResponse:
    """All of them each time: what was prepared before gives way. Send true counts; Kith
    hides small numbers itself before anybody else sees them."""
    of = queries.one_return(request.viewer, key)
    rows = _counted(of, body)

    def do() -> None:
        _take_figures(request, of, rows)

    return _done(request, key, idempotency_key, body.model_dump_json(), do)


@api.post(
    "/returns/{uuid:key}/nil",
    response=sending(Done),
    url_name="nil",
    operation_id="send_nil",
    by_alias=True,
    summary="Nothing to report: sent at once",
)
def send_nil(
    request: KithRequest, key: UUID, idempotency_key: str | None = ONCE
) -> HttpResponse:
    """Every measure that is owed is nought, or no row at all, because you said so."""
    viewer, at = request.viewer, request.received_at
    of = queries.one_return(viewer, key)

    def do() -> None:
        nothing = nothing_to_report(viewer, of.duty)
        type_figures(viewer=viewer, at=at, key=key, typed=nothing, is_nil=True)
        send_return(viewer=viewer, at=at, key=key, note="")

    return _done(request, key, idempotency_key, "nil", do)


@api.post(
    "/returns/{uuid:key}/send",
    response=sending(Done),
    url_name="send",
    operation_id="send",
    by_alias=True,
    summary="Send what is prepared, to be checked",
)
def send(
    request: KithRequest, key: UUID, idempotency_key: str | None = ONCE
) -> HttpResponse:
    """The analyst checks it, and the agency's lead signs it off on the site."""
    viewer, at = request.viewer, request.received_at
    queries.one_return(viewer, key)

    def do() -> None:
        send_return(viewer=viewer, at=at, key=key, note="")

    return _done(request, key, idempotency_key, "send", do)


@api.delete(
    "/returns/{uuid:key}/draft",
    response=sending(Done),
    url_name="draft",
    operation_id="drop_draft",
    by_alias=True,
    summary="Forget what is prepared",
)
def drop(request: KithRequest, key: UUID) -> HttpResponse:
    """What was sent before stands."""
    queries.one_return(request.viewer, key)

    def do() -> None:
        drop_draft(viewer=request.viewer, at=request.received_at, key=key)

    return _done(request, key, None, "drop", do)


def _done(
    request: KithRequest,
    key: UUID,
    once: str | None,
    content: str,
    do: Callable[[], None],
) -> HttpResponse:
    """Does it once, and says where the return stands after it."""
    viewer = request.viewer
    assert viewer.bearer is not None  # the door has asked
    mark = hashlib.sha256(f"{request.method} {request.path}\n{content}".encode())

    def whole() -> tuple[int, dict[str, object]]:
        do()
        of = queries.one_return(viewer, key)
        draft = queries.prepared(viewer, of)
        allowed = judgement(viewer, of, request.received_at.date())
        why = policies.why_not_send(viewer, of, draft, allowed) if draft else ""
        remarks = _remarks(viewer, draft) if draft else None
        told = done_out(of, draft or queries.sent(viewer, of), remarks, why)
        return HTTPStatus.OK, told.model_dump(mode="json", by_alias=True)

    (status, said), is_again = done_once(
        viewer.bearer.key, request.real_time_at, once or "", mark.hexdigest(), whole
    )
    answer = JsonResponse(said, status=status)
    if is_again:
        answer.headers["Idempotent-Replayed"] = "true"
    return answer


def _remarks(viewer: Viewer, draft: Submission) -> Remarks:
    return remarks_out(
        len(changes(viewer, draft)), slips(viewer, draft), queries.sheet(viewer, draft)
    )


def _accepted(file: UploadedFile) -> Accepted:
    if not file.size:
        raise ProblemError(
            422, "The file is empty.", "Send one with something in it.", "file"
        )
    if file.size > largest():
        raise ProblemError(413, "The file is too large.", "Send a smaller one.", "file")
    content = file.read()
    try:
        kind = kind_of(content)
    except NotAcceptedError as refused:
        raise ProblemError(415, _sentence(refused), _WHICH, "file") from refused
    if kind.name not in TABLES:
        raise ProblemError(415, "The file is no spreadsheet.", _WHICH, "file")
    try:
        return accepted(content)
    except NotAcceptedError as refused:
        raise ProblemError(422, _sentence(refused), _OTHER, "file") from refused


_WHICH = "Send a workbook (.xlsx) or CSV."
_OTHER = "Correct it, or send another."


def _sentence(fault: Exception) -> str:
    return f"{str(fault).rstrip('.')}."


def _counted(of: Return, body: FiguresSent) -> list[Counted]:
    """The counts, each of a measure that is owed, and none of them told twice."""
    if not of.duty.is_of_figures:
        raise ProblemError(
            409, "This return is not one of figures.", "Send its files.", "figures"
        )
    rows: list[Counted] = []
    told: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
    for number, one in enumerate(body.figures):
        parts = one.breakdown.model_dump(exclude_none=True) if one.breakdown else {}
        breakdown = {name: str(value) for name, value in parts.items()}
        row = Counted(one.measure, one.numerator, one.denominator, breakdown)
        _refuse_row(of, row, f"figures.{number}")
        key = (row.measure, tuple(sorted(breakdown.items())))
        if key in told:
            raise ProblemError(
                422, "This is told twice.", "Leave one out.", f"figures.{number}"
            )
        told.add(key)
        rows.append(row)
    if all(one.numerator is None for one in rows):
        raise ProblemError(
            422,
            "Not one count is given.",
            "Give at least one, or say that there is nothing to report.",
            "figures",
        )
    return rows


def _refuse_row(of: Return, row: Counted, where: str) -> None:
    if row.measure not in of.duty.measures:
        raise ProblemError(
            422,
            "This measure is not owed.",
            "Send those that the return names under measures.",
            f"{where}.measure",
        )
    if len(row.breakdown) > 2:
        raise ProblemError(
            422,
            "A count is divided by two things at most.",
            "Leave the others out.",
            f"{where}.breakdown",
        )
    part, whole = row.numerator, row.denominator
    if part is not None and whole is not None and part > whole:
        raise ProblemError(
            422,
            "The part is more than the whole.",
            "Correct the numerator or the denominator.",
            f"{where}.numerator",
        )


def _take_figures(request: KithRequest, of: Return, rows: Sequence[Counted]) -> None:
    viewer, at = request.viewer, request.received_at
    if not any(one.breakdown for one in rows):
        typed = [Typed(one.measure, one.numerator, one.denominator) for one in rows]
        type_figures(viewer=viewer, at=at, key=of.pk, typed=typed, is_nil=False)
        return
    # Counted in parts: the file that the engine itself would have printed is what is
    # sent, and the engine reads it.
    file = accepted(figures_file(rows, of.duty.area_id, of.period))
    add_file(viewer=viewer, at=at, key=of.pk, file=file, name="figures.csv")
