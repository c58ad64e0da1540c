"""What can be wrong with a store, said in one line."""

from __future__ import annotations


class StoreError(Exception):
    """The store, or the edition asked for, is not there or cannot be read.

    The message says what, where, and what to do.
    """
