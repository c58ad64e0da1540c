"""Every noun of the platform, registered by name: what home, search and access ask."""

from __future__ import annotations

from kith.web.access.emergencies.telling import TELLERS
from kith.web.access.grants import SOURCES
from kith.web.access.naming import register_names
from kith.web.access.places import PLACES as PEOPLE_PLACES
from kith.web.access.records import register_records
from kith.web.actions.queries import SERVED
from kith.web.actions.registration import ACTION_RECORDS, ACTIONS
from kith.web.agreements.registration import AGREEMENT_RECORDS, AGREEMENTS
from kith.web.api.registration import API
from kith.web.approvals.actions import WHEN_GIVEN
from kith.web.approvals.registration import APPROVALS
from kith.web.arrivals.registration import ARRIVALS
from kith.web.audit.recording import FOLLOWERS
from kith.web.benchmarks.registration import BENCHMARKS
from kith.web.bodies.actions import give_up_seats, sign_terms_when_all_have
from kith.web.bodies.grants import areas_of_bodies, bodies_of_areas, grants_of_seats
from kith.web.bodies.models import Body
from kith.web.bodies.queries.seats import ATTENDANCE
from kith.web.bodies.registration import BODIES
from kith.web.budgets.actions import settle_signatures
from kith.web.budgets.registration import BUDGET_RECORDS
from kith.web.challenges.registration import CHALLENGE_RECORDS, CHALLENGES
from kith.web.documents.queries import PLACES
from kith.web.documents.registration import DOCUMENT_RECORDS, DOCUMENTS
from kith.web.explorations.registration import EXPLORATION_RECORDS
from kith.web.groups.registration import (
    DECISION_RECORDS,
    GROUPS,
    attendance_of_seats,
)
from kith.web.home import noun
from kith.web.indicators.queries import owners
from kith.web.indicators.registration import INDICATORS
from kith.web.organisations.actions import sign_when_all_have
from kith.web.organisations.models import Area
from kith.web.organisations.queries import PLACES as ORGANISATION_PLACES
from kith.web.organisations.registration import ARRANGEMENTS_RECORDS, ORGANISATIONS
from kith.web.priorities.registration import PRIORITIES, PRIORITY_RECORDS, served
from kith.web.published.owners import OWNERS
from kith.web.published.provisional import PROVISIONAL
from kith.web.published.questions import BESIDE
from kith.web.published.restated import RESTATED
from kith.web.releases.queries import standing_beside
from kith.web.releases.registration import RELEASE_RECORDS, RELEASES
from kith.web.returns.queries import provisional, restatements
from kith.web.returns.registration import RETURN_RECORDS, RETURNS
from kith.web.risks.registration import RISK_RECORDS, RISKS
from kith.web.scorecards.registration import SCORECARD_RECORDS, SCORECARDS
from kith.web.search.indexing import index_followed
from kith.web.site import document_places, places
from kith.web.site.emergencies import tell_of_emergency
from kith.web.site.finding_people import PEOPLE
from kith.web.site.worker_kinds import register_work


def register_all() -> None:
    """Make every noun known to the rooms below it."""
    SOURCES.seats, SOURCES.bodies = grants_of_seats, bodies_of_areas
    register_names(bodies=Body, areas=Area)
    register_work()
    if index_followed not in FOLLOWERS:
        FOLLOWERS.append(index_followed)
    if tell_of_emergency not in TELLERS:
        TELLERS.append(tell_of_emergency)
    ORGANISATION_PLACES.areas_of_bodies = areas_of_bodies
    WHEN_GIVEN["organisations"] = sign_when_all_have
    WHEN_GIVEN["bodies"] = sign_terms_when_all_have
    PEOPLE_PLACES.seated, PEOPLE_PLACES.seats = places.people_seated, places.seats_held
    PEOPLE_PLACES.give_up = give_up_seats
    PEOPLE_PLACES.organisations = places.organisations_there
    noun.register(APPROVALS, ORGANISATIONS, BODIES, ACTIONS)
    register_records(ARRANGEMENTS_RECORDS, ACTION_RECORDS)
    noun.register(PRIORITIES)
    SERVED.of = served
    register_records(PRIORITY_RECORDS, BUDGET_RECORDS)
    WHEN_GIVEN["budgets"] = settle_signatures
    noun.register(RISKS)
    register_records(RISK_RECORDS)
    PLACES.bodies, PLACES.areas = document_places.body_names, document_places.area_names
    PLACES.people = document_places.people_of
    noun.register(DOCUMENTS)
    register_records(DOCUMENT_RECORDS)
    noun.register(CHALLENGES)
    register_records(CHALLENGE_RECORDS)
    noun.register(AGREEMENTS)
    register_records(AGREEMENT_RECORDS)
    _register_evidence()
    noun.register(GROUPS)
    register_records(DECISION_RECORDS)
    ATTENDANCE.of = attendance_of_seats
    noun.register(SCORECARDS)
    register_records(SCORECARD_RECORDS)
    noun.register(ARRIVALS)
    noun.register(PEOPLE)


def _register_evidence() -> None:
    """What figures rest on and are compared with, and what the public is told of them."""
    noun.register(BENCHMARKS)
    noun.register(INDICATORS)
    OWNERS.of = owners
    noun.register(RETURNS, API)
    RESTATED.of = restatements
    PROVISIONAL.of = provisional
    register_records(RETURN_RECORDS)
    noun.register(RELEASES)
    BESIDE.of = standing_beside
    register_records(RELEASE_RECORDS, EXPLORATION_RECORDS)
