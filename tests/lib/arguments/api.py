"""Tokens of a council, and what programs are answered about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from kith.web.access.roles import Role
from kith.web.api.actions import issue_token
from kith.web.api.grants import digest_of, new_token
from kith.web.api.models import ApiToken
from kith.web.api.values import WantedToken
from kith.web.returns.models import Duty
from tests.lib.arguments.returns import owed, speaking
from tests.lib.world import NOW, REAL_NOW


if TYPE_CHECKING:
    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return
    from tests.lib.world import Side, World


def wanted(side: Side, **other: object) -> WantedToken:
    """A token of the side's council for figures, that reads and sends."""
    return WantedToken(
        **{
            "key": uuid4(),
            "organisation": side.council,
            "name": "data warehouse, nightly",
            "feeds": ("aggregate",),
            "may_read": True,
            "may_send": True,
            "days": 90,
            **other,
        }  # type: ignore[arg-type] # what a test says differently
    )


def issued(viewer: Viewer, side: Side, **other: object) -> str:
    """The same, issued."""
    return issue_token(
        viewer=viewer, at=NOW, now=REAL_NOW, wanted=wanted(side, **other)
    )


def kept_for(someone: Person, side: Side, **other: object) -> str:
    """A token in somebody's name, whatever they may: as if a role had ended since."""
    token, head = new_token()
    ApiToken.objects.create(
        **{
            "organisation": side.council,
            "name": "left behind",
            "head": head,
            "digest": digest_of(token),
            "feeds": ["aggregate"],
            "may_read": True,
            "may_send": True,
            "issued_by": someone,
            "issued_at": NOW,
            # The world's clock runs on while tests are kept: never within their lives.
            "open_until": REAL_NOW + timedelta(days=36_500),
            **other,
        }
    )
    return token


def figures_due(world: World, side: Side) -> Return:
    """A return of figures that is due, of a duty that stands."""
    stands = Duty.objects.filter(
        organisation=side.council, feed="aggregate", last_on__isnull=True
    ).first()
    found = (stands or owed(world, side)).returns.order_by("-first_on").first()
    assert found is not None
    return found


def rows_due(world: World, side: Side) -> Return:
    """A return of rows about children, another feed than tokens of these tests have."""
    stands = Duty.objects.filter(organisation=side.council, feed="early_help").first()
    duty = stands or owed(
        world, side, feed="early_help", measures=(), first_on=date(2020, 10, 1)
    )
    found = duty.returns.order_by("first_on").first()
    assert found is not None
    return found


def a_token(world: World, side: Side) -> tuple[object, ...]:
    """A token that the side's steward issued."""
    figures_due(world, side)
    steward = speaking(world, Role.AGENCY_DATA_STEWARD, side)
    issued(steward, side)
    token = ApiToken.objects.filter(organisation=side.council).latest("open_until")
    return (token.pk,)


def key_of_figures(world: World, side: Side) -> tuple[object, ...]:
    """A return of figures that is due."""
    return (figures_due(world, side).pk,)


ARGUMENTS_OF = {
    "api:token_revoke": a_token,
    "api_v1:return": key_of_figures,
    "api_v1:findings": key_of_figures,
    "api_v1:file": key_of_figures,
    "api_v1:return_figures": key_of_figures,
    "api_v1:nil": key_of_figures,
    "api_v1:send": key_of_figures,
    "api_v1:draft": key_of_figures,
}
NARROWER = {"api:token_revoke": "only who speaks for the organisation"}
