"""The scorecard's own sentences are computed, and say what is missing."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from kith.web.access.viewer import Viewer
from kith.web.published.values import NotPublishedError
from kith.web.scorecards.presenters.downloads import measure_csv, scorecard_csv
from kith.web.scorecards.presenters.figure_page import figure_page
from kith.web.scorecards.presenters.scorecard import scorecard
from tests.lib.published_store import edition, write_store


if TYPE_CHECKING:
    from pathlib import Path


PUBLIC = Viewer.public()


def test_in_brief_says_what_was_counted_what_moved_and_what_is_missing(
    published,
) -> None:
    assert scorecard(PUBLIC, None).brief == (
        (
            "In North Somerset, November 2019 to December 2020 (14 months): 816 referrals; "
            "237 children on a protection plan."
        ),
        (
            "Of 2 figures with enough months to tell, 1 changed by more than chance would "
            "explain: Referrals."
        ),
        "Of 9 figures, 2 were not supplied and 1 is hidden to protect children.",
    )


def test_figures_stand_under_their_question_and_gaps_have_a_name(published) -> None:
    page = scorecard(PUBLIC, None)
    assert [(q.words, len(q.answered), len(q.missing)) for q in page.questions] == [
        ("Who needed help?", 3, 1),
        ("Who was protected?", 3, 0),
        ("Who needed more from education?", 1, 0),
        ("Who met the justice system?", 0, 1),
    ]
    assert [entry.measure.code for _, entries in page.gaps for entry in entries] == [
        "decision_timeliness",
        "first_time_entrants",
    ]
    assert [why for why, _ in page.gaps] == [
        "No return holds the time of the decision; the ssd feed would.",
        "No return has come in; any agency would send it.",
    ]


def test_a_figure_says_how_it_is_counted(published) -> None:
    page = figure_page(PUBLIC, "re_referral_share", None)
    counted = {line.name: line.words for line in page.counting}
    assert counted["Numerator"] == "Re-referrals: 192"
    assert counted["Denominator"] == "Referrals: 906"
    assert "14 months, not twelve" in counted["Period"]
    assert page.parts == "192 of 906"


def test_a_definition_that_is_not_settled_says_so(published) -> None:
    counted = figure_page(PUBLIC, "children_in_need", None).counting
    assert "Not settled" in [line.name for line in counted]


def test_a_provisional_edition_s_numbers_say_so_where_they_are_taken(
    tmp_path: Path, settings
) -> None:
    settings.KITH_STORE = write_store(tmp_path, edition(provisional=True))
    _, said, *_ = measure_csv(PUBLIC, "referrals", None).splitlines()
    assert "Provisional, as at 15 January 2021" in said


def rows_of(text: str) -> list[dict[str, str]]:
    watermark, table = text.split("\r\n", 1)
    assert watermark.strip('"').startswith("Invented data")
    return list(csv.DictReader(io.StringIO(table)))


def test_a_download_has_the_total_and_every_breakdown(published) -> None:
    rows = rows_of(measure_csv(PUBLIC, "referrals", None))
    assert list(rows[0]) == [
        "measure",
        "area",
        "from",
        "to",
        "month",
        "age_band",
        "sex",
        "agency",
        "numerator",
        "denominator",
        "value",
        "unit",
        "status",
    ]
    total = rows[0]
    assert (total["from"], total["to"]) == ("2019-11-01", "2020-12-31")
    assert (total["numerator"], total["value"]) == ("816", "816")
    assert sum(int(row["value"]) for row in rows if row["month"]) == 816
    hidden = next(row for row in rows if row["age_band"] == "unborn")
    assert (hidden["numerator"], hidden["value"]) == ("", "")
    assert hidden["status"] == "suppressed"


def test_the_whole_scorecard_downloads_with_its_gaps(published) -> None:
    rows = {row["measure"]: row for row in rows_of(scorecard_csv(PUBLIC, None))}
    assert len(rows) == 9
    assert (
        rows["decision_timeliness"]["value"],
        rows["decision_timeliness"]["status"],
    ) == (
        "",
        "not_supplied",
    )
    assert rows["transfer_in_conferences"]["value"] == "0"
    assert rows["re_referral_share"]["value"] == "21.2"


def test_a_measure_that_is_not_published_has_no_download(published) -> None:
    with pytest.raises(NotPublishedError):
        measure_csv(PUBLIC, "no_such_measure", None)
