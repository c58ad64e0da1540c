"""Each page answers, says what it must, and asks nothing of the visitor.

Tests without the mark `django_db` have no database: whom to ring about a child, and the
figures, are shown without one.
"""

from __future__ import annotations

import itertools
import json
import logging
import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from kith.web.site import clock
from kith.web.site.static_copy import write_worried_copy
from tests.lib.pages import NOT_FOUND, page_addresses
from tests.lib.published_store import edition, write_store


@pytest.fixture
def addresses() -> list[str]:
    return page_addresses()


def words_of(response) -> str:
    """The page's text as a reader sees it, spaces made single."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text.replace("&#39;", "'").replace("&amp;", "&"))


@pytest.fixture(autouse=True)
def quiet_logs() -> None:
    logging.getLogger("django.request").setLevel(logging.CRITICAL)


@pytest.mark.django_db
def test_every_page_answers_with_no_cookie_and_a_strict_policy(
    client, published, addresses
) -> None:
    for address in addresses:
        response = client.get(address)
        assert response.status_code == (404 if address == NOT_FOUND else 200), address
        assert not response.cookies, address
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address
        assert response["Referrer-Policy"] == "same-origin", address
        assert response["X-Frame-Options"] == "DENY", address
        assert response["X-Content-Type-Options"] == "nosniff", address


@pytest.mark.django_db
def test_every_page_of_an_invented_edition_says_so(client, published, addresses):
    for address in addresses:
        assert "Invented data" in words_of(client.get(address)), address


def test_a_real_edition_carries_no_such_banner(client, settings, tmp_path) -> None:
    settings.KITH_EXAMPLE = False
    settings.KITH_STORE = write_store(tmp_path / "store", edition(invented=False))
    page = client.get(reverse("scorecards:scorecard"))
    assert "Invented data" not in words_of(page)
    download = client.get(reverse("scorecards:figure_csv", args=["referrals"]))
    assert download.content.decode().startswith("measure,area,from,to,")


@pytest.mark.django_db
def test_a_provisional_edition_says_so_with_its_day(client, settings, tmp_path) -> None:
    settings.KITH_STORE = write_store(tmp_path, edition(provisional=True))
    for address in ("/scorecard/", "/scorecard/referrals/", "/explore/"):
        assert "as at 15 January 2021" in words_of(client.get(address))


@pytest.mark.django_db
def test_a_final_edition_says_nothing_of_the_kind(client, published) -> None:
    assert "Provisional" not in words_of(client.get("/scorecard/referrals/"))


@pytest.mark.django_db
def test_every_page_bears_the_partnerships_name_and_kith_signs(
    client, published, addresses
) -> None:
    for address in addresses:
        page = client.get(address).content.decode()
        header = page[page.index("<header") : page.index("</header>")]
        footer = page[page.index("<footer") :]
        assert "North Somerset Safeguarding Children Partnership" in header, address
        assert "Kith" not in header, address
        assert "Made with Kith" in footer, address


@pytest.mark.django_db
def test_a_page_has_one_first_heading_and_no_level_left_out(
    client, published, addresses
) -> None:
    for address in addresses:
        page = client.get(address).content.decode()
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", page)]
        assert levels.count(1) == 1, address
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, f"{address}: h{before} then h{after}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("measure", "said", "not_said"),
    [
        ("referrals", "816 referrals", "Not supplied"),
        ("re_referral_share", "192 of 906", "Hidden"),
        ("children_in_need", "Treat with care", "Not supplied"),
        ("decision_timeliness", "Not supplied", "Hidden to protect"),
        ("police_protections", "Hidden to protect children", "Not supplied"),
        ("transfer_in_conferences", "None counted", "Hidden to protect"),
        ("ehc_plan_rate", "Does not apply", "Not supplied"),
    ],
)
def test_each_status_explains_itself(client, published, measure, said, not_said):
    page = words_of(client.get(reverse("scorecards:figure", args=[measure])))
    assert said in page
    assert not_said not in page
    assert "How this is counted" in page
    assert "14 months, not twelve months" in page


@pytest.mark.django_db
def test_a_figure_offers_its_download_and_a_question(client, published) -> None:
    page = client.get(reverse("scorecards:figure", args=["referrals"])).content.decode()
    assert 'href="/scorecard/referrals.csv"' in page
    assert 'href="/ask/referrals/?area=E06000024"' in page


def test_a_download_is_an_attachment(client, published) -> None:
    response = client.get(reverse("scorecards:figure_csv", args=["referrals"]))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="referrals.csv"'
    assert response.content.decode().splitlines()[0].startswith("Invented data")


@pytest.mark.parametrize("file", ["scorecard/referrals.csv", "scorecard.csv"])
def test_a_file_of_figures_says_to_machines_what_its_columns_are(
    client, published, file: str
) -> None:
    """Its header stands where the metadata says, and its columns are the same."""
    address = f"/{file}-metadata.json?area=E06000024"
    told = json.loads(client.get(address).content)
    assert told["url"] == f"{file.rpartition('/')[2]}?area=E06000024"
    lines = client.get(f"/{file}?area=E06000024").content.decode("utf-8-sig")
    header = lines.splitlines()[told["dialect"]["skipRows"]]
    assert header.split(",") == [one["name"] for one in told["tableSchema"]["columns"]]
    assert client.get(f"/{file}-metadata.json?area=E06000099").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/scorecard/no_such_measure/",
        "/scorecard/no_such_measure.csv",
        "/scorecard/?area=E06000025",
        "/scorecard/referrals/?area=%3Cscript%3E",
        "/scorecard/..%2f..%2fetc/",
    ],
)
def test_what_is_not_published_is_not_found(client, published, address) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "worried about a child" in words_of(response)
    assert "<script>" not in response.content.decode()


def test_nothing_published_is_a_page_of_its_own(client) -> None:
    for address in ("/scorecard/", "/scorecard/referrals/", "/scorecard.csv"):
        response = client.get(address)
        assert response.status_code == 503, address
        assert "Nothing is published yet" in words_of(response)
        assert "not the same as figures of zero" in words_of(response)
    assert client.get("/").status_code == 200, "the first page still stands"


def test_a_fault_has_a_page_that_helps(client, published, monkeypatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("Ada Invented, born 1 January 2010")

    monkeypatch.setattr("kith.web.scorecards.views.public.scorecard_of", fail)
    client.raise_request_exception = False
    response = client.get("/scorecard/")
    assert response.status_code == 500
    assert "The fault is ours" in words_of(response)
    assert "Ada" not in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_sent_in(client, published, addresses, method) -> None:
    for address in set(addresses) - {NOT_FOUND}:
        if (method, address) == ("post", "/ask/referrals/"):
            continue  # the one form that anybody may send: test_questions tries it
        assert getattr(client, method)(address).status_code == 405, address


def at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    real = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    monkeypatch.setattr(clock, "real_time", lambda: real)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-23 10:00", "Open now, until 5pm today 01275 888808"),
        ("2026-11-23 20:00", "Open now, until 9am tomorrow 01454 615165"),
        ("2026-12-25 10:00", "Open now, until 9am on Tuesday 29 December 2026 01454"),
    ],
)
def test_the_live_page_says_which_number_is_open(client, monkeypatch, moment, said):
    at(monkeypatch, moment)
    response = client.get("/worried/")
    assert said in words_of(response)
    assert response["Cache-Control"] == "no-store"


def test_no_claim_when_the_calendar_has_run_out(client, monkeypatch) -> None:
    at(monkeypatch, "2029-01-02 10:00")
    page = words_of(client.get("/worried/"))
    assert "Open now" not in page
    assert "cannot say which number is open" in page
    assert "01275 888808" in page


def test_the_copy_to_keep_lists_hours_and_never_says_now(client, monkeypatch) -> None:
    at(monkeypatch, "2026-11-23 10:00")
    page = client.get("/worried/print/")
    words = words_of(page)
    assert "Monday to Friday, 9am to 5pm, except bank holidays" in words
    assert "Open now" not in words
    assert "<script" not in page.content.decode()


def test_the_numbers_are_those_printed_and_999_comes_first(client) -> None:
    page = client.get("/worried/").content.decode()
    numbers = re.findall(r'href="(?:tel|sms):(\d+)"', page)
    assert numbers[0] == "999"
    assert set(numbers) >= {
        "999",
        "01275888808",
        "01454615165",
        "60066",
        "08001111",
        "08088005000",
    }
    assert "last checked on 15 January 2021" in page
    assert 'rel="noreferrer nofollow" data-leave' in page


def test_without_numbers_of_its_own_no_other_partnerships_are_shown(
    client, settings, tmp_path
) -> None:
    settings.KITH_CONTACTS = tmp_path / "contacts.toml"
    page = words_of(client.get("/worried/"))
    assert "has not set its own numbers" in page
    assert "999" in page
    assert "01275" not in page


def test_the_process_says_that_it_runs(client) -> None:
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_ready_says_the_edition(client, published) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "database": True,
        "edition": "2020-12-31",
    }


@pytest.mark.django_db
def test_not_ready_without_an_edition(client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["edition"] is None


def test_search_engines_are_told_of_every_figure(client, published) -> None:
    assert b"/scorecard/referrals/</loc>" in client.get("/sitemap.xml").content
    assert b"Disallow: /\n" in client.get("/robots.txt").content, "the example hides"


def test_the_copy_for_when_the_site_is_down_needs_nothing(tmp_path) -> None:
    path = tmp_path / "static" / "worried.html"
    moment = datetime(2026, 11, 23, 10, tzinfo=UTC)
    write_worried_copy(path, at=moment, invented=True)
    copy = path.read_text("utf-8")
    assert "01275 888808" in copy
    assert "Monday to Friday, 9am to 5pm, except bank holidays" in copy
    assert "Open now" not in copy
    assert "Invented data" in copy
    assert not re.search(r"<script|<link|\ssrc=|url\(", copy), "it fetches something"


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["edition.json", "figures.parquet"])
@pytest.mark.parametrize("harm", ["cut short", "gone"])
def test_a_damaged_edition_is_not_called_unpublished_and_not_ready(
    client, settings, tmp_path, part, harm
) -> None:
    settings.KITH_STORE = write_store(tmp_path)
    damaged = settings.KITH_STORE / "current" / "public" / part
    if harm == "gone":
        damaged.unlink()
    else:
        damaged.write_bytes(damaged.read_bytes()[:20])
    assert client.get("/readyz").status_code == 503
    response = client.get("/scorecard/")
    assert response.status_code == 503
    if (part, harm) != ("edition.json", "gone"):
        assert "The figures cannot be read" in words_of(response)
    assert client.get("/worried/").status_code == 200


def test_a_slip_in_the_contacts_file_is_said_in_the_log_and_breaks_no_page(
    client, published, settings, tmp_path, caplog
) -> None:
    """`opens = "09:00"` once took the page of numbers down."""
    settings.KITH_CONTACTS = tmp_path / "contacts.toml"
    settings.KITH_CONTACTS.write_text(
        'partnership = "P"\narea = "A"\nlast_checked = "today"\n'
    )
    with caplog.at_level(logging.WARNING):
        response = client.get("/worried/")
    assert response.status_code == 200
    assert "999" in words_of(response)
    assert "has no 'last_checked' written as 2021-01-15" in caplog.text
