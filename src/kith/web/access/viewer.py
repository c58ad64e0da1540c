"""Who is looking: one frozen value, built once a request."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Viewer:
    """A person, or nobody in particular, with what they may see.

    Every read takes the viewer first. Nobody is a viewer too: the public, who may
    see what has been published and nothing else.
    """

    may_see_published: bool
    name: str = ""

    @classmethod
    def public(cls) -> Viewer:
        """Anybody at all, not signed in."""
        return cls(may_see_published=True)
