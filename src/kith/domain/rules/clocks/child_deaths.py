"""Clocks of child death review.

The hours for notifying a panel are local targets and never shown as law.
"""

from __future__ import annotations

from kith.domain.rules.clocks.clock import Clock, Limit, Reading, Span, Standing
from kith.domain.rules.clocks.editions import LOCAL


_TOPIC = "Child death review"
_GUIDANCE = ("cdr-2018",)

CHILD_DEATH_NOTIFICATION = Clock(
    "child_death_notification",
    "The child death overview panel is told of a death",
    _TOPIC,
    (
        Reading(
            "within_24_hours",
            "the time of the death",
            Limit(24, Span.HOURS),
            "The panel's office is told promptly, around 24 hours after the death; "
            "a local target.",
            "local practice on the guidance's word that it be prompt",
            Standing.LOCAL,
            LOCAL,
            "National guidance says promptly; around 24 hours is how it is read, and "
            "should be confirmed.",
        ),
        Reading(
            "within_48_hours",
            "the time of the death",
            Limit(48, Span.HOURS),
            "Some areas ask to be told within 48 hours; a local target.",
            "published local procedures",
            Standing.LOCAL,
            LOCAL,
        ),
    ),
)

HOME_VISIT = Clock(
    "home_visit",
    "A joint agency response visits the home or scene",
    _TOPIC,
    (
        Reading(
            "from_death",
            "the time of the death",
            Limit(24, Span.HOURS),
            "Where there is a joint agency response, the home or scene is ideally "
            "visited within 24 hours.",
            "on the joint agency response",
            Standing.STATUTORY_GUIDANCE,
            _GUIDANCE,
        ),
    ),
)

CHILD_DEATH_REVIEW_MEETING = Clock(
    "child_death_review_meeting",
    "The child death review meeting is held",
    _TOPIC,
    (
        Reading(
            "from_death",
            "the day of the death",
            Limit(3, Span.MONTHS),
            "The meeting is held as soon as practicable, ideally within 3 months.",
            "on the child death review meeting",
            Standing.STATUTORY_GUIDANCE,
            _GUIDANCE,
        ),
    ),
)


def _panel_review(name: str, starts: str, after: str) -> Reading:
    return Reading(
        name,
        starts,
        Limit(6, Span.WEEKS),
        f"The panel aims to review the death within 6 weeks of {after}; themed panels "
        "are exempt.",
        "on review by the child death overview panel",
        Standing.STATUTORY_GUIDANCE,
        _GUIDANCE,
    )


CDOP_REVIEW = Clock(
    "cdop_review",
    "The child death overview panel reviews the death",
    _TOPIC,
    (
        _panel_review(
            "from_meeting_report",
            "the day the review meeting's report was received",
            "receiving the review meeting's report",
        ),
        _panel_review(
            "from_inquest",
            "the day of the inquest's result",
            "the result of the inquest",
        ),
    ),
)


def _completion(name: str, months: int) -> Reading:
    return Reading(
        name,
        "the day of the death",
        Limit(months, Span.MONTHS),
        f"The share of reviews complete within {months} months of the death is a "
        "practical measure of pace.",
        "a measure panels use of their own pace",
        Standing.LOCAL,
        LOCAL,
    )


CDOP_COMPLETION = Clock(
    "cdop_completion",
    "A child death review is complete",
    _TOPIC,
    (_completion("six_months", 6), _completion("twelve_months", 12)),
)

CHILD_DEATH_CLOCKS = (
    CHILD_DEATH_NOTIFICATION,
    HOME_VISIT,
    CHILD_DEATH_REVIEW_MEETING,
    CDOP_REVIEW,
    CDOP_COMPLETION,
)
