"""The annual report: plan, narrative and figures made into one document.

In: a plan folder and an edition. Out: a document. What can go wrong: a place of the
narrative that nothing can fill, said with its file and line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import say_day
from kith.web.reports.places import ReportPlaces
from kith.web.reports.plan import read_chapter, read_plan
from kith.web.ui.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    Text,
    anchor_of,
    well_nested,
)
from kith.web.ui.documents.markdown import read_narrative


if TYPE_CHECKING:
    from pathlib import Path

    from kith.contracts.published.edition import Edition
    from kith.web.reports.plan import Chapter, Plan
    from kith.web.reports.sources import FigureSource


def annual_report(
    folder: Path, source: FigureSource, *, is_strict: bool = True
) -> Document:
    """The annual report of an edition, told by the narrative in a folder.

    Raises:
        PlanError: the plan or a chapter cannot be read.
        NarrativeError: a place of the narrative cannot be filled.
    """
    plan = read_plan(folder)
    places = ReportPlaces(plan, source, is_strict)
    blocks: list[Block] = [Contents("Contents")]
    for chapter in plan.chapters:
        blocks += _chapter(plan, chapter, places)
    edition = source.edition
    return Document(
        title=plan.title,
        subtitle=_subtitle(plan, edition),
        author=edition.partnership,
        dated=edition.stands_on,
        invented=edition.invented,
        blocks=well_nested(blocks),
    )


def _subtitle(plan: Plan, edition: Edition) -> str:
    told = f"{plan.subtitle}: {edition.period}"
    if not edition.provisional:
        return told
    return f"{told}. Provisional figures, as at {say_day(edition.stands_on)}"


def _chapter(plan: Plan, chapter: Chapter, places: ReportPlaces) -> list[Block]:
    told = read_narrative(read_chapter(plan, chapter), name=chapter.file, places=places)
    title = Heading(1, (Text(chapter.title),), anchor_of(chapter.title))
    return [title, *(_below_chapter(block) for block in told)]


def _below_chapter(block: Block) -> Block:
    # The chapter's own title comes from the plan, so a heading of its file is below it.
    if isinstance(block, Heading):
        return Heading(max(block.level, 2), block.inside, block.anchor)
    return block
