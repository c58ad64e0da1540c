"""Sending by the pages: a spreadsheet, typed figures, nothing; and what is refused."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from kith.web.access.roles import Role
from kith.web.documents.files import accepted
from kith.web.returns.actions import add_file, send_return
from kith.web.returns.models import Duty, RememberedShape, Submission, SubmittedFigure
from tests.lib.arguments.returns import a_return, owed, speaking
from tests.lib.world import NOW


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.web.access.models import Person
    from kith.web.returns.models import Return
    from tests.lib.world import World

    Browse = Callable[[Person], Client]

pytestmark = pytest.mark.usefixtures("published")
MEASURES = ("referrals", "police_protections")


@pytest.fixture(autouse=True)
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    return tmp_path


@pytest.fixture
def of(world: World) -> Return:
    speaking(world, Role.AGENCY_DATA_STEWARD, world.here)
    owed(world, world.here, measures=MEASURES)
    return a_return(world, world.here)


@pytest.fixture
def steward(world: World, of: Return, browse: Browse) -> Client:
    return browse(world.person(Role.AGENCY_DATA_STEWARD))


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def upload(client: Client, of: Return, content: bytes, name: str) -> str:
    """Where the page leads after the file was chosen; its words where it stays."""
    file = SimpleUploadedFile(name, content)
    answer = client.post(f"/returns/{of.pk}/send/", {"file": file})
    if answer.status_code == 302:
        return answer.headers["Location"]
    return answer.content.decode()


def mark_of(page: str) -> str:
    """What the page says of the labels that it asks about."""
    found = re.search(r'name="labels" value="(\w+)"', page)
    assert found is not None
    return found[1]


def figures_of(of: Return) -> dict[str, int | None]:
    rows = SubmittedFigure.objects.filter(submission__of=of)
    return {one.measure: one.numerator for one in rows}


def test_the_spreadsheet_one_has_is_matched_once_and_remembered(
    steward: Client, of: Return
) -> None:
    content = workbook(
        ("Our quarterly data", None),
        ("What", "This quarter"),
        ("New referrals in", 906),
        ("Police protections", 307),
    )
    match = upload(steward, of, content, "quarter.xlsx")
    page = steward.get(match).content.decode()
    assert "New referrals in" in page
    asked = {
        "header": "2",
        "column_0": "measure",
        "column_1": "numerator",
        "labels": mark_of(page),
        "label_0": "referrals",
        "label_1": "police_protections",
    }
    review = steward.post(match, asked)
    assert review.headers["Location"] == f"/returns/{of.pk}/review/"
    assert figures_of(of) == {"referrals": 906, "police_protections": 307}
    answered = steward.get(f"/returns/{of.pk}/review/").content.decode()
    assert "906" in answered
    steward.post(f"/returns/{of.pk}/review/", {"note": "As last time"})
    of.refresh_from_db()
    assert of.state == "SUBMITTED"
    memory = RememberedShape.objects.get()
    assert memory.headings == {"what": "measure", "this quarter": "numerator"}
    # The next quarter's is read at once.
    later = of.duty.returns.order_by("first_on").last()
    assert later is not None
    again = workbook(("What", "This quarter"), ("New referrals in", 900))
    upload(steward, later, again, "next.xlsx")
    assert figures_of(later) == {"referrals": 900}


def test_answers_are_for_the_labels_that_were_asked_about(
    steward: Client, of: Return
) -> None:
    """The heading's row is corrected in the same post: every label moves a place up."""
    content = workbook(
        ("What", "This quarter"),
        ("Our work", "so far"),
        ("New referrals in", 906),
        ("Police protections", 307),
    )
    match = upload(steward, of, content, "quarter.xlsx")
    answers = {
        "header": "2",
        "column_0": "measure",
        "column_1": "numerator",
        "labels": mark_of(steward.get(match).content.decode()),
        "label_0": "-",
        "label_1": "referrals",
        "label_2": "police_protections",
    }
    asked_again = steward.post(match, answers)
    assert asked_again.status_code == 200
    assert "referrals" not in figures_of(of)
    answers |= {
        "labels": mark_of(asked_again.content.decode()),
        "label_0": "referrals",
        "label_1": "police_protections",
    }
    assert steward.post(match, answers).status_code == 302
    assert figures_of(of) == {"referrals": 906, "police_protections": 307}


