"""``kith evidence build``: turns a folder of returns into an edition."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kith.contracts.commands.builds import BuildAnswer
from kith.contracts.commands.checks import Severity
from kith.evidence.cli.clock import now
from kith.evidence.disclosure import NotReleasableError
from kith.evidence.runs.build import build
from kith.evidence.runs.gathering import NO_RETURN
from kith.evidence.runs.outcome import BuildOutcome, BuildRequest, WrongRequestError
from kith.evidence.store.child_keys import KeyringError
from kith.evidence.store.errors import StoreError
from kith.evidence.store.layout import StoreLayout
from kith.evidence.store.returns import PARTNERSHIP, UNREADABLE


if TYPE_CHECKING:
    from kith.contracts.commands.checks import Finding


DONE, STOPPED, WRONG_USAGE = 0, 1, 2


def add_parser(
    subparsers: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    """The arguments of ``kith evidence build``."""
    parser = subparsers.add_parser(
        "build", help="turn a folder of returns into an edition"
    )
    parser.add_argument(
        "returns",
        metavar="RETURNS_DIR",
        type=_folder,
        help="a folder of returns; each is a folder with a return.toml",
    )
    parser.add_argument(
        "--out",
        metavar="STORE",
        type=_folder,
        required=True,
        help="the store to build in; made if it is not there",
    )
    parser.add_argument(
        "--edition", metavar="NAME", help="default: the report period's last day"
    )
    parser.add_argument(
        "--engine", choices=("duckdb",), default="duckdb", help="what counts"
    )
    parser.add_argument(
        "--leave-out",
        metavar="RETURN",
        action="append",
        default=[],
        help="build without this return and show the gap; may be repeated",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(func=run)


def _folder(text: str) -> Path:
    # An unset variable in a script would else mean the folder one stands in.
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder, it is empty")
    return Path(text)


def run(args: argparse.Namespace) -> int:
    """Build, and say what came of it. Returns the exit code."""
    keyring = os.environ.get("KITH_KEYRING")
    request = BuildRequest(
        returns=args.returns,
        store=args.out,
        edition=args.edition,
        leave_out=tuple(args.leave_out),
        keyring=Path(keyring) if keyring else None,
    )
    try:
        outcome = build(request, at=now)
    except WrongRequestError as fault:
        return _refuse(str(fault), WRONG_USAGE)
    except (StoreError, KeyringError, NotReleasableError) as fault:
        return _refuse(str(fault), STOPPED)
    if args.format == "json":
        said = json.dumps(_answer(outcome).as_json(), ensure_ascii=False, indent=1)
        sys.stdout.write(f"{said}\n")
        return STOPPED if outcome.build is None else DONE
    if outcome.build is None:
        sys.stderr.write("\n".join(_stopped(outcome, request)) + "\n")
        return STOPPED
    sys.stdout.write("\n".join(_summary(outcome, request)) + "\n")
    return DONE


def _answer(outcome: BuildOutcome) -> BuildAnswer:
    is_built = outcome.build is not None
    return BuildAnswer(
        edition=(outcome.edition or "") if is_built else "",
        returns=outcome.returns,
        left_out=outcome.left_out,
        rows_read=outcome.rows_read,
        rows_quarantined=outcome.rows_quarantined,
        rows_superseded=outcome.rows_superseded,
        figures=outcome.figures,
        findings={one.value: outcome.by_severity[one] for one in Severity},
        stops=outcome.stops,
    )


def _refuse(message: str, code: int) -> int:
    sys.stderr.write(f"kith evidence build: {message}\n")
    return code


def _stopped(outcome: BuildOutcome, request: BuildRequest) -> list[str]:
    stands = (
        "the edition before still stands"
        if StoreLayout(request.store).current.exists()
        else "there is no edition before it"
    )
    lines = [
        f"kith evidence build: nothing was published; {stands}.",
        *(f"  {_stop(finding)}" for finding in outcome.stops),
    ]
    if any(_is_of_a_return(finding) for finding in outcome.stops):
        lines.append(
            "  To publish without one return, its gap shown: --leave-out RETURN"
        )
    return lines


def _stop(finding: Finding) -> str:
    place = f"{finding.file} [{finding.sheet}]" if finding.sheet else finding.file
    named = finding.message.startswith(finding.file)
    where = "" if named and not finding.sheet else f"{place}: "
    return f"{where}{finding.message.rstrip('.')}. {finding.remedy}"


def _is_of_a_return(finding: Finding) -> bool:
    return finding.rule not in {NO_RETURN, UNREADABLE} and finding.file != PARTNERSHIP


def _summary(outcome: BuildOutcome, request: BuildRequest) -> list[str]:
    left_out = f", left out: {', '.join(outcome.left_out)}" if outcome.left_out else ""
    counts = outcome.by_severity
    said = ", ".join(f"{counts[severity]:,} {severity.value}" for severity in Severity)
    return [
        f"Returns read: {outcome.returns}{left_out}",
        (
            f"Rows read: {outcome.rows_read:,} = {outcome.rows_accepted:,} accepted "
            f"+ {outcome.rows_quarantined:,} quarantined"
        ),
        (
            f"Superseded, told again by a fuller or later return: "
            f"{outcome.rows_superseded:,}"
        ),
        f"Findings: {said}",
        (
            f"Figures: {outcome.figures:,}, small numbers hidden; a candidate, which "
            "the public does not see yet"
        ),
        f"Edition {outcome.edition} stands in {request.store}",
        (
            f"To release it: kith evidence release propose {request.store} "
            f"--edition {outcome.edition}"
        ),
    ]
