"""The passphrase's hash: a new one opens, a tampered one is refused, and none shows itself."""

from __future__ import annotations

import getpass
import io
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lib.door import passphrase_file
from lib.door.passphrase_file import Key, Malformed, Unfit, ask, new_key, read_key

ROOT = Path(__file__).resolve().parents[2]
RIGHT = "correct horse battery"
CHEAP = 2**14


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key(RIGHT, cost=CHEAP, lanes=1)


def test_the_right_passphrase_opens_and_no_other(key: Key) -> None:
    assert key.opens(RIGHT)
    for wrong in ("", RIGHT + " ", RIGHT.upper(), RIGHT[:-1], "\ud800", "x" * 5000):
        assert not key.opens(wrong)


def test_the_line_holds_all_that_it_takes(key: Key) -> None:
    assert read_key(key.line()) == key
    assert read_key(f" {key.line()}\n") == key


def test_the_same_passphrase_gives_another_line_each_time(key: Key) -> None:
    assert new_key(RIGHT, cost=CHEAP, lanes=1).line() != key.line()


def test_a_letter_typed_in_two_pieces_is_the_same_letter() -> None:
    assert new_key("zwölf Bücher hier", cost=CHEAP, lanes=1).opens("zwo\u0308lf Bu\u0308cher hier")


def test_the_line_is_made_at_the_cost_that_owasp_names() -> None:
    assert new_key(RIGHT).line().startswith("scrypt$32768$8$3$")


@pytest.mark.parametrize(
    "tamper",
    [
        lambda _: "",
        lambda _: RIGHT,
        lambda line: line[:-1],
        lambda line: line + "A",
        lambda line: line.replace("scrypt", "plain"),
        lambda line: line.replace("$16384$", "$16383$"),
        lambda line: line.replace("$16384$", "$1024$"),
        lambda line: line.replace("$16384$", "$262144$"),
        lambda line: line.replace("$8$1$", "$1$1$"),
        lambda line: line.replace("$8$1$", "$32$1$"),
        lambda line: line.replace("$8$1$", "$8$0$"),
        lambda line: line.replace("$8$1$", "$8$9$"),
        lambda line: line.replace("$16384$", "$١٦٣٨٤$"),
        lambda line: line.rpartition("$")[0],
        lambda line: line.replace("$", ""),
        lambda line: line.split("$")[0] + "$8$1$" + line,
        lambda line: "\n".join([line, line]),
        lambda _: None,
        lambda _: 12,
        lambda line: {"a": line},
    ],
)
def test_a_line_that_was_not_made_here_is_refused_without_being_quoted(
    key: Key, tamper: Callable[..., Any]
) -> None:
    with pytest.raises(Malformed) as refused:
        read_key(tamper(key.line()))

    assert not any(part in str(refused.value) for part in key.line().split("$")[4:])


def test_a_key_shows_nothing_of_itself(key: Key) -> None:
    salt, stretched = key.line().split("$")[4:]

    assert salt not in repr(key)
    assert stretched not in repr(key)
    assert repr(key) == "Key(cost=16384, block=8, lanes=1)"


def answers(*typed: str) -> Iterator[str]:
    return iter(typed)


def test_a_passphrase_is_asked_for_twice() -> None:
    typed = answers(RIGHT, RIGHT)

    assert ask(lambda _: next(typed)) == RIGHT


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("short words", "", "shorter than 12"), (RIGHT, RIGHT + "!", "not the same")],
)
def test_one_too_short_or_mistyped_is_not_taken(first: str, second: str, said: str) -> None:
    typed = answers(first, second)

    with pytest.raises(Unfit, match=said):
        ask(lambda _: next(typed))


def test_nothing_is_asked_where_it_would_be_shown() -> None:
    def shown(_: str) -> str:
        warnings.warn("would echo", getpass.GetPassWarning, stacklevel=1)
        return RIGHT

    with pytest.raises(Unfit, match="in a terminal only"):
        ask(shown)


def test_what_is_printed_can_be_configured_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(passphrase_file, "ask", lambda: RIGHT)

    assert passphrase_file.main() == 0

    said = capsys.readouterr().out
    line = next(one for one in said.splitlines() if one.startswith("passphrase = ")).split('"')[1]
    assert read_key(line).opens(RIGHT)
    assert RIGHT not in said


def test_the_command_needs_no_package_and_no_terminal_to_say_what_is_wrong() -> None:
    script = (
        "import sys; sys.path[:0] = ['.']; import lib.door.passphrase_file; "
        "print(sorted(n for n in ('streamlit', 'starlette', 'tinydb') if n in sys.modules))"
    )
    asked = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert asked.stdout.strip() == "[]"


def test_a_trouble_ends_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused() -> str:
        raise Unfit("The two are not the same.")

    monkeypatch.setattr(passphrase_file, "ask", refused)
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    assert passphrase_file.main() == 1
    assert capsys.readouterr().err == "The two are not the same.\n"