def test_labels_that_differ_by_a_sign_are_two(steward: Client, of: Return) -> None:
    content = workbook(
        ("Measure", "Count"), ("Days <= 45", 5), ("Days < 45", 4), ("Days > 45", 7)
    )
    match = upload(steward, of, content, "signs.xlsx")
    answers = {
        "header": "1",
        "column_0": "measure",
        "column_1": "numerator",
        "labels": mark_of(steward.get(match).content.decode()),
        "label_0": "-",
        "label_1": "referrals",
        "label_2": "police_protections",
    }
    steward.post(match, answers)
    assert figures_of(of) == {"referrals": 4, "police_protections": 7}


def test_a_count_beyond_all_bounds_is_a_row_to_correct(
    steward: Client, of: Return
) -> None:
    content = workbook(
        ("Measure", "Count"), ("Referrals", "9" * 30), ("Police protections", 3)
    )
    upload(steward, of, content, "huge.xlsx")
    assert figures_of(of) == {"police_protections": 3}
    review = steward.get(f"/returns/{of.pk}/review/").content.decode()
    assert "This is no whole number" in review


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("referrals,E06000024,2020-07-01,2020-09-30,4", "Row 2 gives this measure"),
        ("assessments,E06000024,2020-07-01,2020-09-30,4", "This measure is not owed"),
        ("referrals,E06000022,2020-07-01,2020-09-30,4", "is not about E06000024"),
        ("referrals,E06000024,2020-06-01,2020-09-30,4", "days are not the return"),
    ],
)
def test_of_figures_counted_at_home_each_row_is_one_that_is_owed_once(
    steward: Client, of: Return, row: str, words: str
) -> None:
    head = "measure,area,from,to,numerator"
    sound = "referrals,E06000024,2020-07-01,2020-09-30,3"
    content = f"{head}\n{sound}\n{row}\n".encode()
    assert words in upload(steward, of, content, "home.csv")
    assert not Submission.objects.exists()
    assert "/review/" in upload(steward, of, f"{head}\n{sound}\n".encode(), "home.csv")


def test_what_the_engine_said_of_a_file_says_nothing_of_what_takes_its_place(
    steward: Client, of: Return
) -> None:
    """The file could not be read, or waits still: typed figures need no reading."""
    own = (
        b"measure,area,from,to,numerator\nreferrals,E06000024,2020-07-01,2020-09-30,3\n"
    )
    upload(steward, of, own, "home.csv")
    for stands in ({"check_state": "FAILED", "report": {"stops": 1}}, {}):
        Submission.objects.filter(of=of).update(**{"check_state": "WAITING", **stands})
        steward.post(f"/returns/{of.pk}/figures/", {"referrals": "4"})
        draft = Submission.objects.get(of=of)
        assert (draft.check_state, draft.report) == ("NONE", {})
    upload(steward, of, own, "home.csv")
    upload(steward, of, workbook(("Measure", "Count"), ("Referrals", 5)), "b.xlsx")
    steward.post(f"/returns/{of.pk}/review/", {"note": ""})
    of.refresh_from_db()
    assert of.state == "SUBMITTED"


def test_a_part_that_misses_its_total_and_a_changed_value_are_said_before_sending(
    steward: Client, of: Return
) -> None:
    first = workbook(("Measure", "Count"), ("Referrals", 900))
    upload(steward, of, first, "first.xlsx")
    steward.post(f"/returns/{of.pk}/review/", {"note": ""})
    Submission.objects.filter(of=of).update(locked_at=None)
    of.state = "RETURNED"
    of.save()
    second = workbook(
        ("Measure", "Count", "Jul-20", "Aug-20", "Sep-20"),
        ("Referrals", 906, 300, 300, 305),
    )
    upload(steward, of, second, "second.xlsx")
    page = steward.get(f"/returns/{of.pk}/review/").content.decode()
    assert "You changed 1 value that you sent before." in page
    assert "300 + 300 + 305 is 905, which is 1 less than 906" in page


def test_typed_figures_may_be_left_out_and_are_never_nought(
    steward: Client, of: Return
) -> None:
    page = f"/returns/{of.pk}/figures/"
    refused = steward.post(page, {"referrals": "some"}).content.decode()
    assert "must be a whole number" in refused
    empty = steward.post(page, {"referrals": ""}).content.decode()
    assert "Type at least one count" in empty
    steward.post(page, {"referrals": "12"})
    assert figures_of(of) == {"referrals": 12, "police_protections": None}
    review = steward.get(f"/returns/{of.pk}/review/").content.decode()
    assert "Owed, and not here" in review
    assert "Not supplied" in review


