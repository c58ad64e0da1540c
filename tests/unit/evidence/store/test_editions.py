"""An edition appears whole or not at all, whenever its build is killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kith.evidence.store.editions import (
    building,
    digest_of,
    finish,
    unfinished_build,
)
from kith.evidence.store.errors import StoreError
from kith.evidence.store.layout import StoreLayout, is_edition_name


if TYPE_CHECKING:
    from pathlib import Path


PARTS = ("a", "b", "c", "d")

BUILDER = """
import sys
from pathlib import Path
from kith.evidence.store.editions import building, finish, unfinished_build
word = 0
print("at work", flush=True)
while True:
    word += 1
    with building(Path(sys.argv[1])) as layout:
        folder = unfinished_build(layout)
        for part in ("a", "b", "c", "d"):
            (folder / part).write_text(f"{sys.argv[2]}{word}" * 500)
        finish(layout, folder, "2020-12-31")
"""


def publish(root: Path, edition: str, text: str) -> Path:
    with building(root) as layout:
        folder = unfinished_build(layout)
        for part in PARTS:
            (folder / part).write_text(text)
        return finish(layout, folder, edition)


def read(root: Path) -> str:
    """What a reader sees: the link followed once, then every part."""
    folder = StoreLayout(root).current.resolve(strict=True)
    (text,) = {(folder / part).read_text() for part in PARTS}
    return text


def test_a_reader_sees_the_newest_edition_and_can_name_older_ones(
    tmp_path: Path,
) -> None:
    publish(tmp_path, "2019-12-31", "old")
    publish(tmp_path, "2020-12-31", "new")
    assert read(tmp_path) == "new"
    old = StoreLayout(tmp_path).editions / "2019-12-31" / "a"
    assert old.read_text() == "old"
    assert (StoreLayout(tmp_path).builds.stat().st_mode & 0o077) == 0


def test_the_same_content_is_the_same_build(tmp_path: Path) -> None:
    one = publish(tmp_path, "2020-12-31", "same")
    assert publish(tmp_path, "2020-12-31", "same") == one
    assert one.name == digest_of(one)


def test_a_store_can_be_moved(tmp_path: Path) -> None:
    publish(tmp_path / "here", "2020-12-31", "text")
    (tmp_path / "here").rename(tmp_path / "there")
    assert read(tmp_path / "there") == "text"


def test_a_build_that_fails_leaves_the_old_edition_and_is_swept_away(
    tmp_path: Path,
) -> None:
    publish(tmp_path, "2020-12-31", "old")
    with building(tmp_path) as layout:
        (unfinished_build(layout) / "a").write_text("half")
    assert read(tmp_path) == "old"
    with building(tmp_path) as layout:
        assert list(layout.builds.iterdir()) == [layout.current.resolve()]


def test_a_superseded_build_goes_at_the_next_start(tmp_path: Path) -> None:
    """Its child-level facts are kept no longer than the edition made from them."""
    first = publish(tmp_path, "2020-12-31", "first")
    second = publish(tmp_path, "2020-12-31", "second")
    assert first.exists()
    with building(tmp_path):
        assert not first.exists()
        assert second.exists()


def test_two_builds_do_not_collide(tmp_path: Path) -> None:
    with (
        building(tmp_path),
        pytest.raises(StoreError, match="another build is at work"),
        building(tmp_path),
    ):
        pass


def test_killed_at_any_moment_the_store_reads_old_or_new_whole(tmp_path: Path) -> None:
    """SIGKILL at moments drawn by chance, six times over one store."""
    publish(tmp_path, "2020-12-31", "start")
    chance = random.Random(7)
    for turn in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", BUILDER, str(tmp_path), f"turn{turn}."],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.005, 0.08))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert read(tmp_path)
    publish(tmp_path, "2020-12-31", "end")
    assert read(tmp_path) == "end"


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("2020-12-31", True),
        ("year_2020.b", True),
        ("", False),
        ("../up", False),
        ("a/b", False),
        (".hidden", False),
        ("-o", False),
        ("x" * 65, False),
    ],
)
def test_an_editions_name_is_never_a_path(name: str, sound: bool) -> None:
    assert is_edition_name(name) is sound
