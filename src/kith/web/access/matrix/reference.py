"""The page ``docs/reference/access-matrix.md``, written from the table of doors."""

from __future__ import annotations

from itertools import groupby

from kith.web.access.matrix.rows import rows
from kith.web.access.roles import NOT_BY_DEPUTY, ROLES, Scope


_WHERE = {
    Scope.BODY: "in one group, by a seat",
    Scope.AREA: "for an area and its groups",
    Scope.SYSTEM: "over the platform's running",
}


def reference() -> str:
    """Every route with who may pass, and every role with its duty."""
    lines = [
        "# Access matrix",
        "",
        "Who may reach what. This page is written from the table that the site itself",
        "asks before any page runs; a test walks every route as every role, inside and",
        "outside its own area, and compares.",
        "",
        "A role holds in its own place alone: a door that lets a role in still shows it",
        "only the records of its own groups and areas, without those that a conflict of",
        "interest closes. What is not somebody's and what is not there give the same 404.",
        "",
    ]
    for noun, group in groupby(rows(), key=lambda row: row.noun):
        lines += [
            f"## {noun}",
            "",
            "| route | what | who may |",
            "|---|---|---|",
            *(
                f"| `{one.route}` | {one.behind}"
                f"{' (a change)' if one.is_change else ''} | {one.who} |"
                for one in group
            ),
            "",
        ]
    lines += ["## The roles", "", "| role | duty | where | for how long |"]
    lines += ["|---|---|---|---|"]
    for duty in ROLES.values():
        days = duty.ends_within_days
        lines.append(
            f"| {duty.name} | {duty.duty} | {_WHERE[duty.scope]} "
            f"| {f'at most {days} days' if days else 'until it ends'} |"
        )
    handed = ", ".join(f"`{one}`" for one in sorted(NOT_BY_DEPUTY))
    lines += ["", f"A deputy holds what the role holds, but never {handed}."]
    return "\n".join(lines) + "\n"
