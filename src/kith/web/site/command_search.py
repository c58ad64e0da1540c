"""``kith search rebuild``: the index of search is made anew from the records.

Exit code 0 made, 1 it cannot be made.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from kith.web.site.command_start import start


if TYPE_CHECKING:
    import argparse


DONE, STOPPED = 0, 1


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of ``kith search rebuild``."""
    parser = subparsers.add_parser("rebuild", help="make the index of search anew")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - it takes none
    """Make the index anew, in one transaction: search works meanwhile as before."""
    try:
        start()
        count = _rebuild()
    except ImproperlyConfigured as missing:
        return _refuse(str(missing))
    except DatabaseError as silent:
        return _refuse(f"the database does not answer ({type(silent).__name__})")
    sys.stdout.write(f"{count} records can be found.\n")
    return DONE


def _rebuild() -> int:
    from kith.domain.vocabulary.actors import Actor  # noqa: PLC0415 - with the rest
    from kith.web.search.actions import (  # noqa: PLC0415 - models are ready only now
        rebuild_index,
    )
    from kith.web.site.clock import real_time, site_time  # noqa: PLC0415 - likewise

    actor = Actor("Kith: search rebuild", origin="command")
    return rebuild_index(actor=actor, at=site_time(real_time()))


def _refuse(why: str) -> int:
    sys.stderr.write(f"kith search rebuild: {why}\n")
    return STOPPED
