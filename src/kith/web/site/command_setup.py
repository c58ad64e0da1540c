"""``kith setup``: a partnership's first day, from one small file or by asking.

In: a TOML file (docs/how-to/set-up.md), or answers on the terminal. Out: the tables, the
partnership, its areas, an organisation, and the first business manager's invitation,
whose link is printed once and kept nowhere. Exit code 0 done, 1 it cannot be done or was
done before, 2 the file says something that is not understood.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from kith.web.site.clock import real_time, site_time
from kith.web.site.command_start import start
from kith.web.site.first_day import (
    FirstDay,
    NotUnderstoodError,
    asked,
    understood,
)


if TYPE_CHECKING:
    import argparse


DONE, STOPPED, WRONG_USAGE = 0, 1, 2
SAID_ONCE = "This link lets them in once, for seven days; it is not shown again:\n"


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of ``kith setup``."""
    parser = subparsers.add_parser("setup", help="make a partnership's first day")
    parser.add_argument(
        "--from", dest="file", type=Path, metavar="FILE.toml", help="what to make"
    )
    parser.add_argument(
        "--update",
        action="store_true",
        help="after an update of Kith: bring the tables up to date, and nothing else",
    )
    parser.add_argument(
        "--let-in",
        metavar="ADDRESS",
        help="after an archive was read in: print a link for a business manager",
    )
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Make the tables and the first day; prints the invitation's link once."""
    try:
        start()
        if args.update:
            return _update()
        if args.let_in:
            return _let_in(args.let_in.strip())
        day = _read(args.file) if args.file else asked(_ask)
    except ImproperlyConfigured as missing:
        return _refuse(str(missing), STOPPED)
    except NotUnderstoodError as wrong:
        return _refuse(str(wrong), WRONG_USAGE)
    except EOFError:
        return _refuse("no answer; give a file with --from FILE.toml", WRONG_USAGE)
    return _make(day)


def _update() -> int:
    _migrate()
    sys.stdout.write("The tables are up to date.\n")
    return DONE


def _migrate() -> None:
    from django.conf import settings  # noqa: PLC0415 - they are read only now
    from django.core.management import call_command  # noqa: PLC0415 - as above

    settings.KITH_HOME.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)


def _let_in(email: str) -> int:
    from django.conf import settings  # noqa: PLC0415 - they are read only now

    from kith.web.site.setup import (  # noqa: PLC0415 - models are ready only now
        let_in,
        why_not_let_in,
    )

    now = real_time()
    try:
        why_not = why_not_let_in(email, at=site_time(now))
    except DatabaseError:
        why_not = "there is no partnership in this database yet"
    if why_not:
        return _refuse(why_not, STOPPED)
    link = let_in(email=email, site=settings.KITH_ADDRESS, at=site_time(now), now=now)
    sys.stdout.write(f"{SAID_ONCE}  {link}\n")
    return DONE


def _make(day: FirstDay) -> int:
    from kith.web.site.setup import (  # noqa: PLC0415 - models are ready only now
        set_up,
        why_not_set_up,
    )

    _migrate()
    why_not = why_not_set_up()
    if why_not:
        return _refuse(why_not, STOPPED)
    now = real_time()
    link = set_up(day=day, at=site_time(now), now=now)
    sys.stdout.write(
        f"{day.partnership} stands, with {day.manager} as its business manager.\n"
        f"{SAID_ONCE}  {link}\n"
    )
    return DONE


def _read(path: Path) -> FirstDay:
    try:
        return understood(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as unread:
        raise NotUnderstoodError(f"{path.name} cannot be read") from unread


def _ask(question: str) -> str:
    return input(f"{question}: ").strip()


def _refuse(why: str, code: int) -> int:
    sys.stderr.write(f"kith setup: {why}\n")
    return code
