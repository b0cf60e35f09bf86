"""Beyond this machine a database is reached encrypted or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import create_engine

from lib.domain.store_errors import DatabaseRefused
from lib.store.database.address import read_url

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
