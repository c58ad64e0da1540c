"""Files are read whatever they look like, and refused when they are not safe."""

from __future__ import annotations

from datetime import datetime

import openpyxl
import pytest
from openpyxl.chart import BarChart

from kith.contracts.feeds.feed import FileFormat
from kith.evidence.sources.limits import Limits
from kith.evidence.sources.reading import read_file
from kith.evidence.sources.sheets import NOT_CALCULATED
from kith.evidence.sources.unreadable import Unreadable
from tests.lib import files


ALL = tuple(FileFormat)
HEADER = "child_id,held_on\n"


@pytest.fixture
def plain(tmp_path):
    return files.workbook(tmp_path / "plain.xlsx", {"Data": [["a", "b"], [1, 2]]})


def rows_of(path, formats=ALL, **limits):
    (sheet,) = read_file(path, formats, limits=Limits(**limits)).sheets
    return sheet.first_rows(50)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("child_id,name\n1,Zoë\n", "utf-8"),
        ("child_id,name\n1,Zoë\n", "utf-8-sig"),
        ("child_id,name\n1,Zoë\n", "cp1252"),
        ("child_id,name\n1,Zoë\n", "utf-16"),
        ("child_id,name\n1,Zoë\n", "utf-16-le"),
        ("child_id,name\n1,Zoë\n", "utf-16-be"),
        ("child_id;name\n1;Zoë\n", "utf-8"),
        ("child_id\tname\r\n1\tZoë\r\n", "utf-8"),
        ("child_id|name\r1|Zoë\r", "utf-8"),
        ("sep=;\nchild_id;name\n1;Zoë\n", "utf-8"),
        ('"child_id","name"\n"1"," Zoë "\n', "utf-8"),
    ],
)
def test_text_is_read_in_any_usual_encoding_and_delimiter(tmp_path, text, encoding):
    path = files.text_file(tmp_path / "file.csv", text, encoding)
    assert rows_of(path) == [("child_id", "name"), ("1", "Zoë")]


def test_a_line_break_inside_quotation_marks_is_one_row(tmp_path):
    path = files.text_file(tmp_path / "f.csv", 'id,why\n1,"two\nlines"\n2,x\n')
    (sheet,) = read_file(path, ALL).sheets
    assert sheet.height == 3
    assert sheet.row_numbers.to_pylist() == [1, 2, 3]


def test_blank_rows_are_counted_and_keep_their_number(tmp_path):
    path = files.text_file(tmp_path / "f.csv", "id,b\n\n1,x\n , \n,\n2,y\n\n\n")
    (sheet,) = read_file(path, ALL).sheets
    assert sheet.row_numbers.to_pylist() == [1, 3, 6]
    assert sheet.blank_rows == 5


def test_how_a_file_was_read_is_said(tmp_path):
    path = files.text_file(tmp_path / "f.csv", "id;b\n1;é\n", "cp1252")
    said = {finding.rule: finding.message for finding in read_file(path, ALL).findings}
    assert "Windows-1252" in said["file.encoding"]
    assert "semicolon" in said["file.delimiter"]


def test_many_rows_are_read_in_chunks_of_unequal_width(tmp_path, monkeypatch):
    monkeypatch.setattr("kith.evidence.sources.columns.CHUNK", 2)
    path = files.text_file(tmp_path / "f.csv", "id,b\n1,x\n2,y\n3,z,extra\n")
    assert rows_of(path)[-1] == ("3", "z", "extra")
    assert rows_of(path)[1] == ("1", "x", None)


def test_a_workbook_gives_every_sheet_and_the_true_type_of_cells(tmp_path):
    path = files.workbook(
        tmp_path / "f.xlsx",
        {
            "Seen": [
                [
                    9212044.0,
                    6.25,
                    True,
                    datetime.fromisoformat("2020-09-16 14:30"),
                    " a ",
                ]
            ],
            "Empty": [],
        },
    )
    seen, empty = read_file(path, ALL).sheets
    assert seen.first_rows(1) == [
        ("9212044", "6.25", "true", "2020-09-16T14:30:00", "a")
    ]
    assert empty.height == 0


