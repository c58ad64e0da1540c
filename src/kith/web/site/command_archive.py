"""``kith archive export|import FILE``: a partnership's work in one open file, and back.

Exit code 0 done, 1 it cannot be done, 2 wrong usage.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from kith.web.site.command_start import start


if TYPE_CHECKING:
    import argparse


DONE, STOPPED, WRONG_USAGE = 0, 1, 2


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of both commands."""
    for name, purpose in (
        ("export", "write everything but secrets into one file"),
        ("import", "read such a file into an empty database"),
    ):
        parser = subparsers.add_parser(name, help=purpose)
        parser.add_argument("file", type=Path, help="the archive, a ZIP file")
        parser.set_defaults(func=run, which=name)


def run(args: argparse.Namespace) -> int:
    """Write or read the archive; one line says what came of it."""
    try:
        start()
        from kith.web.archive.form import (  # noqa: PLC0415 - models are ready only now
            ArchiveError,
        )

        try:
            return _export(args.file) if args.which == "export" else _import(args.file)
        except ArchiveError as why:
            return _refuse(args.which, str(why))
    except ImproperlyConfigured as missing:
        return _refuse(args.which, str(missing))
    except DatabaseError as fault:
        kind = type(fault).__name__
        return _refuse(
            args.which, f"the database does not answer as it should ({kind})"
        )
    except OSError as fault:
        return _refuse(args.which, f"{args.file}: {fault.strerror}")


def _export(path: Path) -> int:
    from kith.web.archive.exporting import export_archive  # noqa: PLC0415 - likewise

    if path.exists():
        sys.stderr.write(f"kith archive export: {path} is there already\n")
        return WRONG_USAGE
    manifest = export_archive(
        path, store=settings.KITH_STORE, files=settings.KITH_HOME / "files"
    )
    rows = sum(part.rows or 0 for part in manifest.parts.values())
    _told("archive.exported", rows, manifest.audit["digest"])
    sys.stdout.write(
        f"{path}: {rows:,} rows, {len(manifest.parts):,} files; the audit trail ends "
        f"with event {manifest.audit['sequence']}. It holds personal data: keep it "
        "locked away.\n"
    )
    return DONE


def _import(path: Path) -> int:
    from django.core.management import call_command  # noqa: PLC0415 - likewise

    from kith.web.archive.importing import import_archive  # noqa: PLC0415 - likewise
    from kith.web.search.indexing import index_all  # noqa: PLC0415 - likewise

    settings.KITH_HOME.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    manifest = import_archive(
        path,
        store=settings.KITH_STORE,
        files=settings.KITH_HOME / "files",
        then=index_all,
    )
    rows = sum(part.rows or 0 for part in manifest.parts.values())
    _told("archive.imported", rows, manifest.audit["digest"])
    sys.stdout.write(
        f"{rows:,} rows and {len(manifest.parts):,} files are here; the audit trail is "
        f"whole to event {manifest.audit['sequence']}. Nobody can sign in yet: "
        "`kith setup --let-in ADDRESS` prints a link for a business manager, who "
        "invites the rest anew.\n"
    )
    return DONE


def _told(verb: str, rows: int, end: str) -> None:
    """The trail says that everything left, or came."""
    from kith.domain.vocabulary.actors import Actor  # noqa: PLC0415 - with the rest
    from kith.web.audit.recording import recorded  # noqa: PLC0415 - likewise
    from kith.web.site.clock import real_time, site_time  # noqa: PLC0415 - likewise

    actor = Actor("Kith: archive", origin="command")
    with recorded(actor=actor, at=site_time(real_time()), verb=verb) as event:
        event.about_several("archive", (), rows=rows, chain_end=end)


def _refuse(which: str, why: str) -> int:
    sys.stderr.write(f"kith archive {which}: {why}\n")
    return STOPPED
