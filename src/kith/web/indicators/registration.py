"""What the register of indicators tells the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.home.noun import Noun, SearchText
from kith.web.indicators.models import IndicatorVersion
from kith.web.indicators.queries import latest_changes


if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from kith.web.access.viewer import Viewer


class IndicatorSearching:
    """How an indicator that this site keeps is found."""

    def visible(self, viewer: Viewer) -> QuerySet[IndicatorVersion]:
        """As it is said now, for those who see the register."""
        return latest_changes(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its code and title, and what it counts."""
        if not isinstance(record, IndicatorVersion):
            return None
        return SearchText(
            title=record.title,
            words=f"{record.code}\n{record.definition}\n{record.numerator}",
            url=reverse("indicators:detail", args=[record.code]),
            kind="Indicator",
        )


INDICATORS = Noun("indicators", searching=((IndicatorVersion, IndicatorSearching()),))
