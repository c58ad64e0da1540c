"""Every read of bodies. The viewer comes first, always."""

from kith.web.bodies.queries.bodies import (
    areas_to_open_for,
    bodies_on,
    bodies_to_open_under,
    body,
    organisations_of,
    story,
    visible_bodies,
)
from kith.web.bodies.queries.handovers import (
    handover,
    held,
    to_acknowledge,
    visible_handovers,
)
from kith.web.bodies.queries.seats import (
    ATTENDANCE,
    Attendance,
    ending_soon,
    people_to_seat,
    rotation_of,
    seat,
    seats_on,
    seats_to_fill,
    substitutions,
    successors,
    turns_due,
    vacancies,
    visible_seats,
)
from kith.web.bodies.queries.structure import Node, public_structure, structure
from kith.web.bodies.queries.terms import (
    terms,
    terms_of,
    terms_story,
    terms_to_review,
    visible_terms,
)


__all__ = [
    "ATTENDANCE",
    "Attendance",
    "Node",
    "areas_to_open_for",
    "bodies_on",
    "bodies_to_open_under",
    "body",
    "ending_soon",
    "handover",
    "held",
    "organisations_of",
    "people_to_seat",
    "public_structure",
    "rotation_of",
    "seat",
    "seats_on",
    "seats_to_fill",
    "story",
    "structure",
    "substitutions",
    "successors",
    "terms",
    "terms_of",
    "terms_story",
    "terms_to_review",
    "to_acknowledge",
    "turns_due",
    "vacancies",
    "visible_bodies",
    "visible_handovers",
    "visible_seats",
    "visible_terms",
]
