"""Tables of releases: editions, what is proposed for the public, what it asks."""

from kith.web.releases.models.questions import Asker, Question
from kith.web.releases.models.releases import (
    BUILDING,
    Build,
    Builds,
    BuildState,
    Erratum,
    Release,
    Releases,
    ReleaseStep,
    areas_seen,
)
from kith.web.releases.models.requests import FigureRequest


__all__ = [
    "BUILDING",
    "Asker",
    "Build",
    "BuildState",
    "Builds",
    "Erratum",
    "FigureRequest",
    "Question",
    "Release",
    "ReleaseStep",
    "Releases",
    "areas_seen",
]
