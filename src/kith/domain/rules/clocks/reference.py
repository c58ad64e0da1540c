"""The reference page of clocks, written from their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.clocks.clock import Limit, YearlyDate
from kith.domain.rules.clocks.register import CLOCKS, UNTIMED_DUTIES
from kith.domain.rules.rulebooks import RULEBOOKS, Rulebook
from kith.domain.rules.working_days import ENGLAND
from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    from kith.domain.rules.clocks.clock import Clock, Reading


_OPENING = f"""# Clocks

<!-- Written from src/kith/domain/rules/clocks by `make docs`; do not edit. -->

Every limit of time that Kith knows, what starts it, and who says so.
`kith clock NAME --from 2024-07-18` computes the due date of each reading.

- Day 1 is the next working day unless the rule says otherwise: the day on which
  something happens is never counted.
- A working day is Monday to Friday less the bank holidays of England; for freedom of
  information, less those of any part of the United Kingdom. The calendar held runs
  from {ENGLAND.first.year} to {ENGLAND.last.year}; beyond it Kith refuses to guess.
- A limit in months ends on the same day of the later month, or on its last day where
  it has no such day. It is not moved off a weekend unless the rule says so.
- A limit in hours runs by the clock on the wall. Where only a date is held, 72 hours
  are counted as 3 days, and the answer says so.
- Only a local target may pause. Delay of any other limit has dated reasons and a
  revised date, and is counted as "late, reason given".
- A clock belongs to editions of a rulebook. A case keeps the edition in force on its
  trigger date; `--on` counts by another."""


def reference_page() -> str:
    """The whole page, in Markdown."""
    parts = [_OPENING]
    topics = list(dict.fromkeys(clock.topic for clock in CLOCKS.values()))
    for topic in topics:
        parts.append(f"## {topic}")
        parts += [_clock(clock) for clock in CLOCKS.values() if clock.topic == topic]
    parts += [_untimed(), _rulebooks()]
    return "\n\n".join(parts) + "\n"


def _clock(clock: Clock) -> str:
    readings = "\n".join(_reading(reading) for reading in clock.readings)
    return f"### {clock.name}\n\n{clock.title}.\n\n{readings}"


def _reading(reading: Reading) -> str:
    rows = [
        f"- **{reading.name}**: {_limit_and_start(reading)}.",
        f"  {reading.rule}",
        f"  Source: {reading.source} ({', '.join(reading.rulebooks)}).",
        f"  Standing: {reading.standing}.",
    ]
    if reading.doubt:
        rows.append(f"  **Not certain:** {reading.doubt}")
    return "\n".join(rows)


def _limit_and_start(reading: Reading) -> str:
    limit = reading.limit
    if isinstance(limit, Limit) and limit.backwards:
        return f"{limit} {reading.starts}"
    joined = "after" if isinstance(limit, YearlyDate) else "from"
    return f"{limit} {joined} {reading.starts}"


def _untimed() -> str:
    rows = [
        "## Duties with no number of days",
        "",
        "A date cannot be computed for these, so they have no clock.",
        "",
        "| Duty | When | Source |",
        "|---|---|---|",
    ]
    rows += [
        f"| {each.duty} | {each.when} | {each.source} |" for each in UNTIMED_DUTIES
    ]
    return "\n".join(rows)


def _rulebooks() -> str:
    rows = [
        "## Rulebooks",
        "",
        "| Code | Title | From | To | Source |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*rows, *(_rulebook(each) for each in RULEBOOKS)])


def _rulebook(edition: Rulebook) -> str:
    end = say_day(edition.valid_to) if edition.valid_to else ""
    source = edition.source + (
        f". **Not certain:** {edition.doubt}" if edition.doubt else ""
    )
    return (
        f"| `{edition.code}` | {edition.title} | {say_day(edition.valid_from)} "
        f"| {end} | {source} |"
    )
