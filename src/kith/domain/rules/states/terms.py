"""How terms of reference and published arrangements come to hold.

Working Together 2018 (chapter 3, paragraphs 11 and 40) and 2023 (chapter 2): the
arrangements are published, and each lead safeguarding partner signs them personally.
"""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class TermsState(StrEnum):
    """Where a version of a text stands."""

    DRAFT = "DRAFT"
    CONSULTED = "CONSULTED"
    APPROVED = "APPROVED"
    SIGNED = "SIGNED"
    PUBLISHED = "PUBLISHED"
    SUPERSEDED = "SUPERSEDED"


_S = TermsState
_WORDS = {
    _S.DRAFT: "Draft",
    _S.CONSULTED: "Consulted on",
    _S.APPROVED: "Approved",
    _S.SIGNED: "Signed",
    _S.PUBLISHED: "Published",
    _S.SUPERSEDED: "Superseded",
}

ARRANGEMENTS = Machine(
    noun="version",
    authority="Children Act 2004 s16E and s16G; Working Together 2023, chapter 2 (the "
    "three lead safeguarding partners each sign)",
    words=_WORDS,
    moves=(
        Move("consult", (_S.DRAFT,), _S.CONSULTED, "the business unit"),
        Move("revise", (_S.CONSULTED,), _S.DRAFT, "the business unit"),
        Move("approve", (_S.CONSULTED,), _S.APPROVED, "a safeguarding partner"),
        Move("sign", (_S.APPROVED,), _S.SIGNED, "the third of the three partners"),
        Move("publish", (_S.SIGNED,), _S.PUBLISHED, "the business unit"),
        Move("supersede", (_S.PUBLISHED,), _S.SUPERSEDED, "the next version"),
    ),
)

TERMS_OF_REFERENCE = Machine(
    noun="version",
    authority="Kith's reading of local practice: the body above approves",
    words={**_WORDS, _S.PUBLISHED: "In force"},
    moves=(
        Move("consult", (_S.DRAFT,), _S.CONSULTED, "the business unit"),
        Move("revise", (_S.CONSULTED,), _S.DRAFT, "the business unit"),
        Move("approve", (_S.CONSULTED,), _S.APPROVED, "the body above"),
        Move("sign", (_S.APPROVED,), _S.SIGNED, "the partners, where no body is above"),
        Move(
            "publish",
            (_S.APPROVED, _S.SIGNED),
            _S.PUBLISHED,
            "the business unit",
        ),
        Move("supersede", (_S.PUBLISHED,), _S.SUPERSEDED, "the next version"),
    ),
)
