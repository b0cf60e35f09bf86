"""Beyond this machine a database is reached encrypted or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from lib.domain.store_errors import DatabaseRefused
from lib.store.database.address import read_url, server_words

ELSEWHERE = [
    "postgres://a:b@db.example.org/x",
    " postgresql://a:b@db.example.org:5433/x ",
    "postgresql+psycopg://a:b@ep-cool-1.eu-central-1.aws.neon.example/x?channel_binding=require",
    "postgresql://a:b@127.evil.example/x",
    "postgresql://a:b@127.0.0.1.evil.example/x",
    "postgresql://a:b@localhost.evil.example/x",
    "postgresql://a:b@localhost./x",
    "postgresql://a:b@127.1/x",
    "postgresql://a:b@2130706433/x",
    "postgresql://a:b@0.0.0.0/x",
    "postgresql://a:b@[::]/x",
    "postgresql://a:b@[::ffff:10.0.0.1]/x",
    "postgresql://a:b@192.168.0.7/x",
    "postgresql:///x?host=db.example.org",
    "postgresql:///x?host=db.example.org&port=5433",
    "postgresql://a:b@localhost/x?host=db.example.org",
    "postgresql://a:b@/x?host=localhost,db.example.org",
    "postgresql:///x?host=localhost&host=db.example.org",
    "postgresql://a:b@%2Fvar%2Frun.example.org/x",
]
HERE = [
    "postgresql:///x",
    "postgresql://a:b@localhost:5433/x",
    "postgresql://a:b@127.0.0.1/x",
    "postgresql://a:b@127.8.8.8/x",
    "postgresql://a:b@[::1]:5432/x",
    "postgresql://a:b@[::ffff:127.0.0.1]/x",
    "postgresql:///x?host=/var/run/postgresql",
    "postgresql:///x?host=@abstract",
]


OURS = ("", "localhost", "127.0.0.1", "/tmp", "@abstract")
OTHERS = ("db.example.org", "127.evil.example", "10.0.0.1", "localhost.", "127.1", "LOCALHOST.x")
MODES = ("", "disable", "allow", "prefer", "require", "verify-full", "Disable")


def given_to_the_driver(url: str) -> dict[str, Any]:
    """Returns what the driver's library is called with in the end."""
    read = read_url(url, {})
    _, parameters = create_engine(read).dialect.create_connect_args(read)
    return dict(parameters)


@pytest.mark.parametrize("url", ELSEWHERE)
def test_beyond_this_machine_the_line_is_encrypted_whatever_was_forgotten(url: str) -> None:
    given = given_to_the_driver(url)

    assert given["sslmode"] == "require"
    assert given["gssencmode"] == "disable"
    assert given["hostaddr"] == ""


@given(
    before=st.sampled_from(("", "localhost", "127.0.0.1", *OTHERS)),
    behind=st.lists(st.sampled_from((*OURS, *OTHERS)), max_size=3),
    apart=st.booleans(),
    mode=st.sampled_from(MODES),
    usual=st.sampled_from(MODES),
)
def test_whatever_is_asked_for_no_line_beyond_this_machine_is_open(
    before: str, behind: list[str], apart: bool, mode: str, usual: str
) -> None:
    hosts = [f"host={one}" for one in behind] if apart else [f"host={','.join(behind)}"]
    options = [*(hosts if behind else ()), *([f"sslmode={mode}"] if mode else ())]
    try:
        read = read_url(f"postgresql://a:b@{before}/x?{'&'.join(options)}", {"PGSSLMODE": usual})
    except DatabaseRefused:
        return
    _, parameters = create_engine(read).dialect.create_connect_args(read)

    asked = str(parameters.get("host", "")).split(",")

    assert set(asked) <= set(OURS) or parameters["sslmode"] in ("require", "verify-full")


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "", "REQUIRE", "none"])
@pytest.mark.parametrize("url", ELSEWHERE)
def test_an_address_that_turns_encryption_off_is_refused(url: str, mode: str) -> None:
    address = f"{url.strip()}{'&' if '?' in url else '?'}sslmode={mode}"
    if not mode:
        assert given_to_the_driver(address)["sslmode"] == "require"
        return

    with pytest.raises(DatabaseRefused, match="without encryption") as refused:
        read_url(address, {})

    assert "example" not in refused.value.sentence


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
def test_a_stricter_choice_stays(mode: str) -> None:
    given = given_to_the_driver(f"postgresql://a:b@db.example.org/x?sslmode={mode}")

    assert given["sslmode"] == mode


