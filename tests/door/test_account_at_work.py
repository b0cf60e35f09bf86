"""A running server with a list of accounts and a provider: who gets in, and what is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from lib.door import closed_page
from lib.door.session_cookies import COOKIE, HOSTED_COOKIE
from lib.store.repository import Store
from tests import provider as made_up
from tests.browser.people import just_ended
from tests.door.test_passphrase_at_work import EVERY_PATH, Running, open_socket, run
from tests.door.visitor import MEDIA, Visitor
from tests.narrowing import not_none
from tests.provider import BROKEN, CLIENT_SECRET, COOKIE_SECRET, OWNER, STRANGER, Provider

PRIVATE = "Quayside Mutual"
IDENTITY, STATE = "_streamlit_user", "_streamlit_session"
STRANGERS = [name for name in made_up.ACCOUNTS if name not in ("owner", "shouting")]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with made_up.running() as one:
        yield one


@pytest.fixture(scope="module")
def server(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with run_with(tmp_path_factory.mktemp("accounts"), provider.secrets_toml()) as running:
        yield running


@pytest.fixture
def visitor(server: Running) -> Visitor:
    return Visitor(server.port)


def run_with(folder: Path, secrets: str) -> AbstractContextManager[Running]:
    """A server with these secrets, and something private in its store."""
    just_ended(Store(folder / "person"))
    file = folder / "secrets.toml"
    file.write_text(secrets)
    return run(folder, {}, f"--secrets.files={file}")


def entry(server: Running, wrong: str = "") -> str:
    return closed_page.by_account(f"http://127.0.0.1:{server.port}/auth/login", wrong=wrong)


@pytest.mark.parametrize("account", ["owner", "shouting"])
def test_a_listed_and_verified_address_is_let_in_and_gets_what_is_private(
    visitor: Visitor, provider: Provider, account: str
) -> None:
    answer = visitor.sign_in(provider, account)

    assert (answer.status, answer.location) == (303, "./")
    assert set(visitor.cookies) == {COOKIE, IDENTITY}
    assert PRIVATE.encode() in visitor.draw()
    media = MEDIA.findall(visitor.draw("settings", "part=data"))
    assert [visitor.ask(path.decode()).status for path in media] == [200] * len(media) != []


@pytest.mark.parametrize("account", STRANGERS)
def test_any_other_account_gets_one_clear_sentence_and_no_cookie(
    server: Running, visitor: Visitor, provider: Provider, account: str
) -> None:
    answer = visitor.sign_in(provider, account)

    assert (answer.status, answer.text) == (403, entry(server, closed_page.NOT_LISTED))
    assert visitor.cookies == {}
    assert visitor.ask("/").text == entry(server)


@pytest.mark.parametrize("account", BROKEN)
def test_what_goes_wrong_on_the_way_lets_nobody_in(
    server: Running, visitor: Visitor, provider: Provider, account: str
) -> None:
    answer = visitor.sign_in(provider, account)

    assert (answer.status, answer.text) == (403, entry(server, closed_page.NOT_DONE))
    assert set(visitor.cookies) <= {STATE}
    assert visitor.ask("/calendar").text == entry(server)


@pytest.mark.parametrize("path", EVERY_PATH)
def test_without_a_session_no_path_gives_anything_but_the_way_in(
    server: Running, visitor: Visitor, path: str
) -> None:
    answer = visitor.ask(path)

    if path == "/auth/login":
        assert urlsplit(answer.location).path == "/authorize"
    elif path == "/auth/logout":
        assert (answer.status, answer.body) == (404, b"")
    else:
        wrong = closed_page.NOT_DONE if path == "/oauth2callback" else ""
        assert answer.text == ("" if path == "/door" else entry(server, wrong))
        assert answer.status == 403


def test_what_leads_to_the_provider_is_made_by_the_door_whatever_was_asked(
    visitor: Visitor, provider: Provider
) -> None:
    asked = "provider=evil&next=http://evil.example&redirect_uri=http://evil.example&%0d%0aX-Evil:1"

    answer = visitor.ask(f"/auth/login?{asked}")

    assert answer.location.startswith(f"{provider.issuer}/authorize?")
    sent = parse_qs(urlsplit(answer.location).query)
    assert sent["redirect_uri"] == [f"{visitor.origin}/oauth2callback"]
    assert sent["code_challenge_method"] == ["S256"]
    assert "evil" not in answer.location + answer.text


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?state=x&code=y",
        "?error=<script>&error_description=<b>evil</b>",
        "?next=//evil.example",
    ],
)
def test_a_way_back_that_nobody_began_lets_nobody_in_and_repeats_nothing(
    server: Running, visitor: Visitor, query: str
) -> None:
    answer = visitor.ask(f"/oauth2callback{query}")

    assert (answer.status, answer.text) == (403, entry(server, closed_page.NOT_DONE))
    assert visitor.cookies == {}


def test_the_way_back_belongs_to_the_browser_that_set_out_and_counts_once(
    server: Running, visitor: Visitor, provider: Provider
) -> None:
    back = provider.choose(visitor.to_provider(), "owner").removeprefix(visitor.origin)

    other = Visitor(server.port).ask(back)
    first = visitor.ask(back)
    again = Visitor(server.port, {STATE: visitor.cookies.get(STATE, "x")}).ask(back)

    assert [one.status for one in (other, first, again)] == [403, 303, 403]


def test_back_in_the_browser_over_the_way_in_keeps_whoever_is_in(
    visitor: Visitor, provider: Provider
) -> None:
    visitor.sign_in(provider)

    answer = visitor.ask("/oauth2callback?state=x&code=y")

    assert (answer.status, answer.location) == (303, "./")
    assert visitor.ask("/").status == 200


@pytest.mark.parametrize("left", [IDENTITY, COOKIE])
def test_neither_cookie_lets_anybody_in_without_the_other(
    server: Running, visitor: Visitor, provider: Provider, left: str
) -> None:
    visitor.sign_in(provider)
    alone = Visitor(server.port, {left: visitor.cookies[left]})

    assert alone.ask("/calendar").text.startswith(entry(server)[:200])
    assert alone.ask("/calendar").status == 403
    assert not open_to(server, {left: visitor.cookies[left]})


def open_to(server: Running, cookies: dict[str, str]) -> bool:
    """Whether the WebSocket is opened to a browser with these cookies."""
    shown = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    try:
        with open_socket(server, {**shown, "Origin": f"http://127.0.0.1:{server.port}"}):
            return True
    except AssertionError:
        return False


def test_a_tampered_identity_lets_nobody_in(
    server: Running, visitor: Visitor, provider: Provider
) -> None:
    visitor.sign_in(provider)
    identity = visitor.cookies[IDENTITY]
    for at in (5, len(identity) // 2, len(identity) - 5):
        other = "A" if identity[at] != "A" else "B"
        changed = {**visitor.cookies, IDENTITY: identity[:at] + other + identity[at + 1 :]}
        assert Visitor(server.port, changed).ask("/").status == 403
        assert not open_to(server, changed)
    assert open_to(server, visitor.cookies)


def test_a_strangers_own_cookie_does_not_go_with_the_owners_session(
    server: Running, visitor: Visitor, provider: Provider
) -> None:
    visitor.sign_in(provider)
    claims = {**made_up.ACCOUNTS["stranger"], "is_logged_in": True, "origin": visitor.origin}
    signed = create_signed_value(COOKIE_SECRET, IDENTITY, json.dumps(claims)).decode()

    assert Visitor(server.port, {**visitor.cookies, IDENTITY: signed}).ask("/").status == 403


def test_locking_takes_every_cookie_and_the_old_ones_open_nothing(
    server: Running, visitor: Visitor, provider: Provider
) -> None:
    visitor.sign_in(provider)
    old = dict(visitor.cookies)

    answer = visitor.lock()

    assert (answer.status, answer.location) == (303, "./")
    assert visitor.cookies == {}
    again = Visitor(server.port, dict(old))
    assert again.ask("/").text == entry(server).replace(
        "<p class", f"<p>{closed_page.LOCKED}</p>\n<p class"
    )
    assert again.cookies == {}
    assert not open_to(server, old)
    assert PRIVATE.encode() in (visitor.sign_in(provider), visitor.draw())[1]


def test_somebody_who_signs_in_with_the_wrong_account_is_out_of_the_right_one_too(
    server: Running, visitor: Visitor, provider: Provider
) -> None:
    visitor.sign_in(provider)
    old = dict(visitor.cookies)

    visitor.sign_in(provider, "stranger")

    assert visitor.cookies == {}
    assert Visitor(server.port, old).ask("/").status == 403


def test_streamlits_own_way_out_is_no_link_that_another_page_could_point_to(
    visitor: Visitor, provider: Provider
) -> None:
    visitor.sign_in(provider)

    assert visitor.ask("/auth/logout").status == 404
    assert visitor.ask("/").status == 200


def test_behind_a_proxy_it_works_under_the_name_that_is_configured(
    provider: Provider, tmp_path: Path
) -> None:
    secrets = provider.secrets_toml("https://mine.example/oauth2callback")
    with run_with(tmp_path, secrets) as running:
        proxy = {
            "Host": "mine.example",
            "X-Forwarded-For": "203.0.113.7",
            "X-Forwarded-Proto": "https",
        }
        visitor = Visitor(running.port, more=proxy)
        assert 'href="https://mine.example/auth/login" target="_self"' in visitor.ask("/").text
        assert 'target="_blank"' in visitor.ask("/", **{"Sec-Fetch-Dest": "iframe"}).text

        back = urlsplit(provider.choose(visitor.to_provider(), "owner"))
        answer = visitor.ask(f"{back.path}?{back.query}")

        assert back.netloc == "mine.example"
        lines = not_none(answer.headers.get_all("Set-Cookie"))
        assert all(
            "secure" in line.lower()
            for line in lines
            if "Max-Age" not in line and "expires" not in line
        )
        assert set(visitor.cookies) == {HOSTED_COOKIE, IDENTITY}
        assert visitor.ask("/").status == 200
        bare = Visitor(running.port, dict(visitor.cookies), more={"Host": "mine.example"})
        assert bare.ask("/").status == 200
        assert (
            Visitor(running.port, dict(visitor.cookies), more={"Host": "evil.example"})
            .ask("/")
            .status
            == 403
        )


def test_a_provider_that_does_not_answer_is_said_in_words(
    provider: Provider, tmp_path: Path
) -> None:
    secrets = provider.secrets_toml().replace(provider.metadata_url, "http://127.0.0.1:9/none")
    with run_with(tmp_path, secrets) as running:
        answer = Visitor(running.port).ask("/auth/login")

        assert (answer.status, answer.text) == (502, entry(running, closed_page.NO_PROVIDER))


@pytest.mark.parametrize(
    "secrets",
    [
        "[door]\nemails = ['owner@example.org']",
        "[auth]\nclient_id = 'x'",
        "{auth}\n[door]\nidle_minutes = 5",
        "{auth}\n[door]\nemails = []",
        "{auth}\n[door]\nemails = ['*@example.org']",
        "{auth}\n[door]\nemails = ['owner@example.org']\npassphrase = 'x'",
    ],
)
def test_half_a_configuration_shuts_the_door_and_says_so(
    provider: Provider, tmp_path: Path, secrets: str
) -> None:
    auth = provider.secrets_toml().partition("[door]")[0]
    with run_with(tmp_path, secrets.replace("{auth}", auth)) as running:
        visitor = Visitor(running.port)

        for path in ("/", "/auth/login", "/oauth2callback", "/media/x"):
            assert (visitor.ask(path).status, visitor.ask(path).text) == (
                403,
                closed_page.MISCONFIGURED_PAGE,
            )
        assert not open_to(running, {})


def test_a_start_around_the_door_is_shut_all_the_same(provider: Provider, tmp_path: Path) -> None:
    """Streamlit lets the owner sign in there and knows them; the session still gives no store."""
    file = tmp_path / "secrets.toml"
    just_ended(Store(tmp_path / "person"))
    file.write_text(provider.secrets_toml())
    with run(tmp_path, {}, f"--secrets.files={file}", script="lib/ui/shell/shell.py") as running:
        visitor = Visitor(running.port)
        ticket = {"provider": "default", "exp": int(datetime.now(UTC).timestamp()) + 60}
        token = jwt.encode({"alg": "HS256"}, ticket, OctKey.import_key(COOKIE_SECRET))
        asked = visitor.ask(f"/auth/login?provider={token}").location
        visitor.ask(provider.choose(asked, "owner").removeprefix(visitor.origin))
        assert IDENTITY in visitor.cookies
        visitor.cookies[COOKIE] = "forged"

        drawn = visitor.draw()

        assert b"Follow Through is locked" in drawn
        assert PRIVATE.encode() not in drawn


def test_nothing_secret_and_no_address_is_in_any_log_or_page(
    server: Running, provider: Provider
) -> None:
    pages, tokens = [], []
    for account in (*made_up.ACCOUNTS, *BROKEN):
        visitor = Visitor(server.port)
        pages.append(visitor.sign_in(provider, account).text)
        visitor.ask(f"/oauth2callback?error={OWNER}&error_description={STRANGER}&state=x")
        tokens += [value for value in visitor.cookies.values() if len(value) > 20]
    logs = b"".join(one.read_bytes() for one in (server.data / "log").rglob("*") if one.is_file())

    everything = "".join([*pages, logs.decode(), server.said.read_text(errors="replace")])

    assert "Error during authentication: …" in everything
    assert "OAuth token exchange failed" in everything
    secrets = [OWNER, STRANGER, CLIENT_SECRET, COOKIE_SECRET, "made-up-access-token", *tokens]
    assert [
        one for one in secrets if one in everything or one.replace("@", "%40") in everything
    ] == []
    assert not re.search(r"code=|state=|id_token=|eyJ", everything)
    assert "Traceback" not in everything
