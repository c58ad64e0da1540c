"""Write the reference pages that are generated from the code; ``--check`` compares."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import django


ROOT = Path(__file__).parents[1]

PAGES = {
    "docs/reference/clocks.md": "kith.domain.rules.clocks.saying:reference",
    "docs/reference/feeds.md": "kith.contracts.feeds.reference:reference",
    "docs/reference/checks.md": "kith.evidence.quality.meaning.reference:reference",
    "docs/reference/indicators.md": "kith.evidence.measures.reference:reference",
    "docs/reference/dependencies.md": "licences:reference",
    "docs/reference/settings.md": "kith.web.site.settings.table:reference",
    "docs/reference/access-matrix.md": "kith.web.access.matrix.reference:reference",
    "docs/reference/api.md": "kith.web.api.views.reference:reference",
    "docs/reference/states.md": "kith.domain.rules.states.saying:reference",
}
"""Each page, and the function without arguments that returns its text."""


def main() -> int:
    """Write every page, or say which ones are out of date."""
    check, stale = "--check" in sys.argv[1:], []
    # The API's document is made by the site itself.
    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.web.site.settings.test"
    django.setup()
    for page, door in PAGES.items():
        module, function = door.split(":")
        text = getattr(importlib.import_module(module), function)()
        path = ROOT / page
        if path.exists() and path.read_text() == text:
            continue
        stale.append(page)
        if not check:
            path.write_text(text)
    if check and stale:
        sys.stderr.write(f"out of date, run `make docs`: {', '.join(stale)}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
