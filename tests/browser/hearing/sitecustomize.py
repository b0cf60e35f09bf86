"""Read by every Python that starts with this folder on its path: notes whom the process listens to
and calls.

Each line of the file that `FOLLOW_THROUGH_HEARD` names is one event, with the address that it was
about.
"""

import json
import os
import sys

_EVENTS = {"socket.bind": 1, "socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0}
_EVENTS |= {"socket.gethostbyname": 0, "socket.gethostbyaddr": 0}
"""Where each has the address among what it is given."""


def _note(event: str, given: tuple[object, ...]) -> None:
    if event in _EVENTS:
        address = given[_EVENTS[event]]
        host = address[0] if isinstance(address, tuple) else address
        line = json.dumps([event, str(host)]) + "\n"
        # By its number: a file object may be closed already when the process ends.
        os.write(_FILE, line.encode())


if "FOLLOW_THROUGH_HEARD" in os.environ:
    _FILE = os.open(
        os.environ["FOLLOW_THROUGH_HEARD"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
    )
    sys.addaudithook(_note)
