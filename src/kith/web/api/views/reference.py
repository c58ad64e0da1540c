"""The page ``docs/reference/api.md``, from the same document that programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kith.web.api import policies
from kith.web.api.presenters.problems import WORDS
from kith.web.api.views.guide import document, operations


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_WHENCE = (
    "Written from the OpenAPI document, which a site serves at `/api/v1/openapi.json`. "
    "[Send by API](../how-to/send-by-api.md) shows it used."
)


def reference() -> str:
    """The whole page."""
    told = document()
    lines = [
        "# The API",
        "",
        _WHENCE,
        "",
        f"A token may ask {policies.MOST_A_MINUTE} times a minute; it lasts a year at most.",
        "",
        *_overview(),
        *_operations(told),
        *_shapes(told),
        *_statuses(),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _overview() -> Iterator[str]:
    yield "| asked by | what it does | which token |"
    yield "|---|---|---|"
    for one in operations():
        yield f"| `{one.method} {one.path}` | {one.summary} | {one.needs} |"
    yield ""


def _operations(told: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in told["paths"].items():
        for method, one in methods.items():
            yield f"## {method.upper()} {path}"
            yield ""
            yield f"{one['summary']}. {_line(one.get('description', ''))}".strip()
            yield ""
            yield from _parts(one)
            yield from _content(one)
            yield f"Answers `200` with {_name(one['responses'][200])}; else a Problem: "
            codes = sorted(int(code) for code in one["responses"] if int(code) != 200)
            yield f"{', '.join(f'`{code}`' for code in codes)}."
            yield ""


def _parts(one: Mapping[str, Any]) -> Iterator[str]:
    asked = [part for part in one.get("parameters", ()) if part["in"] != "path"]
    if not asked:
        return
    yield "| part | where | what |"
    yield "|---|---|---|"
    for part in asked:
        words = _cell(part.get("description", "") or _kind(part["schema"]))
        yield f"| `{part['name']}` | {part['in']} | {words} |"
    yield ""


def _content(one: Mapping[str, Any]) -> Iterator[str]:
    for kind, told in one.get("requestBody", {}).get("content", {}).items():
        if "$ref" in told["schema"]:
            yield f"Takes `{kind}`: {_ref(told['schema'])}."
        else:
            names = ", ".join(f"`{name}`" for name in told["schema"]["properties"])
            yield f"Takes `{kind}` with {names}."
        yield ""


def _name(answer: Mapping[str, Any]) -> str:
    return _ref(answer["content"]["application/json"]["schema"])


def _shapes(told: Mapping[str, Any]) -> Iterator[str]:
    yield "## Shapes"
    yield ""
    for name, one in sorted(told["components"]["schemas"].items()):
        yield f"### {name}"
        yield ""
        yield _line(one.get("description", ""))
        yield ""
        if "enum" in one:
            yield f"One of {', '.join(f'`{code}`' for code in one['enum'])}."
            yield ""
            continue
        needed = set(one.get("required", ()))
        yield "| name | kind | what |"
        yield "|---|---|---|"
        for field, part in one.get("properties", {}).items():
            kind = _kind(part) if field in needed else f"{_kind(part)}, may be left out"
            yield f"| `{field}` | {_cell(kind)} | {_cell(part.get('description', ''))} |"
        yield ""


def _kind(part: Mapping[str, Any]) -> str:
    if "$ref" in part:
        return _ref(part)
    if "anyOf" in part:
        return " or ".join(_kind(one) for one in part["anyOf"])
    if part.get("type") == "array":
        return f"list of {_kind(part['items'])}"
    if "pattern" in part:
        return f"{part['type']} like `{part['pattern']}`"
    return str(part.get("format") or part.get("type") or "anything")


def _ref(part: Mapping[str, Any]) -> str:
    name = str(part["$ref"]).rpartition("/")[2]
    return f"[{name}](#{name.lower()})"


def _statuses() -> Iterator[str]:
    yield "## When something is wrong"
    yield ""
    yield "| status | what it means | what to do |"
    yield "|---|---|---|"
    for status, (what, do) in sorted(WORDS.items()):
        yield f"| {status} | {what} | {do} |"


def _cell(words: str) -> str:
    return _line(words).replace("|", "\\|")


def _line(words: str) -> str:
    return " ".join(words.split())
