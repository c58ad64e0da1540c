"""The refusal of a file."""

from __future__ import annotations


class NotAcceptedError(Exception):
    """The file may not be kept. The message is a sentence for whoever sent it."""
