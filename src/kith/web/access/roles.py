"""The roles of a partnership: a name, a duty in plain English, and permissions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kith.web.access.duties import (
    ADVISES,
    CHAIRS,
    LEADS,
    READS_WORK,
    RUNS,
    SUPPORTS,
    TAKES_PART,
)
from kith.web.access.permissions import Permission as P


class Scope(StrEnum):
    """Where a role holds: in one body, in an area, or over the platform's running."""

    BODY = "body"
    AREA = "area"
    SYSTEM = "system"


class Role(StrEnum):
    """Stored with each holding, so a name here is never changed."""

    LEAD_SAFEGUARDING_PARTNER = "lead_safeguarding_partner"
    DELEGATED_SAFEGUARDING_PARTNER = "delegated_safeguarding_partner"
    PARTNERSHIP_CHAIR = "partnership_chair"
    GROUP_CHAIR = "group_chair"
    MEMBER = "member"
    MINUTE_TAKER = "minute_taker"
    BUSINESS_MANAGER = "business_manager"
    BUSINESS_SUPPORT = "business_support"
    DATA_ANALYST = "data_analyst"
    AGENCY_DATA_STEWARD = "agency_data_steward"
    AGENCY_LEAD = "agency_lead"
    INDEPENDENT_SCRUTINEER = "independent_scrutineer"
    PRACTICE_REVIEWER = "practice_reviewer"
    LADO = "lado"
    CHILD_DEATH_COORDINATOR = "child_death_coordinator"
    TRAINING_COORDINATOR = "training_coordinator"
    TRAINER = "trainer"
    LEARNER = "learner"
    AGENCY_SAFEGUARDING_LEAD = "agency_safeguarding_lead"
    DESIGNATED_DOCTOR_OR_NURSE = "designated_doctor_or_nurse"
    EDUCATION_REPRESENTATIVE = "education_representative"
    LEGAL_ADVISER = "legal_adviser"
    PARTICIPATION_WORKER = "participation_worker"
    COMMUNICATIONS = "communications"
    LAY_MEMBER = "lay_member"
    COUNCIL_SCRUTINY_READER = "council_scrutiny_reader"
    INSPECTOR = "inspector"
    SYSTEM_ADMINISTRATOR = "system_administrator"


@dataclass(frozen=True)
class RoleDuty:
    """What a role is for and what it allows.

    ``ends_within_days`` is set for roles that are never given without an end.
    """

    name: str
    duty: str
    scope: Scope
    permissions: frozenset[P]
    ends_within_days: int | None = None


def _role(
    name: str,
    duty: str,
    permissions: frozenset[P],
    scope: Scope = Scope.AREA,
    ends_within_days: int | None = None,
) -> RoleDuty:
    return RoleDuty(name, duty, scope, frozenset(permissions), ends_within_days)


