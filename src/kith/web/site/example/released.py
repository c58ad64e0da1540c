"""The example's first edition, which the command line let out, stands in the site's list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from kith.contracts.commands.releases import ReleaseRequest
from kith.domain.vocabulary.actors import Actor
from kith.web.access.permissions import Permission as P
from kith.web.releases.actions import keep_judged, propose_table
from kith.web.releases.values import Judged, Proposal
from kith.web.site.example.returned import ANALYST
from kith.web.site.example.timeline import TODAY


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kith.web.site.example.timeline import Timeline


ACTOR = Actor.platform("releases")
FIRST = "R0001"
BY = "The example itself"
BEFORE_NINE = -125
"""Minutes before a step's usual hour: before anything is asked of its figures."""


def add_release(timeline: Timeline, table: Mapping[str, Any]) -> None:
    """What the ledger holds of the edition; none where nothing was let out."""
    if table:
        timeline.add(TODAY, partial(_know, timeline, table), minutes=BEFORE_NINE)


def _know(timeline: Timeline, table: Mapping[str, Any], at: datetime) -> None:
    analyst = timeline.viewer(ANALYST, at)
    request = ReleaseRequest(edition=table["edition"])
    release = propose_table(
        viewer=analyst,
        at=at,
        proposal=Proposal(
            f"Edition {table['edition']}",
            request,
            sorted(analyst.areas(P.RELEASE_PROPOSE)),
        ),
    )
    judged = Judged(
        ledger=FIRST,
        state="approved",
        answer={"release": FIRST, "decision": "may_be_approved", "reasons": []},
        asked=table["asked"],
        rule_set=table["rule_set"],
        figures=len(table["figures"]),
        titles={"invented": True},
        approver=BY,
    )
    keep_judged(actor=ACTOR, at=at, key=release.pk, judged=judged)
