"""Who keeps what figures are compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.figure_consent import Answer
from kith.domain.rules.funnel import MULTIPLIERS as RATES
from kith.domain.rules.published_statistics import PopulationBasis
from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kith.domain.vocabulary.figures import Unit
    from kith.web.access.viewer import Viewer
    from kith.web.benchmarks.models import FigureConsent
    from kith.web.benchmarks.values import Party


NOT_YOURS = "The analyst and the business unit keep what figures are compared with."
SAY_HOW = "Say how the definitions differ: a reader has to know it."
NOTHING_READ = (
    "No row of the table has a place, a year and a number for what you chose. Choose "
    "another indicator or other values."
)
HERE_ALREADY = (
    "This table is here already: set another of its indicators beside a measure."
)
NOT_YOUR_AREA = "The area's analyst or its partnership chair answers for its figures."
NOT_YOUR_AGENCY = "Only those who lead or speak for this agency answer for its figures."
SAY_POPULATION = "Say which estimate of population the rate was made on."
SAY_WHY_ASKED = "Say what the comparison is for."
SAY_WHY_NOT = "Say why not: others will ask."
ENDS_BEFORE = "It cannot end before it begins."
NOTHING_TO_WITHDRAW = "There is no consent of this kind to take back."
NEIGHBOURS_HERE = "This edition of neighbours is here already."
AGREE_ALREADY = "They agree, so there is nothing to explain."
SAY_WHY_DIFFERS = "Say why they differ."
SET_ALREADY = "This release stands beside that measure already."


def why_not_keep(viewer: Viewer) -> str:
    """Why this viewer cannot bring in published statistics."""
    return "" if viewer.may(P.BENCHMARK_KEEP) else NOT_YOURS


def why_not_say(viewer: Viewer, area: str) -> str:
    """Why this viewer cannot say how an area holds a measure."""
    return "" if viewer.may(P.BENCHMARK_KEEP, area=area) else NOT_YOURS


def why_not_unsaid(definition: str, how: str) -> str:
    """Why a definition that is not the same is not kept without its words."""
    return SAY_HOW if definition != "AGREED" and not how.strip() else ""


def why_not_population(unit: Unit | None, basis: PopulationBasis) -> str:
    """Why a rate is not kept without the estimate that it rests on."""
    is_unsaid = unit in RATES and basis is PopulationBasis.NONE
    return SAY_POPULATION if is_unsaid else ""


def why_not_answer(viewer: Viewer, party: Party, spoken_for: Collection[UUID]) -> str:
    """Why this viewer cannot say whether a party's figures may be shown."""
    area = party.area.pk
    if party.organisation is None:
        return "" if viewer.may(P.CONSENT_AREA, area=area) else NOT_YOUR_AREA
    leads = viewer.may(P.CONSENT_AGENCY, area=area)
    speaks = party.organisation.pk in spoken_for
    return "" if leads and speaks else NOT_YOUR_AGENCY


def why_not_withdraw(latest: FigureConsent | None) -> str:
    """Why there is nothing to take back."""
    stands = latest is not None and latest.answer == Answer.GIVEN
    return "" if stands else NOTHING_TO_WITHDRAW
