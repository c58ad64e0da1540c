"""Sharing: agreements, overrides, and what is not shared."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("agreements:list", P.AGREEMENT_SEE, "every agreement of this person's areas"),
    Door("agreements:new", P.AGREEMENT_EDIT, "draft a sharing agreement"),
    Door("agreements:detail", P.AGREEMENT_SEE, "one agreement, and its story"),
    Door("agreements:change", P.AGREEMENT_EDIT, "change a draft"),
    Door(
        "agreements:agree", P.AGREEMENT_AGREE, "agree for the controller", Answer.CHANGE
    ),
    Door("agreements:review", P.AGREEMENT_AGREE, "say that it was reviewed"),
    Door("agreements:renew", P.AGREEMENT_EDIT, "draft its renewal"),
    Door("agreements:end", P.AGREEMENT_AGREE, "end an agreement"),
    Door("agreements:override", P.OVERRIDE_DECIDE, "share without an agreement"),
    Door("agreements:withheld", P.WITHHOLDING_SEE, "decisions not to share"),
    Door("agreements:withheld_new", P.WITHHOLDING_RECORD, "record such a decision"),
)
