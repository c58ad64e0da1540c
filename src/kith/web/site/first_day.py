"""What a partnership says of itself on its first day: the file, or the answers."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Callable


AREA = re.compile(r"^E\d{8}$")
ADDRESS = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
DEFAULT_SITE = "http://localhost:8000"


class NotUnderstoodError(ValueError):
    """The file, or an answer, lacks something or says something impossible."""


@dataclass(frozen=True)
class FirstDay:
    """The partnership, its areas by ONS code, an organisation, the first manager."""

    partnership: str
    areas: tuple[tuple[str, str], ...]
    organisation: str
    manager: str
    email: str
    site: str = DEFAULT_SITE

    def __post_init__(self) -> None:
        if not self.areas:
            raise NotUnderstoodError("name at least one area")
        for code, _ in self.areas:
            if not AREA.match(code):
                raise NotUnderstoodError(
                    f"'{code}' is no ONS code of an area, such as E06000024"
                )
        if not ADDRESS.match(self.email):
            raise NotUnderstoodError("the manager's e-mail address is not one")
        if not self.site.startswith(("https://", "http://localhost", "http://127.")):
            raise NotUnderstoodError("site must begin with https://")


def understood(text: str, name: str) -> FirstDay:
    """The first day as a file says it.

    Raises:
        NotUnderstoodError: it is no TOML, or lacks something.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise NotUnderstoodError(f"{name} is no TOML: {wrong}") from wrong
    try:
        return FirstDay(
            partnership=_word(said["partnership"]),
            areas=tuple(
                (_word(one["code"]), _word(one["name"])) for one in said["area"]
            ),
            organisation=_word(said["organisation"]),
            manager=_word(said["manager"]["name"]),
            email=_word(said["manager"]["email"]).lower(),
            site=_word(said.get("site", DEFAULT_SITE)).rstrip("/"),
        )
    except (KeyError, TypeError) as missing:
        raise NotUnderstoodError(
            f"{name} lacks {missing}; docs/how-to/set-up.md shows a whole one"
        ) from missing


def asked(ask: Callable[[str], str]) -> FirstDay:
    """The first day as somebody answers it.

    Raises:
        NotUnderstoodError: an answer is empty or impossible.
    """
    return FirstDay(
        partnership=_word(ask("The partnership's name")),
        areas=(
            (
                _word(ask("Its area's ONS code, such as E06000024")),
                _word(ask("Its area's name")),
            ),
        ),
        organisation=_word(ask("The council, or whoever employs the business manager")),
        manager=_word(ask("The first business manager's name")),
        email=_word(ask("Their e-mail address")).lower(),
        site=(
            ask(f"The site's address (empty for {DEFAULT_SITE})") or DEFAULT_SITE
        ).rstrip("/"),
    )


def _word(said: Any) -> str:
    if not isinstance(said, str) or not said.strip():
        raise NotUnderstoodError("every answer needs some words")
    return said.strip()
