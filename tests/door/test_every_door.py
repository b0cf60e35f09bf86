"""Promise 12: whatever the login, nothing private reaches somebody without an open session.

Every page, link, download and route is asked for in every disguise, while somebody with a session
looks at the same private text; wrong passphrases come from everywhere at once.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from lib.door import gate_settings
from lib.door.middleware import HEALTH
from lib.door.open_sessions import WINDOW
from lib.door.session_cookies import COOKIE, HOSTED_COOKIE
from lib.store.repository import Store
from tests import provider as made_up
from tests.browser.people import just_ended
from tests.door import loops
from tests.door.door_house import OTHER, House
from tests.door.test_door_at_work import WEB_SOCKET
from tests.door.test_passphrase_at_work import EVERY_PATH, LINE, PAGES, run
from tests.door.visitor import MEDIA, PERSON, Visitor
from tests.sizes import Count, Size

pytestmark = pytest.mark.durability

PRIVATE = b"Quayside Mutual"
LINKS = [
    "?interview=final",
    "?job=job-final",
    "?part=data",
    "?note=1&download=1",
    "/",
    "/x",
    "/media/x",
]
ANYBODY = {"Accept": "*/*"}
WAYS = [("GET", PERSON), ("GET", ANYBODY), ("GET", WEB_SOCKET)]
WAYS += [(method, PERSON) for method in ("HEAD", "POST", "PUT", "DELETE", "OPTIONS")]
"""Of asking for the same address."""
MANY = 50
SLOWER = [0, 0, 1, 2, 4, 8, 15, 15, 15, 15]
"""Seconds before each of ten is looked at; after them none is, for a quarter of an hour."""
SCRIPTS = re.compile(rb'(?:src|href)="\.?(/static/[^"]+)"')


@dataclass
class Opened:
    """A running door, somebody who has passed it, and how others come to it."""

    inside: Visitor
    outside: list[Visitor]


@contextmanager
def open_door(folder: Path) -> Iterator[Opened]:
    """Nothing is configured: whoever comes from elsewhere stays out in every disguise."""
    with run(folder, {}) as running:
        disguises = [
            {"Host": "evil.example"},
            {"X-Forwarded-For": "127.0.0.1"},
            {"Via": "1.1 tunnel"},
            {"Origin": "http://evil.example"},
            {"Origin": "null", "Host": f"localhost:{running.port}"},
        ]
        yield Opened(Visitor(running.port), [Visitor(running.port, more=one) for one in disguises])


@contextmanager
def passphrase_door(folder: Path) -> Iterator[Opened]:
    """A passphrase: no cookie, one that was made up, and that of a session that was locked."""
    with run(folder, {gate_settings.VARIABLE: LINE}) as running:
        inside, left = (Visitor(running.port, _cookies(running.sign_in())) for _ in range(2))
        old = dict(left.cookies)
        left.lock()
        forged = [{COOKIE: "x" * 43}, {HOSTED_COOKIE: "x" * 43}, {"_streamlit_user": "x"}]
        yield Opened(inside, [Visitor(running.port, one) for one in ({}, old, *forged)])


@contextmanager
def account_door(folder: Path) -> Iterator[Opened]:
    """Accounts: no cookie, each without the other, a stranger's, and those of a locked session."""
    with made_up.running() as provider:
        secrets = folder / "secrets.toml"
        secrets.write_text(provider.secrets_toml())
        with run(folder, {}, f"--secrets.files={secrets}") as running:
            inside, left, stranger = (Visitor(running.port) for _ in range(3))
            inside.sign_in(provider)
            left.sign_in(provider)
            old = dict(left.cookies)
            left.lock()
            stranger.sign_in(provider, "stranger")
            halves = [{name: value} for name, value in inside.cookies.items()]
            cookies = [{}, old, stranger.cookies, *halves]
            yield Opened(inside, [Visitor(running.port, dict(one)) for one in cookies])


