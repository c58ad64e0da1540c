"""Every write of the API: tokens are actions, each with its event; the rest is its own
book-keeping."""

from kith.web.api.actions.keeping import issue_token, revoke_token
from kith.web.api.actions.once import done_once
from kith.web.api.actions.pacing import note_use, seconds_to_wait


__all__ = ["done_once", "issue_token", "note_use", "revoke_token", "seconds_to_wait"]
