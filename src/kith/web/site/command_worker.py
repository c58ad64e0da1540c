"""``kith worker``: does the background work, where the web server runs elsewhere.

Exit code 0 ended as told, 1 it cannot start.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured

from kith.web.site.command_start import start


if TYPE_CHECKING:
    import argparse


DONE, STOPPED = 0, 1


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of ``kith worker``."""
    parser = subparsers.add_parser("worker", help="do the background work")
    parser.add_argument(
        "--once", action="store_true", help="do what is ready and due now, then end"
    )
    parser.add_argument("--beside", type=int, help="end when this process is gone")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Work until told to stop."""
    try:
        start()
    except ImproperlyConfigured as missing:
        sys.stderr.write(f"kith worker: {missing}\n")
        return STOPPED
    from kith.web.site.worker import (  # noqa: PLC0415 - models are ready only now
        KithWorker,
        look_round,
    )

    worker = KithWorker(parent=args.beside)
    worker.listen()
    if args.once:
        look_round()
        worker.work_once()
        return DONE
    worker.run()
    return DONE
