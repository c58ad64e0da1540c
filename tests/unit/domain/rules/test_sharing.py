"""Which return is taken in, and on what ground."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.rules.sharing import Ground, Term, Verdict, judged, warns_of_lapse


DAY = date(2021, 1, 15)
HOLDS = Term(date(2020, 1, 1), date(2021, 1, 15))
LAPSED = Term(date(2019, 1, 1), date(2021, 1, 14))
AHEAD = Term(date(2021, 1, 16))
OPEN = Term(date(2019, 9, 29))


@pytest.mark.parametrize(
    ("rows", "terms", "overridden", "verdict", "ground"),
    [
        ("children", [HOLDS], False, Verdict.ALLOWED, Ground.AGREEMENT),
        ("children", [OPEN], False, Verdict.ALLOWED, Ground.AGREEMENT),
        ("children", [LAPSED, HOLDS], False, Verdict.ALLOWED, Ground.AGREEMENT),
        ("children", [LAPSED], False, Verdict.REFUSED, Ground.NONE),
        ("children", [AHEAD], False, Verdict.REFUSED, Ground.NONE),
        ("children", [], False, Verdict.REFUSED, Ground.NONE),
        ("children", [LAPSED], True, Verdict.ALLOWED, Ground.OVERRIDE),
        ("children", [], True, Verdict.ALLOWED, Ground.OVERRIDE),
        ("figures", [], False, Verdict.WARNED, Ground.NO_PERSON),
        ("figures", [LAPSED], False, Verdict.WARNED, Ground.NO_PERSON),
        ("figures", [HOLDS], False, Verdict.ALLOWED, Ground.AGREEMENT),
    ],
)
def test_a_return_is_taken_in(
    rows: str, terms: list[Term], overridden: bool, verdict: Verdict, ground: Ground
) -> None:
    found = judged(
        is_child_level=rows == "children",
        terms=terms,
        is_overridden=overridden,
        day=DAY,
    )
    assert (found.verdict, found.ground) == (verdict, ground)


def test_a_lapse_is_called_one_and_says_how_the_quarter_is_kept() -> None:
    def words(terms: list[Term]) -> str:
        return judged(
            is_child_level=True, terms=terms, is_overridden=False, day=DAY
        ).words

    assert words([LAPSED]).startswith("The agreement for this has lapsed.")
    assert words([]).startswith("No agreement names this.")
    assert "the return stays due" in words([LAPSED])


@pytest.mark.parametrize(
    ("last", "warns"),
    [
        (None, False),
        (date(2021, 4, 16), False),  # 91 days ahead
        (date(2021, 4, 15), True),  # 90 days ahead
        (date(2021, 1, 14), True),  # over since yesterday
    ],
)
def test_a_lapse_is_warned_of_long_before(last: date | None, warns: bool) -> None:
    assert warns_of_lapse(last, DAY) is warns
