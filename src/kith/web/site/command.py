"""``kith serve``: the site on this machine, and one clear line that says where.

One worker runs beside it, and both end together.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from gunicorn.app import base  # type: ignore[import-untyped] # it carries no types

from kith.web.site.clock import real_time
from kith.web.site.settings.table import is_on, said
from kith.web.site.static_copy import write_worried_copy


if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


DONE, STOPPED, WRONG_USAGE = 0, 1, 2
HIGHEST_PORT = 65_535
WORKER_ENDS_WITHIN = 30
"""Seconds that the worker has for the piece of work in hand."""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """The arguments of ``kith serve``."""
    parser = subparsers.add_parser("serve", help="serve the site")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", default="8000", help="port to listen on")
    parser.add_argument("--store", type=Path, help="the evidence store to publish from")
    parser.add_argument(
        "--no-worker",
        action="store_true",
        help="no background work here: `kith worker` does it elsewhere",
    )
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Serve until stopped; says what is wrong in one line where it cannot start."""
    if not args.port.isdigit() or not 0 < int(args.port) <= HIGHEST_PORT:
        return _refuse(f"--port takes a number from 1 to {HIGHEST_PORT}", WRONG_USAGE)
    taken = _why_taken(args.host, int(args.port))
    if taken:
        return _refuse(taken, STOPPED)
    if args.store:
        os.environ["KITH_STORE"] = str(args.store)
    try:
        application = _application()
        settings.KITH_LISTENS_ON = args.host
        _refuse_without_tables()
    except ImproperlyConfigured as missing:
        return _refuse(str(missing), STOPPED)
    sys.stdout.write(f"Kith serves http://{args.host}:{args.port}/ (Ctrl+C stops it)\n")
    if settings.KITH_EXAMPLE and settings.DEBUG:
        sys.stdout.write(
            f"Look as one of its people: http://localhost:{args.port}/example/choose/\n"
        )
    sys.stdout.flush()
    with _worker(is_wanted=not args.no_worker):
        _serve(application, f"{args.host}:{args.port}")
    return DONE


@contextmanager
def _worker(*, is_wanted: bool) -> Iterator[None]:
    """A worker beside the server; told to end with it, and given time to finish."""
    if not is_wanted:
        yield
        return
    words = [sys.executable, "-m", "kith.cli", "worker", "--beside", str(os.getpid())]
    beside = subprocess.Popen(words, start_new_session=True)  # noqa: S603 - our own command
    try:
        yield
    finally:
        beside.terminate()
        try:
            beside.wait(WORKER_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            beside.kill()


def _refuse(why: str, code: int) -> int:
    sys.stderr.write(f"kith serve: {why}\n")
    return code


def _why_taken(host: str, port: int) -> str:
    """Why the address cannot be listened on; empty where it can."""
    try:
        with socket.create_server((host, port)):
            return ""
    except socket.gaierror:
        return f"there is no address {host} on this machine; try --host 127.0.0.1"
    except OSError:
        return (
            f"port {port} on {host} is taken or not allowed; "
            f"try --port {port + 1 if port < HIGHEST_PORT else port - 1}"
        )


def _application() -> Any:
    kind = "example" if is_on("KITH_EXAMPLE") else "production"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"kith.web.site.settings.{kind}")
    if not (settings.STATIC_ROOT / "built" / "manifest.json").is_file():
        raise ImproperlyConfigured(
            "the style sheet is not built; run `npm ci && npm run build`, or `make run`"
        )
    settings.KITH_HOME.mkdir(parents=True, exist_ok=True)
    application = get_wsgi_application()
    write_worried_copy(
        settings.KITH_HOME / "static" / "worried.html",
        at=real_time(),
        invented=settings.KITH_EXAMPLE,
    )
    return application


def _refuse_without_tables() -> None:
    """A database that does not answer stops nothing: the public pages need none.

    Raises:
        ImproperlyConfigured: it answers, and its tables are not those of this version.
    """
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return
    finally:
        # Each worker process opens its own: a connection must not cross a fork.
        connection.close()
    if missing:
        brings = "kith demo" if settings.KITH_EXAMPLE else "kith setup"
        raise ImproperlyConfigured(
            f"the database lacks tables of this version; `{brings}` brings them"
        )


def _serve(application: Any, bind: str) -> None:
    class Server(base.BaseApplication):  # type: ignore[misc] # gunicorn carries no types
        """Gunicorn with Kith's settings in place of its own command line."""

        def load_config(self) -> None:
            self.cfg.set("bind", bind)
            self.cfg.set("workers", int(said("KITH_WORKERS") or "2"))
            self.cfg.set("worker_class", "gthread")
            self.cfg.set("threads", 4)
            self.cfg.set("loglevel", "warning")
            self.cfg.set("proc_name", "kith")

        def load(self) -> Any:
            return application

    Server().run()