@pytest.mark.parametrize(
    ("options", "environment", "mode"),
    [
        ("", {"PGSSLMODE": "verify-full"}, "verify-full"),
        ("", {"PGSSLMODE": "verify-ca"}, "verify-ca"),
        ("", {"PGSSLMODE": "disable"}, "require"),
        ("", {"PGSSLMODE": "prefer"}, "require"),
        ("?sslrootcert=system", {}, "verify-full"),
        ("?sslrootcert=system", {"PGSSLMODE": "disable"}, "verify-full"),
        ("", {"PGSSLROOTCERT": "system"}, "verify-full"),
        ("?sslrootcert=/etc/ca.pem", {}, "require"),
        ("?sslmode=require", {"PGSSLMODE": "disable"}, "require"),
    ],
)
def test_the_environment_makes_it_stricter_and_never_weaker(
    options: str, environment: dict[str, str], mode: str
) -> None:
    read = read_url(f"postgresql://a:b@db.example.org/x{options}", environment)

    assert read.query["sslmode"] == mode


@pytest.mark.parametrize(
    "option", ["pgbouncer=true", "SSLMODE=disable", "connection_limit=1", "schema=public", "Host=x"]
)
def test_an_option_that_postgresql_does_not_have_is_refused_and_not_quoted(option: str) -> None:
    address = f"postgresql://a:b@aws-0.pooler.example:6543/x?sslmode=require&{option}&a%20b=secret"

    with pytest.raises(DatabaseRefused, match="behind the question mark") as refused:
        read_url(address, {})

    assert "secret" not in refused.value.sentence


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://a:b@db.example.org:5433/x", "db.example.org"),
        ("postgresql:///x?host=db.example.org", "db.example.org"),
        ("postgresql://a:b@localhost/x?host=db.example.org", "db.example.org"),
        ("postgresql://a:b@/x?host=one.example,two.example", "one.example, two.example"),
        ("postgresql:///x?host=/var/run/postgresql", "this computer"),
        ("postgresql:///x", "this computer"),
    ],
)
def test_the_server_that_is_named_to_the_person_is_the_one_that_is_asked(
    url: str, words: str
) -> None:
    assert server_words(read_url(url, {})) == words


def test_an_address_that_names_two_modes_is_refused() -> None:
    with pytest.raises(DatabaseRefused):
        read_url("postgresql://a:b@db.example.org/x?sslmode=require&sslmode=disable", {})


@pytest.mark.parametrize("url", HERE)
def test_a_socket_or_loopback_address_of_this_machine_needs_no_encryption(url: str) -> None:
    given = given_to_the_driver(url)

    assert "sslmode" not in given
    assert given["hostaddr"] == ""


@pytest.mark.parametrize("part", ["hostaddr=10.0.0.1", "service=other", "servicefile=/x"])
@pytest.mark.parametrize("url", ["postgresql://a:b@localhost/x", "postgresql://db.example.org/x"])
def test_what_would_name_another_server_is_refused(url: str, part: str) -> None:
    with pytest.raises(DatabaseRefused, match="name the server as the host"):
        read_url(f"{url}?{part}", {})


@pytest.mark.parametrize("variable", ["PGHOST", "PGHOSTADDR", "PGSERVICE"])
def test_no_variable_of_the_environment_names_the_server(variable: str) -> None:
    environment = {variable: "db.example.org"}

    with pytest.raises(DatabaseRefused, match="names no server"):
        read_url("postgresql:///x", environment)
    assert read_url("postgresql://a:b@localhost/x", environment).query["hostaddr"] == ""


@pytest.mark.parametrize("url", ["mysql://a:b@db.example.org/x", "not an address", "", "sqlite://"])
def test_what_is_no_address_of_such_a_database_is_refused(url: str) -> None:
    with pytest.raises(DatabaseRefused):
        read_url(url, {})
