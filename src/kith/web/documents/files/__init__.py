"""Files: what comes in is opened and scanned, then kept outside the web root."""

from kith.web.documents.files.accepting import Accepted, NotAcceptedError, accepted
from kith.web.documents.files.store import FileDamagedError, FileStore, home_files


__all__ = [
    "Accepted",
    "FileDamagedError",
    "FileStore",
    "NotAcceptedError",
    "accepted",
    "home_files",
]