def test_a_hidden_sheet_is_read_and_said(tmp_path, plain):
    xml = (
        b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<workbookPr date1904="1"/><sheets><sheet xmlns:r="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships" name="Data" '
        b'sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>'
    )
    hidden = files.repacked(tmp_path / "h.xlsx", plain, {"xl/workbook.xml": xml})
    read = read_file(hidden, ALL)
    assert [finding.rule for finding in read.findings] == ["sheet.hidden"]
    assert read.sheets[0].is_hidden
    assert read.sheets[0].days_from_1904


def test_a_chart_is_no_sheet_of_rows_and_stops_nothing(tmp_path, plain):
    book = openpyxl.load_workbook(plain)
    book.create_chartsheet("Chart").add_chart(BarChart())
    book.save(tmp_path / "f.xlsx")
    read = read_file(tmp_path / "f.xlsx", ALL)
    assert [sheet.name for sheet in read.sheets] == ["Data"]
    assert [(f.rule, f.severity) for f in read.findings] == [("sheet.kind", "note")]


def test_errors_and_unsaved_results_of_formulas_are_not_taken_for_empty(
    tmp_path, plain
):
    path = files.with_sheet_xml(
        tmp_path / "f.xlsx",
        plain,
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>'
        '<c r="C1" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="2"><c r="A2"><f>B2</f></c><c r="B2" t="str"><f>""</f><v></v></c>'
        '<c r="C2"><f>A1</f><v>1</v></c></row>',
    )
    assert rows_of(path) == [("1", "#REF!", "#DIV/0!"), (NOT_CALCULATED, None, "1")]


def test_parquet_is_read_with_its_names_as_first_row(tmp_path):
    path = files.parquet(
        tmp_path / "f.parquet",
        {
            "child_id": [1, None],
            "at": [datetime.fromisoformat("2020-09-16 14:30:15.123456"), None],
            "yes": [True, False],
        },
    )
    assert rows_of(path) == [
        ("child_id", "at", "yes"),
        ("1", "2020-09-16T14:30:15", "true"),
        (None, None, "false"),
    ]


REFUSED = {
    "file.missing": lambda at, plain: at / "nothing.csv",
    "file.not_a_file": lambda at, plain: at,
    "file.empty": lambda at, plain: files.text_file(at / "f.csv", ""),
    "file.unpacks_too_large": lambda at, plain: files.zip_bomb(at / "f.xlsx", plain),
    "file.damaged": lambda at, plain: files.lying_archive(at / "f.xlsx", plain),
    "file.quotes": lambda at, plain: files.text_file(
        at / "f.csv", 'id,b\n1,"never closed\n2,x\n'
    ),
    "file.cell_too_long": lambda at, plain: files.text_file(
        at / "f.csv", f"id,b\n1,{'x' * 140_000}\n"
    ),
    "file.encoding": lambda at, plain: _bytes(at / "f.csv", b"id,b\n1,\x81\n"),
    "file.xml_entities": lambda at, plain: files.text_file(
        at / "f.xml",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<a>&x;</a>",
    ),
    "file.xml_malformed": lambda at, plain: files.text_file(
        at / "f.xml", '<?xml version="1.0"?><'
    ),
    "file.format": lambda at, plain: files.text_file(
        at / "f.xml", '<?xml version="1.0"?><a/>'
    ),
}


def _bytes(path, content):
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("rule", REFUSED)
def test_a_bad_file_is_refused_with_a_sentence_and_a_remedy(tmp_path, plain, rule):
    with pytest.raises(Unreadable) as refused:
        read_file(REFUSED[rule](tmp_path, plain), ALL)
    assert refused.value.rule == rule
    assert refused.value.message
    assert refused.value.remedy.endswith(".")
    assert str(tmp_path) not in refused.value.message


