"""Asks ClamAV's daemon about a file, over its own protocol (INSTREAM).

In: bytes, and ``KITH_CLAMD``: ``host:port`` or the path of a socket. Out: what it said.
What can go wrong: it does not answer, and then the file is "not scanned", and says so.
"""

from __future__ import annotations

import logging
import socket
import struct
from dataclasses import dataclass

from django.conf import settings


_CHUNK = 64 * 1024
_PATIENCE = 30.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Verdict:
    """What the scanner said."""

    was_scanned: bool
    found: bool = False
    scanner: str = ""


NOT_SCANNED = Verdict(was_scanned=False)


def scanned(content: bytes) -> Verdict:
    """The scanner's verdict; not scanned where there is none or it does not answer."""
    address = str(settings.KITH_CLAMD)
    if not address:
        return NOT_SCANNED
    try:
        scanner = _asked(address, b"zVERSION\0")
        said = _asked(address, b"zINSTREAM\0", content)
    except OSError:
        _log.warning("the virus scanner does not answer: a file was not scanned")
        return NOT_SCANNED
    name = "/".join(scanner.split("/")[:2])[:100]
    if said.endswith(" FOUND"):
        return Verdict(was_scanned=True, found=True, scanner=name)
    if said.endswith(": OK"):
        return Verdict(was_scanned=True, scanner=name)
    _log.warning("the virus scanner gave no verdict: a file was not scanned")
    return NOT_SCANNED


def _asked(address: str, command: bytes, content: bytes | None = None) -> str:
    with _connected(address) as wire:
        wire.sendall(command)
        if content is not None:
            for start in range(0, len(content), _CHUNK):
                part = content[start : start + _CHUNK]
                wire.sendall(struct.pack(">I", len(part)) + part)
            wire.sendall(struct.pack(">I", 0))
        said = b""
        while not said.endswith(b"\0"):
            more = wire.recv(4096)
            if not more:
                break
            said += more
    return said.rstrip(b"\0\n").decode("utf-8", "replace")


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        wire.settimeout(_PATIENCE)
        wire.connect(address)
        return wire
    host, _, port = address.rpartition(":")
    return socket.create_connection((host or "127.0.0.1", int(port)), _PATIENCE)
