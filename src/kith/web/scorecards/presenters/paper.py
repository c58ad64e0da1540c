"""A group's scorecard as a document, of which the page, the PDF and Word are written.

One model, three writers: what a member reads on paper is what stood on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import Period, say_day
from kith.web.scorecards.presenters.records import standing
from kith.web.ui.charts.limits import has_limits, signals
from kith.web.ui.documents.blocks import (
    Block,
    Callout,
    ChartBlock,
    Computed,
    Document,
    Heading,
    Items,
    Paragraph,
    Strong,
    Table,
    Text,
    anchor_of,
    counting_anchor,
    well_nested,
)
from kith.web.ui.documents.pdf import pages_of


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kith.web.actions.models import Action
    from kith.web.priorities.models import Priority
    from kith.web.scorecards.models import Scorecard
    from kith.web.scorecards.presenters.entries import Entry
    from kith.web.scorecards.presenters.records import QuestionPart, Word
    from kith.web.ui import charts


@dataclass(frozen=True)
class Fit:
    """How much a brief holds: figures, agencies' words, actions, and letters of each."""

    figures: int
    words: int
    actions: int
    letters: int


LONGEST_WORDING = 4000
FITS = (Fit(12, 4, 3, 260), Fit(8, 3, 3, 180), Fit(6, 2, 2, 120), Fit(4, 1, 1, 80))
"""Tried in turn until the brief is one page; what it leaves out, it counts."""


@dataclass(frozen=True)
class Paper:
    """What a document of a scorecard is made of."""

    scorecard: Scorecard
    edition_words: str
    dated: date
    invented: bool
    questions: tuple[QuestionPart, ...]
    actions: Sequence[Action] = ()
    priorities: Sequence[Priority] = ()
    meeting: str = ""


def scorecard_document(paper: Paper) -> Document:
    """The whole scorecard."""
    blocks = [
        Paragraph((Text(paper.edition_words),)),
        *question_blocks(paper.questions),
        *_led_to(paper),
        *_counting(paper.questions),
    ]
    return _document(paper, blocks)


def question_blocks(questions: Sequence[QuestionPart]) -> tuple[Block, ...]:
    """Question by question: the figures, and what agencies say of them."""
    return well_nested([block for one in questions for block in _question(one)])


def brief_document(paper: Paper) -> Document:
    """One page for an agenda item: the figures, the words, and what is asked."""
    tried = (_document(paper, [*_brief(paper, fit)]) for fit in FITS)
    return next((made for made in tried if pages_of(made) == 1), _least(paper))


def _least(paper: Paper) -> Document:
    return _document(paper, [*_brief(paper, FITS[-1])])


def _document(paper: Paper, blocks: list[Block]) -> Document:
    one = paper.scorecard
    words, _ = standing(one)
    period = Period(one.first_on, one.last_on)
    return Document(
        title=one.title,
        subtitle=f"{one.area.name}, {period}. {one.reference}, version {one.version}: "
        f"{words.lower()}",
        author=one.body.name,
        dated=paper.dated,
        invented=paper.invented,
        blocks=well_nested(blocks),
        is_short=True,
    )


def _question(one: QuestionPart) -> Iterator[Block]:
    yield Heading(1, (Text(one.words),), f"question-{one.number}")
    for word in one.said:
        yield _callout(word)
    for part in one.entries:
        entry = part.entry
        yield Heading(2, (Text(entry.title),), f"figure-{anchor_of(entry.code)}")
        yield Paragraph(
            (Strong((Computed(entry.words, entry.code),)), Text(f", {entry.when}."))
        )
        for sentence in entry.sentences:
            yield Paragraph((Text(sentence),))
        if entry.chart is not None:
            yield ChartBlock(entry.chart)
        for word in part.said:
            yield _callout(word)


def _callout(word: Word) -> Callout:
    said = (("What", word.what), ("So what", word.so_what), ("Now what", word.now_what))
    return Callout(
        word.who,
        tuple(
            Paragraph((Strong((Text(f"{name}: "),)), Text(words)))
            for name, words in said
        ),
    )


def _led_to(paper: Paper) -> Iterator[Block]:
    """The actions that came of it, and the priorities that it shows."""
    if not paper.actions and not paper.priorities:
        return
    yield Heading(1, (Text("What it leads to"),), "leads-to")
    if paper.actions:
        yield _actions(paper.actions)
    if paper.priorities:
        yield Paragraph((Text("It shows these priorities:"),))
        yield Items(tuple((Paragraph((Text(one.title),)),) for one in paper.priorities))


