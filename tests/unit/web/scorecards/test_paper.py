"""A brief holds one page, whatever stands on its scorecard."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace as Some

from kith.domain.vocabulary.figures import Figure, Kind, Status, Unit
from kith.domain.vocabulary.periods import Period
from kith.web.scorecards.presenters.entries import entry_of
from kith.web.scorecards.presenters.paper import Paper, brief_document
from kith.web.scorecards.presenters.records import EntryPart, QuestionPart, Word
from kith.web.scorecards.values import Shown
from kith.web.ui.documents.blocks import Paragraph, Text
from kith.web.ui.documents.pdf import pages_of


PERIOD = Period(date(2019, 11, 1), date(2020, 12, 31))
LONG = "Share of initial conferences within 15 working days of the strategy discussion"


def _part(number: int) -> EntryPart:
    figure = Figure(
        measure=f"m{number}",
        area="E06000024",
        period=PERIOD,
        breakdown=(),
        numerator=6,
        denominator=8,
        value=Decimal(75),
        unit=Unit.PER_CENT,
        status=Status.SHOWN,
    )
    shown = Shown(
        measure=f"m{number}",
        title=f"{LONG} {number}",
        unit=Unit.PER_CENT,
        kind=Kind.RATIO,
        definition="",
        denominator="conferences",
        carries_over=False,
        figure=figure,
    )
    entry = entry_of(shown, place="North Somerset", period=PERIOD)
    word = Word(
        "An agency with a long name, Somebody, 15 January 2021", *("so " * 400,) * 3
    )
    return EntryPart(entry, (word,))


def test_the_largest_brief_is_one_page() -> None:
    card = Some(
        title=LONG,
        area=Some(name="North Somerset"),
        body=Some(name="Quality assurance"),
        reference="SCORECARD/QUALITY-ASSURANCE/2021/01",
        version=1,
        state="DRAFT",
        first_on=PERIOD.first,
        last_on=PERIOD.last,
        agreed_at=None,
    )
    action = Some(
        reference="QUALITY-ASSURANCE/2021/01",
        wording="Find out why, and change what delays it. " * 4,
        owner_organisation=Some(name="Avon and Somerset Police"),
        due_on=datetime(2021, 4, 30, tzinfo=UTC).date(),
    )
    questions = (QuestionPart(1, "?", (), tuple(_part(n) for n in range(30))),)
    paper = Paper(
        scorecard=card,  # type: ignore[arg-type] # all that a document asks of one
        edition_words="",
        dated=date(2021, 1, 15),
        invented=True,
        questions=questions,
        actions=[action] * 9,  # type: ignore[list-item] # the same
        meeting="For the meeting of Quality assurance on 10 February 2021.",
    )
    made = brief_document(paper)
    assert pages_of(made) == 1
    left = [
        block.inside[0].words
        for block in made.blocks
        if isinstance(block, Paragraph) and isinstance(block.inside[0], Text)
    ]
    assert [words for words in left if "more on the scorecard itself" in words] == [
        "24 more on the scorecard itself.",
        "28 more on the scorecard itself.",
        "7 more on the scorecard itself.",
    ]


def test_a_share_of_few_says_how_much_one_child_moves_it() -> None:
    said = _part(1).entry.sentences
    assert "It rests on few: 6 of 8. One more or one fewer moves it by 12.5" in said[0]
