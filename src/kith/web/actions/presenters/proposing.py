"""The way from another record's page to a new action that names it as its source."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from kith.web.actions.queries import bodies_to_propose_in


if TYPE_CHECKING:
    from django.db.models import Model

    from kith.web.access.viewer import Viewer


KINDS = {"risks": "RISK", "challenges": "CHALLENGE", "scorecards": "SCORECARD"}
"""By the noun of the record: the kind of source that it is."""


def propose_from(viewer: Viewer, record: Model, reference: str) -> str:
    """The address of the form, filled in; empty for those who may propose nowhere.

    Only codes stand in it, never what somebody wrote.
    """
    if not bodies_to_propose_in(viewer).exists():
        return ""
    noun = record._meta.app_label
    filled = {
        "kind": KINDS[noun],
        "words": reference,
        "noun": noun,
        "key": record.pk,
        "url": reverse(f"{noun}:detail", args=[record.pk]),
    }
    return f"{reverse('actions:new')}?{urlencode(filled)}"
