"""The request as Kith's views know it: who asks, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.access.viewer import Viewer


class KithRequest(HttpRequest):
    """What the middleware adds to every request.

    ``received_at`` is the site's time: in the example it stands still.
    ``real_time_at`` is the world's, for what is open *now*, and for how long a door
    stays open (invitations, emergencies, sessions), and nothing else.
    """

    viewer: Viewer
    received_at: datetime
    real_time_at: datetime
