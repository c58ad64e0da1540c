"""The copy of "Worried about a child?" that a proxy serves when the site is down.

One file without script, style sheet or font to fetch. It lists hours and never says
which number is open now, since nobody knows when it will be read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from kith.web.access.viewer import Viewer
from kith.web.public import presenters, queries


if TYPE_CHECKING:
    from datetime import datetime


STYLE = Path(__file__).with_name("static_copy.css")


def worried_copy(*, at: datetime, invented: bool) -> str:
    """The page as one file; ``at`` decides only whether the numbers were checked."""
    contacts = queries.contacts(Viewer.public())
    page = render_to_string(
        "public/worried_copy.html",
        {
            "partnership": contacts.partnership if contacts else presenters.UNNAMED,
            "invented": invented,
            "contacts": contacts,
            "lines": presenters.ringing(contacts, None) if contacts else (),
            "is_live": False,
            "is_checked": contacts is None or contacts.is_checked_lately(at),
        },
    )
    # Inside the file, because there may be no server to fetch it from.
    style = f"<style>\n{STYLE.read_text('utf-8')}</style>\n  </head>"
    return page.replace("</head>", style, 1)


def write_worried_copy(path: Path, *, at: datetime, invented: bool) -> None:
    """Put the copy where the proxy looks for it, the old one standing until then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(worried_copy(at=at, invented=invented), encoding="utf-8")
    new.replace(path)
