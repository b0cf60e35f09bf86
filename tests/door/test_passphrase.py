"""The form that asks for a passphrase: what it takes, what it refuses, and where it leads."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from lib.door.closed_page import FOREIGN_PAGE, SHUT, UNREADABLE, WRONG
from tests.door.door_house import FORM, KEY, OTHER, PERSON, RIGHT, House


@pytest.fixture
def house() -> House:
    return House()


def test_the_right_passphrase_leads_back_to_the_page_that_was_asked_for(house: House) -> None:
    answer = house.sign_in(path="/debrief?interview=a%20b")

    socket = house.ask("/_stcore/stream", kind="websocket", token=answer.token)
    assert (answer.status, answer.headers["location"]) == (303, "/debrief?interview=a%20b")
    assert house.ask("/debrief", PERSON, token=answer.token).body == "private"
    assert socket.sent == [{"type": "websocket.accept"}]


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "///evil.example"])
def test_signing_in_never_leads_to_another_site(house: House, path: str) -> None:
    location = house.sign_in(path=path).headers["location"]

    assert location.startswith("/evil.example")


def test_a_wrong_passphrase_gets_the_form_again_and_no_cookie(house: House) -> None:
    answer = house.sign_in(OTHER)

    assert answer.is_form
    assert f'<p role="alert" id="said">{WRONG}</p>' in answer.body
    assert "set-cookie" not in answer.headers


def test_after_ten_wrong_ones_a_plain_sentence_says_that_nobody_gets_in(house: House) -> None:
    for _ in range(10):
        answer = house.sign_in(OTHER)
    assert (answer.status, SHUT in answer.body) == (429, True)

    answer = house.sign_in()

    assert (answer.status, SHUT in answer.body) == (429, True)
    assert answer.headers["retry-after"] == "900"
    assert house.slept == [0, 0, 1, 2, 4, 8, 15, 15, 15, 15]


def test_whoever_is_in_stays_in_while_the_door_is_shut(house: House) -> None:
    token = house.sign_in().token
    for _ in range(10):
        house.sign_in(OTHER)

    assert house.ask("/", PERSON, token=token).body == "private"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"passphrase=",
        b"other=x",
        b"passphrase=" + b"x" * 20_000,
        b"a=1&b=2&c=3&d=4&e=5&f",
        b"\xff=\xfe",
    ],
)
def test_a_form_without_a_passphrase_is_no_attempt(house: House, body: bytes) -> None:
    answer = house.ask("/", FORM, method="POST", body=body)

    assert UNREADABLE in answer.body
    assert house.slept == []


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:3000", "file://"]
)
@pytest.mark.parametrize("path", ["/", "/lock"])
def test_a_form_of_another_page_is_refused(house: House, origin: str, path: str) -> None:
    token = house.sign_in().token

    answer = house.sign_in(path=path, headers={"Origin": origin}, token=token)

    assert (answer.status, answer.body) == (403, FOREIGN_PAGE)
    assert house.gate.admits(token)


@pytest.mark.parametrize("path", ["/", "/lock"])
def test_a_form_that_does_not_say_whose_it_is_is_refused(house: House, path: str) -> None:
    headers = {"Content-Type": FORM["Content-Type"]}

    answer = house.ask(path, headers, method="POST", body=urlencode({"passphrase": RIGHT}).encode())

    assert (answer.status, answer.body) == (403, "")


def test_no_form_is_read_where_streamlit_takes_its_own(house: House) -> None:
    assert house.sign_in(path="/_stcore/upload_file/a/b").status == 403


def test_signing_in_again_ends_the_session_before(house: House) -> None:
    first = house.sign_in().token

    second = house.sign_in(token=first).token

    assert not house.gate.admits(first)
    assert house.gate.admits(second)


@pytest.mark.parametrize(
    ("host", "client", "server"),
    [
        ("192.168.0.5:8501", "192.168.0.7", "192.168.0.5"),
        ("192.168.0.5:8501", "::ffff:192.168.0.7", "::ffff:192.168.0.5"),
        ("[fd00::5]:8501", "fd00::7", "fd00::5"),
        ("localhost:8501", "127.0.0.1", "127.0.0.1"),
    ],
)
def test_the_phone_in_the_same_network_is_asked(host: str, client: str, server: str) -> None:
    house = House(lan_only=True)

    assert house.ask("/", {**PERSON, "Host": host}, client=client, server=server).is_form


def test_behind_a_proxy_the_passphrase_is_asked_for(house: House) -> None:
    assert house.ask("/", {**PERSON, "Host": "mine.example", "X-Forwarded-For": "8.8.8.8"}).is_form


def test_the_form_loads_nothing_and_runs_nothing(house: House) -> None:
    answer = house.ask("/", PERSON)

    assert answer.headers["content-security-policy"].startswith(
        "default-src 'none'; style-src 'unsafe-inline'"
    )
    assert "script" not in answer.body
    assert "://" not in answer.body
    assert 'autocomplete="current-password"' in answer.body
    assert '<label for="passphrase">' in answer.body


def test_neither_passphrase_nor_hash_nor_token_is_in_any_answer(house: House) -> None:
    typed = "a secret that is wrong"
    token = house.sign_in().token

    answers = [
        house.sign_in(typed),
        house.sign_in(),
        house.ask("/x", PERSON),
        house.ask("/", PERSON, token=token),
    ]

    secrets = [RIGHT, typed, token, *KEY.line().split("$")[4:]]
    assert [one for answer in answers for one in secrets if one in answer.body] == []
