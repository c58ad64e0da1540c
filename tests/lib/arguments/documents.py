"""Documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.markings import Marking
from kith.web.access.roles import Role
from kith.web.documents.actions import About, add_document
from kith.web.documents.files import accepted
from tests.lib.world import NOW


if TYPE_CHECKING:
    from kith.web.documents.models import Document
    from tests.lib.world import Side, World


def kept(
    world: World,
    side: Side,
    marking: Marking = Marking.PUBLIC,
    content: bytes = b"Terms of reference\n",
) -> Document:
    """A document of the side's body."""
    role = Role.MEMBER if marking in (Marking.PUBLIC, Marking.PARTNER) else None
    keeper = world.viewer(role or Role.BUSINESS_MANAGER, side)
    owner = world.person(role or Role.BUSINESS_MANAGER, side)
    return add_document(
        viewer=keeper,
        at=NOW,
        about=About(
            title=f"Terms of reference of {side.body.name}",
            marking=marking,
            owner=owner,
            body=side.body.pk,
        ),
        file=accepted(content),
    )


def document(world: World, side: Side) -> tuple[object, ...]:
    """A document that everybody in the body may read."""
    return (kept(world, side).pk,)


def first_version(world: World, side: Side) -> tuple[object, ...]:
    """Its first version."""
    return (kept(world, side).pk, 1)


ARGUMENTS_OF = {
    "documents:detail": document,
    "documents:version": document,
    "documents:change": document,
    "documents:review": document,
    "documents:withdraw": document,
    "documents:download": first_version,
    "documents:purpose": first_version,
}
