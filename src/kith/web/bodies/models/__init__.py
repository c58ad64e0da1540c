"""Tables of bodies: the structure, its seats, its terms, whose turn, who hands over."""

from kith.web.bodies.models.bodies import (
    Body,
    BodyKind,
    BodyLink,
    BodyStep,
    CadenceUnit,
)
from kith.web.bodies.models.handovers import Handover
from kith.web.bodies.models.rotations import Rotation, RotationPlace
from kith.web.bodies.models.seats import SEAT_ROLES, Seat, Seats, Substitution
from kith.web.bodies.models.terms import TermsOfReference, TermsStep


__all__ = [
    "SEAT_ROLES",
    "Body",
    "BodyKind",
    "BodyLink",
    "BodyStep",
    "CadenceUnit",
    "Handover",
    "Rotation",
    "RotationPlace",
    "Seat",
    "Seats",
    "Substitution",
    "TermsOfReference",
    "TermsStep",
]
