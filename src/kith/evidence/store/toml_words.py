"""A small TOML file read word by word; each defect is one finding, none a crash."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kith.contracts.commands.checks import Finding, Severity
from kith.domain.vocabulary.periods import is_of_our_time


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


LARGEST = 1_000_000
"""Bytes; a head or a partnership's file is a few hundred."""


@dataclass
class TomlWords:
    """The words of one file, and what is wrong with them.

    ``where`` names the file in findings. A finding says which word and what kind of
    value stands there, never the value.
    """

    where: str
    words: Mapping[str, Any]
    findings: list[Finding] = field(default_factory=list)
    read: set[str] = field(default_factory=set)

    def text(self, key: str) -> str | None:
        """A text that is not blank; a finding where it is absent or another kind."""
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.stop(key, "is not a text that says something", "Write it in quotes.")
        return None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A text, or a list of texts."""
        value = self._value(key)
        if value is None:
            return None
        listed = [value] if isinstance(value, str) else value
        if (
            isinstance(listed, list)
            and listed
            and all(isinstance(one, str) for one in listed)
        ):
            return tuple(one.strip() for one in listed)
        self.stop(key, "is neither a text nor a list of texts", "Write it in quotes.")
        return None

    def day(self, key: str, *, needed: bool = True) -> date | None:
        """A day, as TOML's own date or as an ISO text."""
        value = self._value(key, needed=needed)
        if isinstance(value, str):
            value = _iso_day(value)
        if isinstance(value, date) and not isinstance(value, datetime):
            if is_of_our_time(value):
                return value
            self.stop(key, "lies outside the years 1900 to 2199", "Correct the year.")
            return None
        if value is not None or (key in self.words and self.words[key] is not None):
            self.stop(key, "is not a day", "Write it as 2020-12-31.")
        return None

    def flag(self, key: str) -> bool:
        """True or false; false where it is absent."""
        value = self._value(key, needed=False)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.stop(key, "is neither true nor false", "Write true or false.")
        return False

    def stop(self, key: str, what: str, remedy: str) -> None:
        """The file cannot be used: this word is why."""
        self._say(Severity.STOP, key, what, remedy)

    def warn(self, key: str, what: str, remedy: str) -> None:
        """The file can be used, but somebody should look at this word."""
        self._say(Severity.WARN, key, what, remedy)

    def note(self, key: str, what: str, remedy: str) -> None:
        """Nothing is wrong, but it is said what this word brings about."""
        self._say(Severity.NOTE, key, what, remedy)

    def warn_of_unread(self) -> None:
        """Every word that nothing read is a finding: it may be a slip of the pen."""
        for key in sorted(set(self.words) - self.read):
            self.warn(key, "is not a word Kith knows here", "Check its spelling.")

    def is_unusable(self) -> bool:
        """Whether a defect keeps the file from being used."""
        return any(f.severity is Severity.STOP for f in self.findings)

    def _value(self, key: str, *, needed: bool = True) -> object:
        self.read.add(key)
        value: object = self.words.get(key)
        if value is None and needed:
            self.stop(key, "is missing", f"Add a line: {key} = …")
        return value

    def _say(self, severity: Severity, key: str, what: str, remedy: str) -> None:
        self.findings.append(
            Finding(
                rule=f"head_{severity.value}",
                severity=severity,
                file=self.where,
                message=f"{self.where}: '{key}' {what}.",
                remedy=remedy,
                column=key,
            )
        )


def read_toml(path: Path, where: str) -> TomlWords:
    """The file's words; none, and one ``stop`` finding, where it is not TOML."""
    try:
        if path.stat().st_size > LARGEST:
            return _unreadable(where, "is too large to be a head", "Check the file.")
        return TomlWords(where, tomllib.loads(path.read_text("utf-8-sig")))
    except FileNotFoundError:
        return _unreadable(where, "is a link to nothing", "Put the file itself there.")
    except OSError as fault:
        return _unreadable(
            where, f"cannot be read ({type(fault).__name__})", "Check its permissions."
        )
    except UnicodeDecodeError:
        return _unreadable(where, "is not UTF-8 text", "Save it as UTF-8.")
    except tomllib.TOMLDecodeError as fault:
        place = str(fault).rpartition("(")[2].rstrip(")") or "unknown place"
        return _unreadable(
            where,
            f"is not TOML ({place})",
            "Correct that line: texts stand in quotes, and a day such as 2020-12-31 "
            "must exist.",
        )


def _unreadable(where: str, what: str, remedy: str) -> TomlWords:
    fault = Finding("head_unreadable", Severity.STOP, where, f"{where} {what}.", remedy)
    return TomlWords(where, {}, [fault])


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
