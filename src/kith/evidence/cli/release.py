"""``kith evidence release``: what the public has been told, and what it may be told."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kith.contracts.commands.releases import Decision, ReleaseRequest
from kith.contracts.published.ledger import table_to_words
from kith.evidence.cli.asking import (
    DONE,
    STOPPED,
    WRONG_USAGE,
    UsageError,
    check_areas,
    check_dimensions,
    check_measures,
    complain,
    period_of,
    words_of,
)
from kith.evidence.cli.clock import now
from kith.evidence.cli.printing import print_rows
from kith.evidence.measures.breakdowns import AT_MOST, DIMENSIONS, grouping_of
from kith.evidence.runs.outcome import WrongRequestError
from kith.evidence.runs.releasing import approve, listed, propose, shown, told, withdraw
from kith.evidence.store.errors import StoreError
from kith.evidence.store.fact_store import open_store
from kith.evidence.store.layout import StoreLayout, is_edition_name
from kith.evidence.store.ledger import breaks, entries_of, head_of


if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from typing import Any

    from kith.contracts.commands.releases import (
        LeaveOut,
        ReleaseAnswer,
        ReleaseListed,
    )
    from kith.evidence.store.fact_store import FactStore

    Step = Callable[[argparse.Namespace], int]


AUDIENCES = ("public",)
FORMATS = ("text", "json")
_NAMES = ("measure", "area", "from", "to", "cell", *DIMENSIONS)
_LONGEST_TITLE = 200


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of ``kith evidence release`` and its steps."""
    parser = subparsers.add_parser(
        "release", help="propose, approve, withdraw and list what the public is told"
    )
    steps = parser.add_subparsers(
        required=True, metavar="propose|approve|withdraw|list|show|verify"
    )
    _add_propose(steps)
    _add_step(steps, "approve", "the release goes out", _approve, by=True)
    _add_step(steps, "withdraw", "the release is taken back", _withdraw)
    show = _add(steps, "list", "every release and where it stands", _list)
    show.add_argument("--format", choices=FORMATS, default="text")
    one = _add(steps, "show", "one release, with its table as it is printed", _show)
    one.add_argument("release", metavar="ID", help="as propose printed it")
    one.add_argument("--format", choices=FORMATS, default="text")
    _add(steps, "verify", "whether the ledger is whole", _verify)


def _add(steps: Any, name: str, help_: str, step: Step) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = steps.add_parser(name, help=help_)
    parser.add_argument("store", metavar="STORE", help="the folder build wrote to")
    parser.set_defaults(func=run, step=step, named=name)
    return parser


def _add_step(
    steps: Any, name: str, help_: str, step: Step, *, by: bool = False
) -> None:
    parser = _add(steps, name, help_, step)
    parser.add_argument("release", metavar="ID", help="as propose printed it")
    parser.add_argument("--by", metavar="NAME", required=by, default="", help="who")
    if not by:
        parser.add_argument("--because", metavar="TEXT", required=True)
    parser.add_argument("--format", choices=FORMATS, default="text")


def _add_propose(steps: Any) -> None:
    parser = _add(steps, "propose", "may this table go out?", _propose)
    parser.add_argument("--edition", metavar="NAME", default="")
    many: dict[str, Any] = {"action": "append", "nargs": "+"}
    parser.add_argument("--measure", metavar="M", **many)
    parser.add_argument("--area", metavar="CODE", help="default: every area", **many)
    parser.add_argument("--from", dest="first", metavar="DATE")
    parser.add_argument("--to", dest="last", metavar="DATE", help="last day, included")
    parser.add_argument("--by", metavar="BREAKDOWN", help="at most two", **many)
    parser.add_argument(
        "--totals", action="store_true", help="also what the breakdowns add up to"
    )
    parser.add_argument(
        "--leave-out",
        metavar="NAME=VALUE,…",
        action="append",
        default=[],
        help="hide the cells that all these name: measure, area or a breakdown",
    )
    parser.add_argument(
        "--hide-more",
        action="store_true",
        help="hide also whatever it takes beside what was released before",
    )
    parser.add_argument("--audience", choices=AUDIENCES, default="public")
    parser.add_argument("--title", default="", help="what the table is printed in")
    parser.add_argument("--format", choices=FORMATS, default="text")


def run(args: argparse.Namespace) -> int:
    """One step; exit code 1 where a table is refused or the ledger is broken."""
    try:
        step: Step = args.step
        return step(args)
    except (UsageError, WrongRequestError) as error:
        complain(f"kith evidence release {args.named}: {error}")
        return WRONG_USAGE
    except StoreError as error:
        complain(f"kith evidence release {args.named}: {error}")
        return STOPPED


def _propose(args: argparse.Namespace) -> int:
    if args.edition and not is_edition_name(args.edition):
        raise UsageError(f"'{args.edition}' is no edition's name")
    store = _open(args, args.edition or None)
    request = _request(args, store)
    answer = propose(store, _layout(args), request, at=now())
    return _say(answer, args, f"kith evidence release approve {args.store}")


def _approve(args: argparse.Namespace) -> int:
    answer = approve(
        lambda edition: _open(args, edition),
        _layout(args),
        args.release,
        by=args.by,
        at=now(),
    )
    return _say(answer, args, "")


def _withdraw(args: argparse.Namespace) -> int:
    _open(args)
    withdraw(_layout(args), args.release, by=args.by, because=args.because, at=now())
    if args.format == "json":
        _print_json({"release": args.release, "state": "withdrawn"})
    else:
        print(f"{args.release} is withdrawn. What it told stays known.")  # noqa: T201 - a command's answer
    return DONE


