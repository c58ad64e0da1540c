"""``kith audit verify`` and ``kith audit head``: is the trail whole, and its end kept."""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
from django.conf import settings
from django.db import DatabaseError, connection


if TYPE_CHECKING:
    import argparse


DONE, BROKEN, WRONG_USAGE = 0, 1, 2
SAID_AT_MOST = 20
"""Breaks that are listed: one cut brings no page of lines."""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of both commands."""
    verify = subparsers.add_parser("verify", help="whether the audit trail is whole")
    verify.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        help="a file of heads that `kith audit head` wrote elsewhere; unless said, the "
        "one that KITH_AUDIT_HEADS names, where it is there",
    )
    verify.set_defaults(func=_verify)
    head = subparsers.add_parser("head", help="the end of the chain, to keep elsewhere")
    head.add_argument(
        "--out", type=Path, metavar="FILE", help="add it to this file, a line a time"
    )
    head.set_defaults(func=_head)


def run(args: argparse.Namespace) -> int:
    """Whichever was asked for; 2 where there is no trail to read."""
    # Reading needs no secret and no example: only to know which database.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.web.site.settings.base")
    django.setup()
    missing = _why_no_database()
    if missing:
        return _refuse(missing)
    try:
        code: int = args.func(args)
    except DatabaseError:
        return _refuse("this database holds no audit trail; `kith setup` makes one")
    return code


def _why_no_database() -> str:
    """SQLite would make an empty file where there is none."""
    name = str(settings.DATABASES["default"]["NAME"])
    if connection.vendor != "sqlite" or ":memory:" in name or "mode=memory" in name:
        return ""
    return "" if Path(name).is_file() else f"there is no database at {name}"


def _verify(args: argparse.Namespace) -> int:
    from kith.web.audit.verifying import (  # noqa: PLC0415 - models need Django set up
        Chain,
        breaks_of_the_trail,
    )

    against = args.against or _heads_kept()
    try:
        written = _heads_in(against) if against else {}
    except (OSError, ValueError):
        return _refuse(f"{against} is no file of heads")
    chain = Chain(written=written)
    told = breaks_of_the_trail(chain)
    first = list(islice(told, SAID_AT_MOST))
    sys.stdout.write("".join(f"{one}\n" for one in first))
    found = len(first) + sum(1 for _ in told)
    if found:
        more = f", the first {SAID_AT_MOST} above" if found > SAID_AT_MOST else ""
        sys.stdout.write(f"The audit trail is broken in {_times(found)}{more}.\n")
        return BROKEN
    compared = f", {len(written)} compared with {against}" if against else ""
    sys.stdout.write(
        f"The audit trail is whole: {_events(chain.count)}{compared}; "
        f"it ends with {chain.digest or 'nothing'}\n"
    )
    return DONE


def _heads_kept() -> Path | None:
    """The file to which each day's head is added, where there was a day yet."""
    kept: Path = settings.KITH_AUDIT_HEADS
    return kept if kept.is_file() else None


def _times(count: int) -> str:
    return "1 place" if count == 1 else f"{count:,} places"


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count:,} events"


def _head(args: argparse.Namespace) -> int:
    from kith.web.audit.models import (  # noqa: PLC0415 - models need Django set up
        ChainHead,
    )

    head = ChainHead.objects.filter(pk=1).first()
    if head is None or not head.sequence:
        sys.stdout.write("The audit trail holds no event yet.\n")
        return DONE
    line = f"{head.sequence} {head.digest}"
    if args.out is None:
        sys.stdout.write(f"{line}\n")
        return DONE
    try:
        _keep(line, args.out)
    except OSError as fault:
        return _refuse(f"{args.out} cannot be written: {fault.strerror}")
    sys.stdout.write(f"{args.out}: the chain's end, event {head.sequence}\n")
    return DONE


def _keep(line: str, path: Path) -> None:
    """A line a head; the same head is kept once."""
    kept = path.read_text("utf-8").splitlines() if path.exists() else []
    if line not in kept[-1:]:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def _heads_in(path: Path) -> dict[int, str]:
    """The digests of a file of heads, by their sequence.

    Raises:
        ValueError: a line is no head.
    """
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            sequence, digest = line.split()
            found[int(sequence)] = digest
    return found


def _refuse(why: str) -> int:
    sys.stderr.write(f"kith audit: {why}\n")
    return WRONG_USAGE
