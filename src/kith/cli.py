"""The ``kith`` command: finds the sub-command's module and runs it.

The only module that may import both halves; each sub-command is imported when it
is asked for, so that ``kith clock`` needs neither DuckDB nor Django.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kith.contracts.register import RegisterError


if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


DONE, STOPPED, WRONG_USAGE = 0, 1, 2
HIGHEST_PORT = 65_535


@dataclass(frozen=True)
class Command:
    """Where a sub-command lives and what it is for."""

    module: str
    purpose: str


COMMANDS: dict[tuple[str, ...], Command] = {
    ("demo",): Command(
        "kith.cli", "build the example partnership, then serve it on this machine"
    ),
    ("serve",): Command("kith.web.site.command", "serve the site"),
    ("setup",): Command(
        "kith.web.site.command_setup", "make a partnership's first day"
    ),
    ("worker",): Command(
        "kith.web.site.command_worker", "do the background work, apart from the server"
    ),
    ("search", "rebuild"): Command(
        "kith.web.site.command_search", "make the index of search anew"
    ),
    ("archive", "export"): Command(
        "kith.web.site.command_archive", "everything but secrets, in one open file"
    ),
    ("archive", "import"): Command(
        "kith.web.site.command_archive", "such a file into an empty database"
    ),
    ("example",): Command(
        "kith.evidence.cli.example", "write the example partnership's returns"
    ),
    ("evidence", "check"): Command(
        "kith.evidence.cli.check", "read files as a feed and say what is wrong"
    ),
    ("evidence", "build"): Command(
        "kith.evidence.cli.build", "turn a folder of returns into an edition"
    ),
    ("evidence", "figures"): Command(
        "kith.evidence.cli.figures", "print figures of an edition"
    ),
    ("evidence", "rows"): Command(
        "kith.evidence.cli.rows", "print the rows that a figure counts"
    ),
    ("evidence", "release"): Command(
        "kith.evidence.cli.release", "what the public is told: propose, approve, list"
    ),
    ("report",): Command(
        "kith.web.reports.command", "write the annual report: HTML, PDF or Word"
    ),
    ("audit", "verify"): Command(
        "kith.web.audit.command", "say whether the audit trail is whole"
    ),
    ("audit", "head"): Command(
        "kith.web.audit.command", "the end of the audit chain, to keep elsewhere"
    ),
    ("clock",): Command(
        "kith.domain.rules.clocks.command", "due dates, and the source of each rule"
    ),
}


class OneLineParser(argparse.ArgumentParser):
    """A parser whose errors are one clear line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with exit code 2."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    route = _route(words)
    if route is None:
        return _overview(words)
    try:
        return _run(route, words[len(route) :])
    except BrokenPipeError:
        # The reader (`head`, a pager) has had enough; that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130
    except RegisterError as fault:
        # A definition is no personal value: which one, and what is wrong with it.
        sys.stderr.write(f"kith {' '.join(route)}: {fault}\n")
        return STOPPED
    except Exception as fault:  # noqa: BLE001 - the outermost edge: no traceback
        return _report_fault(route, fault)


def _route(words: list[str]) -> tuple[str, ...] | None:
    for length in (2, 1):
        if tuple(words[:length]) in COMMANDS:
            return tuple(words[:length])
    return None


def _run(route: tuple[str, ...], rest: list[str]) -> int:
    module = importlib.import_module(COMMANDS[route].module)
    parser = _parser(route, module)
    args, unknown = parser.parse_known_args([route[-1], *rest])
    if unknown:
        parser.prog = f"kith {' '.join(route)}"
        options = [word for word in unknown if word.startswith("-")] or unknown
        parser.error(f"'{options[0]}' is not understood here")
    code: int = module.run(args)
    sys.stdout.flush()
    return code


def _parser(route: tuple[str, ...], module: ModuleType) -> OneLineParser:
    parser = OneLineParser(prog=" ".join(("kith", *route[:-1])), allow_abbrev=False)
    module.add_parser(parser.add_subparsers(required=True))
    return parser


