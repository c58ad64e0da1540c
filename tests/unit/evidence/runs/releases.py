"""A store to release from, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kith.contracts.commands.releases import ReleaseAnswer, ReleaseRequest
from kith.contracts.published.edition import edition_to_json
from kith.domain.rules.disclosure import RULE_SETS
from kith.evidence.disclosure import release
from kith.evidence.publish.figures import write_figures
from kith.evidence.runs import releasing
from kith.evidence.store.layout import StoreLayout
from tests.lib.published_store import edition
from tests.lib.reference import facts as f
from tests.lib.reference.stores import store_of


if TYPE_CHECKING:
    from pathlib import Path

    from kith.evidence.store.fact_store import FactStore


AT = datetime(2021, 1, 20, 9, tzinfo=UTC)
JAN, MAR, SEP, DEC = (
    date(2020, 1, 1),
    date(2020, 3, 31),
    date(2020, 9, 30),
    date(2020, 12, 31),
)
OCT = date(2020, 10, 1)


@dataclass
class Desk:
    """A store and its ledger, with the steps as one line each."""

    store: FactStore
    layout: StoreLayout

    def ask(self, first: date, last: date, **more: object) -> ReleaseAnswer:
        asked = ReleaseRequest(
            measures=("referrals",), areas=(f.AREA,), first=first, last=last
        )
        return self.propose(replace(asked, **more))

    def propose(self, request: ReleaseRequest) -> ReleaseAnswer:
        return releasing.propose(self.store, self.layout, request, at=AT)

    def approve(self, name: str) -> ReleaseAnswer:
        return releasing.approve(
            lambda _: self.store, self.layout, name, by="A chair", at=AT
        )

    def withdraw(self, name: str) -> None:
        releasing.withdraw(self.layout, name, by="", because="Wrong period.", at=AT)

    def release(self, first: date, last: date, **more: object) -> ReleaseAnswer:
        answer = self.ask(first, last, **more)
        assert answer.decision == "may_be_approved", answer
        return self.approve(answer.release)

    def states(self) -> list[str]:
        return [release.state for release in releasing.listed(self.layout)]

    def counted_from(self, digest: str) -> None:
        """The store's edition has other inputs from now on."""
        assert self.store.public is not None
        about = edition(inputs_digest=digest)
        (self.store.public / "edition.json").write_text(edition_to_json(about))


def desk(folder: Path, referrals: dict[tuple[int, str], int]) -> Desk:
    """So many referrals of 2020 by month and sex."""
    store = store_of(
        f.Referral(child=f"{month}{sex}{n}", sex=sex, referred_on=date(2020, month, 9))
        for (month, sex), number in referrals.items()
        for n in range(number)
    )
    store.public = folder / "public"
    store.public.mkdir()
    write_figures(store.public, release([], RULE_SETS["dfe"]))
    made = Desk(store, StoreLayout(folder))
    made.counted_from("0" * 64)
    return made
