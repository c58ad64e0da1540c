"""A return's folder and its ``return.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.evidence.invent.writing.extracts import Extract, extract


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


COUNCIL = "north-somerset-council"
POLICE = "avon-and-somerset-police"
HEALTH = "local-nhs"
STATISTICS = "ons"
AGENCIES = {
    COUNCIL: "North Somerset Council",
    POLICE: "Avon and Somerset Police",
    HEALTH: "The local NHS",
    STATISTICS: "Office for National Statistics",
}
AGREEMENTS = {
    COUNCIL: "Invented sharing agreement 1, signed 2019-09-30",
    POLICE: "Invented sharing agreement 2, signed 2019-09-30",
    HEALTH: "Invented sharing agreement 3, signed 2019-09-30",
    STATISTICS: "published statistics",
}
COUNTED_AT_HOME = "none is needed: figures counted at home, of no child"


@dataclass(frozen=True)
class ReturnPlan:
    """A return to be written: a feed's extract by an agency."""

    feed: str
    agency: str
    extract: Extract
    prefix: str = ""

    @property
    def folder(self) -> str:
        """The folder's name, such as ``annex-a-2019-11-to-2020-04``."""
        named = self.prefix or self.feed.replace("_", "-")
        return f"{named}-{self.extract.words}"


def planned(
    feed: str, agency: str, *windows: tuple[str, str], prefix: str = ""
) -> list[ReturnPlan]:
    """One return a window."""
    return [ReturnPlan(feed, agency, extract(*window), prefix) for window in windows]


def open_return(returns: Path, plan: ReturnPlan, *, area: str | Sequence[str]) -> Path:
    """The return's folder, made, with its head in it."""
    told = [area] if isinstance(area, str) else area
    codes = ", ".join(f'"{code}"' for code in told)
    folder = returns / plan.folder
    folder.mkdir(parents=True)
    window = plan.extract.window
    folder.joinpath("return.toml").write_text(
        f'feed = "{plan.feed}"\n'
        f'agency = "{plan.agency}"\n'
        f"area = {codes if len(told) == 1 else f'[{codes}]'}\n"
        f"from = {window.first}\n"
        f"to = {window.last}\n"
        f"extracted_on = {plan.extract.taken_on}\n"
        f'agreement = "{AGREEMENTS.get(plan.agency, COUNTED_AT_HOME)}"\n',
        encoding="utf-8",
    )
    return folder
