"""Every read of the API. The viewer comes first, always."""

from kith.web.api.queries.figures import edition, figures, measures
from kith.web.api.queries.returns import (
    one_return,
    prepared,
    returns_asked,
    sent,
    sheet,
)
from kith.web.api.queries.tokens import (
    feeds_owed,
    organisations_to_issue_for,
    own_token,
    tokens_ending,
    visible_tokens,
)


__all__ = [
    "edition",
    "feeds_owed",
    "figures",
    "measures",
    "one_return",
    "organisations_to_issue_for",
    "own_token",
    "prepared",
    "returns_asked",
    "sent",
    "sheet",
    "tokens_ending",
    "visible_tokens",
]
