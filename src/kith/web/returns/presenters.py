"""Returns in words, tags, cells of the wall and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.returns import RETURN, TO_SEND, ReturnState
from kith.domain.vocabulary.moments import london_day, say_moment
from kith.domain.vocabulary.periods import Period, say_day
from kith.web.returns import policies
from kith.web.returns.models import CheckState, Way
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import (
        Duty,
        Return,
        ReturnStep,
        Submission,
        SubmittedFigure,
        SubmittedFile,
    )
    from kith.web.returns.queries.engagement import Engagement
    from kith.web.returns.values import Change


MOVES = {
    "send": "Sent",
    "check": "Checked",
    "send_back": "Sent back",
    "sign": "Signed off for the agency",
    "decline": "Not signed off",
    "lock": "Locked",
    "restate": "To be sent again",
}
"""A step of the story, in words."""
TONES = {
    ReturnState.DUE: "",
    ReturnState.SUBMITTED: "attention",
    ReturnState.RETURNED: "attention",
    ReturnState.CHECKED: "attention",
    ReturnState.SIGNED: "done",
    ReturnState.LOCKED: "done",
    ReturnState.REOPENED: "attention",
}
FEW = 10
"""Below so many a share in per cent says more than is known."""
SEVERITIES = (
    ("stop", "stops the return"),
    ("quarantine", "set a row aside"),
    ("warn", "to be looked at"),
    ("note", "to know"),
)


@dataclass(frozen=True)
class WallCell:
    """One return on the wall."""

    words: str
    tone: str
    url: str
    when: str


@dataclass(frozen=True)
class WallRow:
    """What an agency owes of a feed, period after period; None where nothing is owed."""

    agency: str
    feed: str
    area: str
    cells: tuple[WallCell | None, ...]


def wall(
    ends: Sequence[date],
    duties: Iterable[Duty],
    cells: Mapping[UUID, Mapping[date, Return]],
    *,
    today: date,
) -> list[WallRow]:
    """The wall's rows."""
    return [
        WallRow(
            agency=duty.organisation.name,
            feed=duty.title,
            area=duty.area.name,
            cells=tuple(
                _cell(cells[duty.pk][end], today) if end in cells[duty.pk] else None
                for end in ends
            ),
        )
        for duty in duties
    ]


def _cell(of: Return, today: date) -> WallCell:
    words, tone = standing(of, today=today)
    return WallCell(
        words, tone, reverse("returns:detail", args=[of.pk]), say_day(of.due_on)
    )


def standing(of: Return, *, today: date) -> tuple[str, str]:
    """Where the return stands in words, and the tone of its tag."""
    state = ReturnState(of.state)
    if policies.is_late(of, today):
        return f"Late: {RETURN.words[state].lower()}", "error"
    return RETURN.words[state], TONES[state]


def title(of: Return) -> str:
    """What the return is, in a line."""
    return f"{of.duty.title}: {of.period}"


def days_words(of: Return, *, today: date) -> str:
    """When it is due, and how far that is."""
    if ReturnState(of.state) not in TO_SEND:
        return say_day(of.due_on)
    days = (of.due_on - today).days
    if days < 0:
        return f"{say_day(of.due_on)}, {-days} {'day' if days == -1 else 'days'} ago"
    return f"{say_day(of.due_on)}, in {days} {'day' if days == 1 else 'days'}"


def next_steps(
    viewer: Viewer,
    of: Return,
    sent: Submission | None,
    *,
    basis: str,
    is_prepared: bool,
) -> list[NextStep]:
    """What this viewer can do with the return, and why not the rest."""
    begin = (
        ("Go on with what is prepared", "review")
        if is_prepared
        else ("Send it", "send")
    )
    pages = (
        (*begin, policies.why_not_prepare(viewer, of)),
        ("Say that it is checked", "check", policies.why_not_check(viewer, of)),
        ("Send it back", "send_back", policies.why_not_send_back(viewer, of)),
        ("Decline to sign it", "decline", policies.why_not_decline(viewer, of)),
        ("Have it sent again", "restate", policies.why_not_restate(viewer, of)),
    )
    buttons = (
        ("Sign it off for the agency", "sign", policies.why_not_sign(viewer, of, sent)),
        ("Lock it", "lock", policies.why_not_lock(viewer, of, basis)),
    )
    at = [of.pk]
    return [
        *(NextStep(w, reverse(f"returns:{r}", args=at), why) for w, r, why in buttons),
        *(
            NextStep(w, reverse(f"returns:{r}", args=at), why, opens_page=True)
            for w, r, why in pages
        ),
    ]


