"""The whole past of the example, gathered noun by noun."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

from kith.web.site.example.asked import add_circulation, add_standing_in
from kith.web.site.example.asked_of_figures import add_scorecard
from kith.web.site.example.compared import add_benchmarks
from kith.web.site.example.consented import add_consents
from kith.web.site.example.disagreed import add_challenge
from kith.web.site.example.founding import add_founding
from kith.web.site.example.plans import add_budget, add_plan
from kith.web.site.example.raised import add_risk
from kith.web.site.example.released import add_release
from kith.web.site.example.returned import add_returns, add_sharing
from kith.web.site.example.signed import add_arrangements, add_terms
from kith.web.site.example.sittings import Kept, add_sitting, add_standing
from kith.web.site.example.structure import add_body, add_links
from kith.web.site.example.timeline import Timeline


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


LAST_AGREED = date(2021, 1, 8)
"""When the last minutes of a closed body were agreed."""


def past_of(folder: Path, released: Mapping[str, Any]) -> Timeline:
    """The timeline of the example whose data lies in the folder; ``released`` is the
    table that the ledger let out, and empty where it did not."""
    timeline = Timeline(folder)
    people = _read(folder, "people")["people"]
    add_founding(timeline, _read(folder, "partnership/organisations"), people)
    told = _read(folder, "partnership/bodies")
    bodies = list(_bodies(folder, told))
    add_arrangements(timeline)
    for body in bodies:
        add_body(timeline, body)
        add_terms(timeline, body)
    add_links(timeline, told["rotation"])
    agendas = _read(folder, "partnership/agendas")
    for body in bodies:
        _add_year(timeline, body, agendas)
    for vote in agendas["circulations"]:
        add_circulation(timeline, vote)
    add_standing_in(timeline)
    for risk in _read(folder, "partnership/risks")["risks"]:
        add_risk(timeline, risk)
    add_plan(timeline, _read(folder, "partnership/priorities"))
    for year in _read(folder, "partnership/budget")["years"]:
        add_budget(timeline, year)
    for one in _read(folder, "partnership/challenges")["challenges"]:
        add_challenge(timeline, one)
    shared = _read(folder, "partnership/returns")
    add_sharing(timeline, shared)
    add_returns(timeline, shared)
    add_benchmarks(timeline, folder / "partnership")
    add_consents(timeline)
    add_release(timeline, released)
    for one in _read(folder, "partnership/scorecards")["scorecards"]:
        add_scorecard(timeline, one)
    return timeline


def _read(folder: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))


def _bodies(folder: Path, told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each body once, from what is said of it in both files; parents come first."""
    met = {one["code"]: one for one in _read(folder, "meetings")["bodies"]}
    merged = [{**met.get(one["code"], {}), **one} for one in told["bodies"]]
    regional_first = sorted(merged, key=lambda one: one["kind"] != "regional")
    yield from regional_first


def _add_year(
    timeline: Timeline, body: dict[str, Any], agendas: dict[str, Any]
) -> None:
    code, standing = body["code"], agendas["standing"]
    titles = standing.get(code, standing["others"])
    add_standing(timeline, code, titles, body["opened_on"])
    held, ahead = body.get("meetings", []), body.get("next", [])
    days = [*held, *ahead]
    for place, day in enumerate(days):
        nexts = days[place + 1] if place + 1 < len(days) else None
        turns = timeline.find("chairs", code)
        chair = next(who for who, first, last in turns if last is None or day <= last)
        kept = Kept(
            body=code,
            day=day,
            chair=chair,
            items=tuple(
                one
                for one in agendas["items"]
                if one["body"] == code and one["day"] == day
            ),
            after=nexts or (LAST_AGREED if "closed_on" in body else None),
            is_held=day in held,
        )
        add_sitting(timeline, kept, body["opened_on"])