def _cookies(headers: dict[str, str]) -> dict[str, str]:
    name, _, value = headers["Cookie"].partition("=")
    return {name: value}


DOORS = {
    "the own machine": open_door,
    "the passphrase": passphrase_door,
    "the account": account_door,
}


@pytest.mark.parametrize("name", DOORS)
def test_nothing_private_comes_to_somebody_who_has_not_passed(
    name: str, tmp_path: Path, size: Size, figure: Count
) -> None:
    just_ended(Store(tmp_path / "person"))
    with DOORS[name](tmp_path) as door:
        asked = [*_private_places(door.inside), *EVERY_PATH]
        asked += [page + link for page, link in product(["", *PAGES], LINKS)]
        tried = list(_tries(door, asked, WAYS[: size(3, len(WAYS))]))
        gave = [what for what, status, body in tried if _is_something(what, status, body)]

        assert PRIVATE in door.inside.draw()
    figure(
        12,
        f"a page, link, download or route asked for without passing {name}",
        len(tried),
        len(gave),
        "requests",
    )
    assert gave == []


def _private_places(inside: Visitor) -> list[str]:
    """The addresses of the downloads and scripts that there are for somebody who is in."""
    drawn = [
        inside.draw(page.lstrip("/"), "part=data&interview=final&job=job-final") for page in PAGES
    ]
    assert sum(PRIVATE in one for one in drawn) > len(PAGES) // 2
    media = {path for one in drawn for path in MEDIA.findall(one)}
    scripts = SCRIPTS.findall(inside.ask("/").body)
    assert any(PRIVATE in inside.ask(path.decode()).body for path in media)
    assert scripts
    return sorted(path.decode() for path in (*media, *scripts))


def _tries(
    door: Opened, asked: list[str], ways: list[tuple[str, dict[str, str]]]
) -> Iterator[tuple[str, int, bytes]]:
    """Each way of asking, with what came back."""
    for outsider, path in product(door.outside, asked):
        cookies = dict(outsider.cookies)
        for method, headers in ways:
            outsider.cookies = dict(cookies)
            answer = outsider.ask(path, method, **headers)
            yield f"{method} {path}", answer.status, answer.body


def _is_something(what: str, status: int, body: bytes) -> bool:
    """True for private text, an open connection, or a 200 that says more than "ok"."""
    is_health = what.split(" ")[1] in HEALTH and body in (b"ok", b"")
    return PRIVATE in body or (status < 300 and not is_health)


@pytest.mark.parametrize("at_once", [1, 7, 50])
def test_wrong_passphrases_are_slowed_and_shut_out_from_wherever_they_come(
    at_once: int, size: Size, figure: Count
) -> None:
    house, rounds = House(), size(2, 10)

    hasty = loops.run(_attacks(house, at_once, rounds))

    figure(
        12,
        "wrong passphrases over many connections at once",
        rounds * MANY,
        hasty * MANY,
        "attempts",
    )
    assert hasty == 0
    assert house.came == []


async def _attacks(house: House, at_once: int, rounds: int) -> int:
    """How many rounds of attempts were not slowed as they should be."""
    hasty = 0
    for _ in range(rounds):
        house.slept.clear()
        house.now += WINDOW  # what was wrong before is forgotten by now, and the door open again
        statuses = await _attack(house, at_once)
        hasty += house.slept != SLOWER or statuses.count(429) != len(statuses) - 9
    return hasty


async def _attack(house: House, at_once: int) -> list[int]:
    """The status of each of many tries, so many at a time, each from an address of its own."""
    statuses: list[int] = []
    while len(statuses) < MANY:
        several = range(len(statuses), min(len(statuses) + at_once, MANY))
        tries = [
            house.signed_in(OTHER, client=f"127.0.1.{one}", token=f"t{one}") for one in several
        ]
        statuses += [one.status for one in await asyncio.gather(*tries)]
    return statuses
