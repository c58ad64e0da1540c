"""A notice leaves by e-mail, once; a server that does not answer is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from kith.web.notices.letters import LETTERS, body
from kith.web.notices.models import Notice, NoticeKind, NoticeState


if TYPE_CHECKING:
    from datetime import datetime


def send_notice(arguments: dict[str, str], *, at: datetime) -> None:
    """The notice is sent, unless it was sent before or its person has left.

    A worker that dies between sending and writing so sends it again: two nudges are
    better than none, and both carry the same Message-ID.
    """
    notice = (
        Notice.objects.select_related("person")
        .filter(pk=arguments["notice"])
        .exclude(state=NoticeState.SENT)
        .first()
    )
    if notice is None or not notice.person.is_active:
        return
    kind = NoticeKind(notice.kind)
    path = notice.url or reverse("home:home")
    try:
        _letter(notice, kind, path).send()
    except Exception:
        Notice.objects.filter(pk=notice.pk).update(state=NoticeState.FAILED)
        raise
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.SENT, sent_at=at)


def _letter(notice: Notice, kind: NoticeKind, path: str) -> EmailMessage:
    host = urlsplit(settings.KITH_ADDRESS).hostname or "localhost"
    return EmailMessage(
        subject=LETTERS[kind].subject,
        body=body(kind, settings.KITH_ADDRESS + path),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[notice.person.email],
        headers={
            "Message-ID": f"<{notice.pk}@{host}>",
            "Auto-Submitted": "auto-generated",
        },
    )
