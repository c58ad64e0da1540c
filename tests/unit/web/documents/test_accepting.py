"""What is kept and what is refused, by content alone."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from kith.web.documents.files import NotAcceptedError, accepted, office
from kith.web.documents.models import FileKind, Scan
from tests.lib import papers
from tests.lib.clamd import INFECTED, clamd


if TYPE_CHECKING:
    from collections.abc import Callable


KEPT = {
    FileKind.PDF: lambda: papers.plain_pdf("Minutes"),
    FileKind.DOCX: lambda: papers.word_file("Minutes"),
    FileKind.XLSX: papers.workbook,
    FileKind.ODT: papers.odt_file,
    FileKind.CSV: lambda: b"action,owner\r\nWrite,Somebody\r\n",
    FileKind.TXT: lambda: "Minutes of a meeting: 20 °C\n".encode(),
    FileKind.PNG: papers.picture,
    FileKind.JPEG: papers.photograph,
}


@pytest.mark.parametrize("kind", KEPT, ids=str)
def test_each_kind_is_told_by_its_content(kind: FileKind) -> None:
    file = accepted(KEPT[kind]())
    assert file.kind is kind
    assert file.scan is Scan.NOT_SCANNED


def macros() -> bytes:
    return papers.with_part(papers.word_file("x"), "word/vbaProject.bin", b"\0")


def macro_type() -> bytes:
    types = b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"
    return papers.with_part(papers.word_file("x"), "[Content_Types].xml", types)


def bomb() -> bytes:
    return papers.with_part(papers.word_file("x"), "word/big.xml", b" " * 30_000_000)


def outside_entity() -> bytes:
    part = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    return papers.with_part(papers.word_file("x"), "word/extra.xml", part)


def wide_entity() -> bytes:
    part = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")
    return papers.with_part(papers.word_file("x"), "word/extra.xml", part)


def program_inside() -> bytes:
    return papers.with_part(papers.word_file("x"), "word/embeddings/run.exe", b"MZ")


def packed_deep() -> bytes:
    inner = papers.with_part(
        papers.workbook(), "xl/embeddings/deeper.xlsx", papers.workbook()
    )
    return papers.with_part(papers.word_file("x"), "word/embeddings/a.xlsx", inner)


def climbing() -> bytes:
    return papers.with_part(papers.word_file("x"), "../../outside.xml", b"<a/>")


def just_packed() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.txt", "hello")
    return out.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "a program": (lambda: b"MZ\x90\x00 and so on", "program"),
    "a script": (lambda: b"#!/bin/sh\necho hello\n", "program"),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
    "a web page": (lambda: b" <!DOCTYPE html><script>1</script>", "mark-up"),
    "a drawing with scripts": (lambda: b"<svg onload='x()'/>", "mark-up"),
    "noise": (lambda: bytes(range(256)) * 8, "must be"),
    "a packed folder": (just_packed, "packed folder"),
    "a broken PDF": (lambda: b"%PDF-1.7\nnothing else", "damaged"),
    "a locked PDF": (papers.locked_pdf, "password"),
    "a PDF that acts": (papers.acting_pdf, "script"),
    "a PDF with a file in it": (papers.carrying_pdf, "other files"),
    "macros": (macros, "macros"),
    "macros by type": (macro_type, "macros"),
    "a bomb": (bomb, "unfolds"),
    "an outside entity": (outside_entity, "outside itself"),
    "an entity in two bytes": (wide_entity, "outside itself"),
    "a program inside": (program_inside, "program"),
    "packed in packed": (packed_deep, "program"),
    "a part that climbs out": (climbing, "damaged"),
    "half a picture": (lambda: papers.picture()[:-6], "damaged"),
    "something behind a picture": (lambda: papers.picture() + b"PK\x03\x04", "damaged"),
    "a huge picture": (
        lambda: papers.picture().replace(b"\0\0\0\x02\0\0\0\x02", b"\0\1\0\0\0\1\0\0"),
        "dots",
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_could_do_harm_is_refused_and_says_why(case: str) -> None:
    make, words = REFUSED[case]
    with pytest.raises(NotAcceptedError, match=words):
        accepted(make())


def test_a_file_over_the_limit_is_refused(settings: Any) -> None:
    settings.KITH_FILE_MEGABYTES = 1
    with pytest.raises(NotAcceptedError, match="1 MB"):
        accepted(b"a" * (1024 * 1024 + 1))


def test_a_workbook_of_a_chart_may_stand_inside_a_word_file() -> None:
    content = papers.with_part(
        papers.word_file("x"), "word/embeddings/chart.xlsx", papers.workbook()
    )
    assert accepted(content).kind is FileKind.DOCX


def test_a_presentation_is_told_by_its_main_part() -> None:
    types = papers.word_file("x")
    main = office.MAIN_TYPES[FileKind.PPTX].decode()
    content = papers.with_part(
        types, "[Content_Types].xml", f"<Types>application/vnd.{main}</Types>".encode()
    )
    content = papers.with_part(content, "ppt/presentation.xml", b"<p/>")
    assert office.kind_of(content) is FileKind.PPTX


def test_the_scanner_is_asked_and_named(settings: Any) -> None:
    with clamd() as scanner:
        settings.KITH_CLAMD = scanner.address
        file = accepted(b"Minutes of a meeting\n" * 9000)
    assert file.scan is Scan.CLEAN
    assert file.scanned_with == "ClamAV 1.4.0/27000"
    assert scanner.received == [file.content]


def test_what_the_scanner_finds_is_refused(settings: Any) -> None:
    with clamd() as scanner:
        settings.KITH_CLAMD = scanner.address
        with pytest.raises(NotAcceptedError, match="scanner found"):
            accepted(INFECTED)


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"\0"])
def test_no_verdict_is_not_scanned(settings: Any, answer: bytes) -> None:
    with clamd(answer) as scanner:
        settings.KITH_CLAMD = scanner.address
        assert accepted(b"Minutes\n").scan is Scan.NOT_SCANNED


def test_a_scanner_that_is_away_is_not_scanned(settings: Any) -> None:
    with clamd() as scanner:
        settings.KITH_CLAMD = scanner.address
    assert accepted(b"Minutes\n").scan is Scan.NOT_SCANNED
