"""The tokens of an organisation: the list, a new one, and the end of one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.api import queries
from kith.web.api.actions import issue_token, revoke_token
from kith.web.api.forms import TokenForm
from kith.web.api.presenters.tokens import token_line
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest


@require_safe
def token_list(request: KithRequest) -> HttpResponse:
    """Every token of the organisations that the viewer speaks for."""
    viewer = request.viewer
    shelf = paged(queries.visible_tokens(viewer), request.GET)
    lines = [token_line(viewer, one, request.real_time_at) for one in shelf.rows]
    about = {
        "shelf": shelf,
        "lines": lines,
        "may_issue": bool(queries.feeds_owed(viewer, request.received_at.date())),
    }
    return render(request, "api/tokens.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def token_new(request: KithRequest) -> HttpResponse:
    """Issue a token, and see it this once."""
    viewer = request.viewer
    owed = queries.feeds_owed(viewer, request.received_at.date())
    organisations = queries.organisations_to_issue_for(viewer)
    form = TokenForm(
        request.POST or None,
        organisations=organisations,
        owed=owed,
        may_send=viewer.may(P.RETURN_SEND),
        initial={"key": uuid4(), "organisation": next(iter(owed), None), "days": "90"},
    )
    if form.is_valid():
        wanted = form.wanted()
        try:
            token = issue_token(
                viewer=viewer,
                at=request.received_at,
                now=request.real_time_at,
                wanted=wanted,
            )
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            return _issued(request, token, wanted.name)
    choice = [one.name for one in organisations if one.pk in owed]
    about = {
        "form": form,
        "is_owed": bool(owed),
        "is_one": len(choice) == 1,
        "of": choice[0] if choice else "",
    }
    return render(request, "api/token_new.html", about)


def _issued(request: KithRequest, token: str, name: str) -> HttpResponse:
    """Shown in the answer itself, so that the token is kept nowhere, not even in a
    session; the page sent again shows it no more."""
    if not token:
        messages.success(
            request,
            "That token was issued already. It is shown once: if it is lost, revoke it "
            "and issue another.",
        )
        return HttpResponseRedirect(reverse("api:tokens"))
    about = {"token": token, "name": name}
    return render(request, "api/token_issued.html", about)


@require_POST
def token_revoke(request: KithRequest, key: UUID) -> HttpResponse:
    """The token opens nothing any more."""
    revoke_token(
        viewer=request.viewer,
        at=request.received_at,
        now=request.real_time_at,
        key=key,
    )
    messages.success(request, "It is revoked: from now on it opens nothing.")
    return HttpResponseRedirect(reverse("api:tokens"))
