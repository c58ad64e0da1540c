"""Feeds → facts: told by each return, then reconciled between returns."""

from kith.evidence.facts.telling import tell


__all__ = ["tell"]
