"""The reference page of meaning checks, written from the checks themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.quality.meaning.every import ALL, SUBJECTS


if TYPE_CHECKING:
    from types import ModuleType

    from kith.evidence.quality.meaning.check import MeaningCheck


def reference() -> str:
    """The whole page, in Markdown."""
    return "\n\n".join([_opening(), *(_subject(one) for one in SUBJECTS)]) + "\n"


def _opening() -> str:
    return f"""# Checks of meaning

<!-- Written from src/kith/evidence/quality/meaning by `make docs`; do not edit. -->

Once the rows of a return are read and typed, Kith asks {len(ALL)} questions about what
they mean together: dates in order, references between tables, plausible ages,
overlapping spells. A check names rows by file, sheet and row; it never changes a row,
sets none aside, and never repeats a value.

- Each check's result is *flagged*, *clean*, *not run* (and why) or *crashed*. A check
  is not run where a table it reads is absent or empty, or a column it needs is empty
  in every row. A crash never counts as clean and stops no other check.
- **Warn**: the rows cannot all be right. **Note**: they may be right, and are worth a
  look, or they say how a figure has to be read.
- Where several extracts tell one event, the telling that stands is asked: what a later
  extract has put right is not flagged again.
- A row that is missing from another table is only missed on days for which the same
  agency tells that table.
- At most 20 places are listed for a check and sheet; the rest are counted."""


def _subject(subject: ModuleType) -> str:
    title = (subject.__doc__ or "").strip().removesuffix(".")
    checks = [one for one in ALL if one.flags.__module__ == subject.__name__]
    return "\n\n".join([f"## {title}", *(_check(one) for one in checks)])


def _check(one: MeaningCheck) -> str:
    return "\n".join(
        [
            f"### {one.name}",
            "",
            f"{one.says}",
            "",
            f"- Severity: {one.severity.value}",
            f"- What to do: {one.remedy}",
            f"- Reads: {', '.join(_read(words) for words in one.reads)}",
            f"- Source: {one.source}",
        ]
    )


def _read(words: str) -> str:
    table, _, feed = words.partition("@")
    said = table if " " in table else f"`{table}`"
    return f"{said} told by `{feed}`" if feed else said
