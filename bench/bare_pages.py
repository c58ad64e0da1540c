# ruff: noqa: PLC0415, DJ008  # Django is set up only in this side's own process
"""Bare Django: a list of 50 rows behind a sign-in, as a new project would draw it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from pathlib import Path


PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Actions</title></head><body>
<header><a href="/">A partnership</a> {{ request.user.username }}</header>
{% for message in messages %}<p>{{ message }}</p>{% endfor %}
<main><h1>Actions</h1><p>{{ page.paginator.count }} actions</p>
<table><thead><tr><th>Action</th><th>Owner</th><th>Due</th><th>Where it stands</th></tr>
</thead><tbody>
{% for one in page %}
<tr class="govuk-table__row">
<td class="govuk-table__cell" data-label="Action"><a class="govuk-link" href="{{
 url('detail', args=[one.pk]) }}">{{ one.wording | truncate(120) }}</a><br><span
 class="kith-quiet">{{ one.reference }}, {{ one.body.name }}</span></td>
<td class="govuk-table__cell" data-label="Owner">{{ one.owner.name }}, {{
 one.owner_organisation.name }}</td>
<td class="govuk-table__cell" data-label="Due">{{ one.due_on.strftime("%d %B %Y")
 }}</td>
<td class="govuk-table__cell" data-label="Where it stands"><strong class="govuk-tag">{{
 one.state }}</strong></td>
</tr>
{% endfor %}
</tbody></table>
{% if page.has_next() %}<a href="?page={{ page.next_page_number() }}">Next</a>{% endif %}
</main></body></html>"""
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
urlpatterns: list[object] = []


def environment(**options: object) -> object:
    """Jinja2 as Django's documentation sets it up."""
    from django.urls import reverse
    from jinja2 import Environment

    made = Environment(**{**options, "autoescape": True})
    made.globals["url"] = reverse
    return made


def prepare(home: Path, rows: int, wording: str) -> tuple[object, str]:
    """The site over a database of its own, and a client who is signed in."""
    (home / "list.html").write_text(PAGE)
    _configure(home)
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment

    setup_test_environment()
    call_command("migrate", verbosity=0)
    _fill(rows, wording)
    client = Client()
    client.force_login(User.objects.create_user("somebody"))
    return client, "/actions/"


def _configure(home: Path) -> None:
    from django.conf import settings

    settings.configure(
        SECRET_KEY="a benchmark keeps no secret",
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF="bare_pages",
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.sessions",
            "django.contrib.messages",
        ],
        MIDDLEWARE=MIDDLEWARE,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.jinja2.Jinja2",
                "DIRS": [home],
                "OPTIONS": {
                    "environment": "bare_pages.environment",
                    "context_processors": [
                        "django.contrib.messages.context_processors.messages",
                    ],
                },
            }
        ],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": home / "bare.sqlite3",
            }
        },
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )


def _fill(rows: int, wording: str) -> None:
    """Tables of the same shape, their rows, and the one view."""
    from uuid import uuid4

    from django.contrib.auth.decorators import login_required
    from django.core.paginator import Paginator
    from django.db import connection, models
    from django.shortcuts import render
    from django.urls import path

    class Named(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid4)
        name = models.CharField(max_length=200)

        class Meta:
            app_label = "bare"

    class Action(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid4)
        reference = models.CharField(max_length=40)
        wording = models.TextField()
        body = models.ForeignKey(Named, models.PROTECT, related_name="+")
        owner = models.ForeignKey(Named, models.PROTECT, related_name="+")
        owner_organisation = models.ForeignKey(Named, models.PROTECT, related_name="+")
        due_on = models.DateField()
        state = models.CharField(max_length=20)

        class Meta:
            app_label = "bare"
            indexes = [
                models.Index(fields=["body", "state", "due_on"], name="open_rows")
            ]

    with connection.schema_editor() as editor:
        editor.create_model(Named)
        editor.create_model(Action)
    body, owner, council = (
        Named.objects.create(name=name) for name in ("Executive", "Somebody", "Council")
    )
    Action.objects.bulk_create(
        Action(
            reference=f"BENCH/{number}",
            wording=wording,
            body=body,
            owner=owner,
            owner_organisation=council,
            due_on=date(2021, 1, 15),
            state="Agreed",
        )
        for number in range(rows)
    )

    @login_required
    def action_list(request):
        rows = Action.objects.filter(body=body).exclude(state="Closed")
        shown = rows.select_related("body", "owner", "owner_organisation")
        pages = Paginator(shown.order_by("due_on", "id"), 50)
        page = pages.get_page(request.GET.get("page"))
        return render(request, "list.html", {"page": page})

    urlpatterns.append(path("actions/", action_list))
    urlpatterns.append(path("actions/<uuid:key>/", action_list, name="detail"))
