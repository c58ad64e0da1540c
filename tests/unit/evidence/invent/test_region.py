"""The region's figures contradict neither each other nor the rows."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.vocabulary.periods import Grain, Period, calendar_year
from kith.evidence.invent.example_data import read_example
from kith.evidence.invent.region import Count, Region


REPORT = Period(date(2019, 11, 1), date(2020, 12, 31))
BRISTOL = "E06000023"


@pytest.fixture(scope="module")
def region() -> Region:
    return Region(read_example("region.toml"), REPORT)


@pytest.fixture(scope="module")
def told(region: Region) -> dict[tuple[str, Period], Count | None]:
    area = next(area for area in region.areas if area["code"] == BRISTOL)
    sent = [
        figure
        for agency in ("council", "police", "health")
        for figure in region.sent_by(agency, area)
    ]
    assert len({(f.measure, f.days) for f in sent}) == len(sent)
    return {(figure.measure, figure.days): figure.count for figure in sent}


def test_a_flow_s_quarters_add_up_to_its_year(
    told: dict[tuple[str, Period], Count | None],
) -> None:
    year = calendar_year(2019)
    quarters = [told["referrals", part] for part in year.parts(Grain.QUARTER)]
    whole = told["referrals", year]
    assert whole is not None
    assert sum(count[0] for count in quarters if count) == whole[0]


def test_a_share_is_of_the_flow_it_names(
    told: dict[tuple[str, Period], Count | None],
) -> None:
    share, above, below = (
        told[code, REPORT]
        for code in ("re_referral_share", "re_referrals", "referrals")
    )
    assert above is not None
    assert below is not None
    assert share == (above[0], below[0])


def test_a_stock_is_its_last_month_s(
    told: dict[tuple[str, Period], Count | None],
) -> None:
    *_, autumn = calendar_year(2020).parts(Grain.QUARTER)
    code = "protection_plans_at_date"
    assert told[code, REPORT] == told[code, autumn] == told[code, calendar_year(2020)]


def test_north_somerset_sends_what_its_rows_do_not_tell(region: Region) -> None:
    here, gap = region.areas[0], region.areas[-1]
    sent = list(region.sent_by("council", here))
    assert max(figure.days.last for figure in sent) == date(2018, 12, 31)
    missing = [f.days for f in region.sent_by("health", gap) if f.count is None]
    assert calendar_year(2018) in missing
