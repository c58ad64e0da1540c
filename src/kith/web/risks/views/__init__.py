"""One page each: the register, the matrix, one risk, and each step."""

from kith.web.risks.views.register import (
    risk_detail,
    risk_download,
    risk_list,
    risk_matrix,
)
from kith.web.risks.views.steps import (
    risk_close,
    risk_control,
    risk_control_change,
    risk_evidence,
    risk_new,
    risk_owner,
    risk_raise,
    risk_reopen,
    risk_reply,
    risk_review,
)


__all__ = [
    "risk_close",
    "risk_control",
    "risk_control_change",
    "risk_detail",
    "risk_download",
    "risk_evidence",
    "risk_list",
    "risk_matrix",
    "risk_new",
    "risk_owner",
    "risk_raise",
    "risk_reopen",
    "risk_reply",
    "risk_review",
]
