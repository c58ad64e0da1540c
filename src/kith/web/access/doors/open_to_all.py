"""What anybody may open, named one by one."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who


DOORS = (
    Door("public:home", Who.ANYBODY, "what this partnership is"),
    Door("public:worried", Who.ANYBODY, "whom to ring about a child"),
    Door("public:worried_print", Who.ANYBODY, "the same, to print"),
    Door("public:about", Who.ANYBODY, "about the partnership and its figures"),
    Door("public:accessibility", Who.ANYBODY, "the accessibility statement"),
    Door("public:privacy", Who.ANYBODY, "the privacy notice"),
    Door("public:cookies", Who.ANYBODY, "what cookies there are, and when"),
    Door("public:glossary", Who.ANYBODY, "the field's words"),
    Door("public:structure", Who.ANYBODY, "the groups, and who reports to whom"),
    Door("agreements:register", Who.ANYBODY, "what agencies share, and for what"),
    Door("scorecards:scorecard", Who.ANYBODY, "every published figure"),
    Door("scorecards:figure", Who.ANYBODY, "one published figure"),
    Door("scorecards:trend_svg", Who.ANYBODY, "its months, a drawing", Answer.OTHER),
    Door("scorecards:trend_png", Who.ANYBODY, "its months, a picture", Answer.OTHER),
    Door("scorecards:areas", Who.ANYBODY, "one figure, area by area"),
    Door("scorecards:groups", Who.ANYBODY, "one figure, for every group of children"),
    Door("scorecards:explore", Who.ANYBODY, "any published figure, divided"),
    Door("scorecards:figure_csv", Who.ANYBODY, "one figure, to download", Answer.OTHER),
    Door(
        "scorecards:scorecard_csv",
        Who.ANYBODY,
        "every figure, to download",
        Answer.OTHER,
    ),
    Door("scorecards:figure_csvw", Who.ANYBODY, "what its columns are", Answer.OTHER),
    Door("scorecards:scorecard_csvw", Who.ANYBODY, "the same of all", Answer.OTHER),
    Door("releases:ask", Who.ANYBODY, "ask about a published figure"),
    Door("releases:ask_sent", Who.ANYBODY, "that a question was sent, and its day"),
    Door("releases:released", Who.ANYBODY, "what the public was told, and taken back"),
    Door("releases:public", Who.ANYBODY, "one release, or the stone of one"),
    Door("releases:csv", Who.ANYBODY, "its table, to download", Answer.OTHER),
    Door("releases:csvw", Who.ANYBODY, "what its columns are", Answer.OTHER),
    Door("reports:annual_report", Who.ANYBODY, "the annual report"),
    Door("reports:annual_report_pdf", Who.ANYBODY, "the same as a PDF", Answer.OTHER),
    Door("reports:annual_report_docx", Who.ANYBODY, "the same in Word", Answer.OTHER),
    Door("api:guide", Who.ANYBODY, "how a program sends and reads"),
    Door("api_v1:openapi-json", Who.ANYBODY, "the same for programs", Answer.OTHER),
    Door("healthz", Who.ANYBODY, "whether the process runs", Answer.OTHER),
    Door("readyz", Who.ANYBODY, "whether the site can serve", Answer.OTHER),
    Door("robots", Who.ANYBODY, "for search engines", Answer.OTHER),
    Door("sitemap", Who.ANYBODY, "for search engines", Answer.OTHER),
    Door("favicon", Who.ANYBODY, "the mark in a browser's tab", Answer.OTHER),
)
