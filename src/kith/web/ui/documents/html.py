"""Writes a document as HTML with GOV.UK's classes: contents, and a body.

The page around it is the site's, or `file_html` for a file that stands alone.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from kith.domain.vocabulary.periods import say_day
from kith.web.ui.charts.figure import figure
from kith.web.ui.documents.blocks import (
    INVENTED,
    Block,
    Callout,
    ChartBlock,
    Computed,
    Contents,
    Document,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    counting_anchor,
    headings,
    words_of,
)


Counting = Callable[[str], str]
"""Where a computed number leads: from what it counts to an address."""

_SIZES = {1: "l", 2: "m", 3: "s"}


def own_counting(counts: str) -> str:
    """A number leads to its counting inside the same document."""
    return f"#{counting_anchor(counts)}"


def contents_html(document: Document, *, depth: int = 1) -> Markup:
    """The chapters as an ordered list of links."""
    items = Markup("").join(
        Markup('<li><a class="govuk-link" href="#{}">{}</a></li>').format(
            heading.anchor, words_of(heading.inside)
        )
        for heading in headings(document.blocks)
        if heading.level <= depth
    )
    return Markup("<ol>{}</ol>").format(items)


def body_html(document: Document, *, counting: Counting = own_counting) -> Markup:
    """The document's blocks; its own title is the page's, so chapters are h2."""
    return _blocks(document.blocks, counting)


def report_html(document: Document, *, counting: Counting = own_counting) -> Markup:
    """The whole document: contents at the side, title, body."""
    return Markup(
        '<h1 class="govuk-heading-xl kith-report__title">{title}</h1>'
        '<p class="govuk-body-l kith-report__subtitle">{subtitle}. {author}, {day}.</p>'
        '<div class="kith-report"><nav class="kith-report__contents" '
        'aria-labelledby="contents"><h2 class="govuk-heading-s" id="contents">Contents'
        '</h2>{contents}</nav><div class="kith-report__body">{body}</div></div>'
    ).format(
        contents=contents_html(document),
        title=document.title,
        subtitle=document.subtitle,
        author=document.author,
        day=say_day(document.dated),
        body=body_html(document, counting=counting),
    )


def file_html(document: Document, *, style: str) -> str:
    """One file that stands alone: style inside, numbers counted inside."""
    banner = Markup(
        '<div class="kith-invented"><p class="govuk-width-container '
        'kith-invented__words">{}</p></div>'
    ).format(INVENTED)
    return str(
        Markup(
            '<!DOCTYPE html>\n<html lang="{language}" class="govuk-template">\n<head>'
            '<meta charset="utf-8"><meta name="viewport" '
            'content="width=device-width, initial-scale=1"><title>{title}</title>'
            "<style>{style}</style></head>\n"
            '<body class="govuk-template__body">{banner}'
            '<main class="govuk-width-container govuk-main-wrapper">{report}</main>'
            "</body>\n</html>\n"
        ).format(
            language=f"{document.language}-{document.region}",
            title=document.title,
            style=Markup(style.replace("</", r"<\/")),  # noqa: S704 - our own style sheet
            banner=banner if document.invented else "",
            report=report_html(document),
        )
    )


def _blocks(blocks: tuple[Block, ...], counting: Counting) -> Markup:
    return Markup("\n").join(_block(block, counting) for block in blocks)


def _block(block: Block, counting: Counting) -> Markup:  # noqa: C901 - one case a kind of block
    match block:
        case Heading():
            return _heading(block, counting)
        case Paragraph():
            return Markup('<p class="govuk-body">{}</p>').format(
                _inline(block.inside, counting)
            )
        case Items():
            return _items(block, counting)
        case Table():
            return _table(block, counting)
        case ChartBlock():
            return figure(block.chart)
        case Callout():
            return _callout(block, counting)
        case Contents():
            return Markup("")
        case PageBreak():
            return Markup('<div class="kith-report__page-break"></div>')


def _heading(block: Heading, counting: Counting) -> Markup:
    return Markup(
        '<h{level} class="govuk-heading-{size}" id="{anchor}">{words}</h{level}>'
    ).format(
        level=min(block.level + 1, 6),
        size=_SIZES.get(block.level, "s"),
        anchor=block.anchor,
        words=_inline(block.inside, counting),
    )


def _items(block: Items, counting: Counting) -> Markup:
    tag, kind = ("ol", "number") if block.ordered else ("ul", "bullet")
    items = Markup("").join(
        Markup("<li>{}</li>").format(_item(item, counting)) for item in block.items
    )
    return Markup(
        '<{tag} class="govuk-list govuk-list--{kind}">{items}</{tag}>'
    ).format(
        tag=Markup(tag),  # noqa: S704 - ol or ul
        kind=kind,
        items=items,
    )


def _item(item: tuple[Block, ...], counting: Counting) -> Markup:
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return _inline(item[0].inside, counting)
    return _blocks(item, counting)


def _table(block: Table, counting: Counting) -> Markup:
    head = Markup("").join(
        Markup('<th scope="col" class="govuk-table__header{}">{}</th>').format(
            " govuk-table__header--numeric" if is_number else "", words
        )
        for words, is_number in zip(block.header, block.numeric, strict=True)
    )
    rows = Markup("").join(_row(row, block.numeric, counting) for row in block.rows)
    return Markup(
        '<div class="kith-report__table" tabindex="0" role="region" '
        'aria-label="{caption}"><table class="govuk-table">'
        '<caption class="govuk-table__caption govuk-table__caption--s">{caption}'
        '</caption><thead class="govuk-table__head"><tr class="govuk-table__row">{head}'
        '</tr></thead><tbody class="govuk-table__body">{rows}</tbody></table></div>'
    ).format(caption=block.caption, head=head, rows=rows)


def _row(
    row: tuple[tuple[Inline, ...], ...], numeric: tuple[bool, ...], counting: Counting
) -> Markup:
    name = Markup('<th scope="row" class="govuk-table__header">{}</th>').format(
        _inline(row[0], counting)
    )
    cells = Markup("").join(
        Markup('<td class="govuk-table__cell{}">{}</td>').format(
            " govuk-table__cell--numeric" if is_number else "", _inline(cell, counting)
        )
        for cell, is_number in zip(row[1:], numeric[1:], strict=True)
    )
    return Markup('<tr class="govuk-table__row">{}{}</tr>').format(name, cells)


def _callout(block: Callout, counting: Counting) -> Markup:
    title = Markup("")
    if block.title:
        title = Markup('<p class="govuk-body"><strong>{}</strong></p>').format(
            block.title
        )
    return Markup('<div class="kith-report__callout">{}{}</div>').format(
        title, _blocks(block.inside, counting)
    )


def _inline(inside: tuple[Inline, ...], counting: Counting) -> Markup:
    return Markup("").join(_span(part, counting) for part in inside)


def _span(part: Inline, counting: Counting) -> Markup:
    match part:
        case Text():
            return Markup("{}").format(part.words)
        case Strong():
            return Markup("<strong>{}</strong>").format(_inline(part.inside, counting))
        case Emphasis():
            return Markup("<em>{}</em>").format(_inline(part.inside, counting))
        case Link():
            return Markup('<a class="govuk-link" href="{}">{}</a>').format(
                part.address, _inline(part.inside, counting)
            )
        case Computed():
            return Markup('<a class="kith-computed" href="{}">{}</a>').format(
                counting(part.counts), part.words
            )
