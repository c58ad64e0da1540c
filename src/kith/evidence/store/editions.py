"""A built edition appears in the store whole, or not at all.

What is built is written into a folder beside the others, flushed to the disk, renamed
to the digest of what it holds, and only then do the links move. A build killed at any
moment leaves links that lead to a whole edition; what it had written is swept away by
the next build.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kith.evidence.store.errors import StoreError
from kith.evidence.store.layout import StoreLayout


if TYPE_CHECKING:
    from collections.abc import Iterator


UNFINISHED = ".unfinished"
OWNER_ONLY = 0o700


@contextmanager
def building(root: Path) -> Iterator[StoreLayout]:
    """The store, held for one build; leftovers of killed builds are gone.

    Raises:
        StoreError: another build is at work in it, or it cannot be written.
    """
    layout = StoreLayout(root)
    try:
        for folder in (root, layout.builds, layout.editions, layout.runs):
            folder.mkdir(parents=True, exist_ok=True)
        layout.builds.chmod(OWNER_ONLY)
        handle = layout.lock.open("a")
    except OSError as fault:
        raise StoreError(
            f"{root} cannot be written ({type(fault).__name__}): name a folder that "
            "you may write in with --out"
        ) from None
    with handle:
        try:
            # The system lets go of it when the process ends, however it ends.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreError(
                f"another build is at work in {root}: wait for it to end"
            ) from None
        _sweep(layout)
        yield layout


def unfinished_build(layout: StoreLayout) -> Path:
    """An empty folder, owner only, to build in."""
    folder = layout.builds / UNFINISHED
    folder.mkdir(mode=OWNER_ONLY)
    return folder


def finish(layout: StoreLayout, unfinished: Path, edition: str) -> Path:
    """The build stands under its digest and is the current edition."""
    built = layout.builds / digest_of(unfinished)
    if built.exists():
        # The same bytes stand already, so there is nothing to add.
        shutil.rmtree(unfinished)
    else:
        _flush(unfinished)
        unfinished.rename(built)
        _flush_folder(layout.builds)
    _point(layout.editions / edition, Path("..", "builds", built.name))
    _point(layout.current, Path("editions", edition))
    return built


def unfinished_publication(layout: StoreLayout) -> Path:
    """An empty folder for what the public will see; leftovers are gone."""
    layout.published.mkdir(exist_ok=True)
    folder = layout.published / UNFINISHED
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def finish_publication(layout: StoreLayout, unfinished: Path, name: str) -> None:
    """The public folder stands under the release's name; no reader is led to it yet."""
    _flush(unfinished)
    shutil.rmtree(layout.published / name, ignore_errors=True)
    unfinished.rename(layout.published / name)
    _flush_folder(layout.published)


def show_publication(layout: StoreLayout, name: str | None) -> None:
    """Readers see this release's edition from now on; none at all where it is None."""
    if name is None:
        layout.released.unlink(missing_ok=True)
        return
    target = Path(layout.published.name, name)
    if not layout.released.is_symlink() or layout.released.readlink() != target:
        _point(layout.released, target)


def digest_of(folder: Path) -> str:
    """A digest of every file's path and content."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(digest_of_file(path).encode())
    return whole.hexdigest()[:32]


def digest_of_file(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sweep(layout: StoreLayout) -> None:
    # A build that no edition leads to is superseded: its child-level facts go.
    shutil.rmtree(layout.builds / UNFINISHED, ignore_errors=True)
    led_to = {link.resolve() for link in layout.editions.iterdir()}
    for build in layout.builds.iterdir():
        if build.resolve() not in led_to:
            shutil.rmtree(build)
    for leftover in (*layout.editions.glob(".*.new"), *layout.root.glob(".*.new")):
        leftover.unlink()


def _point(link: Path, target: Path) -> None:
    new = link.with_name(f".{link.name}.new")
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    new.replace(link)
    _flush_folder(link.parent)


def _flush(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        else:
            _flush_folder(path)
    _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
