"""Releases: editions, tables, and what the ledger of releases says of them."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("releases:list", P.RELEASE_SEE, "what is proposed, released and withdrawn"),
    Door("releases:new", P.RELEASE_PROPOSE, "propose a table for the public"),
    Door("releases:editions", P.RELEASE_SEE, "editions that were asked for"),
    Door("releases:edition_new", P.RELEASE_PROPOSE, "have an edition built"),
    Door("releases:edition", P.RELEASE_SEE, "one edition, and what came of it"),
    Door("releases:edition_cancel", P.RELEASE_PROPOSE, "stop building", _CHANGE),
    Door("releases:edition_propose", P.RELEASE_PROPOSE, "propose an edition", _CHANGE),
    Door("releases:detail", P.RELEASE_SEE, "one release, and its story"),
    Door("releases:cure", P.RELEASE_PROPOSE, "propose a table so changed", _CHANGE),
    Door("releases:again", P.RELEASE_PROPOSE, "have a release judged again", _CHANGE),
    Door("releases:drop", P.RELEASE_PROPOSE, "drop a release", _CHANGE),
    Door("releases:approve", P.RELEASE_APPROVE, "approve a release", _CHANGE),
    Door("releases:withdraw", P.RELEASE_WITHDRAW, "withdraw a release"),
    Door("releases:questions", P.RELEASE_SEE, "what was asked about figures"),
    Door("releases:question", P.RELEASE_SEE, "one question, and its answer"),
    Door("releases:question_answer", P.QUESTION_ANSWER, "answer a question in public"),
    Door(
        "releases:question_set_aside",
        P.QUESTION_ANSWER,
        "set a question aside",
        _CHANGE,
    ),
    Door("releases:requests", P.FOI_KEEP, "requests for information"),
    Door("releases:request_new", P.FOI_KEEP, "keep a request for information"),
    Door("releases:request", P.FOI_KEEP, "one request, its table and its answer"),
    Door("releases:request_answer", P.FOI_KEEP, "keep what was answered"),
    Door("releases:correct", P.RELEASE_PROPOSE, "say what was wrong with a release"),
)
