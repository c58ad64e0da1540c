"""Reads of the store: the viewer first, one edition at a time, gaps kept."""

from __future__ import annotations

import inspect
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kith.domain.vocabulary.figures import Status
from kith.domain.vocabulary.periods import Period
from kith.web.access.viewer import Viewer
from kith.web.public import queries as public_queries
from kith.web.published import queries
from kith.web.published.store import one_edition
from kith.web.published.values import NothingPublishedError, NotPublishedError
from tests.lib.published_store import (
    AREA,
    PERIOD,
    count,
    edition,
    figure_rows,
    lead,
    month_names,
    write_store,
)


PUBLIC = Viewer.public()


@pytest.mark.parametrize("module", [queries, public_queries])
def test_every_query_takes_the_viewer_first(module) -> None:
    doors = [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
    ]
    assert doors
    for door in doors:
        assert next(iter(inspect.signature(door).parameters)) == "viewer"


@pytest.mark.parametrize(
    ("measure", "status", "value"),
    [
        ("referrals", Status.SHOWN, Decimal(816)),
        ("re_referral_share", Status.SHOWN, Decimal("21.192053")),
        ("children_in_need", Status.LOW_RELIABILITY, Decimal(930)),
        ("transfer_in_conferences", Status.ZERO, Decimal(0)),
        ("police_protections", Status.SUPPRESSED, None),
        ("decision_timeliness", Status.NOT_SUPPLIED, None),
        ("ehc_plan_rate", Status.NOT_APPLICABLE, None),
    ],
)
def test_a_figure_keeps_its_status(published, measure, status, value) -> None:
    found = queries.figure(PUBLIC, measure, AREA)
    assert (found.status, found.value, found.period) == (status, value, PERIOD)


def test_months_come_in_order_and_a_hidden_one_stays_a_gap(published) -> None:
    months = queries.breakdown(PUBLIC, "children_on_protection_plans", AREA, "month")
    assert [month.breakdown[0].value for month in months] == month_names()
    assert (months[2].status, months[2].value) == (Status.SUPPRESSED, None)
    assert months[2].period == Period(date(2020, 1, 1), date(2020, 1, 31))


def test_other_periods_are_kept_apart_from_the_reports(published) -> None:
    others = queries.other_periods(PUBLIC, "referrals", AREA)
    assert [(str(o.period), o.value) for o in others] == [
        ("January 2020 to December 2020 (12 months)", Decimal(698))
    ]


QUARTERS = (
    # first day, last day, dimension, label, children
    ("2018-10-01", "2018-12-31", "", "", 180),
    ("2019-10-01", "2019-12-31", "", "", 190),
    ("2019-11-01", "2020-12-31", "quarter", "2019-Q4", 118),
    ("2019-11-01", "2020-12-31", "quarter", "2020-Q1", 175),
)


def test_quarters_before_the_period_and_inside_it_are_one_series(
    tmp_path: Path, settings
) -> None:
    """The quarter that the period cuts is the whole one's; a year is no quarter."""
    rows = [
        count(
            "referrals",
            number,
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
            dimension=dimension,
            dimension_value=label,
        )
        for first, last, dimension, label, number in QUARTERS
    ]
    settings.KITH_STORE = write_store(tmp_path, rows=[*figure_rows(), *rows])
    told = queries.quarters(PUBLIC, "referrals", AREA)
    assert [(q.breakdown[0].value, q.value) for q in told] == [
        ("2018-Q4", 180),
        ("2019-Q4", 190),
        ("2020-Q1", 175),
    ]


def test_an_edition_without_a_series_has_no_quarters_of_it(published) -> None:
    assert queries.quarters(PUBLIC, "referrals", AREA) == ()


@pytest.mark.parametrize(
    ("measure", "area"), [("referrals", "E06000025"), ("no_such_measure", AREA)]
)
def test_what_is_not_published_is_not_there(published, measure, area) -> None:
    with pytest.raises(NotPublishedError):
        queries.figure(PUBLIC, measure, area)


def test_an_area_outside_the_edition_is_not_there(published) -> None:
    assert queries.area(PUBLIC).code == AREA
    with pytest.raises(NotPublishedError):
        queries.area(PUBLIC, "E06000025")


def test_a_viewer_who_may_see_nothing_sees_nothing(published) -> None:
    with pytest.raises(NothingPublishedError):
        queries.edition(Viewer(may_see_published=False))


@pytest.mark.parametrize("damage", ["absent", "not json", "no figures"])
def test_a_store_that_cannot_be_read_is_one_error(settings, tmp_path, damage) -> None:
    settings.KITH_STORE = tmp_path / "store"
    if damage != "absent":
        public = write_store(tmp_path / "store") / "current" / "public"
        if damage == "not json":
            (public / "edition.json").write_text("{")
        else:
            (public / "figures.parquet").write_text("PAR1")
    with pytest.raises(NothingPublishedError):
        queries.figure(PUBLIC, "referrals", AREA)


def test_the_edition_is_read_again_when_another_is_released(settings, tmp_path) -> None:
    store = settings.KITH_STORE = write_store(tmp_path / "store")
    assert queries.edition(PUBLIC).name == "2020-12-31"
    with one_edition():
        _publish(store, "2021-06-30")
        assert queries.edition(PUBLIC).name == "2020-12-31", "a page sees one edition"
    assert queries.edition(PUBLIC).name == "2021-06-30"


def test_an_edition_built_again_under_its_name_is_read_again(
    settings, tmp_path
) -> None:
    store = settings.KITH_STORE = write_store(tmp_path / "store")
    assert queries.edition(PUBLIC).partnership.startswith("North Somerset")
    again = write_store(tmp_path / "again", edition(partnership="Another"))
    (store / "editions").rename(store / "editions.old")
    (again / "editions").rename(store / "editions")
    assert queries.edition(PUBLIC).partnership == "Another"


def test_a_candidate_is_not_shown(settings, tmp_path) -> None:
    """Built, and not let out by the ledger of releases."""
    settings.KITH_STORE = write_store(tmp_path)
    assert queries.edition(PUBLIC).name == "2020-12-31"
    (tmp_path / "released").unlink()
    with pytest.raises(NothingPublishedError):
        queries.edition(PUBLIC)


def _publish(store: Path, name: str) -> None:
    other = write_store(store.parent / name, edition(name=name))
    (other / "editions" / name).rename(store / "editions" / name)
    lead(store, "released", Path("editions", name, "public"))
