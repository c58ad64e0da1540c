"""A stand-in for ClamAV's daemon: it speaks INSTREAM on a loopback socket."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator


INFECTED = b"this stands for a virus"


@dataclass
class StandIn:
    """Where it listens, and what it was sent."""

    address: str
    received: list[bytes] = field(default_factory=list)


@contextlib.contextmanager
def clamd(answer: bytes | None = None) -> Iterator[StandIn]:
    """A daemon that finds `INFECTED`, or always gives the answer said."""
    server = socket.create_server(("127.0.0.1", 0))
    host, port = server.getsockname()
    made = StandIn(f"{host}:{port}")
    thread = threading.Thread(target=_serve, args=(server, made, answer), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join(timeout=5)


def _serve(server: socket.socket, made: StandIn, answer: bytes | None) -> None:
    while True:
        try:
            wire, _ = server.accept()
        except OSError:
            return
        with wire, wire.makefile("rb") as sent:
            command = b""
            while not command.endswith(b"\0"):
                command += sent.read(1)
            if command == b"zVERSION\0":
                wire.sendall(b"ClamAV 1.4.0/27000/Fri Jan 15 2021\0")
                continue
            content = b""
            while size := struct.unpack(">I", sent.read(4))[0]:
                content += sent.read(size)
            made.received.append(content)
            found = b"stream: Test-Virus FOUND\0" if INFECTED in content else None
            wire.sendall(answer or found or b"stream: OK\0")
