"""A scorecard is drafted, spoken about, agreed and followed; who may, and who may not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.scorecards import actions as acts
from kith.web.scorecards import queries
from kith.web.scorecards.models import Scorecard, ScorecardMeasure, TargetKind
from kith.web.scorecards.queries import About
from kith.web.scorecards.registration import needs
from kith.web.scorecards.values import from_json, to_json
from tests.lib.arguments.scorecards import draft
from tests.lib.published_store import PERIOD, write_store
from tests.lib.published_store import edition as edition_of
from tests.lib.world import NOW, TODAY, holder, viewer_of


if TYPE_CHECKING:
    from pathlib import Path

    from kith.web.access.viewer import Viewer
    from tests.lib.world import World


pytestmark = pytest.mark.usefixtures("published")
REFERRALS = About(measure="referrals")


def said(world: World, **other: Any) -> acts.Said:
    return acts.Said(
        **{
            "organisation": world.here.council,
            "about": REFERRALS,
            "what": "Fewer referrals came in April, when schools were shut.",
            "so_what": "Children were not seen by those who know them.",
            "now_what": "Schools and the front door meet each week until July.",
            **other,
        }
    )


@pytest.fixture
def manager(world: World) -> Viewer:
    return world.viewer(Role.BUSINESS_MANAGER)


@pytest.fixture
def chair(world: World) -> Viewer:
    return world.viewer(Role.GROUP_CHAIR)


@pytest.fixture
def member(world: World) -> Viewer:
    return world.viewer(Role.MEMBER)


@pytest.fixture
def card(world: World) -> Scorecard:
    return draft(world, world.here)


def test_only_the_chair_agrees_and_what_was_shown_stays(
    world: World,
    card: Scorecard,
    manager: Viewer,
    chair: Viewer,
    member: Viewer,
    settings: Any,
    tmp_path: Path,
) -> None:
    """
    | who               | agrees | why not                 |
    | business manager  | no     | the chair agrees it     |
    | member            | no     | the chair agrees it     |
    | chair of there    | no     | not there for them      |
    | chair             | yes    |                         |
    """
    assert [one.what for one in needs(chair, today=TODAY)] == ["Help in time"]
    for viewer in (manager, member):
        with pytest.raises(RefusedError, match="chairs the group agrees"):
            acts.agree_scorecard(viewer=viewer, at=NOW, key=card.pk)
    there = world.viewer(Role.GROUP_CHAIR, world.there)
    with pytest.raises(Http404):
        acts.agree_scorecard(viewer=there, at=NOW, key=card.pk)

    done = acts.agree_scorecard(viewer=chair, at=NOW, key=card.pk)
    assert (done.state, done.edition, done.agreed_by_id) == (
        "AGREED",
        "2020-12-31",
        chair.person,
    )
    assert not [*needs(chair, today=TODAY)]

    later = edition_of(name="2021-03-31", stands_on=date(2021, 4, 15))
    settings.KITH_STORE = write_store(tmp_path / "later", later)
    kept = from_json(card.measures.get(measure="referrals").shown)
    assert kept.figure is not None
    assert kept.figure.value == 816
    assert [month.value for month in kept.months][5] == 22
    for change in (
        lambda: acts.comment(viewer=member, at=NOW, key=card.pk, said=said(world)),
        lambda: acts.add_question(
            viewer=manager, at=NOW, key=card.pk, asked=acts.Asked("More?", ())
        ),
        lambda: acts.agree_scorecard(viewer=chair, at=NOW, key=card.pk),
    ):
        with pytest.raises(RefusedError, match="it would have to be draft"):
            change()
    verbs = Event.objects.filter(key=str(card.pk)).values_list("verb", flat=True)
    assert [*verbs.order_by("sequence")] == [
        "scorecards.drafted",
        "scorecards.question_added",
        "scorecards.agreed",
    ]


def test_the_next_version_asks_the_same_and_takes_its_place(
    world: World, card: Scorecard, manager: Viewer, chair: Viewer, member: Viewer
) -> None:
    acts.comment(viewer=member, at=NOW, key=card.pk, said=said(world))
    change = acts.Annotation(date(2020, 3, 9), "schools close", restarts=True)
    acts.annotate(viewer=manager, at=NOW, key=card.pk, annotation=change)
    with pytest.raises(RefusedError, match="it would have to be agreed"):
        acts.draft_next(viewer=manager, at=NOW, key=card.pk)
    acts.agree_scorecard(viewer=chair, at=NOW, key=card.pk)

    after = acts.draft_next(viewer=manager, at=NOW, key=card.pk)
    with pytest.raises(RefusedError, match="drafted already"):
        acts.draft_next(viewer=manager, at=NOW, key=card.pk)
    assert (after.version, after.follows_id, after.state) == (2, card.pk, "DRAFT")
    assert [row.measure for row in queries.measures(manager, after)] == [
        "referrals",
        "re_referral_share",
    ]
    assert [one.month for one in after.step_changes.all()] == [date(2020, 3, 1)]
    assert not queries.commentary(manager, after)
    assert queries.scorecard(manager, card.pk).state == "AGREED"

    acts.agree_scorecard(viewer=chair, at=NOW, key=after.pk)
    assert queries.scorecard(manager, card.pk).state == "SUPERSEDED"
    assert [*queries.filtered(manager)] == [after]


def test_commentary_is_an_agencys_own_and_never_lost(
    world: World, card: Scorecard, manager: Viewer, member: Viewer
) -> None:
    """
    | who writes it             | for        | may                          |
    | member, of the council    | council    | yes; again: the later stands |
    | member, of the council    | a trust    | no                           |
    | business manager          | council    | no: speaks for no agency     |
    """
    council = world.here.council
    acts.ask_commentary(
        viewer=manager,
        at=NOW,
        key=card.pk,
        organisation=council,
        about=REFERRALS,
        wanted_on=date(2021, 1, 29),
    )
    (need,) = needs(member, today=TODAY)
    assert need.due == date(2021, 1, 29)
    assert need.url.endswith("comment/?about=measure:referrals")
    assert council.name in need.why
    with pytest.raises(RefusedError, match="speak for no agency"):
        acts.comment(viewer=manager, at=NOW, key=card.pk, said=said(world))
    other = said(world, organisation=world.there.council)
    with pytest.raises(RefusedError, match="speak for no agency"):
        acts.comment(viewer=member, at=NOW, key=card.pk, said=other)

    acts.comment(viewer=member, at=NOW, key=card.pk, said=said(world, what="First"))
    acts.comment(viewer=member, at=NOW, key=card.pk, said=said(world, what="Second"))
    assert [one.what for one in queries.commentary(member, card)] == ["Second"]
    assert card.commentary.count() == 2
    assert not [*needs(member, today=TODAY)]
    with pytest.raises(RefusedError, match="so it stays"):
        acts.change_question(
            viewer=manager,
            at=NOW,
            key=card.pk,
            question=card.questions.get().pk,
            asked=acts.Asked("Help?", ("re_referral_share",)),
        )


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Fewer referrals came in April.", False),
        ("We held three audits.", False),
        ("Three children were not seen.", True),
        ("Ask Persephone Blackwood about it.", True),
    ],
)
def test_a_child_in_the_words_is_asked_about(
    world: World, card: Scorecard, member: Viewer, words: str, asks: bool
) -> None:
    def write(**more: Any) -> None:
        told = said(world, what=words, **more)
        acts.comment(viewer=member, at=NOW, key=card.pk, said=told)

    if asks:
        with pytest.raises(RefusedError, match="Take it out, or confirm"):
            write()
    write(is_confirmed=asks)
    assert card.commentary.get().what == words
    event = Event.objects.filter(verb="scorecards.commented").get()
    assert words not in str(event.details)


def test_what_a_draft_may_hold(world: World, card: Scorecard, manager: Viewer) -> None:
    """A period that nobody published, a figure twice, a month outside: refused."""
    key, here = card.pk, world.here

    def refused(words: str, act: Any, **said: Any) -> None:
        with pytest.raises(RefusedError, match=words):
            act(viewer=manager, at=NOW, key=key, **said)

    odd = Period(date(2020, 1, 1), date(2020, 3, 31))
    refused(
        "does not hold that period",
        acts.change_heading,
        heading=acts.Heading("Odd", here.area, odd),
    )
    refused(
        "none of the group's",
        acts.change_heading,
        heading=acts.Heading("There", world.there.area, PERIOD),
    )
    refused(
        "under another question",
        acts.add_question,
        asked=acts.Asked("Again?", ("referrals",)),
    )
    refused(
        "outside the scorecard's period",
        acts.annotate,
        annotation=acts.Annotation(date(2018, 1, 1), "long ago"),
    )
    target = acts.Target("police_protections", TargetKind.LOCAL, Decimal(1), "x", TODAY)
    refused("does not stand on this", acts.set_target, target=target)
    second = card.measures.get(measure="re_referral_share")
    acts.move_up(viewer=manager, at=NOW, key=key, measure=second.pk)
    assert [one.measure for one in queries.measures(manager, card)] == [
        "re_referral_share",
        "referrals",
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        ScorecardMeasure.objects.create(
            scorecard=card,
            question=card.questions.get(),
            number=9,
            measure="referrals",
        )


def test_what_is_kept_reads_as_it_was_shown(card: Scorecard, manager: Viewer) -> None:
    for code in ("referrals", "re_referral_share", "police_protections", "no_such"):
        shown = queries.shown_now(manager, code, "E06000024", PERIOD)
        assert from_json(to_json(shown)) == shown


def test_a_scorecard_can_rest_on_any_period_of_the_edition(
    card: Scorecard, manager: Viewer
) -> None:
    """The fourteen months of the report, or the year inside them."""
    own, year = queries.periods_on_offer(manager)
    assert own == PERIOD
    shown = queries.shown_now(manager, "referrals", card.area_id, year)
    assert shown.figure is not None
    assert (shown.figure.value, len(shown.months)) == (698, 12)


def test_who_sees_it(world: World, card: Scorecard) -> None:
    seen = {
        role
        for role in Role
        if queries.visible_scorecards(world.viewer(role)).filter(pk=card.pk).exists()
    }
    assert {Role.MEMBER, Role.DATA_ANALYST, Role.INSPECTOR, Role.LAY_MEMBER} <= seen
    assert not {Role.LEARNER, Role.SYSTEM_ADMINISTRATOR, Role.PRACTICE_REVIEWER} & seen
    elsewhere = viewer_of(holder(Role.MEMBER, world.there, "member elsewhere"))
    assert not queries.visible_scorecards(elsewhere).exists()


def test_nothing_is_agreed_where_nothing_is_published(
    card: Scorecard, chair: Viewer, settings: Any, tmp_path: Path
) -> None:
    settings.KITH_STORE = tmp_path
    with pytest.raises(RefusedError, match="No evidence is published"):
        acts.agree_scorecard(viewer=chair, at=NOW, key=card.pk)
