"""Benchmarks: published statistics beside our measures."""

from __future__ import annotations

from kith.web.access.doors.door import Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("benchmarks:list", P.BENCHMARK_SEE, "published tables that were brought in"),
    Door("benchmarks:new", P.BENCHMARK_KEEP, "bring in a published table"),
    Door("benchmarks:detail", P.BENCHMARK_SEE, "one published table"),
    Door("benchmarks:set", P.BENCHMARK_KEEP, "set its numbers beside a measure"),
    Door("benchmarks:note", P.BENCHMARK_KEEP, "say how an area holds a measure"),
    Door(
        "benchmarks:differences",
        P.BENCHMARK_SEE,
        "our figures beside published numbers of the same thing",
    ),
    Door("benchmarks:difference", P.BENCHMARK_KEEP, "say why two of them differ"),
    Door(
        "benchmarks:neighbours", P.BENCHMARK_SEE, "editions of statistical neighbours"
    ),
    Door(
        "benchmarks:neighbours_new",
        P.BENCHMARK_KEEP,
        "bring in an edition of statistical neighbours",
    ),
    Door("benchmarks:neighbours_detail", P.BENCHMARK_SEE, "one edition of them"),
    Door(
        "benchmarks:consents", P.BENCHMARK_SEE, "who lets figures stand beside others'"
    ),
    Door(
        "benchmarks:consent_ask",
        P.BENCHMARK_KEEP,
        "ask an area or its police or health for consent",
    ),
    Door(
        "benchmarks:consent_answer",
        P.CONSENT_ANSWER,
        "say whether one's figures may stand beside others'",
    ),
)
