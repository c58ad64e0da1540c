"""An answer that is no success: one clear message, and no value that was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, JsonResponse
from pydantic import Field

from kith.web.api.values import ProblemError, Shape


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Problem(Shape):
    """What is wrong, where, and what to do."""

    status: int = Field(description="The same as the answer's own status.")
    what: str = Field(description="What is wrong, in a sentence.")
    where: str = Field(description="Where, such as `figures.2.numerator`; or nothing.")
    do: str = Field(description="What to do about it.")


WORDS: dict[int, tuple[str, str]] = {
    400: ("This cannot be understood.", "See /api/ for how it is asked."),
    401: (
        "No token came with this, or one that opens nothing.",
        (
            "Send the header “Authorization: Bearer kith_…”. If the token is over or "
            "revoked, or its issuer left, have a new one issued."
        ),
    ),
    403: (
        "This token is not for that.",
        "Have one issued that may read, or send, as is needed.",
    ),
    404: ("There is nothing here for this token.", "See /api/ for what is there."),
    405: ("This address does not take that method.", "See /api/ for what it takes."),
    409: (
        "The return's state, or a missing agreement, is in the way.",
        "See where the return stands, and why.",
    ),
    413: ("This is too large.", "Send less at once."),
    415: (
        "This is not the kind of content that is read here.",
        "See /api/ for what each address takes.",
    ),
    422: (
        "Something that was sent is not of its shape, or does not add up.",
        "Correct it where the answer says, and send it again.",
    ),
    429: ("That was too often.", "Wait as the header Retry-After says, in seconds."),
    500: (
        "A fault of the site, not of what you sent. It is in its log.",
        "Try again later. If it stays, tell the partnership.",
    ),
}
"""What each status says where nothing more exact is known."""

UNKNOWN = "(a name that is not known here)"


def problem(status: int, what: str = "", where: str = "", do: str = "") -> HttpResponse:
    """The answer as JSON; with the status's own words where no others are given."""
    known = WORDS.get(status) or WORDS[400 if status < 500 else 500]
    said = {
        "status": status,
        "what": what or known[0],
        "where": where,
        "do": do or known[1],
    }
    return JsonResponse(said, status=status)


def problem_of(told: ProblemError) -> HttpResponse:
    """The same for what was raised."""
    return problem(told.status, told.what, told.where, told.do)


def problem_of_shape(
    errors: Sequence[Mapping[str, Any]], known: Iterable[str]
) -> HttpResponse:
    """Something sent is not of its shape: the first of what is wrong, and how many.

    A name that stands in no shape may be somebody's own: it is never said back.
    """
    first = errors[0]
    names = set(known)
    # The first part says whether it came in the body, the query or a header; then
    # comes our own argument, where it has one.
    parts = [one for one in first.get("loc", ())[1:] if one not in {"body", "said"}]
    where = ".".join(
        str(one) if isinstance(one, int) or one in names else UNKNOWN for one in parts
    )
    left = len(errors) - 1
    more = (
        f" And {left} more such {'thing' if left == 1 else 'things'}." if left else ""
    )
    return problem(422, f"{_what(str(first.get('type', '')))}{more}", where)


_WHAT = {
    "missing": "Something that is needed is missing.",
    "extra_forbidden": "Something was sent that nobody asks for.",
    "int_type": "This must be a whole number.",
    "int_parsing": "This must be a whole number.",
    "int_from_float": "This must be a whole number.",
    "greater_than_equal": "This number is too small.",
    "less_than_equal": "This number is too large.",
    "enum": "This is none of the codes that there are.",
    "literal_error": "This is none of the codes that there are.",
    "string_pattern_mismatch": "This is no code of the kind that is asked for.",
    "date_from_datetime_parsing": "This must be a day, such as 2020-12-31.",
    "date_parsing": "This must be a day, such as 2020-12-31.",
    "value_error": "This must be a day, such as 2020-12-31.",
    "too_long": "There are too many of these.",
    "too_short": "There are too few of these.",
}


def _what(kind: str) -> str:
    return _WHAT.get(kind, "This is not of the kind that is asked for.")
