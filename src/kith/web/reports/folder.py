"""Where a report's narrative stands: the partnership's own folder, or the example's."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


EXAMPLE = Path("north_somerset") / "report"


class NarrativeMissingError(LookupError):
    """There is no narrative for this edition; the sentence says what to do."""


def report_folder(*, home: Path, invented: bool) -> Path:
    """The folder of the plan and its narrative.

    A real edition takes only its partnership's own words, from ``report`` in Kith's
    home: the example's narrative tells of an invented year and must never stand
    beside real figures.

    Raises:
        NarrativeMissingError: no narrative stands where it is looked for.
    """
    own = home / "report"
    looked_in: list[Path] = [own, *(_examples() if invented else [])]
    for folder in looked_in:
        if (folder / "plan.toml").is_file():
            return folder
    raise NarrativeMissingError(
        f"the annual report has no narrative: put plan.toml and its chapters in {own}"
    )


def _examples() -> list[Path]:
    beside = Path(__file__).resolve().parents[4] / "examples" / EXAMPLE
    packaged = find_spec("kith_examples")
    roots = list(packaged.submodule_search_locations or []) if packaged else []
    return [beside, *(Path(root) / EXAMPLE for root in roots)]
