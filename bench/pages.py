# ruff: noqa: PLC0415  # Django is set up only in a side's own process
"""How fast a signed-in list of 50 rows is drawn, beside bare Django drawing the same.

Kith: its own settings, every middleware, the viewer with their seats and roles, the
doors, the filters, the tags. Bare Django: sessions, sign-in, messages and CSRF as a new
project has them, one view that counts, pages and joins the same rows, and one Jinja2
template with the same table. Both answer a client in their own process, over SQLite, in
turns in the same run; the figure is lists a second of one core, the median of rounds.

    python bench/pages.py --rows 50 --rows 5000
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from sides import asked, start


BAR = 0.5
"""Kith draws at least this share of what bare Django draws in the same time."""
ON_A_PAGE = 50
WORDING = "Write to every school about what was agreed, and ask what stands in the way"


def main() -> int:
    """Print a table: lists a second, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--side", choices=("kith", "bare"))
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    if options.side:
        return _one_side(options)
    met = True
    print(f"{'rows':>7} {'kith /s':>9} {'bare /s':>9} {'ratio':>6}")
    for rows in options.rows or [50, 5000]:
        kith, bare = _both(rows, options.rounds, options.times)
        met = met and kith / bare >= BAR
        print(f"{rows:>7,} {kith:>9.1f} {bare:>9.1f} {kith / bare:>6.2f}")
    print(f"the bar is {BAR}: {'met' if met else 'NOT met'}")
    return 0


def _both(rows: int, rounds: int, times: int) -> tuple[float, float]:
    """Both sides live at once and are asked in turns, so that noise meets both."""
    with tempfile.TemporaryDirectory() as folder:
        sides = {
            name: start(
                __file__,
                name,
                Path(folder) / name,
                ["--rows", str(rows), "--times", str(times)],
            )
            for name in ("kith", "bare")
        }
        found: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(rounds):
            for name, process in sides.items():
                found[name].append(times / asked(process))
        for process in sides.values():
            process.communicate()
    return median(found["kith"]), median(found["bare"])


def _one_side(options: argparse.Namespace) -> int:
    prepare = _kith if options.side == "kith" else _bare
    client, address = prepare(options.home, options.rows[0])
    page = client.get(address)
    shown = page.content.decode().count(WORDING)
    wanted = min(options.rows[0], ON_A_PAGE)
    assert (page.status_code, shown) == (200, wanted), (page.status_code, shown)
    for _ in range(10):
        client.get(address)
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        for _ in range(options.times):
            client.get(address)
        print(json.dumps(time.process_time() - start), flush=True)
    return 0


def _kith(_home: Path, rows: int):
    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.web.site.settings.example"
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment

    from kith.web.access.factors import CHOSEN_KEY
    from kith.web.access.roles import Role
    from kith.web.actions.models import Action
    from tests.lib.world import NOW, TODAY, make_world

    setup_test_environment()
    call_command("migrate", verbosity=0)
    world = make_world()
    owner = world.person(Role.MEMBER)
    Action.objects.bulk_create(
        Action(
            reference=f"BENCH/{number}",
            body=world.here.body,
            wording=WORDING,
            owner_organisation=world.here.council,
            owner=owner,
            due_on=TODAY,
            first_due_on=TODAY,
            state="AGREED",
            proposed_by=owner,
            proposed_at=NOW,
        )
        for number in range(rows)
    )
    client = Client()
    client.force_login(
        world.person(Role.BUSINESS_MANAGER),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    session = client.session
    session[CHOSEN_KEY] = True
    session.save()
    return client, "/actions/"


def _bare(home: Path, rows: int):
    sys.path.insert(0, str(Path(__file__).parent))
    import bare_pages

    return bare_pages.prepare(home, rows, WORDING)


if __name__ == "__main__":
    raise SystemExit(main())
