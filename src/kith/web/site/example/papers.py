"""The example's papers: short, invented, and accessible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.markings import Marking
from kith.web.documents.actions import About, add_document
from kith.web.documents.files import accepted
from kith.web.groups.actions.agendas import add_paper
from kith.web.site.example.beginning import MANAGER
from kith.web.ui.documents.blocks import Document as Paper
from kith.web.ui.documents.blocks import Paragraph, Text
from kith.web.ui.documents.pdf import pdf


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.groups.models import AgendaItem
    from kith.web.site.example.timeline import Timeline


def table_paper(timeline: Timeline, item: AgendaItem, words: str, at: datetime) -> None:
    """The item has its paper, under the item's own marking."""
    manager = timeline.viewer(MANAGER, at)
    document = add_document(
        viewer=manager,
        at=at,
        about=About(
            title=item.title,
            marking=Marking(item.marking),
            owner=timeline.find("person", MANAGER),
            body=item.meeting.body_id,
            dated_on=at.date(),
        ),
        file=accepted(_written(item, words, at)),
    )
    add_paper(viewer=manager, at=at, item=item.pk, document=document)


def _written(item: AgendaItem, words: str, at: datetime) -> bytes:
    return pdf(
        Paper(
            title=item.title,
            subtitle=item.cover,
            author=item.meeting.body.name,
            dated=at.date(),
            invented=True,
            blocks=(Paragraph((Text(words),)),),
        )
    )
