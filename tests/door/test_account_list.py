"""Which accounts are let in, and that half a configuration lets in none."""

from __future__ import annotations

import hmac

import pytest

from lib.door.account_list import read_accounts
from lib.door.passphrase_file import Malformed

OWNER, OTHER = "owner@example.org", "other@example.org"
AUTH = {
    "redirect_uri": "https://mine.example/oauth2callback",
    "cookie_secret": "a-made-up-secret-for-tests-0123456789",
    "client_id": "client",
    "client_secret": "made-up",
    "server_metadata_url": "https://provider.example/.well-known/openid-configuration",
}


def admits(email: object, verified: object = True, emails: list[str] | None = None) -> bool:
    accounts = read_accounts(AUTH, emails or [OWNER])
    return accounts.admits({"email": email, "email_verified": verified})


@pytest.mark.parametrize("email", [OWNER, "Owner@Example.ORG", f" {OWNER}\n", "ｏwner@example.org"])
def test_an_address_is_compared_as_a_person_would(email: str) -> None:
    assert admits(email)
    assert admits(OWNER, emails=[OTHER, email])


@pytest.mark.parametrize(
    "email",
    [
        *(None, "", True, 1, [OWNER], {"email": OWNER}, b"owner@example.org", "\ud800"),
        *(
            "owner",
            "@example.org",
            "owner@example.org.evil.example",
            "evil-owner@example.org",
            "*@example.org",
        ),
        *(
            "owner@example.org,other@example.org",
            "owner+x@example.org",
            "0wner@example.org",
            "öwner@example.org",
        ),
    ],
)
def test_any_other_is_let_in_nowhere(email: object) -> None:
    assert not admits(email)


@pytest.mark.parametrize("verified", [False, None, "true", "True", 1, 1.0, [True], {"a": 1}, "yes"])
def test_what_the_provider_has_not_verified_with_a_real_true_does_not_count(
    verified: object,
) -> None:
    assert not admits(OWNER, verified)
    assert not read_accounts(AUTH, [OWNER]).admits({"email": OWNER})


def test_every_address_of_the_list_is_compared_whichever_matches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[bytes] = []
    compare = hmac.compare_digest

    def noted(a: bytes, b: bytes) -> bool:
        compared.append(b)
        return compare(a, b)

    monkeypatch.setattr(hmac, "compare_digest", noted)

    for email in (OWNER, OTHER, "stranger@example.org", None):
        compared.clear()
        admits(email, emails=[OWNER, "third@example.org", OTHER])
        assert [len(one) for one in compared] == [32] * 3


def test_no_address_shows_where_the_list_is_printed() -> None:
    shown = repr(read_accounts(AUTH, [OWNER]))

    assert OWNER not in shown
    assert "b'" not in shown


@pytest.mark.parametrize(
    "emails",
    [
        *(
            None,
            [],
            (),
            OWNER,
            {OWNER: True},
            [None],
            [OWNER, 1],
            [[OWNER]],
            [""],
            ["owner"],
            ["owner@example"],
        ),
        *(
            ["*@example.org"],
            ["@example.org"],
            ["owner@"],
            ["a@b@example.org"],
            [f"{OWNER},{OTHER}"],
        ),
        *(["Owner <owner@example.org>"], ["owner @example.org"], [OWNER] * 21),
    ],
)
def test_a_list_that_is_none_lets_nobody_in(emails: object) -> None:
    with pytest.raises(Malformed):
        read_accounts(AUTH, emails)


@pytest.mark.parametrize("name", AUTH)
@pytest.mark.parametrize("value", [None, "", "  ", 12, True, ["x"], {"a": "b"}])
def test_a_section_that_lacks_something_lets_nobody_in(name: str, value: object) -> None:
    with pytest.raises(Malformed):
        read_accounts({**AUTH, name: value}, [OWNER])


@pytest.mark.parametrize("auth", [None, {}, [], "x", True])
def test_no_section_lets_nobody_in(auth: object) -> None:
    with pytest.raises(Malformed):
        read_accounts(auth, [OWNER])


@pytest.mark.parametrize(
    "secret", ["xxx", "x" * 64, "ab" * 32, "0123456789abcdef", "change-me-please-1234567"]
)
def test_a_cookie_secret_that_can_be_guessed_lets_nobody_in(secret: str) -> None:
    with pytest.raises(Malformed):
        read_accounts({**AUTH, "cookie_secret": secret}, [OWNER])


@pytest.mark.parametrize(
    "uri",
    [
        *(
            "http://mine.example/oauth2callback",
            "https://mine.example/",
            "https://mine.example/x/oauth2callback",
        ),
        *(
            "https://mine.example/oauth2callback?x=1",
            "https://mine.example/oauth2callback#x",
            "/oauth2callback",
        ),
        *(
            "https://user@mine.example/oauth2callback",
            "https://:8501/oauth2callback",
            "javascript:alert(1)",
        ),
        *(
            "https://mine.example:x/oauth2callback",
            "https://[/oauth2callback",
            "ftp://mine.example/oauth2callback",
        ),
        *(
            "https://mine.example:443/oauth2callback",
            "https://Mine.example/oauth2callback",
        ),
        *("http://localhost.evil.example/oauth2callback", "https://mine.example:0/oauth2callback"),
    ],
)
def test_a_way_back_over_which_somebody_could_read_along_lets_nobody_in(uri: str) -> None:
    with pytest.raises(Malformed):
        read_accounts({**AUTH, "redirect_uri": uri}, [OWNER])


@pytest.mark.parametrize(
    "url", ["http://provider.example/x", "provider.example", "file:///x", "https://"]
)
def test_a_provider_that_is_asked_in_the_clear_lets_nobody_in(url: str) -> None:
    with pytest.raises(Malformed):
        read_accounts({**AUTH, "server_metadata_url": url}, [OWNER])


@pytest.mark.parametrize("name", ["default", "google", "door"])
def test_a_provider_with_a_section_of_its_own_lets_nobody_in(name: str) -> None:
    with pytest.raises(Malformed):
        read_accounts({**AUTH, name: {"client_id": "another"}}, [OWNER])


def test_what_streamlit_also_takes_is_let_be() -> None:
    assert read_accounts({**AUTH, "client_kwargs": {"scope": "openid email"}}, [OWNER])


@pytest.mark.parametrize(
    ("uri", "origin"),
    [
        ("https://mine.example/oauth2callback", "https://mine.example"),
        ("https://mine.example:8443/oauth2callback", "https://mine.example:8443"),
        ("http://localhost:{port}/oauth2callback", "http://localhost:8501"),
        ("http://[::1]:8501/oauth2callback", "http://[::1]:8501"),
    ],
)
def test_the_address_that_people_come_to_is_read_from_the_way_back(uri: str, origin: str) -> None:
    accounts = read_accounts({**AUTH, "redirect_uri": uri}, [OWNER])

    assert accounts.origin == origin
    assert accounts.is_encrypted is origin.startswith("https:")
