"""The kinds of background work, and what does each."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from django.conf import settings

from kith.domain.vocabulary.actors import Actor
from kith.web.audit.models import ChainHead
from kith.web.explorations.actions import CLOSE_ROWS, COUNT, FETCH_ROWS, FORGET
from kith.web.explorations.tasks import count_answer, fetch_rows, forget, shut_rows
from kith.web.notices import digests, schedule
from kith.web.notices.actions import SEND
from kith.web.notices.policies import DIGESTS_AT
from kith.web.notices.sending import send_notice
from kith.web.notices.work import CLOCKS, KINDS
from kith.web.releases.actions.questions import TELL
from kith.web.releases.actions.steps import BUILD, GO_OUT, JUDGE, TAKE_DOWN
from kith.web.releases.tasks import (
    build_edition,
    judge_release,
    let_out,
    take_down,
    tell_asker,
)
from kith.web.returns.actions.reading import READ
from kith.web.returns.tasks import (
    REMIND,
    fall_due,
    forget_files,
    read_files,
    remind,
)
from kith.web.search.actions import rebuild_index
from kith.web.site.clock import real_time, site_time


if TYPE_CHECKING:
    from datetime import datetime


SEARCH_REBUILD = "search.rebuild"
FALL_DUE = "returns.fall_due"
FILES_FORGET = "returns.forget"
RETURNS_FALL_DUE = schedule.Daily(FALL_DUE, time(0, 10))
RETURNS_FORGET = schedule.Daily(FILES_FORGET, time(0, 15))
ANSWERS_FORGET = schedule.Daily(FORGET, time(0, 20))
RETURNS_REMIND = schedule.Daily(REMIND, DIGESTS_AT)


def register_work() -> None:
    """Make every kind known, and what the time is; called once, when the site starts."""
    CLOCKS.real, CLOCKS.site = real_time, lambda: site_time(real_time())
    KINDS[SEND] = send_notice
    KINDS[digests.DIGESTS] = digests.start_digests
    KINDS[digests.DIGEST] = digests.look_for
    KINDS[schedule.AUDIT_HEAD] = keep_audit_head
    KINDS[SEARCH_REBUILD] = rebuild_search
    KINDS[READ] = read_files
    KINDS[FALL_DUE] = fall_due
    KINDS[FILES_FORGET] = forget_files
    KINDS[REMIND] = remind
    daily = (RETURNS_FALL_DUE, RETURNS_FORGET, RETURNS_REMIND, ANSWERS_FORGET)
    schedule.SCHEDULE.extend(one for one in daily if one not in schedule.SCHEDULE)
    KINDS[BUILD] = build_edition
    KINDS[JUDGE] = judge_release
    KINDS[GO_OUT] = let_out
    KINDS[TAKE_DOWN] = take_down
    KINDS[TELL] = tell_asker
    KINDS[COUNT] = count_answer
    KINDS[FETCH_ROWS] = fetch_rows
    KINDS[CLOSE_ROWS] = shut_rows
    KINDS[FORGET] = forget


def keep_audit_head(arguments: dict[str, str], *, at: datetime) -> None:  # noqa: ARG001 - the protocol
    """The chain's end of today stands in a file outside the database, once."""
    head = ChainHead.objects.filter(pk=1).first()
    if head is None or not head.sequence:
        return
    path = settings.KITH_AUDIT_HEADS
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = path.read_text("utf-8").splitlines() if path.exists() else []
    line = f"{head.sequence} {head.digest}"
    if line not in kept[-1:]:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def rebuild_search(arguments: dict[str, str], *, at: datetime) -> None:  # noqa: ARG001 - the protocol
    """The index of search is made anew."""
    rebuild_index(actor=Actor.platform("search rebuild"), at=at)
