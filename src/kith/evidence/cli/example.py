"""``kith example``: writes the example partnership's returns."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kith.evidence.invent.example import ExampleInTheWay, write_example
from kith.evidence.invent.example_data import ExampleDataAbsent


if TYPE_CHECKING:
    import argparse


DONE, STOPPED, WRONG_USAGE = 0, 1, 2


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The arguments of ``kith example``."""
    parser = subparsers.add_parser(
        "example", help="write the example partnership's returns (invented data)"
    )
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="DIR",
        help="folder in which `returns` is made",
    )
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Write the returns and say where they stand."""
    started = time.perf_counter()
    try:
        returns = write_example(args.out)
    except (ExampleInTheWay, ExampleDataAbsent) as refusal:
        sys.stderr.write(f"kith example: {refusal}\n")
        return STOPPED if isinstance(refusal, ExampleDataAbsent) else WRONG_USAGE
    except OSError as fault:
        sys.stderr.write(
            f"kith example: cannot write to {args.out}: {fault.strerror}\n"
        )
        return WRONG_USAGE
    count = sum(1 for folder in returns.iterdir() if folder.is_dir())
    seconds = time.perf_counter() - started
    sys.stdout.write(
        f"{count} invented returns stand in {returns} ({seconds:.1f} seconds).\n"
    )
    return DONE
