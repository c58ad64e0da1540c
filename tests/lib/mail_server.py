"""A mail server on this machine that keeps what it is sent, or refuses it."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator


class _Talk(socketserver.StreamRequestHandler):
    """Enough of SMTP for one client that says what it should."""

    server: MailServer

    def handle(self) -> None:
        self._say("220 stand-in")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self._take()
            elif verb == b"QUIT":
                self._say("221 bye")
                return
            elif verb == b"MAIL" and self.server.is_refusing:
                self._say("451 not now")
            else:
                self._say("250 well")

    def _take(self) -> None:
        self._say("354 go on")
        held = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            held.append(line)
        self.server.letters.append(b"".join(held).decode())
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """``letters`` is what came, as it came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.letters: list[str] = []
        self.is_refusing = False

    @property
    def port(self) -> int:
        return int(self.server_address[1])


@contextmanager
def serving_mail() -> Iterator[MailServer]:
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join(5)
