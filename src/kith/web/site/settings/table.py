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
        "KITH_PROXIES",
        "0",
        "How many reverse proxies of your own stand in front, each adding to "
        "`X-Forwarded-For`. Without it the audit trail names the proxy's address.",
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
        "Where whoever needs a page or a document in another form may write.",
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
        "KITH_ADDRESS",
        "http://127.0.0.1:8000",
        "Where people reach the site: the links in e-mails begin with it.",
    ),
    Setting(
        "KITH_SMTP_URL",
        "",
        "The server that sends e-mail: `smtp://user:password@host:587` (STARTTLS) or "
        "`smtps://user:password@host:465`. Unset, e-mails are files in KITH_HOME/mail.",
    ),
    Setting(
        "KITH_MAIL_FROM",
        "kith@localhost",
        "The address that e-mails come from.",
    ),
    Setting(
        "KITH_LEAD_WAITS_DAYS",
        "5",
        "How many days something stands with delegated partners and agency leads "
        "before a lead safeguarding partner is nudged. A choice of the partnership.",
    ),
    Setting(
        "KITH_AUDIT_HEADS",
        "KITH_HOME/audit-heads.txt",
        "The file to which each day's end of the audit chain is added; best on another "
        "machine. `kith audit verify` compares the trail with it.",
    ),
    Setting(
        "KITH_UNUSUAL_READING",
        "in_an_hour=30 at_night=5 night_from=23 night_to=5 days_after_conflict=14",
        "From how much restricted reading on somebody is asked about it; a choice of "
        "the partnership. What is not named keeps its value.",
    ),
    Setting(
        "KITH_WORKERS",
        "2",
        "How many processes `kith serve` starts; each has four threads.",
    ),
    Setting(
        "KITH_DEBUG",
        "0",
        "1 shows faults in full on the command line; they may hold personal values. "
        "0 takes the role chooser away from the example, where it is 1 unless said.",
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