def test_nothing_to_report_is_one_press_and_says_nought(
    steward: Client, of: Return
) -> None:
    answer = steward.post(f"/returns/{of.pk}/nil/")
    assert answer.headers["Location"] == f"/returns/{of.pk}/"
    of.refresh_from_db()
    assert of.state == "SUBMITTED"
    assert figures_of(of) == {"referrals": 0, "police_protections": 0}


def test_nothing_to_report_of_a_share_is_none_of_none(
    steward: Client, of: Return
) -> None:
    Duty.objects.update(measures=["referrals", "decision_timeliness"])
    steward.post(f"/returns/{of.pk}/nil/")
    told = SubmittedFigure.objects.order_by("measure")
    assert list(told.values_list("measure", "numerator", "denominator")) == [
        ("decision_timeliness", 0, 0),
        ("referrals", 0, None),
    ]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "empty.xlsx", "The file is empty"),
        (b"MZ\x90\x00", "figures.xlsx", "programs are not kept here"),
        (b"PK\x03\x04 no zip at all", "figures.xlsx", "The file"),
        (b"%PDF-1.7 not one", "figures.pdf", "PDF"),
        (b"<html>text</html>", "page.csv", "The file"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_in_a_sentence(
    steward: Client, of: Return, content: bytes, name: str, words: str
) -> None:
    assert words in upload(steward, of, content, name)
    assert not Submission.objects.exists()


def test_a_spreadsheet_that_told_nothing_is_not_sent(
    steward: Client, of: Return
) -> None:
    upload(steward, of, workbook(("Measure", "Count"), ("Bicycles", 3)), "other.xlsx")
    page = steward.post(f"/returns/{of.pk}/review/", {"note": ""}).content.decode()
    assert "No figure was read from it" in page
    of.refresh_from_db()
    assert of.state == "DUE"


def test_a_note_that_names_somebody_is_asked_about(steward: Client, of: Return) -> None:
    review = f"/returns/{of.pk}/review/"
    steward.post(f"/returns/{of.pk}/figures/", {"referrals": "12"})
    page = steward.post(review, {"note": "One is Maisie Brown"}).content.decode()
    assert "This looks like a name or a number of a person" in page
    assert 'name="confirmed"' in page
    of.refresh_from_db()
    assert of.state == "DUE"
    steward.post(review, {"note": "One came late"})
    of.refresh_from_db()
    assert of.state == "SUBMITTED"


def test_a_formula_is_never_run_and_never_leaves_alive(
    steward: Client, of: Return, world: World
) -> None:
    content = workbook(
        ("Measure", "Count"), ("Referrals", "=1+1"), ("=cmd|' /c calc'!A0", 5)
    )
    match = upload(steward, of, content, "formula.xlsx")
    assert figures_of(of) == {}
    assert steward.get(match).status_code == 200


def test_who_does_not_send_it_finds_no_page_to(
    world: World, of: Return, browse: Browse
) -> None:
    analyst = browse(world.person(Role.DATA_ANALYST))
    for page in ("send", "figures", "review"):
        assert analyst.get(f"/returns/{of.pk}/{page}/").status_code == 404
    assert analyst.post(f"/returns/{of.pk}/nil/").status_code == 404
    assert analyst.get(f"/returns/{of.pk}/").status_code == 200


def test_a_draft_s_file_is_its_agency_s_until_it_is_sent(
    world: World, of: Return, steward: Client, browse: Browse
) -> None:
    viewer = speaking(world, Role.AGENCY_DATA_STEWARD, world.here)
    content = workbook(("Measure", "Count"), ("Referrals", 3))
    file = add_file(
        viewer=viewer, at=NOW, key=of.pk, file=accepted(content), name="../../x.xlsx"
    )
    analyst = browse(world.person(Role.DATA_ANALYST))
    scrutineer = browse(world.person(Role.INDEPENDENT_SCRUTINEER))
    page = f"/returns/files/{file.pk}/"
    assert steward.get(page).status_code == 200
    assert analyst.get(page).status_code == 404
    send_return(viewer=viewer, at=NOW, key=of.pk, note="")
    answer = analyst.get(page)
    assert answer.content == content
    assert 'filename="x.xlsx"' in answer.headers["Content-Disposition"]
    assert scrutineer.get(page).status_code == 404
