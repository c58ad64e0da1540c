"""What explorations tell the rest of the site: an answer that came needs nobody."""

from __future__ import annotations

from kith.web.access.records import RecordKind
from kith.web.explorations.models import Exploration


EXPLORATION_RECORDS = RecordKind(
    noun="explorations",
    kind="Exploration",
    model=Exploration,
    route="explorations:detail",
    reference="reference",
    area="area_id",
    owner="asked_by_id",
)
