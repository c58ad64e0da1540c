"""What a program asks for under an Idempotency-Key is done once, however often it asks."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.db import transaction

from kith.web.api.models import KeptAnswer
from kith.web.api.values import ProblemError


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from uuid import UUID


KEPT = timedelta(days=1)
Answer = tuple[int, "Mapping[str, object]"]


def done_once(
    token: UUID, now: datetime, key: str, mark: str, do: Callable[[], Answer]
) -> tuple[Answer, bool]:
    """What came of it, and whether that was told before.

    The answer is kept in the transaction of what it tells of: both stand, or neither.
    A second program that asks meanwhile waits, and is told the same. What failed is not
    kept, so that the same key may be tried again.

    Raises:
        ProblemError: the key was used for something else.
    """
    with transaction.atomic():
        if not key:
            return do(), False
        KeptAnswer.objects.filter(open_until__lte=now).delete()
        kept, is_new = KeptAnswer.objects.get_or_create(
            token_id=token,
            key=key,
            defaults={"mark": mark, "open_until": now + KEPT},
        )
        if not is_new:
            return _again(kept, mark), True
        status, answer = do()
        kept.status, kept.answer = status, dict(answer)
        kept.save(update_fields=["status", "answer"])
    return (status, answer), False


def _again(kept: KeptAnswer, mark: str) -> Answer:
    if kept.mark != mark:
        raise ProblemError(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "This Idempotency-Key was used for something else.",
            "Draw a new key for each thing that is to be done once.",
            "the header Idempotency-Key",
        )
    return kept.status, kept.answer
