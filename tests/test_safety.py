"""What the project's files show of promises 11, 13 and 14: settings, packages, secrets, markup."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from streamlit import config

from tests.sizes import Count

pytestmark = pytest.mark.durability

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = {
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.maxUploadSize": 20,
    "server.showEmailPrompt": False,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "runner.magicEnabled": False,
}
PINNED = re.compile(r"[A-Za-z0-9_.-]+(\[[a-z0-9,]+\])?==[0-9][0-9A-Za-z.]*")
SECRETS = {
    "private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "passphrase's hash": re.compile(r"scrypt\$\d+\$\d+\$\d+\$[\w+/=-]{16,}\$[\w+/=-]{16,}"),
    "database's password": re.compile(
        r"postgres(?:ql)?(?:\+\w+)?://[^\s:/@\"'{]+:(?!password@)([^\s@\"'{]{8,})@"
    ),
    "provider's secret": re.compile(r"client_secret\s*=\s*[\"'](?!made-up)[\w-]{16,}[\"']"),
    "cookie's secret": re.compile(r"cookie_secret\s*=\s*[\"'](?!made-up)[\w-]{32,}[\"']"),
}
FOREIGN = {"html", "iframe", "component", "declare_component"}
"""The calls by which markup or a script comes onto a page."""


def test_what_is_open_and_what_is_told_is_set_as_promised(figure: Count) -> None:
    found = {name: config.get_option(name) for name in SETTINGS}

    wrong = {name: value for name, value in found.items() if value != SETTINGS[name]}
    figure(
        11, "a setting that opens, tells or shows something", len(SETTINGS), len(wrong), "settings"
    )
    assert wrong == {}


def test_each_of_these_is_written_down_and_not_left_to_what_streamlit_happens_to_do() -> None:
    written = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert {name: of(written, *name.split(".")) for name in SETTINGS} == SETTINGS


def of(written: dict[str, dict[str, object]], section: str, name: str) -> object:
    return written.get(section, {}).get(name)


LOCKED = ("requirements.txt", "requirements-dev.txt")


def test_every_package_is_pinned_to_one_version_with_its_hashes(figure: Count) -> None:
    asked = [one for name in LOCKED for one in locked(ROOT / name)]

    loose = [one for one in asked if not PINNED.match(one) or "--hash=sha256:" not in one]
    figure(11, "a package, pinned to one version", len(asked), len(loose), "packages")
    assert len(asked) > 100
    assert loose == []


@pytest.mark.parametrize("name", LOCKED)
def test_what_is_listed_by_hand_is_in_the_lock_with_all_that_it_needs(name: str) -> None:
    pinned = {one.split("==")[0].lower() for one in locked(ROOT / name)}
    listed = [ROOT / "requirements.in", *([ROOT / "requirements-dev.in"] if "dev" in name else ())]

    wanted = {
        one.partition("[")[0].partition("==")[0].lower() for file in listed for one in by_hand(file)
    }
    missing = wanted | {need for one in wanted for need in needs_of(one)}

    assert missing - pinned == set()


def test_both_locks_agree() -> None:
    for_all, for_tests = (set(locked(ROOT / name)) for name in LOCKED)

    assert for_all - for_tests == set()


def locked(file: Path) -> list[str]:
    """Returns what a lock asks for: each package with its version, its systems, and its hashes."""
    text = file.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def by_hand(file: Path) -> list[str]:
    """Returns the packages that a person listed."""
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def needs_of(package: str) -> Iterator[str]:
    """Yields what an installed package needs on every system."""
    for need in metadata.requires(package) or ():
        name, _, marker = need.partition(";")
        if not marker:
            yield re.split(r"[^A-Za-z0-9._-]", name.strip())[0].lower().replace("_", "-")


@pytest.fixture(scope="module")
def kept() -> list[Path]:
    """Every file that git keeps."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git repository")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_secret_stands_in_any_file_that_git_keeps(kept: list[Path], figure: Count) -> None:
    found = [
        f"{file.relative_to(ROOT)}: a {what}" for file in kept for what in secrets_in(text_of(file))
    ]

    figure(14, "a file of the project, searched for secrets", len(kept), len(found), "files")
    assert found == []


