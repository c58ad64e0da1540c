"""Tokens are issued and revoked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.api import policies
from kith.web.api.grants import digest_of, new_token
from kith.web.api.models import ApiToken
from kith.web.api.queries.tokens import areas_of, feeds_owed


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.api.values import WantedToken


def issue_token(
    *, viewer: Viewer, at: datetime, now: datetime, wanted: WantedToken
) -> str:
    """A token works from now on, in the viewer's name; it is given back this once.

    Empty where the same form was sent before: what it issued then is shown no more.

    Raises:
        RefusedError: not theirs to issue, or more than they may themselves.
    """
    with writing(viewer=viewer, at=at, verb="api.token_issued") as event:
        of = wanted.organisation
        owed = feeds_owed(viewer, at.date()).get(of.pk, ())
        standing = ApiToken.objects.standing_at(now).filter(organisation=of).count()
        refuse_if(policies.why_not_issue(viewer, wanted, owed, standing))
        token, head = new_token()
        made, is_new = ApiToken.objects.get_or_create(
            pk=wanted.key,
            defaults={
                "organisation": of,
                "name": wanted.name,
                "head": head,
                "digest": digest_of(token),
                "feeds": list(wanted.feeds),
                "may_read": wanted.may_read,
                "may_send": wanted.may_send,
                "issued_by_id": viewer.who,
                "issued_at": at,
                "open_until": now + timedelta(days=wanted.days),
            },
        )
        refuse_if("" if made.organisation_id == of.pk else policies.NOT_KEEPER)
        areas = areas_of(viewer, of.pk)
        event.about(
            made,
            area=areas[0] if len(areas) == 1 else "",
            token=made.head,
            organisation=of.code,
            feeds=list(wanted.feeds),
            reads=int(wanted.may_read),
            sends=int(wanted.may_send),
            days=wanted.days,
            again=int(not is_new),
        )
    return token if is_new else ""


def revoke_token(*, viewer: Viewer, at: datetime, now: datetime, key: UUID) -> ApiToken:
    """The token opens nothing any more, from this moment on.

    Raises:
        RefusedError: it works no longer anyway.
    """
    with writing(viewer=viewer, at=at, verb="api.token_revoked") as event:
        token = locked(ApiToken.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_revoke(viewer, token, now))
        token.revoked_by_id, token.revoked_at = viewer.who, at
        token.save(update_fields=["revoked_by", "revoked_at"])
        areas = areas_of(viewer, token.organisation_id)
        event.about(token, area=areas[0] if len(areas) == 1 else "", token=token.head)
    return token
