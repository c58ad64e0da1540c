"""Whether a text looks as if it named a child: to be asked about, never to be blocked.

Disagreements about a system are kept here; those about one child belong to the record
of that child. A machine cannot tell a child's name from a road's, so what this finds is
said to the writer, who decides, and whose decision is recorded.

Deliberately eager: a question too many costs a tick, a child's name costs more.
Source: data minimisation, UK GDPR Article 5(1)(c).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.vocabulary.forenames import FORENAMES


if TYPE_CHECKING:
    from collections.abc import Iterable


class SignKind(StrEnum):
    """What a piece of text looks like."""

    NAME = "a name"
    BIRTH_DATE = "a date of birth"
    NHS_NUMBER = "an NHS number"
    PUPIL_NUMBER = "a unique pupil number"
    SMALL_NUMBER = "a small number of children"


@dataclass(frozen=True)
class Sign:
    """A piece of text and what it looks like."""

    kind: SignKind
    words: str


MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
USUAL = frozenset(
    f"""{MONTHS} {DAYS} a about after again all an and any are as at be because been
    before but by can did do does each every for from had has have he her his how i if in
    into is it its later many may more most must no not now of on once one or our over
    please she should since so some that the their then there these they this those to
    two under until was we were what when where which while who why will with within
    would yes you your agency agencies area arrangements authority board business care
    chair chief child children childrens children's college commissioning community
    conference constabulary council county court covid data delegated designated director
    doctor duty early education emergency england executive family forum front door group
    hall head health help home hospital hub icb independent integrated lado lead leads
    leaver local lscp manager masa mash meeting midwifery midwives multi-agency national
    nhs north nurse office officer ofsted panel partner partners partnership plan police
    policy practice primary probation procedures protection public referral report review
    road safeguarding school schools scrutineer secondary section service services social
    south south-west statutory strategy street sub-group support team together training
    trust visitors working workforce worker workers young youth""".split()
)
"""Words that begin with a capital in this field without naming anybody."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|born(?: on)?|date of birth)\b[^.\n]{0,20}?\d", re.IGNORECASE
)
_NHS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_PUPIL = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]?\b")
NHS_WEIGHTS = tuple(range(10, 1, -1))


def signs_of_a_person(text: str, known: Iterable[str] = ()) -> tuple[Sign, ...]:
    """What in the text looks like a person, in the order found; each said once.

    ``known`` are names that may stand: of organisations, bodies and areas.
    """
    usual = USUAL | {word.casefold() for name in known for word in _WORD.findall(name)}
    found = [
        *(Sign(SignKind.NAME, words) for words in _names(text, usual)),
        *(Sign(SignKind.BIRTH_DATE, one.group()) for one in _BIRTH.finditer(text)),
        *(
            Sign(SignKind.NHS_NUMBER, one.group())
            for one in _NHS.finditer(text)
            if _is_nhs_number(one.group())
        ),
        *(Sign(SignKind.PUPIL_NUMBER, one.group()) for one in _PUPIL.finditer(text)),
    ]
    return tuple(dict.fromkeys(found))


def _names(text: str, usual: frozenset[str] | set[str]) -> list[str]:
    """A common forename, or two words in a row with capitals that are not usual."""
    found: list[str] = []
    run: list[str] = []
    end = 0
    for one in _WORD.finditer(text):
        if text[end : one.start()].strip(" ") or (run and one.start() == end):
            found += _named(run)
            run = []
        end = one.end()
        word = one.group().removesuffix("'s").removesuffix("\u2019s")
        if word[0].isupper() and word.casefold() not in usual:
            run.append(word)
        else:
            found += _named(run)
            run = []
    return found + _named(run)


def _named(run: list[str]) -> list[str]:
    if not run:
        return []
    is_forename = any(word.casefold() in FORENAMES for word in run)
    # An abbreviation (CAMHS) is no name by itself, nor is one word at a sentence's start.
    plain = [word for word in run if not word.isupper()]
    if is_forename or len(plain) > 1:
        return [" ".join(run)]
    return []


def _is_nhs_number(digits: str) -> bool:
    """The tenth digit checks the nine before it (NHS Data Dictionary, NHS NUMBER)."""
    numbers = [int(one) for one in digits if one.isdigit()]
    total = sum(
        weight * number for weight, number in zip(NHS_WEIGHTS, numbers, strict=False)
    )
    return (11 - total % 11) % 11 == numbers[9]
