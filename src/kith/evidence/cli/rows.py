"""``kith evidence rows``: the rows a figure counts, for internal use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.cli.asking import (
    DONE,
    WRONG_USAGE,
    UsageError,
    add_period,
    check_areas,
    check_measures,
    complain,
    period_of,
    store_of,
)
from kith.evidence.cli.printing import FORMATS, print_rows
from kith.evidence.measures import rows


if TYPE_CHECKING:
    import argparse
    from typing import Any


INTERNAL = (
    "kith evidence rows: for internal use; nothing is hidden. It names no child, but "
    "a row's place in a return leads to one."
)


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of ``kith evidence rows``."""
    parser = subparsers.add_parser("rows", help="print the rows that a figure counts")
    parser.add_argument("store", metavar="STORE", help="the folder build wrote to")
    parser.add_argument("--measure", required=True, metavar="M")
    parser.add_argument("--area", required=True, metavar="CODE")
    add_period(parser)
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Prints one line for each counted unit, and where it was told."""
    try:
        check_measures([args.measure])
        period = period_of(args)
        store = store_of(args)
        check_areas([args.area], store)
    except UsageError as error:
        complain(f"kith evidence rows: {error}")
        return WRONG_USAGE
    counted = rows(store, measure=args.measure, area=args.area, period=period)
    complain(INTERNAL)
    print_rows(counted.column_names, counted.to_pylist(), args.format)
    return DONE
