"""The public folder of an edition: four tables, what it is about, and a manifest."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from kith.contracts.published import measures as measures_contract
from kith.contracts.published.edition import (
    Edition,
    edition_from_json,
    edition_to_json,
)
from kith.evidence.measures import catalogue
from kith.evidence.publish.figures import FIGURES, write_figures
from kith.evidence.publish.findings import FactFinding, write_findings
from kith.evidence.publish.sources import write_sources
from kith.evidence.publish.tables import write_table
from kith.evidence.store.editions import digest_of_file
from kith.evidence.store.errors import StoreError


if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kith.domain.vocabulary.figures import Figure
    from kith.evidence.disclosure import Released
    from kith.evidence.store.fact_store import FactStore


_ABOUT, _MANIFEST = "edition.json", "manifest.json"


def write_edition(
    folder: Path,
    edition: Edition,
    *,
    released: Released[tuple[Figure, ...]],
    store: FactStore,
    findings: Iterable[FactFinding],
) -> None:
    """Everything the public may see of an edition stands in the folder.

    Takes released figures alone: what nobody judged is another type.
    """
    folder.mkdir()
    write_figures(folder, released)
    write_table(
        folder / "measures.parquet",
        catalogue(),
        measures_contract.COLUMNS,
        key=measures_contract.KEY,
    )
    write_sources(folder, store, released.rule_set)
    write_findings(folder, findings, released.rule_set)
    (folder / _ABOUT).write_text(edition_to_json(edition), "utf-8")
    _write_manifest(folder)


def write_public_edition(
    folder: Path,
    built: Path,
    release: str,
    released: Released[tuple[Figure, ...]] | None,
) -> None:
    """A built edition stands in the folder as its release lets it out.

    The figures are the release's own, where it leaves some of the built ones out;
    else those that were built.
    """
    for path in built.iterdir():
        if path.name not in {_ABOUT, _MANIFEST}:
            shutil.copyfile(path, folder / path.name)
    if released is not None:
        write_figures(folder, released)
    about = edition_from_json((built / _ABOUT).read_text("utf-8"))
    text = edition_to_json(replace(about, released=release))
    (folder / _ABOUT).write_text(text, "utf-8")
    _write_manifest(folder)


def check_as_built(public: Path) -> None:
    """The figures of a built edition are those that its build wrote.

    Raises:
        StoreError: they were changed since.
    """
    written = json.loads((public / _MANIFEST).read_text("utf-8"))["sha256"]
    if written[FIGURES] != digest_of_file(public / FIGURES):
        raise StoreError(
            f"{FIGURES} of the built edition was changed after it was built: build "
            "the edition again"
        )


def _write_manifest(folder: Path) -> None:
    files = {path.name: digest_of_file(path) for path in sorted(folder.iterdir())}
    text = json.dumps({"sha256": files}, indent=2, sort_keys=True) + "\n"
    (folder / _MANIFEST).write_text(text, "utf-8")
