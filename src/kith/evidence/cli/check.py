"""``kith evidence check``: reads files as a feed and says what is wrong."""

from __future__ import annotations

import csv
import json
import re
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import CheckReport, Finding
from kith.contracts.feeds import FEEDS
from kith.evidence.cli.check_words import in_words
from kith.evidence.cli.clock import now
from kith.evidence.cli.loose_files import check_loose_files


if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


DONE, STOPPED, WRONG_USAGE = 0, 1, 2

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_AREA = re.compile(r"[A-Z]\d{8}")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The arguments of ``kith evidence check``."""
    parser = subparsers.add_parser(
        "check",
        help="read files as a feed and say what is wrong",
        description="Reads files as a feed and says what is wrong. Nothing is stored. "
        "Exit code 0: done; 1: something stops a run; 2: wrong usage.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument(
        "--as", dest="feed", required=True, metavar="FEED", help=", ".join(FEEDS)
    )
    parser.add_argument("--area", metavar="CODE", help="ONS code the files are about")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Check the files and print the report; returns the exit code."""
    wrong = _wrong_usage(args.files, args.feed, args.area)
    if wrong:
        sys.stderr.write(f"kith evidence check: {wrong}\n")
        return WRONG_USAGE
    report = check_loose_files(
        args.files, args.feed, area=args.area, today=now().date()
    )
    _PRINTERS[args.format](report)
    for stop in report.stops:
        place = " ".join(part for part in (stop.file, stop.sheet, stop.column) if part)
        sys.stderr.write(f"kith evidence check: {place}: {stop.message}\n")
    return STOPPED if report.stops else DONE


def _wrong_usage(files: Sequence[Path], feed: str, area: str | None) -> str:
    if feed not in FEEDS:
        return f"there is no feed '{feed}'; the feeds are {', '.join(FEEDS)}"
    if area is not None and not _AREA.fullmatch(area):
        return f"'{area}' is not an ONS code such as E06000024"
    for path in files:
        if not path.exists():
            return f"there is no file {path}"
        if path.is_dir():
            return f"{path} is a folder; name the files in it"
    return ""


def _print_text(report: CheckReport) -> None:
    sys.stdout.write(in_words(report))


def _print_json(report: CheckReport) -> None:
    json.dump(report.as_json(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")


def _print_csv(report: CheckReport) -> None:
    names = [field.name for field in fields(Finding)]
    writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: _inert(value) for name, value in asdict(finding).items()}
        for finding in report.findings
    )


def _inert(value: object) -> object:
    """A header or sheet may be called ``=cmd(…)``: a spreadsheet must not run it."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


_PRINTERS = {"text": _print_text, "json": _print_json, "csv": _print_csv}
