"""One page each: the public scorecard and its figures; the scorecards of groups."""

from kith.web.scorecards.views.files import (
    brief_pdf,
    chart_csv,
    chart_png,
    chart_svg,
    scorecard_docx,
    scorecard_pdf,
)
from kith.web.scorecards.views.public import (
    areas,
    explore,
    figure,
    figure_download,
    groups,
    scorecard,
    scorecard_download,
)
from kith.web.scorecards.views.records import (
    scorecard_agree,
    scorecard_detail,
    scorecard_list,
    scorecard_new,
    scorecard_next,
)
from kith.web.scorecards.views.steps import (
    annotate_page,
    ask_page,
    comment_page,
    heading_page,
    measure_up,
    priorities_page,
    question_change,
    question_new,
    question_remove,
    step_change_remove,
    target_page,
    target_remove,
)


__all__ = [
    "annotate_page",
    "areas",
    "ask_page",
    "brief_pdf",
    "chart_csv",
    "chart_png",
    "chart_svg",
    "comment_page",
    "explore",
    "figure",
    "figure_download",
    "groups",
    "heading_page",
    "measure_up",
    "priorities_page",
    "question_change",
    "question_new",
    "question_remove",
    "scorecard",
    "scorecard_agree",
    "scorecard_detail",
    "scorecard_docx",
    "scorecard_download",
    "scorecard_list",
    "scorecard_new",
    "scorecard_next",
    "scorecard_pdf",
    "step_change_remove",
    "target_page",
    "target_remove",
]
