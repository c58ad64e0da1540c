"""Every write of bodies: one transaction, one audit event each."""

from kith.web.bodies.actions.bodies import (
    BodyDetails,
    Cadence,
    QuorumTerms,
    close_body,
    edit_body,
    link_body,
    open_body,
    plan_rotation,
    report_group,
    send_back_group,
    start_group,
)
from kith.web.bodies.actions.handovers import acknowledge_handover, hand_over_seat
from kith.web.bodies.actions.seats import (
    SeatDetails,
    add_seat,
    end_seat,
    fill_seat,
    give_up_seats,
    name_substitute,
    vacate_seat,
)
from kith.web.bodies.actions.signatures import (
    ask_to_sign_terms,
    sign_terms_when_all_have,
)
from kith.web.bodies.actions.terms import (
    approve_terms,
    consult_on_terms,
    draft_terms,
    edit_terms,
    publish_terms,
    revise_terms,
)


__all__ = [
    "BodyDetails",
    "Cadence",
    "QuorumTerms",
    "SeatDetails",
    "acknowledge_handover",
    "add_seat",
    "approve_terms",
    "ask_to_sign_terms",
    "close_body",
    "consult_on_terms",
    "draft_terms",
    "edit_body",
    "edit_terms",
    "end_seat",
    "fill_seat",
    "give_up_seats",
    "hand_over_seat",
    "link_body",
    "name_substitute",
    "open_body",
    "plan_rotation",
    "publish_terms",
    "report_group",
    "revise_terms",
    "send_back_group",
    "sign_terms_when_all_have",
    "start_group",
    "vacate_seat",
]
