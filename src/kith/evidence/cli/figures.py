"""``kith evidence figures``: figures of an edition, for an audience."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kith.contracts.published.edition import edition_from_json
from kith.evidence.cli.asking import (
    DONE,
    WRONG_USAGE,
    UsageError,
    add_period,
    check_areas,
    check_dimensions,
    check_measures,
    complain,
    period_of,
    store_of,
    words_of,
)
from kith.evidence.cli.printing import FORMATS, print_rows
from kith.evidence.cli.public_answers import for_the_public
from kith.evidence.measures import answers
from kith.evidence.measures.answering import disagreements
from kith.evidence.measures.breakdowns import AT_MOST, DIMENSIONS, grouping_of
from kith.evidence.publish.ledger import printed_of, releases_of
from kith.evidence.store.layout import StoreLayout
from kith.evidence.store.ledger import LedgerError, entries_of


if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from typing import Any

    from kith.domain.vocabulary.figures import Figure, Status
    from kith.evidence.cli.printing import Value
    from kith.evidence.store.fact_store import FactStore


AUDIENCES = ("public", "internal")


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of ``kith evidence figures``."""
    parser = subparsers.add_parser("figures", help="print figures of an edition")
    parser.add_argument("store", metavar="STORE", help="the folder build wrote to")
    parser.add_argument(
        "--measure", action="append", nargs="+", metavar="M", help="default: all"
    )
    parser.add_argument(
        "--area", action="append", nargs="+", metavar="CODE", help="default: every area"
    )
    add_period(parser)
    parser.add_argument(
        "--by",
        action="append",
        nargs="+",
        metavar="BREAKDOWN",
        help=f"at most two of {', '.join(DIMENSIONS)}; every row names its area already",
    )
    parser.add_argument("--audience", choices=AUDIENCES, default="public")
    parser.add_argument(
        "--all-sources",
        action="store_true",
        help="also figures that agencies sent where we counted rows",
    )
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Prints the figures; reasons for what has no value go to standard error."""
    try:
        return _run(args)
    except UsageError as error:
        complain(f"kith evidence figures: {error}")
        return WRONG_USAGE


def _run(args: argparse.Namespace) -> int:
    measures, by = words_of(args.measure), words_of(args.by)
    check_measures(measures)
    check_dimensions(by, DIMENSIONS)
    if len(set(by)) > AT_MOST:
        raise UsageError(f"--by takes at most {AT_MOST} breakdowns")
    period = period_of(args)
    store = store_of(args)
    areas = words_of(args.area) or list(store.partnership.area_codes)
    check_areas(areas, store)
    told = list(answers(store, measures=measures, areas=areas, period=period, by=by))
    figures = [f for each in told for f in (each if args.all_sources else each[:1])]
    if args.audience == "public":
        figures = for_the_public(
            store, figures, period, released_before=_released_before(store, args)
        )
    _print(figures, grouping_of(by), args)
    for line in (*_reasons(figures), *disagreements(told)):
        complain(line)
    return DONE


def _released_before(store: FactStore, args: argparse.Namespace) -> list[Figure]:
    """What the ledger holds of the same rows."""
    if store.public is None:
        return []
    about = edition_from_json((store.public / "edition.json").read_text("utf-8"))
    try:
        known = releases_of(entries_of(StoreLayout(Path(args.store)).ledger))
    except LedgerError as error:
        raise UsageError(str(error)) from None
    return printed_of(known.values(), about.inputs_digest)


def _print(
    figures: Sequence[Figure], grouping: Sequence[str], args: argparse.Namespace
) -> None:
    columns = [
        *("measure", "area", "from", "to"),
        *grouping,
        *("numerator", "denominator", "value", "unit", "status"),
        *(["source"] if args.all_sources else []),
    ]
    print_rows(columns, [_row(figure) for figure in figures], args.format)


def _row(figure: Figure) -> dict[str, Value]:
    return {
        "measure": figure.measure,
        "area": figure.area,
        "from": figure.period.first,
        "to": figure.period.last,
        **{cell.dimension: cell.value for cell in figure.breakdown},
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
        "unit": figure.unit.value,
        "status": figure.status.value,
        "source": figure.source,
    }


def _reasons(figures: Sequence[Figure]) -> Iterator[str]:
    """Each reason once, with the measures it is about."""
    about: dict[tuple[Status, str], list[str]] = {}
    for figure in figures:
        if figure.reason:
            about.setdefault((figure.status, figure.reason), []).append(figure.measure)
    for (status, reason), measures in about.items():
        names = ", ".join(dict.fromkeys(measures))
        yield f"{names}: {status.value.replace('_', ' ')}: {reason}"
