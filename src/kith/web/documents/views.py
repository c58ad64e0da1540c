"""One page each: the list, one document, a new one, each step, and the files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_safe,
)

from kith.web.access.reading import read_recorded
from kith.web.access.refusals import refuse_if
from kith.web.access.trail.presenters import looked_at
from kith.web.documents import policies, presenters, queries
from kith.web.documents.actions import (
    About,
    add_document,
    add_version,
    change_document,
    download_version,
    review_document,
    withdraw_document,
)
from kith.web.documents.forms import (
    DetailsForm,
    PurposeForm,
    ReviewForm,
    SearchForm,
    UploadForm,
    VersionForm,
    WithdrawForm,
)
from kith.web.ui.answers import attached
from kith.web.ui.paging import paged


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest
    from kith.web.documents.models import Document


@require_safe
def document_list(request: KithRequest) -> HttpResponse:
    """The documents this viewer may see, searched by title."""
    viewer = request.viewer
    form = SearchForm(
        request.GET,
        bodies=queries.bodies_to_look_in(viewer),
        markings=queries.markings_to_give(viewer),
    )
    asked = form.cleaned_data if form.is_valid() else {}
    sought = queries.Sought(
        words=asked.get("words", ""),
        body=UUID(asked["body"]) if asked.get("body") else None,
        marking=asked.get("marking", ""),
        with_withdrawn=asked.get("withdrawn", False),
    )
    shelf = paged(queries.found_documents(viewer, sought), request.GET)
    _say_what_was_read(request, list(shelf.rows), is_search=bool(sought.words))
    places = queries.place_names(viewer, list(shelf.rows))
    page = {
        "shelf": shelf,
        "form": form,
        "is_narrowed": sought != queries.Sought(),
        "may_add": bool(queries.places_to_add_in(viewer)),
        "lines": [presenters.line(one, places) for one in shelf.rows],
    }
    return render(request, "documents/list.html", page)


def _say_what_was_read(
    request: KithRequest, shown: list[Document], *, is_search: bool
) -> None:
    """Searches are events, and so is every page that shows a restricted document."""
    restricted = [one for one in shown if policies.is_restricted(one)]
    if is_search or restricted:
        read_recorded(
            request.viewer,
            request.received_at,
            "documents.searched" if is_search else "documents.read",
            restricted,
            "a list of documents",
            noun="documents",
        )


@require_safe
def document_detail(request: KithRequest, key: UUID) -> HttpResponse:
    """One document: what it is, its versions, what can be done next, its story."""
    viewer = request.viewer
    document = queries.document(viewer, key)
    if policies.is_restricted(document):
        read_recorded(viewer, request.received_at, "documents.read", [document])
    marking, tone = presenters.marking(document)
    place = queries.place_names(viewer, [document])[document.pk]
    versions = [
        presenters.version_line(one) for one in queries.versions(viewer, document)
    ]
    about = {
        "document": document,
        "marking": marking,
        "looked": looked_at(viewer, "documents", key),
        "tone": tone,
        "facts": presenters.facts(document, place, today=request.received_at.date()),
        "versions": versions,
        "steps": presenters.next_steps(viewer, document),
        "story": presenters.story(queries.story(viewer, document)),
        "looks": presenters.looks(queries.looks(viewer, document)),
        "shows_looks": policies.may_see_looks(viewer, document),
    }
    return render(request, "documents/detail.html", about)


@require_http_methods(["GET", "HEAD", "POST"])
def document_new(request: KithRequest) -> HttpResponse:
    """Keep a new document."""
    viewer = request.viewer
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        places=queries.places_to_add_in(viewer),
        markings=queries.markings_to_give(viewer),
        owners=queries.possible_owners(viewer),
        initial={"owner": viewer.person},
    )
    if not form.is_valid():
        return render(request, "documents/new.html", {"form": form})
    asked = form.cleaned_data
    area, body = asked.pop("place")
    file = asked.pop("file")
    document = add_document(
        viewer=viewer,
        at=request.received_at,
        about=About(area=area, body=body, **asked),
        file=file,
    )
    messages.success(request, "The document is kept.")
    return _to(document.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def document_version(request: KithRequest, key: UUID) -> HttpResponse:
    """Add a version to a document."""
    document = queries.document(request.viewer, key)
    refuse_if(policies.why_not_change(request.viewer, document))
    form = VersionForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _step_page(request, document, form, "Add a new version")
    made = add_version(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        file=form.accepted_file,
        words=form.cleaned_data["words"],
    )
    messages.success(request, f"Version {made.number} is kept.")
    return _to(key)


@require_http_methods(["GET", "HEAD", "POST"])
def document_change(request: KithRequest, key: UUID) -> HttpResponse:
    """Change what is said of a document."""
    viewer = request.viewer
    document = queries.document(viewer, key)
    refuse_if(policies.why_not_change(viewer, document))
    form = DetailsForm(
        request.POST or None,
        markings=queries.markings_to_give(viewer),
        owners=queries.possible_owners(viewer, document.owner_id),
        initial={
            "title": document.title,
            "marking": document.marking,
            "owner": document.owner_id,
            "dated_on": document.dated_on,
            "review_on": document.review_on,
        },
    )
    if not form.is_valid():
        return _step_page(request, document, form, "Change its details")
    change_document(
        viewer=viewer,
        at=request.received_at,
        key=key,
        about=About(**form.cleaned_data),
    )
    messages.success(request, "The details are changed.")
    return _to_document_or_list(request, key)


@require_http_methods(["GET", "HEAD", "POST"])
def document_review(request: KithRequest, key: UUID) -> HttpResponse:
    """Say that a document was looked at again."""
    document = queries.document(request.viewer, key)
    refuse_if(policies.why_not_change(request.viewer, document))
    form = ReviewForm(request.POST or None)
    if not form.is_valid():
        return _step_page(request, document, form, "Say that it was looked at again")
    review_document(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    messages.success(request, "It is written down that you looked at it again.")
    return _to(key)


@require_http_methods(["GET", "HEAD", "POST"])
def document_withdraw(request: KithRequest, key: UUID) -> HttpResponse:
    """Withdraw a document, for a reason."""
    document = queries.document(request.viewer, key)
    refuse_if(policies.why_not_change(request.viewer, document))
    form = WithdrawForm(request.POST or None)
    if not form.is_valid():
        return _step_page(request, document, form, "Withdraw it")
    withdraw_document(
        viewer=request.viewer, at=request.received_at, key=key, **form.cleaned_data
    )
    messages.success(request, "The document is withdrawn.")
    return _to(key)


@require_GET
def document_download(request: KithRequest, key: UUID, number: int) -> HttpResponse:
    """The file; of a restricted document, first the page that asks what for."""
    version = queries.version(request.viewer, key, number)
    if policies.is_restricted(version.document):
        return HttpResponseRedirect(reverse("documents:purpose", args=[key, number]))
    return _file(request, key, number, "to read it")


@require_http_methods(["GET", "HEAD", "POST"])
def document_purpose(request: KithRequest, key: UUID, number: int) -> HttpResponse:
    """Ask what a file is needed for, then give it."""
    version = queries.version(request.viewer, key, number)
    form = PurposeForm(request.POST or None)
    if not form.is_valid():
        page = {"document": version.document, "version": version, "form": form}
        return render(request, "documents/purpose.html", page)
    return _file(request, key, number, form.cleaned_data["purpose"])


def _file(request: KithRequest, key: UUID, number: int, purpose: str) -> HttpResponse:
    version, content = download_version(
        viewer=request.viewer,
        at=request.received_at,
        key=key,
        number=number,
        purpose=purpose,
    )
    return attached(
        content, presenters.file_name(version), presenters.content_type(version)
    )


def _step_page(
    request: KithRequest,
    document: Document,
    form: DetailsForm | VersionForm | ReviewForm | WithdrawForm,
    words: str,
) -> HttpResponse:
    page = {"document": document, "form": form, "words": words}
    return render(request, "documents/step.html", page)


def _to(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("documents:detail", args=[key]))


def _to_document_or_list(request: KithRequest, key: UUID) -> HttpResponseRedirect:
    """Whoever gave it a narrower marking may not be able to read it any more."""
    if queries.visible_documents(request.viewer).filter(pk=key).exists():
        return _to(key)
    return HttpResponseRedirect(reverse("documents:list"))
