"""The building is still the building: sizes, names, and what must not stand here."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path for path in (ROOT / "src").rglob("*.py") if path.parent.name != "migrations"
)
"""Migrations are written by a program, and read by one."""

DRAWERS = {"utils", "util", "helpers", "common", "misc", "core", "base"}
"""Rooms without a name of their own. A settings module may be called base."""


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).exists()
    ]


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=where)
def test_a_module_is_one_room_and_a_function_one_thought(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 400, "split the module by what it is about"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            docstring = ast.get_docstring(node) or ""
            assert length - len(docstring.splitlines()) <= 45, f"split {node.name}"


def test_no_room_is_a_drawer() -> None:
    named = [
        where(path)
        for path in SOURCES
        if path.stem in DRAWERS and path.parent.name != "settings"
    ]
    assert named == [], "give it the name of what it holds"


def test_only_the_edges_read_the_clock() -> None:
    """One module in each half; ruff bans the rest, this counts the exemptions."""
    readers = [
        where(path)
        for path in SOURCES
        if re.search(r"datetime\.now\(|date\.today\(|timezone\.now\(", path.read_text())
    ]
    assert readers == ["src/kith/evidence/cli/clock.py", "src/kith/web/site/clock.py"]


def test_every_suppression_carries_its_reason() -> None:
    bare = [
        f"{where(path)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(
            r"#\s*(noqa(:\s*[A-Z0-9, ]+)?|type: ignore(\[[\w, -]+\])?)\s*$", line
        )
    ]
    assert bare == [], "say why after the code: `# noqa: S105 - a throwaway key`"


def test_locks_and_manifests_name_no_address() -> None:
    for path in tracked(
        "requirements/*", "package-lock.json", "package.json", ".npmrc"
    ):
        text = path.read_text()
        assert "--index-url" not in text
        assert not re.search(r'"resolved":\s*"https?:', text), where(path)


def test_no_path_of_a_machine_is_committed() -> None:
    home = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")
    found = [
        where(path)
        for path in tracked("*.py", "*.md", "*.toml", "*.sh", "*.json", "Makefile")
        if home.search(path.read_text(errors="replace"))
    ]
    assert found == []


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)
    named = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
        *project["dependency-groups"]["build"],
    ]
    for dependency in named:
        line = next(line for line in text.splitlines() if f'"{dependency}"' in line)
        assert re.search(r"#\s+\w+", line), f"{dependency} has no reason"


def test_nothing_scores_a_child() -> None:
    """No prediction and no risk score of a person (design, idea 7)."""
    banned = re.compile(
        r"\b(risk_score|score_child|child_score|predict\w*|propensity|sklearn|xgboost)\b"
    )
    found = [where(path) for path in SOURCES if banned.search(path.read_text())]
    assert found == []


def test_decision_records_have_a_number_of_their_own() -> None:
    numbers = [path.name.split("-")[0] for path in (ROOT / "docs/adr").glob("0*.md")]
    assert numbers, "no decision is recorded"
    assert len(numbers) == len(set(numbers))


def test_nhs_numbers_are_of_the_test_range() -> None:
    """999 … is never issued to a person."""
    for path in tracked("src/*", "tests/*", "examples/*"):
        if path.suffix in {".py", ".toml", ".csv", ".md"}:
            for number in re.findall(r"\b\d{3} \d{3} \d{4}\b", path.read_text()):
                assert number.startswith("999"), where(path)
