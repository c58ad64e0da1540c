"""What a program reads: its token, its returns, what was found, and what is published."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Query
from pydantic import BeforeValidator, Field

from kith.contracts.feeds import FEEDS
from kith.domain.rules.states.returns import ReturnState
from kith.web.access.reading import read_recorded
from kith.web.access.requests import KithRequest
from kith.web.api import queries
from kith.web.api.files.rows import BREAKDOWNS
from kith.web.api.forms import Code
from kith.web.api.presenters import figures as figure_shapes
from kith.web.api.presenters import returns as return_shapes
from kith.web.api.presenters import tokens as token_shapes
from kith.web.api.values import FiguresAsked, Shape
from kith.web.api.views.asking import asks
from kith.web.api.views.router import answered, api, reading
from kith.web.returns.queries import story


FEED_CODES = "|".join(sorted(FEEDS))
STATES = "|".join(("LATE", *(state.value for state in ReturnState)))
Page = Annotated[int, Field(ge=1, le=100_000)]
PerPage = Annotated[int, Field(ge=1, le=500)]
AreaCode = Annotated[str, Field(pattern=r"^[EWSN][0-9]{8}$")]


def _written_as_a_day(said: object) -> object:
    """The library would take a bare number for seconds since 1970, and answer for
    another year than was meant."""
    if isinstance(said, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", said):
        raise ValueError("no day")
    return said


Day = Annotated[date, BeforeValidator(_written_as_a_day)]


class PageAsked(Shape):
    """Which page, and how long."""

    page: Page = 1
    per_page: PerPage = 50


class ReturnsQuery(PageAsked):
    """Which returns."""

    feed: Annotated[str, Field(pattern=f"^({FEED_CODES})$")] | None = None
    state: Annotated[str, Field(pattern=f"^({STATES})$")] | None = Field(
        default=None, description="A state, or LATE for what is owed past its day."
    )


class FiguresQuery(PageAsked):
    """Which figures."""

    measure: Annotated[list[Code], Field(max_length=50)] = Field(default_factory=list)
    area: AreaCode | None = Field(
        default=None, description="One area; left out, the edition's first."
    )
    by: Annotated[str, Field(pattern=f"^({'|'.join(BREAKDOWNS)})$")] | None = Field(
        default=None, description="A breakdown; left out, the wholes."
    )
    first: Day | None = Field(default=None, alias="from")
    last: Day | None = Field(default=None, alias="to")


@api.get(
    "/token",
    response=reading(token_shapes.TokenOut),
    url_name="token",
    operation_id="token",
    summary="What this token may, and until when",
)
def token(request: KithRequest) -> HttpResponse:
    """For trying whether a token works."""
    viewer = request.viewer
    return answered(token_shapes.token_out(viewer, queries.own_token(viewer)))


@api.get(
    "/returns",
    response=reading(return_shapes.ReturnsOut),
    url_name="returns",
    operation_id="returns",
    by_alias=True,
    summary="The returns that are owed, and where each stands",
)
@asks(ReturnsQuery)
def returns(request: KithRequest, said: Query[ReturnsQuery]) -> HttpResponse:
    """Those of the token's organisation and feeds, the newest period first."""
    viewer, today = request.viewer, request.received_at.date()
    rows = queries.returns_asked(viewer, said.feed or "", said.state or "", today)
    first = (said.page - 1) * said.per_page
    shown = list(rows[first : first + said.per_page])
    areas = {one.duty.area_id for one in shown}
    read_recorded(
        viewer,
        request.received_at,
        "returns.read",
        shown,
        noun="returns",
        area=areas.pop() if len(areas) == 1 else "",
    )
    return answered(
        return_shapes.returns_out(shown, rows.count(), said.page, said.per_page, today)
    )


@api.get(
    "/returns/{uuid:key}",
    response=reading(return_shapes.ReturnOut),
    url_name="return",
    operation_id="return",
    by_alias=True,
    summary="One return: its story, what is prepared and what was sent",
)
def one_return(request: KithRequest, key: UUID) -> HttpResponse:
    """Reasons that somebody wrote stand on the site, and not here."""
    viewer, today = request.viewer, request.received_at.date()
    of = queries.one_return(viewer, key)
    area = of.duty.area_id
    read_recorded(viewer, request.received_at, "returns.read", [of], area=area)
    steps = list(story(viewer, of))
    draft, sent = queries.prepared(viewer, of), queries.sent(viewer, of)
    return answered(return_shapes.return_out(of, steps, draft, sent, today))


@api.get(
    "/returns/{uuid:key}/findings",
    response=reading(return_shapes.FindingsOut),
    url_name="findings",
    operation_id="findings",
    summary="What the engine found in its files, and where",
)
@asks(PageAsked)
def findings(request: KithRequest, key: UUID, said: Query[PageAsked]) -> HttpResponse:
    """Of what is prepared, else of what was sent last. Findings describe values and
    never hold them."""
    viewer = request.viewer
    of = queries.one_return(viewer, key)
    shown = queries.prepared(viewer, of) or queries.sent(viewer, of)
    area = of.duty.area_id
    read_recorded(viewer, request.received_at, "returns.exported", [of], area=area)
    return answered(return_shapes.findings_out(shown, said.page, said.per_page))


@api.get(
    "/edition",
    response=reading(figure_shapes.EditionOut),
    url_name="edition",
    operation_id="edition",
    by_alias=True,
    summary="The edition that is released",
)
def edition(request: KithRequest) -> HttpResponse:
    """A frozen set of figures; a new one takes its place when it is released."""
    _published_read(request, "edition")
    return answered(figure_shapes.edition_out(queries.edition(request.viewer)))


@api.get(
    "/measures",
    response=reading(figure_shapes.MeasuresOut),
    url_name="measures",
    operation_id="measures",
    summary="The measures of the edition",
)
def measures(request: KithRequest) -> HttpResponse:
    """In the order in which the site shows them."""
    viewer = request.viewer
    _published_read(request, "measures")
    rows = [figure_shapes.measure_out(one) for one in queries.measures(viewer)]
    name = queries.edition(viewer).name
    return answered(figure_shapes.MeasuresOut(edition=name, measures=rows))


@api.get(
    "/figures",
    response=reading(figure_shapes.FiguresOut),
    url_name="figures",
    operation_id="figures",
    by_alias=True,
    summary="Published figures, by measure, area, period and breakdown",
)
@asks(FiguresQuery)
def figures(request: KithRequest, said: Query[FiguresQuery]) -> HttpResponse:
    """What anybody may see of the released edition, of one area at a time: areas stand
    beside each other on the site, where each has consented. Small numbers are hidden,
    and a status says why a value is missing: hidden, not supplied and nought never look
    alike."""
    viewer = request.viewer
    asked = FiguresAsked(
        measures=tuple(said.measure),
        area=said.area,
        by=said.by or "",
        first=said.first,
        last=said.last,
    )
    rows = queries.figures(viewer, asked)
    _published_read(request, "figures", *asked.measures)
    standing = queries.edition(viewer)
    told = figure_shapes.figures_out(standing, rows, said.page, said.per_page)
    return answered(told)


def _published_read(request: KithRequest, what: str, *codes: str) -> None:
    """What is public is restricted for nobody; that this token asked is kept all the
    same, since a token that leaked is found by what it did."""
    read_recorded(
        request.viewer,
        request.received_at,
        "api.read",
        (),
        noun="api",
        what=what,
        measures=list(codes),
    )
