"""start.py on machines that we do not have, and how each trouble ends in a sentence."""

from __future__ import annotations

import ast
import http.client
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

import start
from start import StartError
from tests import lock

ROOT = Path(start.__file__).parent


class Machine:
    """Stands in for the machine: notes what was run, and answers as it is told."""

    def __init__(self) -> None:
        self.ran: list[list[str]] = []
        self.fails: Callable[[list[str]], str] = lambda _: ""

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.ran.append(command)
        said = self.fails(command)
        return subprocess.CompletedProcess(command, 1 if said else 0, stdout=said)

    def installs(self) -> list[str]:
        """The requirement files that pip was given, by name."""
        return [Path(command[-1]).name for command in self.ran if "install" in command]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(subprocess, "run", machine.run)
    return machine


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with two requirement files and an environment that has a Python."""
    (tmp_path / "requirements.txt").write_text("streamlit==1.67.0\n")
    (tmp_path / "requirements-dev.txt").write_text("streamlit==1.67.0\nhypothesis==6\n")
    python = start.python_of(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def prepare(project: Path, *names: str) -> None:
    start.prepare(
        *(project / name for name in names or ("requirements.txt",)), venv=project / ".venv"
    )


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_an_old_python_is_told_which_one_is_needed() -> None:
    assert "needs Python 3.11 or newer, and this is Python 3.9:" in start.old_python((3, 9, 18))
    assert start.old_python((3, 11, 0)) == ""
    assert start.old_python((4, 0, 0)) == ""


def test_an_old_python_can_read_the_file() -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")

    assert ast.parse(source, feature_version=(3, 6)).body


def test_nothing_above_the_check_of_the_version_needs_a_new_python() -> None:
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    check = next(at for at, node in enumerate(tree.body) if isinstance(node, ast.If))
    above = tree.body[:check]

    imported = [
        alias.name for node in above if isinstance(node, ast.Import) for alias in node.names
    ]
    assert imported == ["sys"]
    assert not [node for node in above if isinstance(node, ast.ImportFrom)]


def test_the_file_imports_only_the_standard_library() -> None:
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    names = {
        alias.name.split(".")[0]
        for n in ast.walk(tree)
        if isinstance(n, ast.Import)
        for alias in n.names
    }
    names |= {
        n.module.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module
    }

    assert names - sys.stdlib_module_names == {"tests"}


def test_the_first_start_installs_and_the_second_does_not(project: Path, machine: Machine) -> None:
    prepare(project)
    prepare(project)

    assert machine.installs() == ["requirements.txt"]


def test_changed_requirements_are_installed(project: Path, machine: Machine) -> None:
    prepare(project)
    (project / "requirements.txt").write_text("streamlit==1.68.0\n")
    prepare(project)

    assert machine.installs() == ["requirements.txt", "requirements.txt"]


def test_other_line_ends_are_no_change(project: Path, machine: Machine) -> None:
    prepare(project)
    (project / "requirements.txt").write_bytes(b"streamlit==1.67.0\r\n")
    prepare(project)

    assert machine.installs() == ["requirements.txt"]


def test_what_the_tests_need_covers_what_the_app_needs(project: Path, machine: Machine) -> None:
    prepare(project, "requirements-dev.txt", "requirements.txt")
    prepare(project, "requirements.txt")

    assert machine.installs() == ["requirements-dev.txt"]


def test_the_tests_still_install_after_the_app_was_set_up(project: Path, machine: Machine) -> None:
    prepare(project, "requirements.txt")
    prepare(project, "requirements-dev.txt", "requirements.txt")

    assert machine.installs() == ["requirements.txt", "requirements-dev.txt"]


def test_an_interrupted_install_is_done_again(project: Path, machine: Machine) -> None:
    def interrupted(command: list[str]) -> str:
        if "install" in command:
            raise KeyboardInterrupt
        return ""

    machine.fails = interrupted
    with pytest.raises(KeyboardInterrupt):
        prepare(project)
    machine.fails = lambda _: ""
    prepare(project)

    assert machine.installs() == ["requirements.txt", "requirements.txt"]


def test_going_back_after_an_interrupted_upgrade_installs_again(
    project: Path, machine: Machine
) -> None:
    prepare(project)
    (project / "requirements.txt").write_text("streamlit==1.68.0\n")
    machine.fails = lambda command: "ERROR: interrupted" if "install" in command else ""
    with pytest.raises(StartError):
        prepare(project)
    (project / "requirements.txt").write_text("streamlit==1.67.0\n")
    machine.fails = lambda _: ""
    prepare(project)

    assert len(machine.installs()) == 3


def test_an_environment_whose_python_is_gone_is_made_anew(project: Path, machine: Machine) -> None:
    prepare(project)
    start.python_of(project / ".venv").unlink()
    machine.fails = lambda command: "not found" if command[-1] == "import pip" else ""
    prepare(project)

    assert [sys.executable, "-m", "venv", "--clear", str(project / ".venv")] in machine.ran


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_how_to_get_it(
    project: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == module else found(name)
    )

    with pytest.raises(
        StartError, match=rf"lacks its module {module}: install it .*-venv\) and start"
    ):
        prepare(project)


def test_an_environment_that_cannot_be_made_says_why(project: Path, machine: Machine) -> None:
    machine.fails = lambda command: (
        "Error: [Errno 13] Permission denied\n" if "pip" not in command else "no"
    )

    with pytest.raises(StartError, match=r"could not be set up \(.*Permission denied\): see to"):
        prepare(project)


@pytest.mark.parametrize(
    "said",
    [
        "WARNING: Retrying ... NewConnectionError: [Errno -3] Temporary failure in name "
        "resolution\n"
        "ERROR: No matching distribution found for streamlit==1.67.0",
        "Failed to resolve 'pypi.org' ([Errno 11001] getaddrinfo failed)",
        "ReadTimeoutError: HTTPSConnectionPool(host='files.pythonhosted.org', port=443): "
        "Read timed out.",
        "ProxyError('Cannot connect to proxy.', NewConnectionError())",
        "OSError: [Errno 101] Network is unreachable",
    ],
)
def test_no_network_is_called_by_its_name(project: Path, machine: Machine, said: str) -> None:
    machine.fails = lambda command: said if "install" in command else ""

    with pytest.raises(StartError, match="could not be fetched: check the network"):
        prepare(project)


def test_a_full_disk_is_called_by_its_name() -> None:
    assert "The disk is full" in start.why_not_installed(
        "ERROR: [Errno 28] No space left on device\n"
    )


def test_any_other_failure_of_pip_gives_its_last_line_and_keeps_all(
    project: Path, machine: Machine
) -> None:
    said = (
        "ResolutionImpossible: for help visit\nERROR: No matching distribution found for "
        "pandas==9\n\n"
    )
    machine.fails = lambda command: said if "install" in command else ""

    with pytest.raises(
        StartError, match=r"\(ERROR: No matching distribution found for pandas==9\): see"
    ):
        prepare(project)
    assert (project / ".venv" / "pip.log").read_text() == said


def test_a_trouble_is_one_line_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], taken: int
) -> None:
    monkeypatch.setattr(start, "prepare", lambda *_: None)

    assert start.main(["--port", str(taken)]) == 1

    said = capsys.readouterr().err
    assert said.startswith(f"Port {taken} is taken: ")
    assert said.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", ".venv")

    monkeypatch.setattr(start, "prepare", refused)

    assert start.main(["setup"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_stopping_the_setup_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "prepare", interrupted)

    assert start.main(["setup"]) == 130


def test_a_free_port_that_was_asked_for_is_used(taken: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]

    assert start.chosen_port(free) == free
    assert not start.is_free(taken)


def test_without_a_wish_the_next_free_port_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "is_free", lambda port: port >= start.FIRST_PORT + 2)

    assert start.chosen_port(None) == start.FIRST_PORT + 2


def test_no_free_port_at_all_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "is_free", lambda _: False)

    with pytest.raises(StartError, match="are all taken: choose one with --port"):
        start.chosen_port(None)


def test_a_program_on_all_interfaces_takes_the_port_too() -> None:
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen()

        assert not start.is_free(other.getsockname()[1])


@pytest.mark.parametrize("wish", ["0", "65536", "-1", "x", "٣"])
def test_a_port_that_is_none_is_refused(wish: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        start.read_arguments([f"--port={wish}"])

    assert ended.value.code == 2
    assert "a port is a number from 1 to 65535" in capsys.readouterr().err


def test_arguments_are_read() -> None:
    plain, wished = (
        start.read_arguments([]),
        start.read_arguments(["run", "--port", "9000", "--no-browser"]),
    )

    assert (plain.what, plain.port, plain.no_browser) == ("run", None, False)
    assert (wished.what, wished.port, wished.no_browser) == ("run", 9000, True)


def test_further_arguments_of_test_go_to_pytest_as_they_are(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "prepare", lambda *_: None)
    monkeypatch.setattr("tests.tools.find_browser", lambda: "chromium")

    start.main(["test", "-n0", "--port", "tests/domain", "-k", "friday"])

    python = str(start.python_of(start.VENV))
    assert machine.ran == [
        [python, "-m", "pytest", "-n0", "--port", "tests/domain", "-k", "friday"]
    ]


def test_without_a_browser_playwrights_is_tried(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "prepare", lambda *_: None)
    monkeypatch.setattr("tests.tools.find_browser", lambda: None)

    start.main(["test", "-n0"])

    assert machine.ran[0][1:] == ["-m", "playwright", "install", "chromium"]
    assert machine.ran[1][1:] == ["-m", "pytest", "-n0"]


def test_tests_run_side_by_side_unless_the_person_decides() -> None:
    shared = ["--dist", "loadfile", "--no-loadscope-reorder"]
    assert start.side_by_side([], 2) == ["-n", "3", *shared]
    assert start.side_by_side(["tests/domain"], 64) == ["-n", "4", *shared]
    assert start.side_by_side(["--cov", "--cov-report="], 2) == ["-n", "3", *shared]
    assert start.side_by_side([], 1) == []
    for own in ("-n0", "-n", "--pdb", "--dist=load", "-s", "--co", "--collect-only"):
        assert start.side_by_side([own], 8) == []


def test_windows_keeps_its_python_elsewhere() -> None:
    assert start.python_of(Path("v"), "nt") == Path("v") / "Scripts" / "python.exe"
    assert start.python_of(Path("v"), "posix") == Path("v") / "bin" / "python"


def test_the_server_listens_on_this_machine_only_and_opens_no_browser_itself() -> None:
    command = start.app_command(9000)

    assert "--server.address=127.0.0.1" in command
    assert "--server.port=9000" in command
    assert "--server.headless=true" in command


@pytest.mark.parametrize(
    ("platform", "environ", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_browser_is_opened_only_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], screen: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "environ", environ)

    assert start.has_screen() is screen


class Server:
    """A server process that runs until it is told to end."""

    def __init__(self, *, stubborn: bool = False) -> None:
        self.told: list[str] = []
        self.stubborn = stubborn

    def poll(self) -> int | None:
        return None

    def terminate(self) -> None:
        self.told.append("terminate")

    def kill(self) -> None:
        self.told.append("kill")

    def wait(self, timeout: float | None = None) -> int:
        if not self.told:
            raise KeyboardInterrupt
        if self.stubborn and "kill" not in self.told:
            raise subprocess.TimeoutExpired("server", timeout or 0)
        return 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was sent to."""
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    monkeypatch.setattr(start, "answers", lambda *_: True)
    monkeypatch.setattr(os, "name", "posix")
    return addresses


