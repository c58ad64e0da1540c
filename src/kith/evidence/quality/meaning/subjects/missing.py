"""Missing episodes: their moments, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    in_reach,
    open_on,
    same_child,
    touches,
)
from kith.evidence.quality.meaning.timing import (
    age_at,
    days,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Department for Education, children who run away or go missing, 2014"
LONG = 30
ADULT = 18


@check(
    "return_before_missing",
    reads=("missing_episodes.returned_at",),
    severity=Severity.WARN,
    says="A child returns before going missing.",
    remedy="Correct the moment of the report or of the return.",
    source=_GUIDE,
)
def return_before_missing(facts: Tables) -> ir.Table:
    rows = facts.table("missing_episodes")
    return rows.filter(rows.returned_at < rows.missing_from)


@check(
    "missing_longer_than_30_days",
    reads=("missing_episodes",),
    severity=Severity.WARN,
    says="A child was missing, or is still missing at the extract, for more than 30 "
    "days.",
    remedy="If the child has returned, record it; if not, see that all know.",
    source="Kith's own",
)
def missing_longer_than_30_days(facts: Tables) -> ir.Table:
    rows = facts.table("missing_episodes")
    until = rows.returned_on.fill_null(rows.extracted_on)
    return rows.filter(days(until, rows.missing_on) > LONG)


@check(
    "missing_episodes_overlap",
    reads=("missing_episodes.missing_from",),
    severity=Severity.WARN,
    says="A child goes missing while still missing from an earlier episode.",
    remedy="Record the return from the earlier episode, or join the two.",
    source="Kith's own",
)
def missing_episodes_overlap(facts: Tables) -> ir.Table:
    rows = facts.table("missing_episodes")
    earlier = rows.view()
    return rows.semi_join(
        earlier,
        [
            *same_child(rows, earlier),
            rows.feed == earlier.feed,
            earlier.missing_from < rows.missing_from,
            earlier.returned_at.isnull() | (earlier.returned_at > rows.missing_from),
        ],
    )


@check(
    "missing_times_all_midnight",
    reads=("missing_episodes.times_held",),
    severity=Severity.NOTE,
    says="Every episode in the file is timed at midnight: it holds days, not times.",
    remedy="Send the times, if they are held: 72 hours can only be counted from them.",
    source=f"{_GUIDE}: an interview within 72 hours of return",
)
def missing_times_all_midnight(facts: Tables) -> ir.Table:
    rows = facts.told("missing_episodes")
    timed = rows.filter(rows.times_held)
    return rows.anti_join(timed, ["source_return", "source_file", "source_sheet"])


@check(
    "missing_from_care_without_care",
    reads=("missing_episodes.missing_setting", "care_spells"),
    severity=Severity.WARN,
    says="A child goes missing from the council's own care, and is not looked after "
    "that day.",
    remedy="Correct the setting, or send the period of care.",
    source=_GUIDE,
)
def missing_from_care_without_care(facts: Tables) -> ir.Table:
    rows, care = facts.table("missing_episodes"), facts.table("care_spells")
    rows = rows.filter(rows.missing_setting == "own_care")
    rows = in_reach(rows, care, day="missing_on", other_day="start_on")
    return rows.anti_join(
        care, [*same_child(rows, care), touches(care, rows.missing_on)]
    )


@check(
    "missing_from_home_while_in_care",
    reads=("missing_episodes.missing_setting", "care_spells"),
    severity=Severity.NOTE,
    says="A child goes missing from home, and is looked after that day.",
    remedy="See whether the setting should be the council's own care.",
    source=_GUIDE,
)
def missing_from_home_while_in_care(facts: Tables) -> ir.Table:
    rows, care = facts.table("missing_episodes"), facts.table("care_spells")
    rows = rows.filter(rows.missing_setting == "home")
    return rows.semi_join(
        care, [*same_child(rows, care), open_on(care, rows.missing_on)]
    )


@check(
    "return_after_extract",
    reads=("missing_episodes.returned_on",),
    severity=Severity.WARN,
    says="A child's return is dated after the extract was taken.",
    remedy="Correct the moment of the return.",
    source="Kith's own",
)
def return_after_extract(facts: Tables) -> ir.Table:
    rows = facts.table("missing_episodes")
    return rows.filter(rows.returned_on > rows.extracted_on)


@check(
    "missing_adult",
    reads=("missing_episodes.born_on",),
    severity=Severity.WARN,
    says="A person reported missing is 18 or older.",
    remedy="Correct the date of birth, or take the row out.",
    source=f"{_GUIDE}: children under 18",
)
def missing_adult(facts: Tables) -> ir.Table:
    rows = facts.table("missing_episodes")
    return rows.filter(age_at(rows.born_on, rows.missing_on) >= ADULT)
