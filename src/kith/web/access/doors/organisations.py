"""Organisations, the published arrangements, requests for information."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("organisations:list", P.ORGANISATION_SEE, "every organisation"),
    Door("organisations:new", P.ORGANISATION_EDIT, "add an organisation"),
    Door("organisations:detail", P.ORGANISATION_SEE, "one organisation"),
    Door("organisations:history", P.ORGANISATION_SEE, "what it was called and where"),
    Door("organisations:area", P.ORGANISATION_SEE, "who covers an area on a day"),
    Door("organisations:edit", P.ORGANISATION_EDIT, "put its details right"),
    Door("organisations:rename", P.ORGANISATION_EDIT, "a new name from a day on"),
    Door("organisations:end", P.ORGANISATION_EDIT, "end an organisation"),
    Door("organisations:succeed", P.ORGANISATION_EDIT, "say what follows it"),
    Door("organisations:lead_new", P.ORGANISATION_EDIT, "name a safeguarding lead"),
    Door("organisations:employ", P.PEOPLE_INVITE, "say who works there"),
    Door("organisations:employment_end", P.PEOPLE_INVITE, "somebody leaves it"),
    Door("organisations:arrangements_list", P.ARRANGEMENTS_SEE, "the arrangements"),
    Door("organisations:arrangements_new", P.ARRANGEMENTS_EDIT, "draft a version"),
    Door("organisations:arrangements", P.ARRANGEMENTS_SEE, "one version"),
    Door("organisations:arrangements_edit", P.ARRANGEMENTS_EDIT, "change a draft"),
    Door("organisations:consult", P.ARRANGEMENTS_EDIT, "it was consulted on", _CHANGE),
    Door("organisations:revise", P.ARRANGEMENTS_EDIT, "back to a draft", _CHANGE),
    Door("organisations:approve", P.TERMS_APPROVE, "approve a version", _CHANGE),
    Door("organisations:publish", P.ARRANGEMENTS_EDIT, "publish a version", _CHANGE),
    Door("organisations:ask_signatures", P.ARRANGEMENTS_EDIT, "ask the three to sign"),
    Door(
        "organisations:accept", P.ARRANGEMENTS_ACCEPT, "accept for one's own", _CHANGE
    ),
    Door(
        "organisations:record_acceptance",
        P.ARRANGEMENTS_EDIT,
        "record that an agency accepted",
    ),
    Door("organisations:requests", P.INFORMATION_REQUEST, "requests for information"),
    Door("organisations:request_new", P.INFORMATION_REQUEST, "ask for information"),
    Door("organisations:request", P.INFORMATION_REQUEST, "one request"),
    Door("organisations:request_answer", P.INFORMATION_REQUEST, "record an answer"),
    Door("organisations:request_refuse", P.INFORMATION_REQUEST, "record a refusal"),
    Door("organisations:request_withdraw", P.INFORMATION_REQUEST, "stop asking"),
    Door("organisations:request_chase", P.INFORMATION_REQUEST, "ask again", _CHANGE),
)
