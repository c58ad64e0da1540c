"""Every read of releases. The viewer comes first, always."""

from kith.web.releases.queries.builds import (
    areas_to_propose_for,
    build,
    last_locked,
    visible_builds,
)
from kith.web.releases.queries.questions import (
    question,
    questions_to_answer,
    standing_beside,
    visible_questions,
)
from kith.web.releases.queries.releases import (
    Asked,
    filtered,
    in_public,
    public_release,
    release,
    story,
    visible_releases,
    waiting_for,
)
from kith.web.releases.queries.requests import (
    areas_to_keep_for,
    authorities,
    figure_request,
    requests_to_answer,
    visible_requests,
)
from kith.web.releases.queries.side_by_side import not_shared
from kith.web.releases.queries.tables import measures_to_release


__all__ = [
    "Asked",
    "areas_to_keep_for",
    "areas_to_propose_for",
    "authorities",
    "build",
    "figure_request",
    "filtered",
    "in_public",
    "last_locked",
    "measures_to_release",
    "not_shared",
    "public_release",
    "question",
    "questions_to_answer",
    "release",
    "requests_to_answer",
    "standing_beside",
    "story",
    "visible_builds",
    "visible_questions",
    "visible_releases",
    "visible_requests",
    "waiting_for",
]
