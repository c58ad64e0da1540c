"""Reads of the public pages: the numbers to ring, and the glossary. No database."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kith.web.public.hours import Contacts, ContactsError, read_contacts


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


_log = logging.getLogger(__name__)

PACKAGE = Path(__file__).parents[2]
GLOSSARIES = (PACKAGE / "GLOSSARY.md", PACKAGE.parents[1] / "GLOSSARY.md")
"""Where the glossary stands: beside the installed package, or in the repository."""


def contacts(viewer: Viewer) -> Contacts | None:  # noqa: ARG001 - every read takes it
    """The partnership's numbers; None where they are not set up."""
    try:
        return read_contacts(Path(settings.KITH_CONTACTS))
    except ContactsError as fault:
        # A partnership that made a slip in its file must be able to find out.
        if Path(settings.KITH_CONTACTS).exists():
            _log.warning("%s", fault)
        return None


def glossary(viewer: Viewer) -> str:  # noqa: ARG001 - every read takes it
    """The glossary's Markdown; empty where it is not installed."""
    for path in GLOSSARIES:
        if path.is_file():
            return path.read_text("utf-8")
    return ""
