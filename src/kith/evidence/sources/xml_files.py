"""XML, opened so that nothing outside the file is ever fetched or expanded.

No feed arrives as XML yet; the check stands before the refusal, so that a file
that tries to read other files is called what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from pathlib import Path


def check_xml(path: Path) -> str:
    """The root element's name, of a file that declares no entities.

    Only the beginning is read: up to the first element.
    """
    try:
        return _root(path)
    except etree.XMLSyntaxError as fault:
        raise _malformed(fault.lineno) from None


def _root(path: Path) -> str:
    with path.open("rb") as file:
        for _, element in etree.iterparse(
            file,
            events=("start",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        ):
            _refuse_doctype(element)
            return etree.QName(element).localname
    raise _malformed(None)


def _refuse_doctype(element: etree._Element) -> None:
    info = element.getroottree().docinfo
    if info.internalDTD is not None:
        raise Unreadable(
            "file.xml_entities",
            "the XML declares a document type, which can make a reader fetch or "
            "expand other files; nothing of it was followed",
            "Export it again without a DOCTYPE.",
        )


def _malformed(line: int | None) -> Unreadable:
    where = f" at line {line}" if line else ""
    return Unreadable(
        "file.xml_malformed",
        f"the XML is not well formed{where}",
        "Export it again; do not edit it by hand.",
    )
