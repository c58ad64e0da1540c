"""How every action begins: who, when, allowed or not; one transaction, one event."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from kith.web.access.refusals import refuse_if
from kith.web.audit.recording import recorded


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from kith.web.access.viewer import Viewer
    from kith.web.audit.recording import Recording


@contextmanager
def writing(
    *, viewer: Viewer, at: datetime, verb: str, purpose: str = ""
) -> Iterator[Recording]:
    """Open the action's transaction and its event, in the viewer's name.

    Raises:
        RefusedError: nobody is signed in.
    """
    refuse_if("" if viewer.is_signed_in else "Sign in first.")
    with recorded(actor=viewer.actor, at=at, verb=verb, purpose=purpose) as event:
        yield event
