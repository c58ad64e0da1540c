"""The scorecards of groups; the published figures are open to all."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE, _FILE = Answer.CHANGE, Answer.OTHER

DOORS = (
    Door("scorecards:list", P.SCORECARD_SEE, "the scorecards of this person's groups"),
    Door("scorecards:new", P.SCORECARD_EDIT, "draft a scorecard"),
    Door("scorecards:detail", P.SCORECARD_SEE, "one scorecard, and what it led to"),
    Door("scorecards:heading", P.SCORECARD_EDIT, "change what a draft is about"),
    Door("scorecards:question_new", P.SCORECARD_EDIT, "add a question"),
    Door("scorecards:question_change", P.SCORECARD_EDIT, "change a question"),
    Door(
        "scorecards:question_remove", P.SCORECARD_EDIT, "take a question away", _CHANGE
    ),
    Door("scorecards:up", P.SCORECARD_EDIT, "put a figure one place higher", _CHANGE),
    Door("scorecards:comment", P.SCORECARD_COMMENT, "write an agency's commentary"),
    Door("scorecards:ask", P.SCORECARD_EDIT, "ask an agency for commentary"),
    Door("scorecards:target", P.SCORECARD_EDIT, "set a target or a comparator"),
    Door("scorecards:comparators", P.SCORECARD_EDIT, "choose comparators"),
    Door("scorecards:target_remove", P.SCORECARD_EDIT, "take one away", _CHANGE),
    Door("scorecards:annotate", P.SCORECARD_EDIT, "write on charts what happened"),
    Door("scorecards:annotation_remove", P.SCORECARD_EDIT, "take it off", _CHANGE),
    Door("scorecards:priorities", P.SCORECARD_EDIT, "choose the priorities it shows"),
    Door("scorecards:agree", P.SCORECARD_AGREE, "agree it for the group", _CHANGE),
    Door("scorecards:next", P.SCORECARD_EDIT, "draft its next version", _CHANGE),
    Door("scorecards:pdf", P.SCORECARD_SEE, "the scorecard as a PDF", _FILE),
    Door("scorecards:docx", P.SCORECARD_SEE, "the scorecard in Word", _FILE),
    Door("scorecards:brief", P.SCORECARD_SEE, "one page for an agenda item", _FILE),
    Door("scorecards:chart_svg", P.SCORECARD_SEE, "one chart as a drawing", _FILE),
    Door("scorecards:chart_png", P.SCORECARD_SEE, "one chart as a picture", _FILE),
    Door("scorecards:chart_csv", P.SCORECARD_SEE, "one chart as its table", _FILE),
)
