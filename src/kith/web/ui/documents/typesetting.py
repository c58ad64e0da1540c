"""Writes Typst's language: every word as an escaped string, never as mark-up.

Text that comes from a narrative or a return could hold a ``#`` or a bracket; as
string literals they are only characters.
"""

from __future__ import annotations


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": " ", "\r": " ", "\t": " "}


def literal(words: str) -> str:
    """A string literal; control characters, which PDF forbids, are left out."""
    inside = "".join(_ESCAPES.get(sign, sign) for sign in words if _may_print(sign))
    return f'"{inside}"'


def _may_print(sign: str) -> bool:
    if sign in _ESCAPES:
        return True
    code = ord(sign)
    is_control = code < 0x20 or 0x7F <= code < 0xA0
    is_half_a_sign = 0xD800 <= code < 0xE000
    is_no_sign = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0
    # Private-use signs have no agreed meaning and PDF/UA refuses them.
    is_private = 0xE000 <= code < 0xF900 or code >= 0xF0000
    return not (is_control or is_half_a_sign or is_no_sign or is_private)


def printable(words: str) -> str:
    """The words without signs that no document can hold."""
    return "".join(sign for sign in words if _may_print(sign))


def content(words: str) -> str:
    """Words as content."""
    return f"#{literal(words)}"


def call(name: str, *inside: str, **options: str) -> str:
    """A function call in mark-up: ``#strong[…]`` with its options."""
    said = ", ".join(
        f"{key.replace('_', '-')}: {value}" for key, value in options.items()
    )
    blocks = "".join(f"[{part}]" for part in inside)
    return f"#{name}({said}){blocks}" if said or not blocks else f"#{name}{blocks}"