ROLES: dict[Role, RoleDuty] = {
    Role.LEAD_SAFEGUARDING_PARTNER: _role(
        "Lead safeguarding partner",
        "Answers for one of the three statutory partners; personally signs the "
        "arrangements, the budget, the yearly report and the threshold document.",
        LEADS | {P.BUDGET_AGREE, P.TERMS_APPROVE},
    ),
    Role.DELEGATED_SAFEGUARDING_PARTNER: _role(
        "Delegated safeguarding partner",
        "Runs delivery for a lead safeguarding partner, and can commit its money "
        "and policy.",
        LEADS
        | {P.TERMS_APPROVE, P.ACTION_VERIFY, P.ACTION_EXTEND, P.APPROVAL_CONFIRM}
        | {P.RELEASE_APPROVE, P.RELEASE_WITHDRAW},
    ),
    Role.PARTNERSHIP_CHAIR: _role(
        "Partnership chair",
        "Convenes the partners for a fixed term and is their single point of contact; "
        "is not the scrutineer.",
        LEADS | CHAIRS | {P.TERMS_APPROVE, P.APPROVAL_CONFIRM, P.CONSENT_AREA},
    ),
    Role.GROUP_CHAIR: _role(
        "Group chair",
        "Chairs a group: its agenda, its minutes, its actions and its risks.",
        CHAIRS
        | {P.MARKING_EXECUTIVE_READ, P.MARKING_RESTRICTED_READ}
        | {P.RELEASE_SEE, P.RELEASE_APPROVE},
        Scope.BODY,
    ),
    Role.MEMBER: _role(
        "Member",
        "Speaks for an organisation in a group, and does what was promised there.",
        TAKES_PART,
        Scope.BODY,
    ),
    Role.MINUTE_TAKER: _role(
        "Minute-taker",
        "Writes down who came and what was said and decided.",
        READS_WORK
        | {
            P.PEOPLE_SEE,
            P.AGENDA_EDIT,
            P.PAPER_ADD,
            P.DOCUMENT_UPLOAD,
            P.ATTENDANCE_RECORD,
            P.INTEREST_DECLARE,
            P.MEETING_MINUTES_DRAFT,
            P.DECISION_RECORD,
            P.ACTION_PROPOSE,
            P.MARKING_EXECUTIVE_READ,
            P.MARKING_RESTRICTED_READ,
        },
        Scope.BODY,
    ),
    Role.BUSINESS_MANAGER: _role(
        "Business manager",
        "Runs the partnership's year for one area, and keeps its people and groups "
        "in order.",
        RUNS | {P.EXPLORATION_ASK},
    ),
    Role.BUSINESS_SUPPORT: _role(
        "Business support",
        "Plans meetings, takes minutes and keeps the registers for an area.",
        SUPPORTS,
    ),
    Role.DATA_ANALYST: _role(
        "Data analyst",
        "Checks what agencies send and turns it into evidence.",
        ADVISES
        | {P.DOCUMENT_UPLOAD, P.PAPER_ADD, P.PRIORITY_EDIT}
        | {P.SCORECARD_EDIT, P.SCORECARD_COMMENT}
        | {P.AGREEMENT_SEE, P.AGREEMENT_EDIT}
        | {P.RETURN_SEE, P.RETURN_OVERSEE, P.RETURN_PLAN}
        | {P.RETURN_CHECK, P.RETURN_LOCK, P.BENCHMARK_KEEP, P.INDICATOR_KEEP}
        | {P.CONSENT_ANSWER, P.CONSENT_AREA}
        | {P.RELEASE_SEE, P.RELEASE_PROPOSE, P.RELEASE_WITHDRAW}
        | {P.QUESTION_ANSWER, P.FOI_KEEP}
        | {P.EXPLORATION_ASK, P.EXPLORATION_INTERNAL, P.ROWS_SEE},
    ),
    Role.AGENCY_DATA_STEWARD: _role(
        "Agency data steward",
        "Sends an agency's returns.",
        frozenset({P.ORGANISATION_SEE, P.BODY_SEE})
        | {P.AGREEMENT_SEE, P.RETURN_SEE, P.RETURN_SEND, P.API_TOKEN_KEEP},
    ),
    Role.AGENCY_LEAD: _role(
        "Agency lead",
        "Signs off what an agency sends, and answers for what it promised.",
        READS_WORK
        | {P.ACTION_PROGRESS, P.CHALLENGE_SEE, P.CHALLENGE_REPLY, P.DOCUMENT_UPLOAD}
        | {P.ARRANGEMENTS_ACCEPT, P.PEOPLE_SEE, P.SCORECARD_COMMENT}
        | {P.AGREEMENT_SEE, P.AGREEMENT_AGREE, P.OVERRIDE_DECIDE}
        | {P.WITHHOLDING_SEE, P.WITHHOLDING_RECORD}
        | {P.RETURN_SEE, P.RETURN_SIGN, P.API_TOKEN_KEEP}
        | {P.CONSENT_ANSWER, P.CONSENT_AGENCY},
    ),
    Role.INDEPENDENT_SCRUTINEER: _role(
        "Independent scrutineer",
        "Supports and challenges the partners from outside, and advises on "
        "disagreements; chairs nothing.",
        ADVISES
        | {P.BUDGET_SEE, P.MARKING_EXECUTIVE_READ, P.MARKING_RESTRICTED_READ}
        | {P.CHALLENGE_RAISE, P.CHALLENGE_REPLY, P.RISK_RAISE, P.DOCUMENT_UPLOAD}
        | {P.ACTION_PROPOSE, P.ACTION_VERIFY, P.BREAK_GLASS_REVIEW}
        | {P.AGREEMENT_SEE, P.WITHHOLDING_SEE, P.WITHHOLDING_OVERSEE}
        | {P.RETURN_SEE, P.RETURN_OVERSEE, P.RELEASE_SEE, P.EXPLORATION_ASK},
    ),
    Role.PRACTICE_REVIEWER: _role(
        "Practice reviewer",
        "Writes one practice review, and sees that review alone.",
        frozenset({P.BODY_SEE}),
    ),
    Role.LADO: _role(
        "Designated officer (LADO)",
        "Manages and oversees allegations against people who work with children.",
        ADVISES | {P.DOCUMENT_UPLOAD},
    ),
    Role.CHILD_DEATH_COORDINATOR: _role(
        "Child death coordinator",
        "Runs the child death review process and its panel.",
        ADVISES | {P.DOCUMENT_UPLOAD},
    ),
    Role.TRAINING_COORDINATOR: _role(
        "Training coordinator",
        "Plans multi-agency training and records who came.",
        ADVISES | {P.DOCUMENT_UPLOAD},
    ),
    Role.TRAINER: _role("Trainer", "Gives a course.", frozenset({P.ORGANISATION_SEE})),
    Role.LEARNER: _role("Learner", "Takes courses.", frozenset()),
    Role.AGENCY_SAFEGUARDING_LEAD: _role(
        "Agency safeguarding lead",
        "Is whom to ask about safeguarding in one organisation, a school for one.",
        frozenset({P.ORGANISATION_SEE, P.ARRANGEMENTS_SEE, P.BODY_SEE})
        | {P.ARRANGEMENTS_ACCEPT, P.ACTION_PROGRESS}
        | {P.CHALLENGE_RAISE, P.CHALLENGE_SEE},
    ),
    Role.DESIGNATED_DOCTOR_OR_NURSE: _role(
        "Designated doctor or nurse",
        "Gives the partnership its health expertise.",
        ADVISES | {P.DOCUMENT_UPLOAD, P.PAPER_ADD, P.MARKING_RESTRICTED_READ},
    ),
    Role.EDUCATION_REPRESENTATIVE: _role(
        "Education representative",
        "Speaks for schools, colleges and childcare, strategically and day to day.",
        TAKES_PART | {P.MARKING_EXECUTIVE_READ},
    ),
    Role.LEGAL_ADVISER: _role(
        "Legal adviser",
        "Advises the partners on the law; votes on nothing.",
        ADVISES | {P.MARKING_EXECUTIVE_READ, P.MARKING_RESTRICTED_READ},
    ),
    Role.PARTICIPATION_WORKER: _role(
        "Participation worker",
        "Brings what children and young people say to the partnership.",
        READS_WORK | {P.DOCUMENT_UPLOAD, P.PAPER_ADD},
    ),
    Role.COMMUNICATIONS: _role(
        "Communications",
        "Makes what is published readable, and publishes it.",
        READS_WORK | {P.DOCUMENT_UPLOAD, P.RELEASE_SEE},
    ),
    Role.LAY_MEMBER: _role(
        "Lay member",
        "Brings an outsider's eye to a group.",
        READS_WORK | {P.INTEREST_DECLARE, P.RISK_SEE},
        Scope.BODY,
    ),
    Role.COUNCIL_SCRUTINY_READER: _role(
        "Council scrutiny reader",
        "Reads for the council's scrutiny committee what partners agreed to show.",
        frozenset({P.ORGANISATION_SEE, P.ARRANGEMENTS_SEE, P.BODY_SEE})
        | {P.PRIORITY_SEE, P.DECISION_SEE},
    ),
    Role.INSPECTOR: _role(
        "Inspector",
        "Reads the partnership's work during an inspection, for a limited time.",
        ADVISES
        | {P.BUDGET_SEE, P.MARKING_EXECUTIVE_READ, P.MARKING_RESTRICTED_READ}
        | {P.ACCESS_MATRIX_SEE}
        | {P.AGREEMENT_SEE, P.WITHHOLDING_SEE, P.WITHHOLDING_OVERSEE}
        | {P.RETURN_SEE, P.RETURN_OVERSEE, P.RELEASE_SEE},
        ends_within_days=90,
    ),
    Role.SYSTEM_ADMINISTRATOR: _role(
        "System administrator",
        "Keeps the platform running, and sees no content.",
        frozenset({P.TASKS_SEE, P.ACCESS_MATRIX_SEE}),
        Scope.SYSTEM,
    ),
}

NOT_BY_DEPUTY = frozenset({P.APPROVAL_GIVE, P.BUDGET_AGREE, P.DELEGATION_GIVE})
"""What a deputy of a role may not do: accountability cannot be handed on (Working
Together 2023, on lead safeguarding partners)."""
