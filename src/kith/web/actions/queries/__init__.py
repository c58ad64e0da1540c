"""Every read of actions. The viewer comes first, always."""

from kith.web.actions.queries.choices import (
    bodies_to_propose_in,
    choices_of_filters,
    documents_to_give,
    possible_owner_organisations,
    possible_owners,
    titles_of_documents,
)
from kith.web.actions.queries.lists import (
    Asked,
    carried_forward,
    filtered,
    of_source,
    similar,
)
from kith.web.actions.queries.records import (
    action,
    evidence,
    evidence_given_by,
    extension_asked,
    has_source,
    impact,
    sources,
    story,
    visible_actions,
)
from kith.web.actions.queries.served import SERVED, Served
from kith.web.actions.queries.waiting import (
    extensions_waiting,
    held_by,
    owned_and_open,
    waiting_for,
)


__all__ = [
    "SERVED",
    "Asked",
    "Served",
    "action",
    "bodies_to_propose_in",
    "carried_forward",
    "choices_of_filters",
    "documents_to_give",
    "evidence",
    "evidence_given_by",
    "extension_asked",
    "extensions_waiting",
    "filtered",
    "has_source",
    "held_by",
    "impact",
    "of_source",
    "owned_and_open",
    "possible_owner_organisations",
    "possible_owners",
    "similar",
    "sources",
    "story",
    "titles_of_documents",
    "visible_actions",
    "waiting_for",
]