def _actions(actions: Sequence[Action], letters: int = LONGEST_WORDING) -> Table:
    return Table(
        caption="Actions from this scorecard",
        header=("Action", "What", "Who", "Due"),
        rows=tuple(
            (
                (Text(one.reference),),
                (Text(_cut(one.wording, letters)),),
                (Text(one.owner_organisation.name),),
                (Text(say_day(one.due_on)),),
            )
            for one in actions
        ),
        numeric=(False, False, False, False),
        widths=(3, 6, 3, 2),
    )


def _counting(questions: Sequence[QuestionPart]) -> Iterator[Block]:
    yield Heading(1, (Text("How the figures are counted"),), "counting")
    for entry in _entries(questions):
        yield Heading(2, (Text(entry.title),), counting_anchor(entry.code))
        yield Paragraph((Text(entry.definition or "It is not in the edition."),))


def _entries(questions: Sequence[QuestionPart]) -> list[Entry]:
    return [part.entry for one in questions for part in one.entries]


def _brief(paper: Paper, fit: Fit) -> Iterator[Block]:
    if paper.meeting:
        yield Paragraph((Text(paper.meeting),))
    entries = _entries(paper.questions)
    yield Heading(1, (Text("The figures"),), "figures")
    yield Table(
        caption="Figures, and whether they changed by more than chance",
        header=("Figure", "Value", "More than chance?"),
        rows=tuple(_row(entry) for entry in entries[: fit.figures]),
        numeric=(False, False, False),
        widths=(5, 4, 6),
    )
    yield from _left_out(entries, fit.figures)
    said = [*_every_word(paper.questions)]
    if said:
        yield Heading(1, (Text("What agencies say"),), "words")
        yield Items(
            tuple((Paragraph(_short(word, fit.letters)),) for word in said[: fit.words])
        )
        yield from _left_out(said, fit.words)
    if paper.actions:
        yield Heading(1, (Text("What it led to so far"),), "leads-to")
        yield _actions(paper.actions[: fit.actions], fit.letters)
        yield from _left_out(paper.actions, fit.actions)
    yield Heading(1, (Text("What the group is asked"),), "asked")
    yield Paragraph((Text(_ask(paper)),))


def _left_out(all_of_them: Sequence[object], held: int) -> Iterator[Block]:
    left = len(all_of_them) - held
    if left > 0:
        yield Paragraph((Text(f"{left} more on the scorecard itself."),))


def _row(entry: Entry) -> tuple[tuple[Text | Computed, ...], ...]:
    return (
        (Text(entry.title),),
        (Text(entry.words),),
        (Text(moved(entry)),),
    )


def moved(entry: Entry) -> str:
    """Whether its months changed by more than chance, in a few words."""
    chart = entry.chart
    if chart is None:
        return "No months are published"
    if chart.carries_over:
        return "Not asked: the same children are counted again each month"
    if not has_limits(chart):
        return "Too few months to tell"
    marks = signals(chart)
    if not marks:
        return "No"
    named = [f"{chart.points[i].label}, {marks[i].value}" for i in sorted(marks)]
    shown = "; ".join(named[:2])
    return f"Yes: {shown}" + (f"; {len(named) - 2} more" if len(named) > 2 else "")


def _every_word(questions: Sequence[QuestionPart]) -> Iterator[Word]:
    for one in questions:
        yield from one.said
        for part in one.entries:
            yield from part.said


def _short(word: Word, letters: int) -> tuple[Strong | Text, ...]:
    return Strong((Text(f"{word.who}: "),)), Text(_cut(word.now_what, letters))


def _cut(words: str, letters: int) -> str:
    if len(words) <= letters:
        return words
    return f"{words[:letters].rsplit(' ', 1)[0]} …"


def _ask(paper: Paper) -> str:
    if paper.scorecard.agreed_at is not None:
        return "What does the group do next, now that it has agreed these figures?"
    return (
        "To say what it makes of these figures, to agree the scorecard, and to decide "
        "what it leads to."
    )


def chart_of(questions: Sequence[QuestionPart], code: str) -> charts.RunChart | None:
    """The chart of one figure on it."""
    for entry in _entries(questions):
        if entry.code == code:
            return entry.chart
    return None
