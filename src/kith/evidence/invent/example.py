"""Writes the example partnership's returns: what every agency would have sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kith.evidence.invent.example_data import read_example
from kith.evidence.invent.partnership import invent
from kith.evidence.invent.region import Region
from kith.evidence.invent.targets import read_targets
from kith.evidence.invent.world import chance
from kith.evidence.invent.writing.annex_a import write_annex_a
from kith.evidence.invent.writing.council_files import (
    write_discussions,
    write_early_help,
    write_ehc_plans,
    write_home_education,
    write_lado,
    write_missing,
)
from kith.evidence.invent.writing.heads import (
    AGENCIES,
    COUNCIL,
    HEALTH,
    POLICE,
    STATISTICS,
    open_return,
    planned,
)
from kith.evidence.invent.writing.late_rows import late_rows
from kith.evidence.invent.writing.other_files import (
    write_counted_at_home,
    write_home_figures,
    write_police,
    write_population,
)
from kith.evidence.invent.writing.register import Register, Workers
from kith.evidence.invent.writing.untidy import Smudge, read_dirt


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from kith.evidence.invent.world import World
    from kith.evidence.invent.writing.extracts import Extract
    from kith.evidence.invent.writing.heads import ReturnPlan
    from kith.evidence.invent.writing.untidy import Dirt


NAME = "North Somerset Safeguarding Children Partnership"

ANNEX_A = planned("annex_a", COUNCIL, ("2018-11-01", "2019-04-30"),
                  ("2019-05-01", "2019-10-31"), ("2019-11-01", "2020-04-30"),
                  ("2020-02-01", "2020-07-31"), ("2020-07-01", "2020-12-31"))  # fmt: skip
POLICE_RETURNS = planned("police", POLICE, ("2018-11-01", "2019-06-30"),
                         ("2019-07-01", "2019-12-31"), ("2020-01-01", "2020-06-30"),
                         ("2020-07-01", "2020-12-31"))  # fmt: skip
WINDOWS = {
    "missing_and_return_interviews": (("2018-11-01", "2019-10-31"),
                                      ("2019-11-01", "2020-12-31")),
    "strategy_discussions": (("2018-11-01", "2019-10-31"), ("2019-11-01", "2020-06-30"),
                             ("2020-04-01", "2020-12-31")),
    "early_help": (("2018-11-01", "2019-10-31"), ("2019-11-01", "2020-07-31"),
                   ("2020-05-01", "2020-12-31")),
    "ehc_plans": (("2018-11-01", "2019-12-31"), ("2020-01-01", "2020-12-31")),
    "home_education": (("2018-11-01", "2019-08-31"), ("2019-09-01", "2020-08-31"),
                       ("2020-09-01", "2020-12-31")),
    "lado": (("2018-11-01", "2019-10-31"), ("2019-11-01", "2020-12-31")),
}  # fmt: skip
WRITERS: dict[str, Callable[[Path, World, Extract, Smudge], None]] = {
    "missing_and_return_interviews": write_missing,
    "strategy_discussions": write_discussions,
    "early_help": write_early_help,
    "ehc_plans": write_ehc_plans,
    "home_education": write_home_education,
    "lado": write_lado,
}


@dataclass(frozen=True)
class Desk:
    """Where the returns are written, of which world, how dirty."""

    returns: Path
    world: World
    workbook_dirt: Dirt
    csv_dirt: Dirt

    def open(self, plan: ReturnPlan) -> Path:
        """The return's folder, with its head."""
        return open_return(self.returns, plan, area=self.world.targets.area)

    def smudge(self, plan: ReturnPlan, dirt: Dirt) -> Smudge:
        """What spoils a return, by a stream of chance of its own."""
        stream = chance(self.world.targets.seed, f"dirt of {plan.folder}")
        return Smudge(dirt, stream)


class ExampleInTheWay(FileExistsError):  # noqa: N818 (says what has happened)
    """The folder for the returns holds something already."""


