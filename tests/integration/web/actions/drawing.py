"""Actions in every state, drawn by the real actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.actions.actions import (
    Evidence,
    Promise,
    agree_action,
    ask_extension,
    close_action,
    propose_action,
    submit_evidence,
    verify_action,
)
from tests.lib.world import NOW, Side, World


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action


DUE = date(2021, 2, 1)


@dataclass
class Cast:
    """Who plays: the owner (a member), the chair, and the quality lead."""

    world: World
    side: Side

    @property
    def owner(self) -> Viewer:
        return self.world.viewer(Role.MEMBER, self.side)

    @property
    def chair(self) -> Viewer:
        return self.world.viewer(Role.GROUP_CHAIR, self.side)

    def proposed(self, wording: str = "Agree a threshold for early help") -> Action:
        return propose_action(
            viewer=self.owner,
            at=NOW,
            body=self.side.body,
            promise=Promise(
                wording=wording,
                owner_organisation=self.side.council,
                owner=self.world.person(Role.MEMBER, self.side),
                due_on=DUE,
            ),
        )

    def agreed(self, wording: str = "Agree a threshold for early help") -> Action:
        action = self.proposed(wording)
        return agree_action(viewer=self.chair, at=NOW, key=action.pk)

    def with_evidence(self) -> Action:
        action = self.agreed()
        return submit_evidence(
            viewer=self.owner, at=NOW, key=action.pk, evidence=Evidence("It is signed.")
        )

    def verified(self) -> Action:
        action = self.with_evidence()
        return verify_action(viewer=self.chair, at=NOW, key=action.pk)

    def closed(self) -> Action:
        action = self.verified()
        return close_action(viewer=self.chair, at=NOW, key=action.pk)

    def asking(self) -> Action:
        action = self.agreed()
        return ask_extension(
            viewer=self.owner,
            at=NOW,
            key=action.pk,
            to=date(2021, 3, 1),
            reason="The school term",
        )
