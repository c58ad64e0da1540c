"""``kith report``: writes the annual report of an edition to a file.

Exit code 0 written, 1 it cannot be written, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kith.web.access.viewer import Viewer
from kith.web.published.store import named_edition
from kith.web.published.values import NothingPublishedError, NotPublishedError
from kith.web.reports.annual_report import annual_report
from kith.web.reports.file_style import file_style
from kith.web.reports.folder import NarrativeMissingError, report_folder
from kith.web.reports.plan import PlanError
from kith.web.reports.sources import PublishedFigures
from kith.web.reports.wording import listed
from kith.web.ui.documents.html import file_html
from kith.web.ui.documents.markdown import NarrativeError
from kith.web.ui.documents.pdf import pdf
from kith.web.ui.documents.word import word


if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from kith.web.ui.documents.blocks import Document


DONE, STOPPED, WRONG_USAGE = 0, 1, 2


def _html(document: Document) -> bytes:
    return file_html(document, style=file_style()).encode("utf-8")


WRITERS: dict[str, Callable[[Document], bytes]] = {
    "html": _html,
    "pdf": pdf,
    "docx": word,
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The arguments of ``kith report``."""
    parser = subparsers.add_parser(
        "report", help="write the annual report: HTML, PDF or Word"
    )
    parser.add_argument("--edition", required=True, help="the edition's name")
    parser.add_argument("--format", required=True, choices=sorted(WRITERS))
    parser.add_argument("--out", required=True, type=Path, help="the file to write")
    parser.add_argument("--store", type=Path, help="default: the store of KITH_HOME")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Write the report; the reason on standard error where it cannot be."""
    home = Path(os.environ.get("KITH_HOME") or "var")
    store = args.store or Path(os.environ.get("KITH_STORE") or home / "store")
    if not (store / "editions").is_dir():
        return _refuse(f"{store} is no store: build one with kith evidence build")
    if args.edition not in _held(store):
        named = listed(_held(store)) or "none"
        return _refuse(f"{store} holds no edition '{args.edition}'; it holds {named}")
    if not args.out.parent.is_dir():
        return _refuse(f"the folder of {args.out} is not there; make it first")
    if not settings.configured:
        settings.configure(KITH_STORE=str(store))
    return _write(args, store, home)


def _write(args: argparse.Namespace, store: Path, home: Path) -> int:
    try:
        with named_edition(store, args.edition):
            source = PublishedFigures(Viewer.public())
            folder = report_folder(home=home, invented=source.edition.invented)
            written = WRITERS[args.format](annual_report(folder, source))
        args.out.write_bytes(written)
    except NothingPublishedError as fault:
        return _say(f"edition '{args.edition}' of {store}: {fault}", STOPPED)
    except (NotPublishedError, NarrativeMissingError) as fault:
        return _say(str(fault), STOPPED)
    except (PlanError, NarrativeError) as fault:
        return _say(str(fault), STOPPED)
    except OSError as fault:
        return _say(f"{args.out} cannot be written: {fault.strerror}", STOPPED)
    sys.stdout.write(f"{args.out}: the annual report of edition {args.edition}\n")
    return DONE


def _held(store: Path) -> list[str]:
    return sorted(path.name for path in (store / "editions").iterdir() if path.is_dir())


def _refuse(why: str) -> int:
    return _say(why, WRONG_USAGE)


def _say(why: str, code: int) -> int:
    sys.stderr.write(f"kith report: {why}\n")
    return code
