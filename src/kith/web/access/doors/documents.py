"""Documents."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("documents:list", P.DOCUMENT_SEE, "every document this person may see"),
    Door("documents:new", P.DOCUMENT_UPLOAD, "keep a new document"),
    Door("documents:detail", P.DOCUMENT_SEE, "one document, and its versions"),
    Door("documents:version", P.DOCUMENT_UPLOAD, "add a version"),
    Door("documents:change", P.DOCUMENT_UPLOAD, "change what is said of it"),
    Door("documents:review", P.DOCUMENT_UPLOAD, "say that it was looked at again"),
    Door("documents:withdraw", P.DOCUMENT_UPLOAD, "withdraw it"),
    Door("documents:download", P.DOCUMENT_SEE, "one version's file", Answer.OTHER),
    Door("documents:purpose", P.DOCUMENT_SEE, "say what a restricted file is for"),
)
