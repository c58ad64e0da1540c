"""Small invented files of every kind that may be kept, and some that may not."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import lru_cache

import docx
import openpyxl
import pikepdf
import typst


WORD_MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)


@lru_cache(maxsize=32)
def tagged_pdf(words: str, pages: int = 1) -> bytes:
    """A PDF with tags and a title, as good software writes it."""
    body = "\n#pagebreak()\n".join(f"= {words} {n}" for n in range(1, pages + 1))
    source = f'#set document(title: "{words}", author: "Somebody Invented")\n{body}'
    made = typst.Compiler().compile(
        source.encode(), format="pdf", pdf_standards=["ua-1"]
    )
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=32)
def plain_pdf(words: str = "", *, author: str = "") -> bytes:
    """A PDF without tags; without words it is as a scanner leaves it."""
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(595, 842))
        if words:
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
            )
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            drawn = f"BT /F1 20 Tf 72 720 Td ({words}) Tj ET".encode()
            page.Contents = made.make_stream(drawn)
        if author:
            made.docinfo["/Author"] = author
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def acting_pdf() -> bytes:
    """A PDF that runs a script when it is opened."""
    with pikepdf.open(io.BytesIO(plain_pdf("Hello"))) as made:
        made.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def carrying_pdf() -> bytes:
    """A PDF with another file inside."""
    with pikepdf.open(io.BytesIO(plain_pdf("Hello"))) as made:
        made.attachments["hidden.exe"] = b"MZ not really"
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def locked_pdf() -> bytes:
    """A PDF with a password."""
    with pikepdf.open(io.BytesIO(plain_pdf("Hello"))) as made:
        out = io.BytesIO()
        made.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
        return out.getvalue()


def word_file(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def workbook() -> bytes:
    """An Excel workbook."""
    made = openpyxl.Workbook()
    made.active["A1"] = "Action"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The packed file with one more part, or with this part in another's place."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return out.getvalue()


def odt_file() -> bytes:
    """An OpenDocument text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<office:document-content/>")
        made.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
    return out.getvalue()


def picture(wide: int = 2, high: int = 2) -> bytes:
    """A small grey PNG."""
    rows = b"".join(b"\x00" + b"\x80" * wide for _ in range(high))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    drawn = b"".join(
        struct.pack(">I", len(held))
        + name
        + held
        + struct.pack(">I", zlib.crc32(name + held))
        for name, held in parts
    )
    return b"\x89PNG\r\n\x1a\n" + drawn


def photograph() -> bytes:
    """The least JPEG that has a frame and an end."""
    frame = struct.pack(">HBHHB", 8 + 3, 8, 2, 2, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda" + struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0) + b"\x00"
    start = (
        b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00\x01\x01" + b"\0" * 7
    )
    return start + b"\xff\xc0" + frame + scan + b"\xff\xd9"