def write_example(out: Path) -> Path:
    """The example's returns stand in ``out/returns``; gives that folder.

    The files depend on nothing but Kith and the example's data: the same bytes each
    time. They are numbers of rows, never counts.

    Raises:
        ExampleInTheWay: there are returns there already.
    """
    returns = out / "returns"
    if returns.exists() and any(returns.iterdir()):
        raise ExampleInTheWay(f"{returns} is not empty; name another folder")
    returns.mkdir(parents=True, exist_ok=True)
    people = read_example("people.toml")["workers"]
    targets = read_targets(read_example("targets.toml"))
    world = invent(targets, early_help_leads=people["early_help_leads"])
    desk = Desk(returns, world, *read_dirt(read_example("dirt.toml")))
    region = Region(read_example("region.toml"), targets.period)
    _write_partnership(desk, region)
    _write_workbooks(desk, people)
    for feed, writer in WRITERS.items():
        for plan in planned(feed, COUNCIL, *WINDOWS[feed]):
            smudge = desk.smudge(plan, desk.csv_dirt)
            writer(desk.open(plan), world, plan.extract, smudge)
    for plan in POLICE_RETURNS:
        smudge = desk.smudge(plan, desk.csv_dirt)
        write_police(desk.open(plan), world, plan.extract, smudge)
    _write_statistics(desk)
    _write_region(desk, region)
    return returns


def _write_partnership(desk: Desk, region: Region) -> None:
    targets = desk.world.targets
    named = AGENCIES | {
        area["agency"]: area["agency_name"] for area in region.areas[1:]
    }
    agencies = "".join(f'{code} = "{name}"\n' for code, name in named.items())
    areas = "".join(f'{a["code"]} = "{a["name"]}"\n' for a in region.areas)
    desk.returns.joinpath("partnership.toml").write_text(
        f'name = "{NAME}"\n'
        f"from = {targets.period.first}\n"
        f"to = {targets.period.last}\n"
        f"series_from = {region.span.first}\n"
        'rule_set = "dfe"\n'
        "invented = true\n"
        f"stands_on = {targets.stands_on}\n\n"
        f"[areas]\n{areas}\n"
        f"[agencies]\n{agencies}",
        encoding="utf-8",
    )


def _write_workbooks(desk: Desk, people: Mapping[str, Any]) -> None:
    world, dirt = desk.world, desk.workbook_dirt
    workers = Workers(people["teams"], people["leaving_care_team"], people["names"])
    following = [*(plan.extract for plan in ANNEX_A[1:]), None]
    for plan, after in zip(ANNEX_A, following, strict=True):
        late = _late(desk, plan, after) if after else frozenset()
        register = Register(
            world,
            plan.extract,
            workers,
            not_yet_percent=dirt.ethnicity_not_yet_percent,
        )
        path = desk.open(plan) / f"Annex A {plan.extract.window.last:%B %Y}.xlsx"
        write_annex_a(path, register, desk.smudge(plan, dirt), late)


def _late(desk: Desk, plan: ReturnPlan, after: Extract) -> frozenset[tuple[int, Any]]:
    world, dirt = desk.world, desk.workbook_dirt
    rng = chance(world.targets.seed, f"late in {plan.folder}")
    nothing_done = [r for r in world.referrals if r.no_further_action]
    asked = {(r.child.number, r.on) for r in world.referrals}
    others = [c for c in world.contacts if (c.child.number, c.on) not in asked]
    referrals = late_rows(
        nothing_done, plan.extract, after, wanted=dirt.late_referrals, rng=rng
    )
    contacts = late_rows(
        others, plan.extract, after, wanted=dirt.late_contacts, rng=rng
    )
    return referrals | contacts


def _write_statistics(desk: Desk) -> None:
    area = desk.world.targets.area
    for plan in planned(
        "population", STATISTICS, ("2011-01-01", "2020-12-31"), prefix="population"
    ):
        write_population(desk.open(plan), desk.world)
    counted = read_example("indicators.toml")["indicators"]
    for agency, name in ((COUNCIL, "council"), (POLICE, "police"), (HEALTH, "health")):
        own = [indicator for indicator in counted if indicator["agency"] == name]
        window = ("2019-11-01", "2020-12-31")
        for plan in planned("aggregate", agency, window, prefix=f"{name}-figures"):
            write_counted_at_home(desk.open(plan), own, area=area, window=plan.extract)


def _write_region(desk: Desk, region: Region) -> None:
    """The neighbours' figures of three years, and this area's before its rows begin."""
    days = (region.span.first.isoformat(), region.span.last.isoformat())
    for area in region.areas:
        (plan,) = planned("aggregate", area["agency"], days, prefix=area["agency"])
        folder = open_return(desk.returns, plan, area=area["code"])
        write_home_figures(folder, region.sent_by("council", area))
    codes = [area["code"] for area in region.areas]
    for agency, name in ((POLICE, "police"), (HEALTH, "health")):
        (plan,) = planned("aggregate", agency, days, prefix=f"{name}-five-areas")
        folder = open_return(desk.returns, plan, area=codes)
        sent = [f for area in region.areas for f in region.sent_by(name, area)]
        write_home_figures(folder, sent)
