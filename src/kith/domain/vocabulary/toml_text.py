"""Words as TOML writes them.

A JSON string is none: JSON writes a sign beyond its first 65,536 as two halves, which
TOML refuses, and leaves the delete sign as it is, which TOML refuses as well.
"""

from __future__ import annotations


_FIRST_PRINTABLE, _DELETE = 32, 127


def toml_text(words: str) -> str:
    """A basic string: what TOML does not take as it is becomes an escape."""
    escaped = "".join(
        f"\\u{ord(sign):04x}" if _is_refused(sign) else sign for sign in words
    )
    return f'"{escaped}"'


def _is_refused(sign: str) -> bool:
    return sign in '"\\' or ord(sign) < _FIRST_PRINTABLE or ord(sign) == _DELETE