def story(steps: Iterable[ReturnStep]) -> list[StoryLine]:
    """Its steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


@dataclass(frozen=True)
class FigureLine:
    """A figure as a page shows it."""

    measure: str
    days: str
    count: str
    of: str


def figure_lines(
    figures: Iterable[SubmittedFigure], titles: Mapping[str, str], of: Return
) -> list[FigureLine]:
    """The figures in words; nothing sent is said, and is never nought."""
    return [
        FigureLine(
            measure=titles.get(one.measure, one.measure),
            days=_days(one.first_on, one.last_on, of),
            count="Not supplied" if one.numerator is None else f"{one.numerator:,}",
            of="" if one.denominator is None else f"{one.denominator:,}",
        )
        for one in figures
    ]


def _days(first: date, last: date, of: Return) -> str:
    if (first, last) == (of.first_on, of.last_on):
        return "The whole period"
    return str(Period(first, last))


def change_lines(
    found: Iterable[Change], titles: Mapping[str, str]
) -> list[tuple[str, str, str, str, str]]:
    """Measure, the address of its published page if it has one, days, before, after."""
    return [
        (
            titles.get(one.measure, one.measure),
            reverse("scorecards:figure", args=[one.measure])
            if one.measure in titles
            else "",
            str(one.days),
            "not supplied" if one.before is None else f"{one.before:,}",
            "not supplied" if one.after is None else f"{one.after:,}",
        )
        for one in found
    ]


def changed_words(count: int) -> str:
    """The sentence before sending."""
    if not count:
        return ""
    values = "1 value" if count == 1 else f"{count} values"
    return f"You changed {values} that you sent before."


@dataclass(frozen=True)
class FileLine:
    """A file of a submission; no addresses for those who may not open it."""

    name: str
    scanned: str
    url: str
    out_url: str


@dataclass(frozen=True)
class SubmissionLine:
    """A submission as the return's page lists it."""

    number: int
    words: str
    note: str
    files: tuple[FileLine, ...]


def submission_line(one: Submission, *, may_read: bool) -> SubmissionLine:
    """What was sent, when and by whom, and its files for those who may open them."""
    way = Way(one.way).label.lower()
    if one.sent_at is None or one.sent_by is None:
        words = f"Prepared by {one.prepared_by.name}, not sent: {way}"
    else:
        words = f"Sent by {one.sent_by.name}, {say_moment(one.sent_at)}: {way}"
    if one.locked_at is not None:
        words += f"; locked {say_day(london_day(one.locked_at))}"
    files = tuple(
        FileLine(
            file.name,
            _scanned(file),
            reverse("returns:file", args=[file.pk])
            if may_read and file.gone_on is None
            else "",
            reverse("returns:take_out", args=[file.pk]) if may_read else "",
        )
        for file in one.files.all()
    )
    return SubmissionLine(one.number, words, one.note, files)


def _scanned(file: SubmittedFile) -> str:
    if file.gone_on is not None:
        return f"removed {say_day(file.gone_on)}: another took its place"
    is_clean = file.scan == "CLEAN"
    return "scanned for viruses" if is_clean else "not scanned for viruses"


@dataclass(frozen=True)
class Reading:
    """What the engine said of the files."""

    state: str
    words: str
    is_under_way: bool
    tables: tuple[tuple[str, str, str, str], ...]
    findings: tuple[dict[str, object], ...]
    left_out: int


def reading(of: Submission | None) -> Reading | None:
    """What was read and found; None where the engine was not asked."""
    if of is None or of.check_state == CheckState.NONE:
        return None
    state = CheckState(of.check_state)
    report = of.report
    findings = tuple(report.get("findings", ()))
    return Reading(
        state=state.label,
        words=_found_words(report) if state is CheckState.DONE else _waits(state),
        is_under_way=state in {CheckState.WAITING, CheckState.RUNNING},
        tables=tuple(_table(one) for one in report.get("tables", ())),
        findings=findings,
        left_out=int(report.get("total", 0)) - len(findings),
    )


def _waits(state: CheckState) -> str:
    return {
        CheckState.WAITING: "The files wait to be read.",
        CheckState.RUNNING: "The files are being read.",
        CheckState.FAILED: "The files could not be read: nothing is known of them. "
        "Send them again, or tell the analyst.",
        CheckState.CANCELLED: "Reading was cancelled. Choose the files again to have "
        "them read.",
    }[state]


def _found_words(report: Mapping[str, object]) -> str:
    counts = report.get("by_severity", {})
    assert isinstance(counts, dict)
    told = [f"{counts[code]} {words}" for code, words in SEVERITIES if counts.get(code)]
    tables = report.get("tables", ())
    assert isinstance(tables, list | tuple)
    rows = sum(int(one["read"]) for one in tables)
    return f"{rows:,} rows read. " + (
        f"Findings: {', '.join(told)}." if told else "Nothing to remark."
    )


def _table(one: Mapping[str, object]) -> tuple[str, str, str, str]:
    where = " ".join(str(part) for part in (one["file"], one["sheet"]) if part)
    return (
        where,
        str(one["table"] or "not recognised"),
        f"{one['read']} = {one['accepted']} + {one['quarantined']}",
        str(one["quarantined"]),
    )


def engagement_line(one: Engagement) -> tuple[str, tuple[str, ...]]:
    """An agency, and its three shares in words; small wholes stay counts."""
    return one.name, tuple(
        _share_words(share.part, share.whole) for _, share in one.by_indicator
    )


def _share_words(part: int, whole: int) -> str:
    if not whole:
        return "None were asked for"
    if whole < FEW:
        return f"{part} of {whole}"
    share = round(100 * part / whole)
    return f"{part} of {whole} ({share} per cent)"
