"""What actions tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.actions.models import Action, Actions
from kith.web.actions.queries import owned_and_open, visible_actions
from kith.web.home.noun import Need, Noun, SearchText


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """The actions that this viewer owns and has not finished."""
    for one in owned_and_open(viewer):
        late = one.due_on < today
        yield Need(
            noun="actions",
            what=one.wording,
            why="You own it, and it is overdue" if late else "You own it",
            url=reverse("actions:detail", args=[one.pk]),
            due=one.due_on,
            body=one.body.name,
        )


class ActionSearching:
    """How an action is found."""

    def visible(self, viewer: Viewer) -> Actions:
        """Those the viewer may see."""
        return visible_actions(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its reference and its wording."""
        if not isinstance(record, Action):
            return None
        return SearchText(
            title=f"{record.reference}: {record.wording[:120]}",
            words=record.wording,
            url=reverse("actions:detail", args=[record.pk]),
            kind="Action",
        )


ACTIONS = Noun("actions", needs=needs, searching=((Action, ActionSearching()),))
