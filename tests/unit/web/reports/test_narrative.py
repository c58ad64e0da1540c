"""The example's narrative types no number: each is a place, a date or a rule's name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kith.web.reports.annual_report import annual_report
from kith.web.reports.plan import read_plan
from kith.web.ui.documents.blocks import (
    Callout,
    ChartBlock,
    Computed,
    Items,
    Paragraph,
    Table,
    headings,
)
from tests.unit.web.reports.invented_figures import (
    InventedFigures,
    asked_for,
    example_folder,
)


MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November"
    "|December"
)
ALLOWED = (
    r"\{\{.*?\}\}",  # a place
    r"\]\([^)]*\)",  # where a link leads
    r"\b20\d\d to 20\d\d\b",  # two years
    rf"\b(?:{MONTHS}|spring of|spring|middle of|of|for|in|In) (?:19|20)\d\d\b",  # a date
    r"[Ss]ection (?:11|47)\b",  # the law
    r"Children Act (?:1989|2004)",
    r"Covid-19",
    # telephone numbers: compared below with those of the page that people ring from
    r"\b999\b|\b60066\b|01275 888808|01454 615165",
    r"within fifteen working days",  # limits that the guidance sets
    r"a method in six steps",  # a method's name
    r"(?:in )?the twelve months before",  # a definition
)
NUMBER_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|hundred|dozen|several"
    r" hundred|half|third|quarter of|per cent)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return example_folder(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def report(folder):
    return annual_report(folder, InventedFigures(asked_for(folder)))


def typed_numbers(text: str) -> list[str]:
    """What is left of digits and number words once the allowed is taken out."""
    for allowed in ALLOWED:
        text = re.sub(allowed, " ", text, flags=re.DOTALL)
    return re.findall(r"\d[\d,.]*", text) + NUMBER_WORDS.findall(text)


def test_no_number_is_typed_in_the_narrative(folder) -> None:
    found = {
        path.name: typed_numbers(path.read_text("utf-8"))
        for path in folder.glob("*.md")
    }
    assert {name: typed for name, typed in found.items() if typed} == {}


@pytest.mark.parametrize(
    "typed", ["There were 906 referrals.", "It met seven times.", "In 21.2 per cent"]
)
def test_a_typed_number_would_be_found(typed) -> None:
    assert typed_numbers(typed)


def test_the_numbers_to_ring_are_those_of_the_page_that_people_ring_from(
    folder,
) -> None:
    contacts = Path(__file__).parents[4] / (
        "src/kith/web/public/north_somerset_contacts.toml"
    )
    known = tomllib.loads(contacts.read_text("utf-8"))
    told = (folder / "worried.md").read_text("utf-8")
    assert known["daytime"]["number"] in told
    assert known["out_of_hours"]["number"] in told
    assert f"to {known['text']['number']}" in told
    assert known["text"]["keyword"] in told
    assert told.index("999") < told.index(known["daytime"]["number"])


def computed(blocks):
    """Every computed number of some blocks, wherever it stands."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from spans(block.inside)
            case Table():
                yield from spans(cell for row in block.rows for cell in sum(row, ()))
            case Callout():
                yield from computed(block.inside)
            case Items():
                yield from computed(sum(block.items, ()))
            case _:
                pass


def spans(inside):
    for part in inside:
        if isinstance(part, Computed):
            yield part
        elif hasattr(part, "inside"):
            yield from spans(part.inside)


def test_every_computed_number_leads_to_its_counting_in_the_report(report) -> None:
    anchors = {heading.anchor for heading in headings(report.blocks)}
    numbers = list(computed(report.blocks))
    assert len(numbers) > 60
    for number in numbers:
        wanted = "counting-" + number.counts.replace("_", "-")
        assert wanted in anchors, number


def test_the_sixteen_figures_stand_in_the_snapshot(folder) -> None:
    assert {row.measure for row in read_plan(folder).snapshot} == {
        "referrals",
        "re_referrals",
        "strategy_discussions",
        "children_on_protection_plans",
        "care_leavers_served",
        "children_looked_after",
        "initial_conferences",
        "children_in_need",
        "domestic_abuse_notifications",
        "children_population",
        "ehc_plans_open",
        "lado_referrals",
        "lado_advice",
        "children_with_early_help",
        "children_missing",
        "children_home_educated",
    }


@pytest.mark.parametrize(
    ("code", "mark", "count"),
    [
        ("risks", "", 6),
        ("good_practice", "", 1),
        ("reviews", "", 7),
        ("reviews", "rapid_review", 5),
        ("reviews", "local_review", 2),
        ("priorities", "", 4),
        ("scrutiny_themes", "", 8),
        ("workstreams", "", 7),
        ("areas", "", 5),
        ("national_review_areas", "", 6),
        ("recipients", "", 5),
    ],
)
def test_the_records_hold_what_the_partnership_recorded(
    folder, code, mark, count
) -> None:
    records = read_plan(folder).lists[code].records
    assert len([one for one in records if not mark or mark in one.marks]) == count


def test_the_sub_groups_are_seven_and_the_forum_is_apart(folder) -> None:
    kinds = [body.kind for body in read_plan(folder).bodies]
    assert kinds.count("sub_group") == 7
    assert kinds.count("task_and_finish") == 1


def test_the_report_has_its_shape_and_its_charts(report) -> None:
    titles = [h.anchor for h in headings(report.blocks) if h.level == 1]
    assert titles[:2] == ["about-this-report", "foreword"]
    assert titles[-4:] == [
        "what-to-do-if-you-are-worried-about-a-child",
        "what-the-data-cannot-say",
        "what-the-guidance-asks-and-where-we-answer",
        "how-we-counted",
    ]
    assert len(titles) == 22
    assert sum(isinstance(block, ChartBlock) for block in report.blocks) >= 10


def test_no_person_is_named(folder) -> None:
    told = "".join(path.read_text("utf-8") for path in folder.glob("*.*"))
    people = tomllib.loads((folder.parent / "people.toml").read_text("utf-8"))
    for person in people["people"]:
        assert person["name"] not in told
    assert not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Professor) [A-Z]", told)
