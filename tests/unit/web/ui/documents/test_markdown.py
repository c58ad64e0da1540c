"""Narrative becomes blocks; its places are filled, or named with their line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kith.web.ui.documents.blocks import (
    Block,
    Callout,
    Computed,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
    words_of,
)
from kith.web.ui.documents.html import body_html
from kith.web.ui.documents.markdown import (
    NarrativeError,
    NoPlaces,
    UnknownPlaceError,
    read_narrative,
)
from tests.unit.web.ui.documents.samples import NUMBERS, document


class Figures:
    """Two places: a figure in a sentence, a table on its own line."""

    def inline(self, words: str) -> tuple[Inline, ...]:
        if words != "figure referrals":
            raise UnknownPlaceError("there is no such figure")
        return (Computed("906", "referrals"),)

    def block(self, words: str) -> tuple[Block, ...]:
        return (NUMBERS,) if words == "table" else (Paragraph(self.inline(words)),)


def read(text: str) -> tuple[Block, ...]:
    return read_narrative(text, name="year.md", places=Figures())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A title", Heading(1, (Text("A title"),), "a-title")),
        ("plain", Paragraph((Text("plain"),))),
        ("**strong**", Paragraph((Strong((Text("strong"),)),))),
        ("*soft*", Paragraph((Emphasis((Text("soft"),)),))),
        ("[here](#there)", Paragraph((Link((Text("here"),), "#there"),))),
        ("<b>raw</b>", Paragraph((Text("<b>raw</b>"),))),
        ("> mind", Callout("", (Paragraph((Text("mind"),)),))),
        ("- a", Items((((Paragraph((Text("a"),)),)),))),
        ("{{ table }}", NUMBERS),
        (
            "There were {{ figure referrals }}.",
            Paragraph((Text("There were "), Computed("906", "referrals"), Text("."))),
        ),
        (
            "**{{figure referrals}}**",
            Paragraph((Strong((Computed("906", "referrals"),)),)),
        ),
    ],
)
def test_markdown_and_the_block_it_becomes(text, expected) -> None:
    assert read(text) == (expected,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{{ figure referals }}", 1),
        ("# Title\n\nText.\n\nThere were\nmany {{ figure referals }}.", 6),
        ("- one\n- two {{ figure referals }}", 2),
        ("{{ chart }}", 1),
    ],
)
def test_an_unknown_place_names_the_file_and_the_line(text, line) -> None:
    with pytest.raises(NarrativeError, match=rf"year\.md, line {line}: the place"):
        read(text)


def test_without_places_every_place_is_unknown() -> None:
    with pytest.raises(NarrativeError, match="there is nothing called 'figure x'"):
        read_narrative("{{ figure x }}", name="a.md", places=NoPlaces())


def test_a_script_address_is_no_link() -> None:
    shown = body_html(document(*read("[x](javascript:alert(1))")))
    assert "href" not in shown


def plain_words(blocks: tuple[Block, ...]) -> str:
    said = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                said.append(words_of(block.inside))
            case Callout():
                said.append(plain_words(block.inside))
            case Items():
                said.extend(plain_words(item) for item in block.items)
            case Table():
                said.append(block.caption)
            case _:
                pass
    return " ".join(said)


WORDS = st.text("abcdefghij KLM#*_[]()<>!`~-+.>\n\\\"'&|=:1234", max_size=200)


@given(text=WORDS)
@example(text="#\n\n######## deep\n\n1. a\n   - b\n\n     c")
@example(text="[a][b]\n\n[b]: /there 'title'")
def test_no_markdown_is_refused(text) -> None:
    blocks = read_narrative(text, name="a.md", places=NoPlaces())
    assert isinstance(body_html(document(*blocks)), str)


@given(words=st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=12), kind=st.sampled_from(["{}", "# {}", "- {}", "> {}", "**{}**", "1. {}", "`{}`"]))  # fmt: skip
def test_no_word_is_lost(words, kind) -> None:
    text = "\n\n".join(kind.format(word) for word in words)
    blocks = read_narrative(text, name="a.md", places=NoPlaces())
    assert plain_words(blocks).split() == words
