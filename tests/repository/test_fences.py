"""Each rule of the web half that a reader would otherwise have to remember."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.apps import apps

from kith.domain.rules.states.saying import machines
from kith.web.access.table import ACCESS, Who
from kith.web.audit.append_only import AppendOnly


if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from kith.domain.vocabulary.handling import Handling


ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "kith" / "web"
OURS = tuple(one for one in apps.get_app_configs() if one.name.startswith("kith.web."))
MODELS = tuple(model for app in OURS for model in app.get_models())

WRITES = {
    *("save", "create", "update", "delete", "bulk_create", "bulk_update"),
    *("get_or_create", "update_or_create"),
}
WRITERS = {
    "src/kith/web/access/entry/devices.py": "the sign-in library calls it, nobody acts",
    "src/kith/web/access/entry/invitations.py": "called within the action that invites",
    "src/kith/web/archive/importing.py": "puts back rows as they were, events and all",
    "src/kith/web/audit/append_only.py": "the base that refuses the rest",
    "src/kith/web/audit/recording.py": "the audit event itself",
    "src/kith/web/groups/packs/joining.py": "a PDF, not a table",
    "src/kith/web/notices/digests.py": "a task's own book, nobody acts",
    "src/kith/web/notices/sending.py": "a task's own book, nobody acts",
    "src/kith/web/notices/work.py": "a task's own book, nobody acts",
    "src/kith/web/search/indexing.py": "an index that follows every action",
    "src/kith/web/site/setup.py": "the first rows, before there is anybody to act",
    "src/kith/web/site/worker.py": "the worker's heartbeat",
    "src/kith/web/ui/documents/word.py": "a Word file, not a table",
}
"""Who writes without being an action, and why."""

OPEN_ELSEWHERE = {
    "bodies": "the structure, seats and terms that are published",
    "groups": "published decisions",
    "calendars": "a feed whose address is its own secret",
    "organisations": "the arrangements that are published",
    "documents": "published documents",
    "packs": "packs made for the public",
    "home": "where somebody who has signed in begins",
}
"""Nouns that show something to anybody beside their signed-in pages, and what."""


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules(name: str) -> list[Path]:
    """The modules of this name, or in folders of it, in every room."""
    return sorted(
        path
        for path in WEB.rglob("*.py")
        if path.name != "__init__.py" and (path.stem == name or name in path.parts)
    )


def doors(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def calls(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            told = one.func
            yield (
                told.attr
                if isinstance(told, ast.Attribute)
                else getattr(told, "id", "")
            )


def is_action(node: ast.FunctionDef) -> bool:
    return any(one == "writing" for one in calls(node))


# 1 ---------------------------------------------------------------------------------


def test_what_is_open_to_all_is_named_one_by_one() -> None:
    """Its routes are compared with the table in `test_access_table`."""
    listed = importlib.import_module("kith.web.access.doors.open_to_all").DOORS
    signing_in = importlib.import_module("kith.web.access.doors.account").DOORS
    named = {door.route for door in (*listed, *signing_in)}
    public = {door.route for door in ACCESS if door.who is Who.ANYBODY}
    stray = {
        route
        for route in public - named
        if route.partition(":")[0] not in OPEN_ELSEWHERE
    }
    assert stray == set(), "it stands in doors/open_to_all.py, or say why it is open"


# 2 and 3 ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", modules("actions"), ids=where)
def test_an_action_is_keyword_only_with_viewer_time_and_one_event(path: Path) -> None:
    if "web/actions/" in path.as_posix() and "actions" not in {
        path.stem,
        path.parent.name if path.parent.parent.name == "actions" else "",
    }:
        return  # other furniture of the noun that is called actions
    for node in doors(path):
        if not is_action(node):
            continue
        names = {one.arg for one in node.args.kwonlyargs}
        assert not node.args.args, f"{node.name} takes keywords alone"
        assert {"viewer", "at"} <= names, f"{node.name} takes viewer and at"
        told = Counter(calls(node))
        assert told["writing"] == 1, f"{node.name} opens one transaction"
        assert told["about"] + told["about_several"] == 1, (
            f"{node.name} says once what it was about"
        )


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(WEB.rglob("*.py"))
        if not {"models", "actions", "migrations", "example"}
        & {*path.relative_to(WEB).parts[1:-1], path.stem}
        and where(path) not in WRITERS
    ],
    ids=where,
)
def test_only_actions_and_models_write_tables(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr not in WRITES:
            continue
        told = ast.unparse(node.func.value)
        if re.search(r"objects|\b_?rows?\b|queryset|_manager", told) or (
            node.func.attr == "save" and "form" not in told and "session" not in told
        ):
            found.append(f"{told}.{node.func.attr}, line {node.lineno}")
    assert found == [], (
        "write in an action, or name the module in WRITERS with a reason"
    )


# 4 ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", modules("queries"), ids=where)
def test_a_query_takes_the_viewer_first(path: Path) -> None:
    for node in doors(path):
        if node.name in QUERIES_WITHOUT:
            continue
        first = next(iter((*node.args.posonlyargs, *node.args.args)), None)
        assert first is not None, f"{node.name} takes the viewer first"
        assert first.arg == "viewer", f"{node.name} takes the viewer first"


QUERIES_WITHOUT = {
    "of_looking": "a condition, not a read",
    "version_stands": "a condition, not a read",
    "digest_of": "how a secret address is kept, not a read",
    "quorum_rule": "of a body that was read for a viewer",
}
"""What stands in queries and reads nothing by itself."""


# 5 and 6 ---------------------------------------------------------------------------


def handling_of(model: type[Model]) -> Handling | None:
    room = model._meta.app_config.name
    try:
        told = importlib.import_module(f"{room}.handling").HANDLING
    except ModuleNotFoundError:
        pytest.fail(f"write {room}.handling: docs/how-to/add-a-noun.md says how")
    return next((one for one in told if one.model == model.__name__), None)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_is_handled_once_and_every_table_kept_for_a_reason(model) -> None:
    told = handling_of(model)
    assert told is not None, f"name {model.__name__} in its room's handling.py"
    named = Counter(told.fields())
    fields = {one.name for one in model._meta.concrete_fields}
    assert sorted(fields - named.keys()) == [], "how are these handled?"
    assert sorted(named.keys() - fields) == [], "no such field"
    assert [name for name, times in named.items() if times > 1] == [], "named twice"
    assert len(told.retention) > 5, "say how long, and why"


def test_no_table_is_handled_that_is_not_there() -> None:
    for app in OURS:
        try:
            told = importlib.import_module(f"{app.name}.handling").HANDLING
        except ModuleNotFoundError:
            continue
        there = {model.__name__ for model in app.get_models()}
        assert {one.model for one in told} - there == set(), app.name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_what_is_only_added_to_refuses_the_rest(model: type[Model]) -> None:
    told = handling_of(model)
    assert told is not None, f"name {model.__name__} in its room's handling.py"
    if told.is_append_only:
        assert issubclass(model, AppendOnly), "take audit.append_only.AppendOnly"
    else:
        assert not issubclass(model, AppendOnly), "say is_append_only=True"


# 7 ---------------------------------------------------------------------------------

WITHOUT_BY = {
    "access.Invitation.accepted_at": "by the person who is invited",
    "access.Invitation.withdrawn_at": "by whom, its audit event says",
    "access.KnownDevice.first_seen_at": "by the person of the row",
    "groups.CalendarFeed.made_at": "by the person of the row",
    "groups.CalendarFeed.revoked_at": "by the person of the row",
    "access.Person.added_at": "by the invitation, which names who sent it",
    "access.BrokenGlass.opened_at": "by the person of the row",
    "access.Delegation.given_at": "by the giver of the row",
    "access.RoleHolding.given_at": "given_by, which is empty for the very first",
    "releases.Question.asked_at": "by anybody: nobody is asked who they are",
}
"""Moments whose author has another name, or none."""

BY_THE_PLATFORM = {"audit", "notices", "search"}
"""Rooms whose rows are written by the platform, or name their author in the row."""


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_who_did_it_stands_beside_when(model: type[Model]) -> None:
    names = {one.name for one in model._meta.concrete_fields}
    alone = [
        name
        for name in names
        if name.endswith("_at")
        and f"{name[:-3]}_by" not in names
        and f"{model._meta.label}.{name}" not in WITHOUT_BY
        and model._meta.app_label not in BY_THE_PLATFORM
    ]
    assert sorted(alone) == [], "add its _by, or say in WITHOUT_BY who it is"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_later_moment_and_its_author_come_together(model: type[Model]) -> None:
    """Both empty or both filled, by a constraint of the database."""
    conditions = " ".join(
        str(getattr(one, "condition", "")) for one in model._meta.constraints
    )
    for one in model._meta.concrete_fields:
        author = f"{one.name[:-3]}_by"
        names = {other.name: other for other in model._meta.concrete_fields}
        if one.name.endswith("_at") and one.null and author in names:
            assert names[author].null, f"{author} may be empty as {one.name} may"
            assert f"{one.name}__isnull" in conditions, f"bind {one.name} to {author}"


# 8 ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "machine"), list(machines()), ids=lambda one: str(one)[:40]
)
def test_every_state_has_words_a_way_in_and_a_mover(name: str, machine) -> None:
    enum = type(next(iter(machine.words)))
    told = set(machine.words)
    reached = {one.target for one in machine.moves}
    left = {state for one in machine.moves for state in one.sources}
    assert told <= set(enum)
    assert (reached | left) <= told, f"{name}: a step leads where no words are"
    unmoved = told - reached - left
    assert unmoved == set(), f"{name}: no step leads in or out"
    for one in machine.moves:
        assert one.mover, f"{name}: who may {one.name}?"
    assert machine.authority


def test_every_state_stands_in_the_docs() -> None:
    page = (ROOT / "docs/reference/states.md").read_text()
    for name, machine in machines():
        for words in machine.words.values():
            assert f"| {words} |" in page, f"{name}: run `make docs`"


# 14 and 15 -------------------------------------------------------------------------


def test_every_template_of_a_page_is_one_that_a_door_opens() -> None:
    """A page that no view draws has no test, and no reader."""
    views = "".join(path.read_text() for path in WEB.rglob("*.py"))
    stray = [
        where(path)
        for path in WEB.rglob("templates/**/*.html")
        if "{% extends" in path.read_text()
        and "ui/templates" not in where(path)
        and path.as_posix().split("/templates/")[1] not in views
        and not path.as_posix()
        .split("/templates/")[1]
        .startswith(("account/", "mfa/", "socialaccount/"))
    ]
    drawn = "".join(path.read_text() for path in WEB.rglob("templates/**/*.html"))
    assert [one for one in stray if one.split("/templates/")[1] not in drawn] == [], (
        "draw it or take it away"
    )


def test_generated_pages_are_current() -> None:
    spec = importlib.util.spec_from_file_location(
        "write_docs", ROOT / "scripts/write_docs.py"
    )
    assert spec is not None
    assert spec.loader is not None
    writing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writing)
    stale = []
    for page, door in writing.PAGES.items():
        module, function = door.split(":")
        if module == "licences":
            continue  # reads what is installed: `make check` compares it
        text = getattr(importlib.import_module(module), function)()
        if not (ROOT / page).exists() or (ROOT / page).read_text() != text:
            stale.append(page)
    assert stale == [], "run `make docs`"
