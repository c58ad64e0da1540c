"""A released edition in public: a folder of its own, and the link that readers follow.

The folder stands before the ledger says so, and the link moves after: a step killed in
between shows the public nothing that was not approved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.releases import ReleaseRequest
from kith.contracts.published.ledger import Happened
from kith.evidence.publish.edition import write_public_edition
from kith.evidence.publish.ledger import digest_of_table
from kith.evidence.runs.outcome import WrongRequestError
from kith.evidence.store.editions import (
    finish_publication,
    show_publication,
    unfinished_publication,
)


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.evidence.publish.ledger import Release
    from kith.evidence.runs.judging import Bench
    from kith.evidence.store.layout import StoreLayout


def prepare(layout: StoreLayout, bench: Bench, release: Release) -> None:
    """What the public will see of the release's edition stands ready, if it has one.

    Raises:
        WrongRequestError: the edition was built again since it was proposed.
    """
    if "edition" not in release.table.asked:
        return
    public = bench.store.public
    assert public is not None
    table = release.table
    request = ReleaseRequest(
        edition=table.edition,
        left_out=tuple(
            tuple(cells.items()) for cells in table.asked.get("leave_out", ())
        ),
        hides_more=table.asked.get("hide_more", False),
    )
    again = None
    if not request.is_as_built:
        again = bench.printed(request, bench.counted(request))
    digest = digest_of_table(
        again.content if again else bench.as_built(),
        audience=table.audience,
        rule_set=table.rule_set,
        provisional=bench.is_provisional(request),
    )
    if digest != release.digest:
        raise WrongRequestError(
            f"edition {table.edition} was built again since {release.name} was "
            "proposed, or something else released, and prints other figures: propose "
            "it anew"
        )
    unfinished = unfinished_publication(layout)
    write_public_edition(unfinished, public, release.name, again)
    finish_publication(layout, unfinished, release.name)


def show(layout: StoreLayout, known: Mapping[str, Release]) -> None:
    """Readers see the edition that was approved last and is not withdrawn."""
    approved = [
        (event.at, release.name)
        for release in known.values()
        if release.state is Happened.APPROVED and "edition" in release.table.asked
        for event in release.events
        if event.happened is Happened.APPROVED
    ]
    show_publication(layout, max(approved)[1] if approved else None)
