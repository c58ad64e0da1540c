"""The report is made from figures as they are: gaps said, unknown places refused."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest

from kith.domain.vocabulary.figures import Status
from kith.domain.vocabulary.periods import Period
from kith.web.reports.annual_report import annual_report
from kith.web.reports.folder import NarrativeMissingError, report_folder
from kith.web.reports.plan import PlanError
from kith.web.ui.documents.html import report_html
from kith.web.ui.documents.markdown import NarrativeError
from tests.unit.web.reports.invented_figures import (
    InventedFigures,
    asked_for,
    example_folder,
    figure,
)


@pytest.fixture
def folder(tmp_path):
    """A copy of the example's narrative, to spoil."""
    kept = tmp_path / "home" / "report"
    shutil.copytree(example_folder(tmp_path), kept)
    shutil.copy(example_folder(tmp_path).parent / "meetings.toml", kept.parent)
    return kept


def told(folder, figures=None, **options) -> str:
    figures = figures or InventedFigures(asked_for(folder))
    return str(report_html(annual_report(folder, figures, **options)))


@pytest.mark.parametrize(
    ("status", "value", "said"),
    [
        (Status.SHOWN, 906, ">906<"),
        (Status.ZERO, 0, ">0<"),
        (Status.SUPPRESSED, None, ">[hidden to protect children]<"),
        (Status.NOT_SUPPLIED, None, ">[not supplied]<"),
        (Status.NOT_APPLICABLE, None, ">[does not apply]<"),
        (Status.LOW_RELIABILITY, 9, ">9 (low reliability)<"),
    ],
)
def test_a_figure_of_every_status_in_a_sentence(folder, status, value, said) -> None:
    (folder / "foreword.md").write_text("{{ figure referrals }} came.", "utf-8")
    figures = InventedFigures(
        asked_for(folder),
        totals={"referrals": figure("referrals", value, status=status)},
    )
    assert f'referrals"{said}/a> came.' in told(folder, figures)


def test_a_chart_of_which_nothing_may_be_seen_is_a_sentence_and_no_drawing(
    folder,
) -> None:
    class AllHidden(InventedFigures):
        def breakdown(self, code, dimension):
            cells = super().breakdown(code, dimension)
            return tuple(
                replace(cell, value=None, status=Status.SUPPRESSED) for cell in cells
            )

    shown = told(folder, AllHidden(asked_for(folder)))
    said = "Referrals: this edition shows no figures by month (hidden to protect children)."
    assert said in shown
    assert shown.count("<figure") == 1, "the structure of the partnership alone"


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("{{ figure referals }}", "the edition knows no measure 'referals'"),
        ("{{ chart referrals by shoe_size }}", "'shoe_size' is no breakdown"),
        ("{{ list hopes }}", "records.toml holds no list 'hopes'"),
        ("{{ count reviews late }}", "no record of 'reviews' is marked late"),
        ("{{ meetings jury }}", "there is no body 'jury'"),
        ("{{ bodies jury }}", "there is no body of the kind 'jury'"),
        ("{{ nonsense }}", "write-the-report"),
    ],
)
def test_an_unknown_place_names_its_file_and_line(folder, place, why) -> None:
    figures = InventedFigures(asked_for(folder))
    (folder / "foreword.md").write_text(f"One line.\n\n{place}\n", "utf-8")
    with pytest.raises(NarrativeError, match=r"foreword\.md, line 3") as refused:
        told(folder, figures)
    assert why in str(refused.value)


def test_a_page_says_what_its_edition_lacks_and_does_not_fall(folder) -> None:
    (folder / "foreword.md").write_text(
        "{{ figure x }}\n\n{{ chart x by month }}", "utf-8"
    )
    shown = told(folder, InventedFigures(asked_for(folder)[:-1]), is_strict=False)
    assert "not held in this edition" in shown


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda f: (f / "foreword.md").unlink(), "foreword.md"),
        (lambda f: (f / "plan.toml").write_text("= ="), "plan.toml is not TOML"),
        (lambda f: (f / "plan.toml").write_text("title = 'x'"), "subtitle"),
        (lambda f: (f / "records.toml").unlink(), "records.toml"),
        (
            lambda f: (f / "coverage.toml").write_text(
                'guidance = "x"\n[[requirement]]\nasks = "x"\nanswer = "maybe"\nsays = ""'
            ),
            "MAYBE",
        ),
    ],
)
def test_a_spoilt_plan_is_one_clear_error(folder, spoil, why) -> None:
    figures = InventedFigures(asked_for(folder))
    spoil(folder)
    with pytest.raises(PlanError, match=why):
        annual_report(folder, figures)


def test_a_chapter_that_the_coverage_sheet_names_must_be_there(folder) -> None:
    sheet = folder / "coverage.toml"
    sheet.write_text(
        sheet.read_text("utf-8").replace("region.md", "regoin.md"), "utf-8"
    )
    with pytest.raises(PlanError, match=r"regoin\.md"):
        told(folder)


def test_the_coverage_sheet_says_that_the_period_is_longer_than_a_year(folder) -> None:
    assert "is longer than twelve months" in told(folder)

    class OneYear(InventedFigures):
        @property
        def edition(self):
            year = Period(date(2020, 1, 1), date(2020, 12, 31))
            return replace(super().edition, period=year)

    shown = told(folder, OneYear(asked_for(folder)))
    assert "is longer than twelve months" not in shown
    assert "The period is 12 months." in shown


def test_the_coverage_sheet_says_plainly_what_nothing_answers(folder) -> None:
    sheet = told(folder).split("what-the-guidance-asks-and-where-we-answer")[-1]
    assert "impact" in sheet
    assert "feedback of children" in sheet
    assert sheet.count("<strong>not answered</strong>") == 4
    assert '<a class="govuk-link" href="#practice-reviews">' in sheet


def test_the_gaps_are_named_with_their_reason_and_who_would_fill_them(folder) -> None:
    codes = asked_for(folder)
    figures = InventedFigures(
        codes,
        totals={
            "referrals": figure("referrals", None, reason="too few to show"),
            "ehc_plans_open": figure(
                "ehc_plans_open", None, status=Status.NOT_SUPPLIED
            ),
        },
    )
    gaps = told(folder, figures).split("Figures that are missing")[-1]
    assert "Referrals</strong>: hidden to protect children. Too few to show." in gaps
    assert "not supplied. It would come from: Annex A" in gaps


def test_how_we_counted_says_period_kind_and_returns_of_each_figure(folder) -> None:
    counted = told(folder).split('id="how-we-counted"')[-1]
    assert "November 2019 to December 2020 (14 months); flow in period" in counted
    assert "1 return (" in counted
    assert "1,204 rows read, 3 set aside, 17 told again" in counted
    assert "rows are rounded up to the next ten" in counted


def test_a_real_edition_never_takes_the_examples_words(tmp_path) -> None:
    assert report_folder(home=tmp_path, invented=True).name == "report"
    with pytest.raises(NarrativeMissingError, match=r"put plan\.toml"):
        report_folder(home=tmp_path, invented=False)
    own = tmp_path / "report"
    own.mkdir()
    (own / "plan.toml").write_text("")
    assert report_folder(home=tmp_path, invented=False) == own
