"""The API: tokens of an organisation, and what a program does with one."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


_CHANGE, _OTHER = Answer.CHANGE, Answer.OTHER

_TOKENS = (
    Door("api:tokens", P.API_TOKEN_KEEP, "an organisation's tokens for programs"),
    Door("api:token_new", P.API_TOKEN_KEEP, "issue a token"),
    Door("api:token_revoke", P.API_TOKEN_KEEP, "revoke a token", _CHANGE),
)
PROGRAMS = (
    Door("api_v1:token", Who.TOKEN, "what a token may", _OTHER),
    Door("api_v1:edition", Who.TOKEN, "which edition is published", _OTHER),
    Door("api_v1:measures", Who.TOKEN, "the measures of the edition", _OTHER),
    Door("api_v1:figures", Who.TOKEN, "published figures", _OTHER),
    Door("api_v1:returns", Who.READING_TOKEN, "the returns that are owed", _OTHER),
    Door("api_v1:return", Who.READING_TOKEN, "one return", _OTHER),
    Door("api_v1:findings", Who.READING_TOKEN, "what was found in its files", _OTHER),
    Door("api_v1:file", Who.SENDING_TOKEN, "add a file to a return", _CHANGE),
    Door("api_v1:return_figures", Who.SENDING_TOKEN, "give its figures", _CHANGE),
    Door("api_v1:nil", Who.SENDING_TOKEN, "nothing to report", _CHANGE),
    Door("api_v1:send", Who.SENDING_TOKEN, "send what is prepared", _CHANGE),
    Door("api_v1:draft", Who.SENDING_TOKEN, "forget what is prepared", _OTHER),
)
"""What programs reach, each by a token of its own kind."""

_ROOT = Door("api_v1:api-root", Who.TOKEN, "nothing: all else stands below", _OTHER)

DOORS: tuple[Door, ...] = (*_TOKENS, *PROGRAMS, _ROOT)
