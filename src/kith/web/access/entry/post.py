"""The few e-mails that signing in needs: a nudge and a link, never content."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string


if TYPE_CHECKING:
    from kith.web.access.models import Person


def nudge(person: Person, letter: str, **words: str) -> None:
    """A letter goes out once what it tells of is really true.

    Templates stand in ``access/letters``: the first line is the subject. A letter that
    cannot be sent undoes nothing; the log says that it failed, not whose it was.
    """
    text = render_to_string(f"access/letters/{letter}.txt", {"words": words})
    subject, _, body = text.strip().partition("\n")
    send = partial(
        send_mail,
        subject.strip(),
        body.strip() + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [person.email],
    )
    transaction.on_commit(send, robust=True)
