"""Everything that a person may be allowed to do: one flat list, ``NOUN_VERB``."""

from __future__ import annotations

from enum import StrEnum, auto


class Permission(StrEnum):
    """One thing that a role may allow. Where it holds is said by the grant."""

    # access
    PEOPLE_SEE = auto()
    PEOPLE_INVITE = auto()
    PEOPLE_ROLE_GIVE = auto()
    PEOPLE_FACTOR_RESET = auto()
    CONFLICT_NAME = auto()
    BREAK_GLASS_OPEN = auto()
    BREAK_GLASS_REVIEW = auto()
    DELEGATION_GIVE = auto()
    ACCESS_MATRIX_SEE = auto()
    AUDIT_SEE = auto()
    TASKS_SEE = auto()
    # what may be read, by marking
    MARKING_PARTNER_READ = auto()
    MARKING_EXECUTIVE_READ = auto()
    MARKING_RESTRICTED_READ = auto()
    # organisations
    ORGANISATION_SEE = auto()
    ORGANISATION_EDIT = auto()
    ARRANGEMENTS_SEE = auto()
    ARRANGEMENTS_EDIT = auto()
    ARRANGEMENTS_ACCEPT = auto()
    INFORMATION_REQUEST = auto()
    # approvals
    APPROVAL_GIVE = auto()
    APPROVAL_RECORD = auto()
    APPROVAL_CONFIRM = auto()
    # documents
    DOCUMENT_SEE = auto()
    DOCUMENT_UPLOAD = auto()
    # bodies
    BODY_SEE = auto()
    BODY_EDIT = auto()
    BODY_CLOSE = auto()
    SEAT_FILL = auto()
    TERMS_EDIT = auto()
    TERMS_APPROVE = auto()
    # meetings and decisions, of groups
    MEETING_SEE = auto()
    MEETING_PLAN = auto()
    AGENDA_EDIT = auto()
    PAPER_ADD = auto()
    ATTENDANCE_RECORD = auto()
    INTEREST_DECLARE = auto()
    MEETING_MINUTES_DRAFT = auto()
    MEETING_MINUTES_AGREE = auto()
    DECISION_SEE = auto()
    DECISION_RECORD = auto()
    DECISION_VOTE = auto()
    DECISION_PUBLISH = auto()
    # actions
    ACTION_SEE = auto()
    ACTION_PROPOSE = auto()
    ACTION_AGREE = auto()
    ACTION_PROGRESS = auto()
    ACTION_VERIFY = auto()
    ACTION_CLOSE = auto()
    ACTION_EXTEND = auto()
    ACTION_WITHDRAW = auto()
    # risks
    RISK_SEE = auto()
    RISK_RAISE = auto()
    RISK_EDIT = auto()
    RISK_ESCALATE = auto()
    RISK_REPLY = auto()
    RISK_CLOSE = auto()
    # challenges
    CHALLENGE_SEE = auto()
    CHALLENGE_RAISE = auto()
    CHALLENGE_REPLY = auto()
    CHALLENGE_CLOSE = auto()
    # priorities and budgets
    PRIORITY_SEE = auto()
    PRIORITY_EDIT = auto()
    BUDGET_SEE = auto()
    BUDGET_EDIT = auto()
    BUDGET_AGREE = auto()
    # scorecards of groups
    SCORECARD_SEE = auto()
    SCORECARD_EDIT = auto()
    SCORECARD_COMMENT = auto()
    SCORECARD_AGREE = auto()
    # questions to the figures themselves
    EXPLORATION_ASK = auto()
    EXPLORATION_INTERNAL = auto()
    ROWS_SEE = auto()
    # moving in
    ARRIVAL_IMPORT = auto()
    # sharing
    AGREEMENT_SEE = auto()
    AGREEMENT_EDIT = auto()
    AGREEMENT_AGREE = auto()
    OVERRIDE_DECIDE = auto()
    WITHHOLDING_SEE = auto()
    WITHHOLDING_OVERSEE = auto()
    WITHHOLDING_RECORD = auto()
    # what figures are compared with
    BENCHMARK_SEE = auto()
    BENCHMARK_KEEP = auto()
    INDICATOR_SEE = auto()
    INDICATOR_KEEP = auto()
    CONSENT_ANSWER = auto()
    CONSENT_AREA = auto()
    CONSENT_AGENCY = auto()
    # what agencies send
    RETURN_SEE = auto()
    RETURN_OVERSEE = auto()
    RETURN_PLAN = auto()
    RETURN_SEND = auto()
    RETURN_CHECK = auto()
    RETURN_SIGN = auto()
    RETURN_LOCK = auto()
    API_TOKEN_KEEP = auto()
    # what the public is told
    RELEASE_SEE = auto()
    RELEASE_PROPOSE = auto()
    RELEASE_APPROVE = auto()
    RELEASE_WITHDRAW = auto()
    QUESTION_ANSWER = auto()
    FOI_KEEP = auto()
