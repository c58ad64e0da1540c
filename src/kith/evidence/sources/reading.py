"""A path → the sheets in it. The one door of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.feeds.feed import FileFormat
from kith.evidence.sources.delimited import read_delimited
from kith.evidence.sources.guards import check_path, format_of
from kith.evidence.sources.limits import DEFAULT_LIMITS, Limits
from kith.evidence.sources.parquet_files import read_parquet
from kith.evidence.sources.sniffing import Kind, kind_of
from kith.evidence.sources.workbooks import read_workbook
from kith.evidence.sources.xml_files import check_xml


if TYPE_CHECKING:
    from pathlib import Path

    from kith.evidence.sources.sheets import ReadFile


_READERS = {
    FileFormat.CSV: read_delimited,
    FileFormat.XLSX: read_workbook,
    FileFormat.PARQUET: read_parquet,
}


def read_file(
    path: Path, formats: tuple[FileFormat, ...], *, limits: Limits = DEFAULT_LIMITS
) -> ReadFile:
    """The sheets of a file, every cell as text.

    Raises:
        Unreadable: the file is missing, empty, too large, damaged, unsafe, or not
            of a format that is taken.
    """
    check_path(path, limits)
    if kind_of(path) is Kind.XML:
        check_xml(path)
    return _READERS[format_of(path, formats)](path, limits)
