"""Every setting of Kith, in one table: the settings read it, the docs print it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Setting:
    """A setting's name in the environment, its value when unset, and its meaning."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting(
        "KITH_HOME",
        "./var",
        "Folder of everything Kith keeps: the store, the SQLite database, returns, "
        "files.",
    ),
    Setting(
        "KITH_STORE",
        "KITH_HOME/store",
        "The evidence store whose published edition the site shows.",
    ),
    Setting(
        "KITH_DATABASE_URL",
        "sqlite:///KITH_HOME/kith.sqlite3",
        "The database: `postgres://user:password@host/name` for a partnership, "
        "SQLite to try Kith.",
    ),
    Setting(
        "KITH_SECRET_KEY",
        "",
        "A long random text, kept secret; needed unless KITH_EXAMPLE is 1.",
    ),
    Setting(
        "KITH_HOSTS",
        "127.0.0.1,localhost",
        "The names the site answers to, with commas between.",
    ),
    Setting(
        "KITH_HTTPS",
        "0",
        "1 where the site is reached by https: sends people there and tells browsers "
        "to stay.",
    ),
    Setting(
        "KITH_EXAMPLE",
        "0",
        "1 serves the example partnership on this machine, with its own clock and "
        "invented data.",
    ),
    Setting(
        "KITH_CLOCK",
        "2021-01-15 in the example, else the real day",
        "The day the site stands at. What is open now always uses the real time.",
    ),
    Setting(
        "KITH_CONTACTS",
        "KITH_HOME/contacts.toml",
        "The partnership's own telephone numbers and hours, for the page "
        "“Worried about a child?”.",
    ),
    Setting(
        "KITH_CONTACT_EMAIL",
        "",
        "Where “ask about this number” and requests about accessibility go.",
    ),
    Setting(
        "KITH_CLAMD",
        "",
        "ClamAV's daemon, as `host:port` or the path of its socket. Without it, files "
        "are kept and marked “not scanned”.",
    ),
    Setting(
        "KITH_FILE_MEGABYTES",
        "25",
        "The largest file that may be uploaded, in megabytes.",
    ),
    Setting(
        "KITH_WORKERS",
        "2",
        "How many processes `kith serve` starts; each has four threads.",
    ),
    Setting(
        "KITH_DEBUG",
        "0",
        "1 shows faults in full: on the command line, and on pages of the example "
        "alone. They may hold personal values.",
    ),
)


def said(name: str, environment: Mapping[str, str] | None = None) -> str:
    """What the environment says of a setting of the table; empty for nothing."""
    if name not in {setting.name for setting in SETTINGS}:
        raise KeyError(f"{name} is not in the table of settings")
    return (os.environ if environment is None else environment).get(name, "").strip()


def is_on(name: str, environment: Mapping[str, str] | None = None) -> bool:
    """Whether a yes-or-no setting is 1."""
    return said(name, environment) == "1"


def reference() -> str:
    """The page ``docs/reference/settings.md``."""
    lines = [
        "# Settings",
        "",
        "Kith reads its settings from the environment. This page is written from",
        "the table the settings read.",
        "",
        "| setting | when unset | meaning |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{one.name}` | {f'`{one.default}`' if one.default else 'nothing'} "
        f"| {one.meaning} |"
        for one in SETTINGS
    ]
    return "\n".join(lines) + "\n"
