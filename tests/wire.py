"""The way to a server, as a thing that can be cut, blocked or made long."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable

BYTES = 65_536


def free_port() -> int:
    """One that nobody listens on at this moment."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


class Wire:
    """Listens on a port of its own and passes on what comes, both ways, to another port of this
    machine.
    """

    def __init__(self, to: int, *, delay: float = 0.0) -> None:
        self.delay = delay
        """Seconds that each message takes, one way."""
        self.swallows = False
        """Whether what is sent goes nowhere, and no answer comes."""
        self.messages = 0
        """How many messages went towards the server so far."""
        self._to = to
        self._ends: list[socket.socket] = []
        self._cut_at: int | None = None
        self._arrives = True
        self._then: Callable[[], None] = self.cut
        self._refuses = False
        self._mute: socket.socket | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Ends every connection that is open now; new ones can be made."""
        ends, self._ends = self._ends, []
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut_at(
        self, message: int, *, arrives: bool, then: Callable[[], None] | None = None
    ) -> None:
        """Cuts at the nth message towards the server from now on; it arrives, or not, and no answer
        does.

        `then` is what happens in place of the cut.
        """
        self._cut_at = self.messages + message
        self._arrives = arrives
        self._then = then or self.cut

    def spared(self) -> None:
        """Whatever cut was still to come does not."""
        self._cut_at = None

    def refuse(self) -> None:
        """New connections are ended at once; those that are open stay."""
        self._refuses = True

    def accept(self) -> None:
        """New connections can be made again."""
        self._refuses = False

    def close(self) -> None:
        """Cuts, and refuses new connections."""
        self.refuse()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def _listen(self) -> None:
        while True:
            try:
                here, _ = self._listener.accept()
            except OSError:
                return
            if self._refuses:
                here.close()
                continue
            try:
                there = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                here.close()
                continue
            self._ends += [here, there]
            threading.Thread(target=self._join, args=(here, there), daemon=True).start()

    def _join(self, here: socket.socket, there: socket.socket) -> None:
        back = threading.Thread(target=self._pass_on, args=(there, here, False), daemon=True)
        back.start()
        self._pass_on(here, there, True)
        back.join()
        here.close()
        there.close()

    def _pass_on(self, source: socket.socket, target: socket.socket, towards_server: bool) -> None:
        with contextlib.suppress(OSError):
            while content := source.recv(BYTES):
                time.sleep(self.delay)
                if self.swallows or source is self._mute:
                    continue
                if not towards_server or not self._is_cut(content, target):
                    target.sendall(content)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _is_cut(self, content: bytes, server: socket.socket) -> bool:
        """Counts one message towards the server, and cuts if this is the one; whether it did."""
        self.messages += 1
        if self._cut_at is None or self.messages < self._cut_at:
            return False
        self._cut_at = None
        if self._arrives:
            # This connection alone: the next one may be made before this thread goes on.
            self._mute = server
            server.sendall(content)
            # So that it is read there before the line is found to be dead.
            time.sleep(0.02)
        self._then()
        return True
