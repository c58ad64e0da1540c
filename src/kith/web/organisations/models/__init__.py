"""Tables of organisations: places, organisations as they were, people, arrangements."""

from kith.web.organisations.models.arrangements import (
    AgencyAcceptance,
    ArrangementsStep,
    ArrangementsVersion,
    RelevantAgency,
)
from kith.web.organisations.models.organisations import (
    Footprint,
    Footprints,
    Organisation,
    OrganisationName,
    OrganisationNumber,
    Organisations,
    Sector,
    Succession,
    SuccessionKind,
)
from kith.web.organisations.models.people import Employment, SafeguardingLead
from kith.web.organisations.models.places import Area, Partnership
from kith.web.organisations.models.requests import (
    InformationRequest,
    InformationRequestChase,
    RequestState,
)


__all__ = [
    "AgencyAcceptance",
    "Area",
    "ArrangementsStep",
    "ArrangementsVersion",
    "Employment",
    "Footprint",
    "Footprints",
    "InformationRequest",
    "InformationRequestChase",
    "Organisation",
    "OrganisationName",
    "OrganisationNumber",
    "Organisations",
    "Partnership",
    "RelevantAgency",
    "RequestState",
    "SafeguardingLead",
    "Sector",
    "Succession",
    "SuccessionKind",
]
