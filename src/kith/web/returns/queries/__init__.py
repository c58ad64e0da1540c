"""Every read of returns. The viewer comes first, always."""

from kith.web.returns.queries.duties import (
    areas_seen,
    areas_to_plan_for,
    duty,
    measures_to_owe,
    organisations_that_owe,
    stewards_of,
    visible_duties,
)
from kith.web.returns.queries.figures import (
    changes,
    figure_titles,
    figures,
    restatements,
    slips,
    standing_submission,
)
from kith.web.returns.queries.returns import (
    draft,
    filtered,
    judgement,
    last_sent,
    return_,
    story,
    submissions,
    submitted_file,
    to_be_reminded_of,
    visible_returns,
    waiting_for,
    wall,
)
from kith.web.returns.queries.sheets import (
    cells_of,
    guessed_meanings,
    measures_of,
    read_sheet,
    remembered,
)


__all__ = [
    "areas_seen",
    "areas_to_plan_for",
    "cells_of",
    "changes",
    "draft",
    "duty",
    "figure_titles",
    "figures",
    "filtered",
    "guessed_meanings",
    "judgement",
    "last_sent",
    "measures_of",
    "measures_to_owe",
    "organisations_that_owe",
    "read_sheet",
    "remembered",
    "restatements",
    "return_",
    "slips",
    "standing_submission",
    "stewards_of",
    "story",
    "submissions",
    "submitted_file",
    "to_be_reminded_of",
    "visible_duties",
    "visible_returns",
    "waiting_for",
    "wall",
]