@pytest.mark.parametrize(("wanted", "addresses"), [(True, ["http://127.0.0.1:9000"]), (False, [])])
def test_the_browser_opens_once_if_wanted_and_ctrl_c_ends_cleanly(
    monkeypatch: pytest.MonkeyPatch, opened: list[str], wanted: bool, addresses: list[str]
) -> None:
    server = Server()
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: server)

    assert start.run_app(9000, open_browser=wanted) == 0

    assert opened == addresses
    assert server.told == ["terminate"]


def test_a_server_that_does_not_end_is_killed(
    monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    server = Server(stubborn=True)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: server)

    start.run_app(9000, open_browser=False)

    assert server.told == ["terminate", "kill"]


def test_being_told_to_end_counts_as_ctrl_c() -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")

    assert "signal.signal(signal.SIGTERM, signal.default_int_handler)" in source
    with pytest.raises(KeyboardInterrupt):
        signal.default_int_handler(signal.SIGTERM, None)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the app's own door was told, in order; nothing is set up and nothing runs."""
    told: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        told.append(command[1:])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(start, "prepare", lambda *_: None)
    return told


def test_a_passphrase_is_made_without_setting_anything_up(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "prepare", lambda *_: pytest.fail("this would install the packages"))

    assert start.main(["passphrase"]) == 0

    assert commands == [["-m", "lib.door.passphrase_file"]]


