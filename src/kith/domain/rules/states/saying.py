"""The page ``docs/reference/states.md``, written from the machines themselves."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

from kith.domain.rules import states
from kith.domain.rules.states.machine import Machine


if TYPE_CHECKING:
    from collections.abc import Iterator


def machines() -> Iterator[tuple[str, Machine[Any]]]:
    """Every machine with the name it has in the code, by module and name."""
    for one in sorted(pkgutil.iter_modules(states.__path__), key=lambda it: it.name):
        module = importlib.import_module(f"{states.__name__}.{one.name}")
        for name, value in sorted(vars(module).items()):
            if isinstance(value, Machine):
                yield f"{one.name}.{name}", value


def reference() -> str:
    """Every state with its words, where it leads, and who takes it there."""
    lines = [
        "# States and who moves them",
        "",
        "Each kind of record moves through these states and no others. The site's",
        "buttons, its refusals and this page are made from the same tables.",
    ]
    for name, machine in machines():
        lines += [
            "",
            f"## {name.replace('.', ': ').replace('_', ' ').lower()}",
            "",
            f"Authority: {machine.authority}.",
            "",
            "| state | step | leads to | who |",
            "|---|---|---|---|",
        ]
        for state, words in machine.words.items():
            steps = [one for one in machine.moves if state in one.sources]
            lines += [
                f"| {words} | {one.name.replace('_', ' ')} "
                f"| {machine.words[one.target]} | {one.mover} |"
                for one in steps
            ] or [f"| {words} | | an end | |"]
    return "\n".join(lines) + "\n"
