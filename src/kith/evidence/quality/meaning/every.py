"""All checks, in the order of their subjects."""

from kith.evidence.quality.meaning.check import CHECKS, MeaningCheck


SUBJECTS = ()

ALL: tuple[MeaningCheck, ...] = tuple(CHECKS.values())
