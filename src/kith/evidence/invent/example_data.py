"""Where the example partnership's own data lies: targets, dirt, people, meetings.

In the repository it is ``examples/north_somerset``; a wheel carries the same folder
as the package ``kith_examples``.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


PARTNERSHIP = "north_somerset"
PACKAGE = "kith_examples"
BESIDE_THE_SOURCE = Path(__file__).resolve().parents[4] / "examples"


class ExampleDataAbsent(FileNotFoundError):  # noqa: N818 (says what has happened)
    """The example's data is neither in the repository nor in the installed package."""


def example_folder() -> Traversable:
    """The folder of the example partnership's data.

    Raises:
        ExampleDataAbsent: this installation of Kith came without it.
    """
    if (BESIDE_THE_SOURCE / PARTNERSHIP).is_dir():
        return BESIDE_THE_SOURCE / PARTNERSHIP
    try:
        folder = resources.files(PACKAGE).joinpath(PARTNERSHIP)
    except ModuleNotFoundError:
        raise ExampleDataAbsent(_ABSENT) from None
    if not folder.is_dir():
        raise ExampleDataAbsent(_ABSENT)
    return folder


def read_example(name: str) -> dict[str, Any]:
    """One of the example's TOML files, such as ``targets.toml``."""
    return tomllib.loads(example_folder().joinpath(name).read_text(encoding="utf-8"))


_ABSENT = (
    "the example partnership's data is not part of this installation; install Kith "
    "from its wheel or run it from its repository"
)
