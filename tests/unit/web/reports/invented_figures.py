"""An edition in memory that holds whatever the example's narrative asks for.

A fake of `kith.web.reports.sources.FigureSource`; that the real one answers alike is
shown in tests/integration/reports.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kith.contracts.published.edition import Edition, PublishedArea
from kith.domain.vocabulary.figures import Cell, Figure, Kind, Polarity, Status, Unit
from kith.domain.vocabulary.periods import Grain, Period
from kith.web.published.values import PublishedMeasure, PublishedSource
from kith.web.reports.folder import report_folder


PERIOD = Period(date(2019, 11, 1), date(2020, 12, 31))
AREA = PublishedArea("E06000024", "North Somerset")
AGES = ("unborn", "0", "1-4", "5-9", "10-15", "16-17", "not_known")
ETHNIC = ("white", "mixed", "asian", "black", "other", "not_known")


def example_folder(tmp_path):
    """The example's narrative."""
    return report_folder(home=tmp_path, invented=True)


def asked_for(folder) -> list[str]:
    """Every measure that the narrative and the snapshot name."""
    told = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.md")))
    named = re.findall(r"\{\{ (?:figure|chart) (\w+)", told)
    rows = re.findall(r'measure = "(\w+)"', (folder / "plan.toml").read_text("utf-8"))
    return list(dict.fromkeys([*rows, *named]))


def measure(code: str, position: int = 1, **changes: object) -> PublishedMeasure:
    """A measure of the catalogue."""
    is_share = code.endswith(("_share", "_timeliness"))
    told = {
        "position": position,
        "code": code,
        "title": code.replace("_", " ").capitalize(),
        "question": "help",
        "kind": Kind.TIMELINESS if is_share else Kind.FLOW,
        "unit": Unit.PER_CENT if is_share else Unit.EVENT,
        "polarity": Polarity.NEITHER,
        "definition": f"What counts as {code.replace('_', ' ')}.",
        "numerator": "those counted",
        "denominator": "all of them" if is_share else "",
        "rulebook": "wt-2018",
        "authority": "an invented source",
        "doubt": "",
        "supplied_by": ("annex_a",),
        "version": 1,
        "breaks": (),
        "is_process": False,
        "is_indicator": False,
        "carries_over": False,
    }
    return PublishedMeasure(**{**told, **changes})


def figure(code: str, value: int | None, **changes: object) -> Figure:
    """A figure of the whole period."""
    told = {
        "measure": code,
        "area": AREA.code,
        "period": PERIOD,
        "breakdown": (),
        "numerator": value,
        "denominator": None,
        "value": None if value is None else Decimal(value),
        "unit": Unit.EVENT,
        "status": Status.SUPPRESSED if value is None else Status.SHOWN,
    }
    return Figure(**{**told, **changes})


@dataclass
class InventedFigures:
    """Every measure asked for, with months, ages and ethnic groups."""

    codes: list[str]
    is_invented: bool = True
    totals: dict[str, Figure] = field(default_factory=dict)
    area: PublishedArea = AREA

    def __post_init__(self) -> None:
        chance = random.Random(906)
        for code in self.codes:
            self.totals.setdefault(code, figure(code, chance.randrange(20, 2000)))

    @property
    def edition(self) -> Edition:
        return Edition(
            name="2020-12-31",
            partnership="North Somerset Safeguarding Children Partnership",
            areas=(AREA,),
            period=PERIOD,
            rule_set="dfe",
            stands_on=date(2021, 1, 15),
            invented=self.is_invented,
            inputs_digest="0" * 64,
            released="example",
        )

    def catalogue(self) -> tuple[PublishedMeasure, ...]:
        return tuple(measure(code, n) for n, code in enumerate(self.codes))

    def figure(self, code: str) -> Figure | None:
        return self.totals.get(code)

    def breakdown(self, code: str, dimension: str) -> tuple[Figure, ...]:
        chance = random.Random(code + dimension)
        if dimension == "month":
            return tuple(
                figure(
                    code,
                    None if part.first.month == 8 else chance.randrange(40, 60),
                    period=part,
                    breakdown=(Cell("month", f"{part.first:%Y-%m}"),),
                )
                for part in PERIOD.parts(Grain.MONTH)
            )
        cells = {"age_band": AGES, "ethnicity": ETHNIC}.get(dimension, ())
        return tuple(
            figure(code, chance.randrange(0, 300), breakdown=(Cell(dimension, cell),))
            for cell in cells
        )

    def returns(self, code: str) -> tuple[PublishedSource, ...]:
        return (
            PublishedSource(
                "annex_a_2020_h2", "annex_a", "council", PERIOD, date(2021, 1, 8),
                1204, 3, 17,
            ),
        )  # fmt: skip
