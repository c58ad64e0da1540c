"""One table of settings: the code reads no other, and the page prints it."""

from __future__ import annotations

import re
import socket
from argparse import Namespace
from pathlib import Path

import pytest

from kith.web.site import command
from kith.web.site.settings.table import SETTINGS, is_on, reference, said


ROOT = Path(__file__).parents[4]


def test_the_page_of_settings_is_current() -> None:
    page = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    assert page == reference(), "run `make docs`"


def test_every_setting_of_the_web_stands_in_the_table() -> None:
    named = {setting.name for setting in SETTINGS}
    for path in (ROOT / "src/kith/web").rglob("*.py"):
        asked = set(
            re.findall(r'(?:said|is_on)\("(KITH_\w+)"', path.read_text("utf-8"))
        )
        assert asked <= named, path.name


def test_a_setting_outside_the_table_is_refused() -> None:
    with pytest.raises(KeyError, match="KITH_NO_SUCH"):
        said("KITH_NO_SUCH", {})


def test_unset_is_empty_and_only_1_is_on() -> None:
    assert said("KITH_CLOCK", {}) == ""
    assert [is_on("KITH_DEBUG", {"KITH_DEBUG": v}) for v in ("1", "0", "yes")] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1", ""])
def test_a_port_that_is_none_is_wrong_usage(port, capsys) -> None:
    assert command.run(Namespace(host="127.0.0.1", port=port, store=None)) == 2
    assert capsys.readouterr().err == (
        "kith serve: --port takes a number from 1 to 65535\n"
    )


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_one_clear_line(capsys) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert command.run(Namespace(host="127.0.0.1", port=port, store=None)) == 1
    said_of_it = capsys.readouterr().err
    assert said_of_it.startswith(f"kith serve: port {port} on 127.0.0.1 is taken")
    assert said_of_it.count("\n") == 1