def _overview(words: list[str]) -> int:
    wanted = [word for word in words if not word.startswith("-")]
    if wanted and wanted not in [[names[0]] for names in COMMANDS if len(names) > 1]:
        said = " ".join(wanted[:2])
        sys.stderr.write(f"kith: there is no command '{said}'; see kith --help\n")
        return WRONG_USAGE
    asked = bool({"-h", "--help"} & set(words))
    lines = ["Kith: evidence, scorecards and the annual report of a partnership.", ""]
    for names, command in COMMANDS.items():
        lines.append(f"  kith {' '.join(names):<18} {command.purpose}")
    lines += ["", "kith COMMAND --help says more about each."]
    (sys.stdout if asked else sys.stderr).write("\n".join(lines) + "\n")
    return DONE if asked else WRONG_USAGE


def _report_fault(route: tuple[str, ...], fault: Exception) -> int:
    # The message of an unforeseen fault may hold a value from a child's record,
    # so only its kind is said.
    if os.environ.get("KITH_DEBUG") == "1":
        raise fault
    sys.stderr.write(
        f"kith {' '.join(route)}: stopped by a fault of its own "
        f"({type(fault).__name__}); nothing was published. Run it again with "
        "KITH_DEBUG=1 for the details, which may hold personal values.\n"
    )
    return STOPPED


def add_parser(subparsers: argparse._SubParsersAction[OneLineParser]) -> None:
    """The arguments of ``kith demo``."""
    parser = subparsers.add_parser("demo", help=COMMANDS["demo",].purpose)
    parser.add_argument("--port", default="8000", help="port on this machine")
    parser.add_argument(
        "--no-serve", action="store_true", help="only build, do not serve"
    )


def run(args: argparse.Namespace) -> int:
    """Build the example partnership where it is missing or out of date; serve it."""
    if not args.port.isdigit() or not 0 < int(args.port) <= HIGHEST_PORT:
        sys.stderr.write(f"kith demo: --port takes a number from 1 to {HIGHEST_PORT}\n")
        return WRONG_USAGE
    os.environ["KITH_EXAMPLE"] = "1"
    home = Path(os.environ.setdefault("KITH_HOME", "var"))
    stamp, wanted = home / "example.stamp", _own_digest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        code = _build_example(home)
        if code != DONE:
            return code
        stamp.write_text(wanted)
    if args.no_serve:
        return DONE
    return main(["serve", "--port", args.port])


def _build_example(home: Path) -> int:
    sys.stdout.write("Building the example partnership, less than a minute …\n")
    sys.stdout.flush()
    # What an earlier version made, or left half made, is in the new one's way; and what
    # its people locked on the site is gone with its database.
    returns, store = home / "returns", home / "store"
    shutil.rmtree(returns, ignore_errors=True)
    return (
        main(["example", "--out", str(home)])
        or main(["evidence", "build", str(returns), "--out", str(store)])
        or _release_example(store)
        or _fill_example(home)
    )


def _release_example(store: Path) -> int:
    """The example lets its own edition out: the first release of a new ledger."""
    shutil.rmtree(store / "ledger", ignore_errors=True)
    edition = (store / "current").readlink().name
    by = ["--by", "The example itself"]
    return main(
        ["evidence", "release", "propose", str(store), "--edition", edition]
    ) or main(["evidence", "release", "approve", str(store), "R0001", *by])


def _fill_example(home: Path) -> int:
    """The partnership's own year, in a database made anew."""
    from kith.evidence.invent.example_data import (  # noqa: PLC0415 - this half is slow
        example_folder,
    )
    from kith.web.site.example.filling import (  # noqa: PLC0415 - so is this one
        fill_database,
    )

    for old in home.glob("kith.sqlite3*"):
        old.unlink()
    # Heads of the trail that is gone would find the new one broken.
    (home / "audit-heads.txt").unlink(missing_ok=True)
    shutil.rmtree(home / "files", ignore_errors=True)
    released = json.loads((home / "store" / "ledger" / "000001.json").read_text())
    steps = fill_database(Path(str(example_folder())), released["table"])
    sys.stdout.write(f"The partnership's year stands: {steps} steps were taken.\n")
    return DONE


def _own_digest() -> str:
    """A digest of Kith's own code: another code may count otherwise."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    # An installed Kith has its example in a package, which changes with its version.
    for room in (root, root.parents[1] / "examples"):
        for path in sorted([*room.rglob("*.py"), *room.rglob("*.toml")]):
            digest.update(path.relative_to(room).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
