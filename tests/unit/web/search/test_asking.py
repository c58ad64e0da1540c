"""What somebody typed, as words; and what is marked in what was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.web.search.asking import MOST_WORDS, Asked, Term, understood
from kith.web.search.presenters import marked, snippet, stem


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Early  Help", (Term(("early",)), Term(("help",)))),
        ("“early help” now", (Term(("early", "help"), is_quoted=True), Term(("now",)))),
        ('"not closed', (Term(("not",)), Term(("closed",)))),
        ("NS-2021-004", (Term(("ns",)), Term(("2021",)), Term(("004",)))),
        ("a OR b*", (Term(("a",)), Term(("or",)), Term(("b",)))),
        ("' \" ; -- 😀", ()),
    ],
)
def test_only_letters_and_digits_matter(typed: str, terms: tuple[Term, ...]) -> None:
    assert understood(typed) == Asked(terms)


@given(st.text())
def test_anything_at_all_is_understood(typed: str) -> None:
    asked = understood(typed)
    assert len(asked.words) <= MOST_WORDS
    assert all(word.isalnum() for word in asked.words)


def test_forms_of_a_word_share_a_stem() -> None:
    assert stem("meetings") == stem("meeting") == "meet"
    assert stem("as") == "as"


def test_only_what_was_looked_for_is_marked_and_all_is_escaped() -> None:
    said = marked("<b>Meet</b> the meeting", ("meet",))
    assert said == (
        '&lt;b&gt;<mark class="kith-mark">Meet</mark>&lt;/b&gt; the '
        '<mark class="kith-mark">meeting</mark>'
    )


def test_a_snippet_shows_the_first_place() -> None:
    said = snippet("word " * 100 + "needle " + "word " * 100, ("needle",))
    assert said.startswith("… word")
    assert '<mark class="kith-mark">needle</mark>' in said
    assert said.endswith("…")
    assert len(said) < 400


@given(st.text(), st.text())
def test_a_snippet_never_fails(text: str, typed: str) -> None:
    words = tuple(stem(one) for one in understood(typed).words)
    assert "<script" not in snippet(text + "<script", words)
