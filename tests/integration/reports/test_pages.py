"""The annual report's addresses, over a published store."""

from __future__ import annotations

import io
import logging

import docx
import pikepdf
import pytest
from django.urls import reverse

from tests.lib.published_store import edition, write_store


@pytest.fixture
def published(settings, tmp_path):
    settings.KITH_STORE = write_store(tmp_path / "store")
    settings.KITH_HOME = tmp_path / "home"
    return settings.KITH_STORE


@pytest.fixture(autouse=True)
def quiet_logs():
    logging.getLogger("django.request").setLevel(logging.CRITICAL)


def test_the_page_links_each_figure_to_its_counting(client, published) -> None:
    page = client.get(reverse("reports:annual_report")).content.decode()
    assert 'class="kith-computed" href="/scorecard/referrals/">816<' in page
    assert 'href="#counting-list-reviews"' in page
    assert 'id="counting-list-reviews"' in page
    assert " style=" not in page


def test_the_page_shows_what_is_not_supplied_and_what_is_hidden(
    client, published
) -> None:
    page = client.get(reverse("reports:annual_report")).content.decode()
    assert "The ssd feed would." not in page
    assert "No return holds the time of the decision; the ssd feed would." in page
    assert "Police protections</strong>: hidden to protect children" in page


@pytest.mark.parametrize(
    ("route", "kind", "opens"),
    [
        ("annual_report_pdf", "application/pdf", pikepdf.open),
        (
            "annual_report_docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            docx.Document,
        ),
    ],
)
def test_a_file_is_an_attachment_and_the_same_twice(
    client, published, route, kind, opens
) -> None:
    address = reverse(f"reports:{route}")
    answer, again = client.get(address), client.get(address)
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer.content == again.content
    assert opens(io.BytesIO(answer.content))


@pytest.mark.parametrize(
    "route", ["annual_report", "annual_report_pdf", "annual_report_docx"]
)
def test_where_nothing_is_published_the_page_says_so(
    client, settings, tmp_path, route
) -> None:
    settings.KITH_STORE = tmp_path / "none"
    answer = client.get(reverse(f"reports:{route}"))
    assert answer.status_code == 503
    assert "Nothing is published yet" in answer.content.decode()


def test_real_figures_never_stand_beside_the_examples_words(
    client, settings, tmp_path
) -> None:
    settings.KITH_STORE = write_store(tmp_path / "store", edition(invented=False))
    settings.KITH_HOME = tmp_path / "home"
    answer = client.get(reverse("reports:annual_report"))
    assert answer.status_code == 503
    assert "Covid" not in answer.content.decode()


def test_an_area_that_the_edition_does_not_cover_is_not_there(
    client, published
) -> None:
    answer = client.get(reverse("reports:annual_report"), {"area": "E06000025"})
    assert answer.status_code == 404
