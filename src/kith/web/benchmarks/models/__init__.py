"""Tables of what figures are compared with, and who lets theirs be compared."""

from kith.web.benchmarks.models.consent import ConsentAsk, FigureConsent
from kith.web.benchmarks.models.differences import DifferenceReason
from kith.web.benchmarks.models.neighbours import Neighbour, NeighbourList
from kith.web.benchmarks.models.statistics import (
    Benchmark,
    MeasureNote,
    PublishedNumber,
    StatisticsRelease,
)


__all__ = [
    "Benchmark",
    "ConsentAsk",
    "DifferenceReason",
    "FigureConsent",
    "MeasureNote",
    "Neighbour",
    "NeighbourList",
    "PublishedNumber",
    "StatisticsRelease",
]
