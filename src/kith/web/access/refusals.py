"""How a refusal travels: a sentence for the person, the same 404 for the curious."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.http import Http404


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import Model, QuerySet


Row = TypeVar("Row", bound="Model")


class RefusedError(Exception):
    """The state of a record, or this person's place, does not allow the step.

    The message is one sentence that says why, fit for the screen.
    """


def refuse_if(why_not: str) -> None:
    """Stop here with the reason, where there is one.

    Raises:
        RefusedError: there is a reason.
    """
    if why_not:
        raise RefusedError(why_not)


def one_or_404(visible: QuerySet[Row], key: UUID) -> Row:
    """The row of a key among those that the viewer may see.

    Raises:
        Http404: not there, or not theirs: nobody can tell which.
    """
    found = visible.filter(pk=key).first()
    if found is None:
        raise Http404("nothing here for this viewer")
    return found


def locked(visible: QuerySet[Row], key: UUID) -> Row:
    """The row as it stands now, held until the transaction ends.

    Two people who press the same button at once are served one after the other, and
    the second meets the state that the first left.

    Raises:
        Http404: not there, or not theirs.
    """
    return one_or_404(visible.select_for_update(of=("self",)), key)
