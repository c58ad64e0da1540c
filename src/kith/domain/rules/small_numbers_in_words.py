"""Small numbers of children in a text: what a table hides, a sentence may tell.

"Three children", "2 girls", "one baby died": a number that the rule set hides in a
table is found with its place, for the writer to take out or to say otherwise. Counts
of what services did (rapid reviews, audits, meetings) are not counts of children; they
are found too and carry the reason why they may stand.

Eager rather than exact: a question too many costs a moment. It reads no tables and
knows no names (see `signs_of_a_person`); ratios ("one in five children"), labels ("Year
5 pupils") and numbers written out above ten are no small numbers.

Source: the rule set's own threshold (`kith.domain.rules.disclosure`); that statutory
process counts are shown whole is settled for this platform because Working Together
has partnerships publish how many reviews they held.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator

    from kith.domain.rules.disclosure import RuleSet


PROCESS_REASON = "It counts what services did, not children."


@dataclass(frozen=True)
class SmallNumber:
    """A small number with what it counts, and where it stands; both count from 1.

    ``may_stand_because`` is empty where it counts children.
    """

    words: str
    number: int
    line: int
    column: int
    may_stand_because: str = ""


WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBERS = {
    **dict(zip(WORDS, range(1, 10), strict=True)),
    "a single": 1,
    "a couple of": 2,
    "a pair of": 2,
    "both": 2,
}
CHILDREN = (
    r"child(?:ren)?|girls?|boys?|bab(?:y|ies)|infants?|toddlers?|newborns?|"
    r"teenagers?|adolescents?|young (?:person|people|wom[ae]n|m[ae]n)|"
    r"youngsters?|pupils?|siblings?|sisters?|brothers?|care leavers?|under-?\d+s"
)
OF_ONE_CHILD_EACH = (
    r"(?:re-?)?referrals?|conferences?|enquir(?:y|ies)|allegations?|deaths?|"
    r"suicides?|episodes?|(?:protection|need|care) plans?"
)
PROCESSES = (
    r"reviews?|audits?|meetings?|inspections?|courses?|sessions?|workshops?|panels?|"
    r"briefings?|consultations?|surveys?|recommendations?|actions?"
)
_SERVICES = (
    r"protection|safeguarding|deaths?|practice|health|care|development|services?|"
    r"sexual|criminal|and adolescent|cent(?:re|er)ed|friendly|first"
)
_NO_MODIFIER = re.compile(
    r"\b(?:a|about|across|after|all|among|an|and|are|as|at|before|between|but|by|can|"
    r"did|do|during|each|for|from|had|has|have|if|in|into|is|it|more|most|no|not|of|on|"
    r"or|other|our|over|per|said|since|than|that|the|their|them|then|they|this|to|"
    r"under|until|up|was|we|were|what|when|where|which|who|whose|will|with|within|"
    r"would)\b",
    re.IGNORECASE,
)
"""Words that show that the number belonged to something before the noun."""
_LABEL = re.compile(
    r"\b(?:years?|stage|level|figure|table|section|tier|step|page|chapter|appendix|part|"
    r"priority|theme|band|phase|paragraph)\s+$",
    re.IGNORECASE,
)

_NUMBER = "|".join([*(re.escape(word) for word in NUMBERS), r"\d{1,2}"])
_COUNTED = re.compile(
    rf"(?<![\w.,%£-])(?P<number>{_NUMBER})\s+"
    r"(?P<of>of\s+(?:the|these|those|our|them|all)?\s*(?:\w+\s+)?)?"
    r"(?P<modifiers>(?:[^\W\d_][\w\u2019'-]*\s+){0,4}?)"
    rf"(?!(?:child|infant|baby)\s+(?:{_SERVICES})\b)"
    rf"(?P<noun>{CHILDREN}|{OF_ONE_CHILD_EACH}|{PROCESSES})(?![\w\u2019'-])",
    re.IGNORECASE,
)
_ONE_WHO = re.compile(
    rf"(?<![\w-])(?:(?P<born>twins|triplets)|an?\s+(?:\w+\s+)?(?:{CHILDREN})\s+"
    r"(?:who\s+)?(?:sadly\s+|tragically\s+)?(?:died|drowned|was\s+(?:killed|murdered)|"
    r"took\s+(?:his|her|their)\s+own\s+life))(?![\w-])",
    re.IGNORECASE,
)
_RATIO = re.compile(rf"(?:{_NUMBER}|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.I)
_PROCESS = re.compile(rf"(?:{PROCESSES})\Z", re.IGNORECASE)
_LOOK_BACK = 40
"""Characters: longer than any ratio or label."""


def small_numbers(text: str, rule_set: RuleSet) -> tuple[SmallNumber, ...]:
    """Every number in the text that a table under the rule set would hide, in order.

    Those that may stand are among them, each with the reason.
    """
    found = [*_counted(text, rule_set), *_ones(text, rule_set)]
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))


def _counted(text: str, rule_set: RuleSet) -> Iterator[SmallNumber]:
    place = 0
    while match := _COUNTED.search(text, place):
        # What is refused may have swallowed another number: read on behind this one.
        place = match.start() + len(match["number"])
        said = match["number"].lower()
        number = NUMBERS[said] if said in NUMBERS else int(said)
        if number == 0 or not rule_set.hides(number) or not _counts(match, text):
            continue
        place = match.end()
        reason = PROCESS_REASON if _PROCESS.match(match["noun"]) else ""
        yield _found(text, match.start(), match.end(), number, reason)


def _ones(text: str, rule_set: RuleSet) -> Iterator[SmallNumber]:
    for match in _ONE_WHO.finditer(text):
        number = {"twins": 2, "triplets": 3}.get((match["born"] or "").lower(), 1)
        if rule_set.hides(number):
            yield _found(text, match.start(), match.end(), number, "")


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether the number counts the noun: it stands in no ratio and is no label."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _RATIO.search(before) or _NO_MODIFIER.search(match["modifiers"]):
        return False
    return not (match["number"].isdigit() and _LABEL.search(before))


def _found(text: str, start: int, end: int, number: int, reason: str) -> SmallNumber:
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return SmallNumber(" ".join(text[start:end].split()), number, line, column, reason)
