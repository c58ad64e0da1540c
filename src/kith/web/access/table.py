"""Who may reach which page. A route that does not stand here is a failing test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """The kinds of viewer a route is open to."""

    ANYBODY = "anybody"


class Answer(StrEnum):
    """What comes back: a page for people, which the browser tests open, or not."""

    PAGE = "page"
    OTHER = "other"


@dataclass(frozen=True)
class Door:
    """A route by its name, who may pass, and what stands behind it."""

    route: str
    who: Who
    behind: str
    answer: Answer = Answer.PAGE


ACCESS = (
    Door("public:home", Who.ANYBODY, "what this partnership is"),
    Door("public:worried", Who.ANYBODY, "whom to ring about a child"),
    Door("public:worried_print", Who.ANYBODY, "the same, to print"),
    Door("public:about", Who.ANYBODY, "about the partnership and its figures"),
    Door("public:accessibility", Who.ANYBODY, "the accessibility statement"),
    Door("public:privacy", Who.ANYBODY, "the privacy notice"),
    Door("public:cookies", Who.ANYBODY, "that there are no cookies"),
    Door("public:glossary", Who.ANYBODY, "the field's words"),
    Door("scorecards:scorecard", Who.ANYBODY, "every published figure"),
    Door("scorecards:figure", Who.ANYBODY, "one published figure"),
    Door("scorecards:figure_csv", Who.ANYBODY, "one figure, to download", Answer.OTHER),
    Door(
        "scorecards:scorecard_csv",
        Who.ANYBODY,
        "every figure, to download",
        Answer.OTHER,
    ),
    Door("reports:annual_report", Who.ANYBODY, "the annual report"),
    Door("reports:annual_report_pdf", Who.ANYBODY, "the same as a PDF", Answer.OTHER),
    Door("reports:annual_report_docx", Who.ANYBODY, "the same in Word", Answer.OTHER),
    Door("healthz", Who.ANYBODY, "whether the process runs", Answer.OTHER),
    Door("readyz", Who.ANYBODY, "whether the site can serve", Answer.OTHER),
    Door("robots", Who.ANYBODY, "for search engines", Answer.OTHER),
    Door("sitemap", Who.ANYBODY, "for search engines", Answer.OTHER),
    Door("favicon", Who.ANYBODY, "the mark in a browser's tab", Answer.OTHER),
)
"""Deny by default: with accounts, a view asks here before it runs."""
