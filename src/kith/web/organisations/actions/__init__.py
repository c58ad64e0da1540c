"""Every write of organisations: one transaction, one audit event each."""

from kith.web.organisations.actions.arrangements import (
    ArrangementsDraft,
    Signatory,
    accept_arrangements,
    approve_arrangements,
    ask_signatures,
    consult_on_arrangements,
    draft_arrangements,
    edit_arrangements,
    publish_arrangements,
    record_acceptance,
    revise_arrangements,
    sign_when_all_have,
)
from kith.web.organisations.actions.organisations import (
    Described,
    add_organisation,
    cover_area,
    edit_organisation,
    end_organisation,
    leave_area,
    record_succession,
    rename_organisation,
)
from kith.web.organisations.actions.people import (
    LeadDetails,
    employ_person,
    end_employment,
    end_lead,
    name_lead,
)
from kith.web.organisations.actions.places import add_area, found_partnership
from kith.web.organisations.actions.requests import (
    Asking,
    answer_information_request,
    ask_for_information,
    chase_information_request,
    refuse_information_request,
    withdraw_information_request,
)


__all__ = [
    "ArrangementsDraft",
    "Asking",
    "Described",
    "LeadDetails",
    "Signatory",
    "accept_arrangements",
    "add_area",
    "add_organisation",
    "answer_information_request",
    "approve_arrangements",
    "ask_for_information",
    "ask_signatures",
    "chase_information_request",
    "consult_on_arrangements",
    "cover_area",
    "draft_arrangements",
    "edit_arrangements",
    "edit_organisation",
    "employ_person",
    "end_employment",
    "end_lead",
    "end_organisation",
    "found_partnership",
    "leave_area",
    "name_lead",
    "publish_arrangements",
    "record_acceptance",
    "record_succession",
    "refuse_information_request",
    "rename_organisation",
    "revise_arrangements",
    "sign_when_all_have",
    "withdraw_information_request",
]
