"""A program sends: figures, a file, nothing; once, within limits, and never signed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.documents.files.accepting import MEGABYTE
from kith.web.returns import queries, tasks
from kith.web.returns.actions import check_return
from kith.web.returns.models import Return, Submission
from kith.web.returns.policies import OWN_HANDS, why_not_sign
from tests.integration.web.api.conftest import program
from tests.lib.arguments.api import kept_for, rows_due
from tests.lib.world import NOW, viewer_of


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from tests.integration.web.api.conftest import Program
    from tests.lib.world import World


CANARY = "Zebedee-canary-4711"
TWO = {
    "figures": [
        {"measure": "suspensions", "numerator": 12},
        {"measure": "permanent_exclusions", "numerator": None},
    ]
}
IN_PARTS = {
    "figures": [
        {"measure": "suspensions", "numerator": 12},
        {
            "measure": "suspensions",
            "numerator": 5,
            "breakdown": {"sex": "female", "age_band": "10-15"},
        },
    ]
}


def told(of: Return) -> dict[str, int | None]:
    sent = of.submissions.order_by("-number").first()
    assert sent is not None
    return {one.measure: one.numerator for one in sent.figures.all()}


def verbs() -> list[str]:
    found = Event.objects.filter(noun="returns").order_by("sequence")
    return [one.verb for one in found if not one.verb.endswith(("owed", "due"))]


def test_figures_are_prepared_looked_at_and_sent_in_the_issuers_name(
    warehouse: Program, of: Return, steward: Viewer
) -> None:
    said = warehouse.post("return_figures", of.pk, body=TWO).json()
    assert (said["state"], said["why_not"]) == ("DUE", "")
    assert told(of) == {"suspensions": 12, "permanent_exclusions": None}
    assert warehouse.post("send", of.pk).json()["state"] == "SUBMITTED"
    assert verbs()[-2:] == ["returns.figures_typed", "returns.sent"]
    event = Event.objects.get(verb="returns.sent")
    head = warehouse.get("token").json()["head"]
    assert event.actor_person == steward.person
    assert event.origin == f"api {head} 127.0.0.1"
    told_of = warehouse.get("return", of.pk).json()
    assert [one["move"] for one in told_of["steps"]] == ["send"]
    assert told_of["sent"]["figures"][1]["numerator"] == 12


def test_whoever_issued_the_token_does_not_sign_what_it_sent(
    warehouse: Program, of: Return, world: World
) -> None:
    warehouse.post("nil", of.pk)
    check_return(
        viewer=world.viewer(Role.DATA_ANALYST), at=NOW, key=of.pk, words=CANARY
    )
    someone = world.person(Role.AGENCY_DATA_STEWARD)
    someone.holdings.create(
        role=Role.AGENCY_LEAD, area="E06000024", first_on=NOW.date(), given_at=NOW
    )
    viewer = viewer_of(someone)
    of = queries.return_(viewer, of.pk)
    assert why_not_sign(viewer, of, queries.last_sent(viewer, of)) == OWN_HANDS
    # What the analyst wrote stands on the site, and not here.
    assert CANARY not in warehouse.get("return", of.pk).content.decode()


def test_nothing_to_report_is_said_and_is_nought(
    warehouse: Program, of: Return
) -> None:
    said = warehouse.post("nil", of.pk).json()
    assert (said["state"], said["prepared"]["way"]) == ("SUBMITTED", "NIL")
    assert told(of) == {"suspensions": 0, "permanent_exclusions": 0}


def test_counts_in_parts_go_to_the_engine_as_its_own_file(
    warehouse: Program, of: Return
) -> None:
    said = warehouse.post("return_figures", of.pk, body=IN_PARTS).json()
    assert said["prepared"]["way"] == "FILES"
    assert said["prepared"]["reading"]["state"] == "WAITING"
    assert "still being read" in said["why_not"]
    assert told(of) == {"suspensions": 12}, "the whole alone"
    assert warehouse.post("send", of.pk).status_code == 409
    tasks.read_files({"submission": str(Submission.objects.get().pk)}, at=NOW)
    found = warehouse.get("findings", of.pk).json()
    assert found["reading"]["state"] == "DONE"
    assert found["reading"]["rows_read"] == 2
    assert warehouse.post("send", of.pk).json()["state"] == "SUBMITTED"


@pytest.mark.usefixtures("published")
def test_a_spreadsheet_is_read_and_what_it_did_not_say_is_remarked(
    warehouse: Program, of: Return
) -> None:
    sheet = f"Measure,Count\nsuspensions,12\n{CANARY},3\n".encode()
    answer = warehouse.upload(of, "quarter.csv", sheet)
    said = answer.json()
    assert answer.status_code == 200
    assert said["remarks"]["unknown_labels"] >= 1
    assert CANARY not in answer.content.decode()


def test_rows_about_children_are_refused_without_an_agreement(
    world: World, steward: Viewer
) -> None:
    rows = rows_due(world, world.here)
    whole = program(
        kept_for(
            world.person(Role.AGENCY_DATA_STEWARD), world.here, feeds=["early_help"]
        )
    )
    answer = whole.upload(
        rows, "early_help.csv", b"child_id,started_on\nA1,2020-11-02\n"
    )
    assert answer.status_code == 409
    assert "not taken in without one" in answer.json()["what"]
    assert not Submission.objects.exists()
    figures = whole.post("return_figures", rows.pk, body=TWO)
    assert figures.json()["what"] == "This return is not one of figures."


def test_sent_again_under_its_key_it_is_done_once(
    warehouse: Program, of: Return
) -> None:
    first = warehouse.post("nil", of.pk, once="q4")
    again = warehouse.post("nil", of.pk, once="q4")
    assert again.json() == first.json()
    assert again.headers["Idempotent-Replayed"] == "true"
    assert verbs().count("returns.sent") == 1
    # Without the key, or with another, the return's state is in the way.
    assert warehouse.post("nil", of.pk).status_code == 409
    assert warehouse.post("nil", of.pk, once="q4b").status_code == 409
    other = warehouse.post("send", of.pk, once="q4")
    assert (other.status_code, other.json()["where"]) == (
        422,
        "the header Idempotency-Key",
    )


def test_a_key_that_is_none_is_said_by_its_name(warehouse: Program, of: Return) -> None:
    answer = warehouse.post("nil", of.pk, once="x" * 101)
    assert (answer.status_code, answer.json()["where"]) == (422, "Idempotency-Key")


def test_what_failed_under_a_key_may_be_tried_again(
    warehouse: Program, of: Return
) -> None:
    assert warehouse.post("send", of.pk, once="q4").status_code == 409
    warehouse.post("return_figures", of.pk, body=TWO)
    answer = warehouse.post("send", of.pk, once="q4")
    assert answer.json()["state"] == "SUBMITTED"
    assert "Idempotent-Replayed" not in answer.headers


def test_a_fault_under_a_key_leaves_nothing_behind(
    warehouse: Program, of: Return, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither half of what "nothing to report" does: both, or none."""

    def fails(**_: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr("kith.web.api.views.sending.send_return", fails)
    warehouse.client.raise_request_exception = False
    answer = warehouse.post("nil", of.pk, once="q4")
    assert answer.status_code == 500
    assert answer.json()["what"].startswith("A fault of the site")
    assert CANARY not in answer.content.decode()
    assert not Submission.objects.exists()
    monkeypatch.undo()
    assert warehouse.post("nil", of.pk, once="q4").json()["state"] == "SUBMITTED"


def test_what_is_prepared_is_forgotten(warehouse: Program, of: Return) -> None:
    warehouse.post("return_figures", of.pk, body=TWO)
    assert warehouse.drop(of).json()["prepared"] is None
    assert not Submission.objects.exists()


def row(**other: object) -> dict[str, object]:
    return {"figures": [{"measure": "suspensions", "numerator": 1, **other}]}


@pytest.mark.parametrize(
    ("body", "where", "what"),
    [
        ({}, "figures", "needed is missing"),
        ({"figures": []}, "figures", "too few"),
        (row(numerator="12"), "figures.0.numerator", "whole number"),
        (row(numerator=1.5), "figures.0.numerator", "whole number"),
        (row(numerator=True), "figures.0.numerator", "whole number"),
        (row(numerator=-1), "figures.0.numerator", "too small"),
        (row(numerator=10**13), "figures.0.numerator", "too large"),
        (row(numerator=3, denominator=2), "figures.0.numerator", "more than the whole"),
        (row(numerator=None), "figures", "Not one count"),
        (row(measure="referrals"), "figures.0.measure", "not owed"),
        (row(measure=CANARY), "figures.0.measure", "no code"),
        (
            row(breakdown={"sex": CANARY}),
            "figures.0.breakdown.sex",
            "none of the codes",
        ),
        (
            row(breakdown={"sex": "male", "month": "2020-10", "agency": "x"}),
            "figures.0.breakdown",
            "two things at most",
        ),
        (
            row(**{CANARY: 1}),
            "figures.0.(a name that is not known here)",
            "nobody asks",
        ),
        (
            {"figures": [*row()["figures"], *row()["figures"]]},  # type: ignore[misc] # as row makes it
            "figures.1",
            "told twice",
        ),
        ([1], "(a name that is not known here)", ""),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_no_value(
    warehouse: Program,
    of: Return,
    caplog: pytest.LogCaptureFixture,
    body: Any,
    where: str,
    what: str,
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = warehouse.post("return_figures", of.pk, body=body)
    said = answer.json()
    assert answer.status_code == 422
    assert what in said["what"]
    assert said["where"] in {where, ""}
    assert said["do"]
    assert CANARY not in answer.content.decode()
    assert CANARY not in caplog.text
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("content", "status", "what"),
    [
        (b"", 422, "empty"),
        (b"MZ\x90\x00" + b"\x00" * 100, 415, "program"),
        (b"%PDF-1.7 nothing", 415, ""),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, 415, ""),
        (b"PK\x03\x04" + b"\x00" * 100, 415, ""),
        (b"\x00\x01\x02\xff" * 40, 415, ""),
    ],
)
def test_a_hostile_file_is_refused_and_not_kept(
    warehouse: Program, of: Return, content: bytes, status: int, what: str
) -> None:
    answer = warehouse.upload(of, f"{CANARY}.csv", content)
    assert answer.status_code == status
    assert what in answer.json()["what"]
    assert CANARY not in answer.content.decode()
    assert not Submission.objects.exists()


def test_a_table_that_cannot_be_read_says_where(warehouse: Program, of: Return) -> None:
    head = b"measure,area,from,to,numerator\n"
    wrong = head + b"suspensions,E06000099,2020-10-01,2020-12-31,1\n"
    answer = warehouse.upload(of, "figures.csv", wrong)
    assert answer.status_code == 422
    assert answer.json()["what"].startswith("Row 2: This row is not about")
    assert not Submission.objects.exists()


def test_too_much_is_refused_before_it_is_read(
    warehouse: Program, of: Return, settings: Any
) -> None:
    settings.KITH_FILE_MEGABYTES = 1
    assert warehouse.upload(of, "big.csv", b"a" * (MEGABYTE + 1)).status_code == 413
    assert warehouse.upload(of, "big.csv", b"a" * (2 * MEGABYTE)).status_code == 413
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    body = {"figures": row()["figures"] * 9}  # type: ignore[operator] # as row makes it
    answer = warehouse.post("return_figures", of.pk, body=body)
    assert (answer.status_code, answer.json()["status"]) == (413, 413)


@pytest.mark.parametrize(
    ("route", "kind", "body"),
    [
        ("return_figures", "text/plain", b"{}"),
        ("return_figures", "multipart/form-data; boundary=x", b"--x--"),
        ("file", "application/json", b"{}"),
        ("file", "text/csv", b"Measure,Count\n"),
    ],
)
def test_another_kind_of_content_is_not_read(
    warehouse: Program, of: Return, route: str, kind: str, body: bytes
) -> None:
    answer = warehouse.client.post(
        reverse(f"api_v1:{route}", args=[of.pk]),
        body,
        content_type=kind,
        headers=warehouse.headers(),
    )
    assert (answer.status_code, answer.json()["status"]) == (415, 415)


@pytest.mark.parametrize(
    ("route", "kind", "body", "statuses"),
    [
        ("return_figures", "application/json", b"{", {400}),
        ("return_figures", "application/json", b"\xff\xfe{}", {400, 422}),
        ("return_figures", "application/json", b"[" * 90_000, {400}),
        ("return_figures", "application/json", b'{"figures": [NaN]}', {422}),
        ("return_figures", "application/json", b" ", {400}),
        ("file", "multipart/form-data", b"nothing", {400}),
        ("file", "multipart/form-data; boundary=x", b"--y\r\n\r\n", {400, 422}),
    ],
)
def test_what_cannot_be_read_is_no_fault_of_ours(
    warehouse: Program,
    of: Return,
    route: str,
    kind: str,
    body: bytes,
    statuses: set[int],
) -> None:
    answer = warehouse.client.post(
        reverse(f"api_v1:{route}", args=[of.pk]),
        body,
        content_type=kind,
        headers=warehouse.headers(),
    )
    assert answer.status_code in statuses
    assert answer.json()["status"] == answer.status_code
