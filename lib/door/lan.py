"""Helps `start.py --lan`: ensures that there is a passphrase, and prints the phone's address.

`python -m lib.door.lan` does the first, with a port as its argument the second.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import Final

from lib.domain.errors import FollowThroughError
from lib.door import gate_settings, passphrase_file

NOWHERE: Final = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737): asking for the way to it sends nothing."""
NEEDED: Final = (
    "Your phone will be asked for a passphrase; from now on this computer, too. Choose one."
)
KEPT: Final = (
    "Only its hash is kept, in {file}. For another one, remove that file and use --lan again."
)
BY_ACCOUNT: Final = (
    "Here the app is opened by an account, and its provider sends nobody back to an address in "
    "your own network. Start it without --lan, or take the accounts out of secrets.toml."
)
NO_NETWORK: Final = (
    "This computer is in no local network, so no phone can reach it. Join one, start again."
)
PROTECTED: Final = """
On your phone, in the same network: {addresses}
{code}
Protected: nobody gets in without your passphrase, and this address answers only in this network.
Not protected: the way there is not encrypted.
Anyone in the same network who listens in can read along, your passphrase included. Use it in a
network of your own, never in a café's, a hotel's or an employer's.
"""


def main(arguments: list[str]) -> int:
    """Does what was asked; returns the exit code."""
    try:
        if arguments:
            sys.stdout.write(phone_notice(int(arguments[0]), list(addresses())))
        else:
            ensure_passphrase()
    except FollowThroughError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


def ensure_passphrase(ask: Callable[[], str] = passphrase_file.ask) -> None:
    """Asks for a passphrase and keeps its hash beside the data, unless one is configured.

    Raises:
        FollowThroughError: there is no network to open the app to, or there is still no passphrase.
    """
    if not any(addresses()):
        raise FollowThroughError(NO_NETWORK)
    gate = gate_settings.configured_gate()
    if gate is not None and gate.accounts is not None:
        raise FollowThroughError(BY_ACCOUNT)
    if gate is not None and gate.key is None:
        raise passphrase_file.Malformed
    if gate is None:
        sys.stdout.write(f"{NEEDED}\n")
        sys.stdout.flush()
        write_hash(passphrase_file.new_key(ask()).line())
        sys.stdout.write(KEPT.format(file=gate_settings.hash_file()) + "\n")


def write_hash(line: str) -> None:
    """Writes the line into a new file that only its owner can read."""
    handle = os.open(gate_settings.hash_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())


def phone_notice(port: int, found: list[str]) -> str:
    """Returns what to tell the person: every address, the first of them also as a QR code."""
    if not found:
        raise FollowThroughError(NO_NETWORK)
    urls = [f"http://{one}:{port}" for one in found]
    return PROTECTED.format(addresses=" or ".join(urls), code=_code(urls[0]))


def addresses() -> Iterator[str]:
    """Yields this machine's own addresses in local networks, that of the default route first."""
    for one in dict.fromkeys((*_way_out(), *_by_name())):
        address = ip_address(one)
        if not (address.is_global or address.is_loopback or address.is_unspecified):
            yield one


def _way_out() -> list[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(NOWHERE)
        except OSError:
            return []
        return [str(probe.getsockname()[0])]


def _by_name() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return []
    return [str(place[0]) for *_, place in found]


def _code(url: str) -> str:
    """Returns a QR code for the terminal; "" where there is none that could draw it."""
    if not sys.stdout.isatty() or "utf" not in (sys.stdout.encoding or "").lower():
        return ""
    import io

    import segno  # only here: nothing else draws a code

    drawn = io.StringIO()
    segno.make(url, error="l", micro=False).terminal(drawn, border=2, compact=True)
    # White on black whatever the terminal's colors are; an old Windows console has no such codes.
    before, after = ("", "") if os.name == "nt" else ("\x1b[97;40m", "\x1b[0m")
    return "\n" + "".join(f"{before}{line}{after}\n" for line in drawn.getvalue().splitlines())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