def test_opened_to_the_network_it_asks_for_a_passphrase_first_and_tells_the_address_last(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    def popen(command: list[str], *, env: dict[str, str], **_: object) -> Server:
        assert commands == [["-m", "lib.door.lan"]]
        started.append((command, env))
        return Server()

    monkeypatch.setattr(subprocess, "Popen", popen)
    monkeypatch.setattr(start, "is_free", lambda _: True)

    assert start.main(["--lan", "--port", "9000", "--no-browser"]) == 0

    ((command, env),) = started
    assert "--server.address=0.0.0.0" in command
    assert env["FOLLOW_THROUGH_LAN"] == "1"
    assert commands[1:] == [["-m", "lib.door.lan", "9000"]]


def test_without_a_passphrase_it_is_not_opened_to_the_network(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(start, "is_free", lambda _: True)
    monkeypatch.setattr(start, "run_module", lambda *_: 1)
    monkeypatch.setattr(
        subprocess, "Popen", lambda *_, **__: pytest.fail("this would open the app")
    )

    assert start.main(["--lan"]) == 1


def test_a_plain_start_is_for_this_machine_alone_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]], opened: list[str]
) -> None:
    started: list[dict[str, str]] = []

    def popen(command: list[str], *, env: dict[str, str], **_: object) -> Server:
        assert "--server.address=127.0.0.1" in command
        started.append(env)
        return Server()

    monkeypatch.setenv("FOLLOW_THROUGH_LAN", "1")
    monkeypatch.setattr(subprocess, "Popen", popen)
    start.run_app(9000, open_browser=False)

    assert started[0]["FOLLOW_THROUGH_LAN"] == ""
    assert commands == []


@pytest.mark.parametrize(("status", "answered"), [(200, True), (403, True), (500, False)])
def test_a_server_that_asks_for_a_passphrase_has_answered(
    monkeypatch: pytest.MonkeyPatch, status: int, answered: bool
) -> None:
    class Caller:
        def __init__(self, *_: object, **__: object) -> None:
            self.status = status

        def request(self, *_: object) -> None: ...

        def getresponse(self) -> Caller:
            return self

        def close(self) -> None: ...

    monkeypatch.setattr(http.client, "HTTPConnection", Caller)
    monkeypatch.setattr(start, "TO_START", 0.05)

    assert start.answers(9000, cast("subprocess.Popen[bytes]", Server())) is answered


def test_the_lock_is_written_for_the_app_and_then_for_the_tests(
    machine: Machine,
) -> None:
    assert lock.main() == 0

    written = [command[command.index("--output-file") + 1] for command in machine.ran]
    assert written == ["requirements.txt", "requirements-dev.txt"]
    assert [command[-1] for command in machine.ran] == ["requirements.in", "requirements-dev.in"]
    assert all("--generate-hashes" in command for command in machine.ran)