def _list(args: argparse.Namespace) -> int:
    _open(args)
    found = listed(_layout(args))
    if args.format == "json":
        _print_json([release.as_json() for release in found])
        return DONE
    columns = ("release", "state", "figures", "rule_set", "edition", "by", "what")
    print_rows(columns, [_row(release) for release in found], "table")
    return DONE


def _show(args: argparse.Namespace) -> int:
    _open(args)
    found = shown(_layout(args), args.release)
    table = table_to_words(found.table)
    if args.format == "json":
        events = [told(event) for event in found.events]
        words = {"release": found.name, "state": found.state.value}
        _print_json({**words, "events": events, "table": table})
        return DONE
    columns = ("measure", "area", "from", "to", "by", "value", "status")
    rows = [
        {**one, "by": ", ".join("=".join(cell) for cell in one.get("by", ()))}
        for one in table["figures"]
    ]
    lines = [{name: row.get(name, "") for name in columns} for row in rows]
    print_rows(columns, lines, "table")
    return DONE


def _verify(args: argparse.Namespace) -> int:
    _open(args)
    folder = _layout(args).ledger
    count, faults = breaks(folder)
    if faults:
        sys.stdout.write("".join(f"{fault}\n" for fault in faults))
        places = "1 place" if len(faults) == 1 else f"{len(faults)} places"
        sys.stdout.write(f"The release ledger is broken in {places}.\n")
        return STOPPED
    end = head_of(entries_of(folder)) or "nothing"
    events = "1 event" if count == 1 else f"{count:,} events"
    sys.stdout.write(f"The release ledger is whole: {events}; it ends with {end}\n")
    return DONE


def _request(args: argparse.Namespace, store: FactStore) -> ReleaseRequest:
    measures, by = words_of(args.measure), words_of(args.by)
    title = " ".join(args.title.split())[:_LONGEST_TITLE]
    left_out = tuple(_cells(text) for text in args.leave_out)
    if args.edition:
        if measures or by or args.area or args.first or args.last or args.totals:
            raise UsageError("--edition is a whole edition: it takes no other table")
        return ReleaseRequest(
            edition=args.edition,
            left_out=left_out,
            hides_more=args.hide_more,
            title=title,
        )
    if not (measures and args.first and args.last):
        raise UsageError(
            "name --measure, --from and --to, or --edition for all that it prints"
        )
    check_measures(measures)
    check_dimensions(by, DIMENSIONS)
    if len(set(by)) > AT_MOST:
        raise UsageError(f"--by takes at most {AT_MOST} breakdowns")
    period = period_of(args)
    areas = words_of(args.area) or list(store.partnership.area_codes)
    check_areas(areas, store)
    return ReleaseRequest(
        measures=tuple(measures),
        areas=tuple(areas),
        first=period.first,
        last=period.last,
        by=grouping_of(by),
        totals=args.totals,
        left_out=left_out,
        hides_more=args.hide_more,
        title=title,
    )


def _cells(text: str) -> LeaveOut:
    """``measure=referrals,sex=male`` as pairs.

    Raises:
        UsageError: a part is no pair, or names nothing that a cell has.
    """
    pairs = []
    for part in text.split(","):
        name, equals, word = part.partition("=")
        if not equals or not word or name not in _NAMES:
            raise UsageError(
                f"--leave-out '{part}': write NAME=VALUE, the name one of "
                f"{', '.join(_NAMES)}"
            )
        pairs.append((name, word))
    return tuple(pairs)


def _open(args: argparse.Namespace, edition: str | None = None) -> FactStore:
    try:
        return open_store(Path(args.store), edition)
    except StoreError as error:
        raise UsageError(str(error)) from None


def _layout(args: argparse.Namespace) -> StoreLayout:
    return StoreLayout(Path(args.store))


def _say(answer: ReleaseAnswer, args: argparse.Namespace, approve_with: str) -> int:
    refused = answer.decision is Decision.REFUSED
    if args.format == "json":
        _print_json(answer.as_json())
    else:
        lines = _lines(answer, approve_with)
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return STOPPED if refused else DONE


def _lines(answer: ReleaseAnswer, approve_with: str) -> Iterator[str]:
    if answer.decision is Decision.REFUSED:
        yield f"{answer.release} is refused."
        yield from (f"  {reason}" for reason in answer.reasons)
        if answer.cure:
            yield "It may be approved after one of these changes:"
        for cure in answer.cure:
            yield f"  {cure.words}"
            yield f"    {' '.join(cure.options)}"
        return
    yield from answer.reasons
    if not answer.reasons and approve_with:
        yield f"{answer.release} may be approved: {approve_with} {answer.release} --by NAME"
    elif not answer.reasons:
        yield f"{answer.release} is released."


def _row(release: ReleaseListed) -> dict[str, str | int]:
    asked = release.asked
    parts = [
        asked.get("title", ""),
        f"edition {asked['edition']}" if "edition" in asked else "",
        ", ".join(asked.get("measures", [])),
        f"{asked['from']} to {asked['to']}" if "from" in asked else "",
        f"by {' and '.join(asked['by'])}" if "by" in asked else "",
    ]
    approvers = [e["by"] for e in release.events if e["happened"] == "approved"]
    return {
        "release": release.release,
        "state": release.state,
        "figures": release.figures,
        "rule_set": release.rule_set,
        "edition": release.edition,
        "by": approvers[0] if approvers else "",
        "what": "; ".join(part for part in parts if part),
    }


def _print_json(words: object) -> None:
    sys.stdout.write(json.dumps(words, ensure_ascii=False, indent=1) + "\n")
