"""What an edition's figures have to do with one another, told to disclosure control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.areas import made_of
from kith.evidence.disclosure import Links, Released, release
from kith.evidence.measures import DEFINITIONS, MEASURES


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.rules.disclosure import RuleSet
    from kith.domain.vocabulary.figures import Figure


def released(
    figures: Sequence[Figure], rule_set: RuleSet, *, already: Sequence[Figure] = ()
) -> Released[tuple[Figure, ...]]:
    """The figures as the rule set's audience may see them, beside what is in print.

    Raises:
        NotReleasableError: they cannot be made safe.
    """
    return release(
        figures, rule_set, processes=processes(), links=links(), already=already
    )


def links() -> Links:
    """Each measure's kind, which counts a share or rate is made of, and which areas an
    area."""
    return Links(
        kinds={code: definition.kind for code, definition in DEFINITIONS.items()},
        parts={
            measure.code: measure.counts
            for measure in MEASURES.values()
            if measure.is_made_of_counts
        },
        areas=made_of(),
    )


def processes() -> frozenset[str]:
    """Measures that count meetings and the like, not children."""
    return frozenset(
        code for code, definition in DEFINITIONS.items() if definition.is_process
    )
