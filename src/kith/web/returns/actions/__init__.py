"""Every write of returns: one transaction, one audit event each."""

from kith.web.returns.actions.judging import (
    check_return,
    decline_return,
    lock_return,
    restate_return,
    send_back_return,
    sign_return,
)
from kith.web.returns.actions.keeping import remove_old_files
from kith.web.returns.actions.owing import end_duty, open_due_returns, owe
from kith.web.returns.actions.platform import quarter_before, send_platform_figures
from kith.web.returns.actions.preparing import (
    add_file,
    drop_draft,
    match_file,
    send_return,
    take_out_file,
    type_figures,
)
from kith.web.returns.actions.reading import (
    begin_reading,
    cancel_reading,
    keep_reading,
)


__all__ = [
    "add_file",
    "begin_reading",
    "cancel_reading",
    "check_return",
    "decline_return",
    "drop_draft",
    "end_duty",
    "keep_reading",
    "lock_return",
    "match_file",
    "open_due_returns",
    "owe",
    "quarter_before",
    "remove_old_files",
    "restate_return",
    "send_back_return",
    "send_platform_figures",
    "send_return",
    "sign_return",
    "take_out_file",
    "type_figures",
]
