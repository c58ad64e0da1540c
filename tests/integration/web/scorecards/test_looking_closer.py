"""Area by area, group by group, and any figure divided: for anybody, and fair."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kith.domain.vocabulary.figures import Status
from kith.web.access.models import Person
from kith.web.access.roles import Role
from kith.web.benchmarks.models import FigureConsent, MeasureNote
from kith.web.organisations.models import Area
from tests.lib.arguments.benchmarks import letting_compare
from tests.lib.published_store import FIVE, count, figure, write_five_areas, write_store
from tests.lib.world import NOW, TODAY


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from tests.lib.world import World


pytestmark = pytest.mark.django_db


def at(name: str, *parts: Any) -> str:
    return reverse(f"scorecards:{name}", args=parts)


@pytest.fixture
def five(settings: Any, tmp_path: Path) -> None:
    """Five areas, each of which lets its figures stand beside the others'."""
    settings.KITH_STORE = write_five_areas(tmp_path)
    for code, (name, *_) in FIVE.items():
        letting_compare(Area.objects.create(code=code, name=name))


@pytest.mark.usefixtures("five")
def test_five_areas_are_held_against_limits_and_never_ranked(client: Client) -> None:
    page = client.get(at("areas", "re_referral_share")).text
    title = "Re-referrals within twelve months"
    assert f"{title}: South Gloucestershire differs by more than chance" in page
    assert "These 4 areas together: 24.1\u00a0%." in page
    assert "South Gloucestershire (40.0\u00a0%) is above that" in page
    assert "Somerset: hidden to protect children." in page
    for words in ("499 of 500", "19 of 20", ">Bristol</text>", "95 % interval"):
        assert words in page
    assert ">Somerset</text>" not in page


@pytest.mark.usefixtures("five")
def test_counts_of_areas_are_not_compared(client: Client) -> None:
    page = client.get(at("areas", "referrals")).text
    assert "Only a share or a rate can be compared." in page
    assert "<svg" not in page.split("<main")[1]
    assert "4,100 referrals" in page


@pytest.mark.usefixtures("published")
def test_one_area_has_nothing_beside_it(client: Client) -> None:
    page = client.get(at("areas", "re_referral_share")).text
    assert "The edition holds one area" in page


@pytest.mark.usefixtures("five")
def test_an_area_stays_out_where_it_does_not_consent_or_counts_otherwise(
    client: Client,
) -> None:
    """Two drop out of the chart, so it stands no more; each says why."""
    FigureConsent.objects.create(
        number=2,
        area_id="E06000023",
        answer="REFUSED",
        reason="Not yet",
        first_on=TODAY,
        said_by=Person.objects.get(),
        said_at=NOW,
    )
    for code, definition, how in (
        ("E06000022", "DIFFERS", "Counted from contacts"),
        ("E06000025", "NOT_HELD", "Its system holds no earlier referral"),
    ):
        MeasureNote.objects.create(
            area_id=code,
            measure="re_referral_share",
            definition=definition,
            how=how,
            said_by=Person.objects.get(),
            said_at=NOW,
        )
    page = client.get(at("areas", "re_referral_share")).text
    assert "Fewer than three areas have figures that may be compared" in page
    assert "Not shared by Bristol" in page
    assert "980 of 4,100" not in page
    assert "Differs: Counted from contacts" in page
    assert "150 of 700" in page
    assert "Not held by this area" in page
    assert "140 of 350" not in page
    assert "It has not said whether it counts the same." in page
    assert "95 % interval 18.7" in page


def groups_store(folder: Path) -> Path:
    """Re-referrals by ethnic group: one higher, one of few, one hidden."""
    cells = {"white": (100, 500), "mixed": (40, 90), "asian": (3, 9), "other": None}
    rows = [
        figure(
            "re_referral_share",
            numerator=150,
            denominator=700,
            value=Decimal("21.428571"),
        )
    ]
    for value, parts in cells.items():
        place = {"dimension": "ethnicity", "dimension_value": value}
        if parts is None:
            hidden = Status.SUPPRESSED.value
            rows.append(figure("re_referral_share", status=hidden, **place))
            continue
        share = Decimal(parts[0]) * 100 / parts[1]
        rows.append(
            figure(
                "re_referral_share",
                numerator=parts[0],
                denominator=parts[1],
                value=share.quantize(Decimal("0.000001")),
                reason="By ethnic group the population is the census of 2011's.",
                **place,
            )
        )
    return write_store(folder, rows=[*rows, count("referrals", 700)])


def test_groups_are_read_fairly(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.KITH_STORE = groups_store(tmp_path)
    page = client.get(at("groups", "re_referral_share")).text
    assert "Higher than for all, by more than chance would explain" in page
    assert "No further from all than chance would explain" in page
    assert "Too few are counted to say" in page
    assert "It cannot be said" in page
    assert "2.1 (1.6 to 2.6)" in page
    assert "A difference says that something differs, never why." in page
    assert "It cannot be said by sex, because the edition does not break" in page
    assert page.count("the census of 2011") == 1

    of_counts = client.get(at("groups", "referrals")).text
    assert "It cannot be said, because this is a count" in of_counts
    assert at("groups", "re_referral_share") in of_counts


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("", "816"),
        ("measure=referrals&by=month", "outside the usual range once"),
        ("measure=referrals&by=sex", "Referrals by sex"),
        ("measure=referrals&by=sex&also_by=age_band", "one way at a time"),
        ("measure=referrals&by=ethnicity", "not published by ethnic group"),
        ("measure=referrals&period=2020-01-01_2020-12-31", "698"),
        (
            "measure=referrals&period=2020-01-01_2020-12-31&by=sex",
            "Only the total is published for that period",
        ),
        ("measure=police_protections", "Hidden to protect children"),
        ("measure=no_such", "choose one of those listed"),
    ],
)
def test_the_address_keeps_what_was_asked(
    client: Client, asked: str, words: str
) -> None:
    answer = client.get(f"{at('explore')}?{asked}")
    assert answer.status_code == 200
    assert words in answer.text
    assert "Small numbers are hidden by the public rules here" in answer.text


@pytest.mark.usefixtures("published")
def test_who_may_ask_the_figures_themselves_is_shown_where(
    client: Client, world: World, browse: Callable[[Person], Client]
) -> None:
    address = f"{at('explore')}?measure=referrals&by=sex&also_by=age_band"
    same = "measure=referrals&amp;area=E06000024&amp;from=2019-11-01&amp;to=2020-12-31"
    place = f"/explorations/new/?{same}&amp;by=sex&amp;by=age_band"
    analyst = browse(world.person(Role.DATA_ANALYST)).get(address).text
    assert place in analyst
    assert "numbers as they were counted" in analyst
    scrutineer = browse(world.person(Role.INDEPENDENT_SCRUTINEER)).get(address).text
    assert place in scrutineer
    assert "numbers as they were counted" not in scrutineer
    for other in (client, browse(world.person(Role.LEAD_SAFEGUARDING_PARTNER))):
        assert "/explorations/" not in other.get(address).text


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("name", "begins"), [("trend_svg", b"<svg"), ("trend_png", b"\x89PNG")]
)
def test_anybody_may_take_a_chart(client: Client, name: str, begins: bytes) -> None:
    assert client.get(at(name, "referrals")).content.startswith(begins)
    assert at(name, "referrals") in client.get(at("figure", "referrals")).text
    assert client.get(at(name, "police_protections")).status_code == 404
