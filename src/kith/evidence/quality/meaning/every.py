"""All checks, in the order of their subjects."""

from kith.evidence.quality.meaning.check import CHECKS, MeaningCheck
from kith.evidence.quality.meaning.subjects import (
    allegations,
    assessments,
    care,
    care_leavers,
    conferences,
    early_help,
    enquiries,
    extraction,
    front_door,
    interviews,
    missing,
    people,
    plans,
    police,
    population,
    schools,
    supplied,
)


SUBJECTS = (
    people,
    front_door,
    assessments,
    enquiries,
    conferences,
    plans,
    care,
    care_leavers,
    missing,
    interviews,
    early_help,
    schools,
    police,
    allegations,
    population,
    supplied,
    extraction,
)

ALL: tuple[MeaningCheck, ...] = tuple(
    one
    for subject in SUBJECTS
    for one in CHECKS.values()
    if one.flags.__module__ == subject.__name__
)