def secrets_in(text: str) -> list[str]:
    """The kinds of secret that stand in a text."""
    return [what for what, pattern in SECRETS.items() if pattern.search(text)]


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "scrypt$" + "32768$8$3$" + "c2FsdHNhbHRzYWx0c2Fs$" + "aGFzaGhhc2hoYXNoaGFzaA==",
        "postgresql+psycopg://" + "robin:npg_8Xk2mQ4tVz@db.example.org/kept",
        "client_secret = " + '"' + "GOCSPX-4hJkQ2vT9wLm" + '"',
        "cookie_secret = " + '"' + "k3" * 20 + '"',
    ],
    ids=SECRETS,
)
def test_the_search_knows_a_secret_when_it_sees_one(text: str) -> None:
    assert len(secrets_in(f"what = 1\n{text}\n")) == 1


def test_the_file_of_secrets_is_never_kept(kept: list[Path]) -> None:
    ignored = subprocess.run(
        ["git", "check-ignore", "-q", ".streamlit/secrets.toml"], cwd=ROOT, check=False
    )

    assert ignored.returncode == 0
    assert [file for file in kept if file.name in ("secrets.toml", ".env")] == []


def test_nothing_but_our_own_files_is_ever_shown_as_markup(figure: Count) -> None:
    sources = [
        ROOT / "app.py",
        *sorted((ROOT / "lib").rglob("*.py")),
        *sorted((ROOT / "pages").glob("*.py")),
    ]

    found = [what for source in sources for what in foreign(text_of(source))]
    figure(
        13,
        "a source file, searched for markup that is not our own",
        len(sources),
        len(found),
        "files",
    )
    assert found == []


def foreign(code: str) -> list[str]:
    """What a source shows as markup or runs as a script, if it is anything but a constant of its
    own.
    """
    tree = ast.parse(code)
    own = {name for node in tree.body for name in _constants(node)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    unsafe = [
        ast.unparse(call) for call in calls if any(_allows_markup(word) for word in call.keywords)
    ]
    return unsafe + [
        ast.unparse(call) for call in calls if _is_foreign(call) and not _is_own(call, own)
    ]


def _allows_markup(word: ast.keyword) -> bool:
    return word.arg is not None and word.arg.startswith(("unsafe_allow", "allow_html"))


def _is_foreign(call: ast.Call) -> bool:
    """True for st.html, st.iframe and the components of both kinds."""
    name = call.func
    return (
        isinstance(name, ast.Attribute)
        and name.attr in FOREIGN
        and _root(name) in ("st", "components")
    )


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_own(call: ast.Call, own: set[str]) -> bool:
    given = [*call.args, *(word.value for word in call.keywords)]
    return all(isinstance(one, ast.Constant) or ast.unparse(one) in own for one in given)


def _constants(node: ast.stmt) -> list[str]:
    """The names that are given a text, or a file that lies beside the source, when it is loaded."""
    if not isinstance(node, ast.Assign):
        return []
    value = ast.unparse(node.value)
    is_own = isinstance(node.value, ast.Constant) or value.startswith("Path(__file__).with_name('")
    return [ast.unparse(target) for target in node.targets] if is_own else []


@pytest.mark.parametrize(
    "code",
    [
        "st.markdown(name, unsafe_allow_html=True)",
        "st.html(name)",
        "STYLE = f'<b>{name}</b>'\nst.html(STYLE)",
        "st.iframe('https://elsewhere.example/' + name)",
        "st.components.v2.component('x', html=body(name))",
        "components.v1.html(name)",
    ],
)
def test_the_search_sees_markup_that_is_not_our_own(code: str) -> None:
    assert len(foreign(code)) == 1
