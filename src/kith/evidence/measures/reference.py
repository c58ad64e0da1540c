"""``docs/reference/indicators.md``, written from the measures and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.published.measures import QUESTIONS
from kith.evidence.measures.catalogue import DEFINITIONS, MEASURES
from kith.evidence.measures.measure import Measure
from kith.evidence.measures.register import INDICATORS


if TYPE_CHECKING:
    from collections.abc import Iterator

    from kith.evidence.measures.register import Indicator


_HEAD = """# Measures and indicators

Written from the code and the indicator register; a test keeps it current.

A **measure** is counted from the rows agencies send. An **indicator** only ever comes
as a count an agency made at home, in the `aggregate` feed. Either has one code, and
`kith evidence figures` prints both.

How each kind stands to time:

- *flow in period*: events dated in the period, both days included, that a return
  reporting that day told.
- *ever in period*: children with a spell that touches the period, each once. By month:
  in that month, so months add up to more than the period.
- *snapshot at the last day*: who is there on the period's last day; by month, on each
  month's. A spell that ended that day is not open. Never summed over time.
- *rate*: a count for every 10,000 residents aged 0 to 17, by the latest mid-year
  estimate at or before the period's end, one decimal. A period of fourteen months
  gives a rate over fourteen months: it is never made yearly.
- *ratio* and *timeliness*: a share in per cent, one decimal. Each timeliness has its
  twin, what is still open and past the limit, so that the worst cases don't vanish
  until they are closed.

Age is taken at the event; for children counted once and for stocks, at the end of the
period (or month). By agency means by the agency that sent the rows.
"""


def reference() -> str:
    """The page, in Markdown."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield f"{len(MEASURES)} measures, {len(INDICATORS)} indicators."
    for code, words in QUESTIONS:
        found = [d for d in DEFINITIONS.values() if d.question == code]
        if found:
            yield f"\n## {words}\n"
            for definition in found:
                yield from _entry(definition)


def _entry(definition: Measure | Indicator) -> Iterator[str]:
    yield f"### `{definition.code}`\n"
    yield f"**{definition.title}** ({definition.kind.value}, {definition.unit.value})\n"
    yield f"{definition.definition}\n"
    if definition.denominator:
        yield f"- Numerator: {definition.numerator}"
        yield f"- Denominator: {definition.denominator}"
    yield f"- Source: {definition.authority}"
    if isinstance(definition, Measure):
        yield f"- Feeds: {', '.join(definition.supplied_by)}"
    else:
        yield f"- Counted by: {definition.owner}; feed: aggregate"
        yield f"- Version {definition.version}, from {definition.valid_from}"
    if definition.doubt:
        yield f"- Not settled: {definition.doubt}"
    yield ""