OTHER_THAN_NAMED = {
    "a workbook called csv": ("f.csv", lambda p, plain: _bytes(p, plain.read_bytes())),
    "text called xlsx": ("f.xlsx", lambda p, plain: files.text_file(p, HEADER)),
    "a web page called xls": (
        "f.xls",
        lambda p, plain: files.text_file(p, "<html><table></table></html>"),
    ),
    "an old workbook": ("f.xls", lambda p, plain: _bytes(p, b"\xd0\xcf\x11\xe0" * 99)),
    "a locked workbook": ("f.xlsx", lambda p, plain: files.locked_workbook(p)),
    "a PDF": ("f.csv", lambda p, plain: _bytes(p, b"%PDF-1.7 ...")),
    "a gzip": ("f.csv", lambda p, plain: _bytes(p, b"\x1f\x8b\x08\x00 ...")),
    "a bare archive": ("f.xlsx", lambda p, plain: files.bare_archive(p)),
    "a picture": ("f.csv", lambda p, plain: _bytes(p, b"\x89PNG\r\n\x00\x00\x01\x02")),
}


def test_a_file_that_may_not_be_opened_is_no_fault_of_kith(tmp_path, monkeypatch):
    path = files.text_file(tmp_path / "f.csv", HEADER)

    def refuse(*_, **__):
        raise PermissionError(13, "no")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(Unreadable) as refused:
        read_file(path, ALL)
    assert refused.value.rule == "file.not_allowed"


@pytest.mark.parametrize("what", OTHER_THAN_NAMED)
def test_a_file_that_is_not_what_its_name_says_is_called_what_it_is(
    tmp_path, plain, what
):
    name, make = OTHER_THAN_NAMED[what]
    with pytest.raises(Unreadable) as refused:
        read_file(make(tmp_path / name, plain), ALL)
    assert refused.value.rule == "file.kind"


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path, plain):
    path = files.text_file(tmp_path / "f.csv", HEADER * 100)
    with pytest.raises(Unreadable) as refused:
        read_file(path, ALL, limits=Limits(file_bytes=100))
    assert refused.value.rule == "file.too_large"
    assert read_file(path, ALL, limits=Limits(file_bytes=10_000)).sheets
    with pytest.raises(Unreadable):
        read_file(plain, ALL, limits=Limits(workbook_bytes=100))


def test_a_stray_cell_far_away_stops_its_sheet_and_no_other(tmp_path):
    source = files.workbook(tmp_path / "s.xlsx", {"Far": [["a"]], "Near": [["b"]]})
    path = files.with_sheet_xml(
        tmp_path / "f.xlsx",
        source,
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    )
    read = read_file(path, ALL)
    assert [sheet.name for sheet in read.sheets] == ["Near"]
    (finding,) = read.findings
    assert (finding.rule, finding.sheet) == ("sheet.too_large", "Far")
    assert "1,048,576 rows and 16,384 columns" in finding.message


def test_a_workbook_cut_short_is_damaged_and_not_a_crash(tmp_path, plain):
    whole = plain.read_bytes()
    for length in (30, 500, len(whole) // 2, len(whole) - 5):
        path = _bytes(tmp_path / "cut.xlsx", whole[:length])
        with pytest.raises(Unreadable) as refused:
            read_file(path, ALL)
        assert refused.value.rule == "file.damaged"


def test_a_feed_that_takes_no_parquet_says_what_it_takes(tmp_path):
    path = files.parquet(tmp_path / "f.parquet", {"a": [1]})
    with pytest.raises(Unreadable) as refused:
        read_file(path, (FileFormat.CSV, FileFormat.XLSX))
    assert refused.value.rule == "file.format"
    assert "csv, xlsx" in refused.value.remedy
