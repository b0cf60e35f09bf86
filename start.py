"""Sets up and runs Follow Through (`python3 start.py`), or its tests (`python3 start.py test`).

Standard library only. An old Python, from 3.6 on, has to read this file far enough to say that it
is too old: so no newer syntax, and no annotation above the check that it would fail at.
"""

import sys

OLDEST = (3, 11)


def old_python(version: "tuple[int, ...]") -> str:
    """Returns what to tell somebody whose Python is too old; "" if it is not."""
    if version >= OLDEST:
        return ""
    return (
        "Follow Through needs Python 3.11 or newer, and this is Python {}.{}: "
        "get a newer one from https://www.python.org/downloads/ and start with that."
    ).format(*version)


if old_python(sys.version_info[:3]):
    sys.exit(old_python(sys.version_info[:3]))

import argparse
import hashlib
import http.client
import importlib.util
import os
import re
import signal
import socket
import subprocess
import time
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
APP_NEEDS = (ROOT / "requirements.txt",)
TESTS_NEED = (ROOT / "requirements-dev.txt", *APP_NEEDS)
ADDRESS, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - for --lan alone, with a passphrase
FIRST_PORT, PORTS_TRIED, MOST_WORKERS = 8501, 50, 4
TO_START, TO_STOP, TO_FETCH = 60, 10, 300  # seconds
NO_NETWORK = re.compile("name resolution|to resolve|getaddrinfo|connection|unreachable|timed out")
NO_ROOM = re.compile("no space left|disk quota|not enough space")
OWN_WAY = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "--collect", "-s", "-h", "--help")


class StartError(Exception):
    """A trouble that the person can put right; the message says how, in one sentence."""


def main(arguments: list[str]) -> int:
    """Does what was asked; returns the exit code."""
    try:
        return _do(arguments)
    except StartError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error}: see to room and rights in this folder and start again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Start again to go on.", file=sys.stderr)
        return 130


def _do(arguments: list[str]) -> int:
    if arguments[:1] == ["test"]:
        prepare(*TESTS_NEED)
        return run_tests(arguments[1:])
    asked = read_arguments(arguments)
    if asked.what in ("setup", "lock"):
        prepare(*TESTS_NEED)
        return run_module(python_of(VENV), "tests.lock") if asked.what == "lock" else 0
    if asked.what == "passphrase":
        return run_module(sys.executable, "lib.door.passphrase_file")
    port = chosen_port(asked.port)
    prepare(*APP_NEEDS)
    if asked.lan and run_module(python_of(VENV), "lib.door.lan") != 0:
        return 1  # it has said why
    return run_app(port, open_browser=not asked.no_browser and has_screen(), lan=asked.lan)


def run_module(python: str | Path, module: str, *words: str) -> int:
    """Runs a module in this terminal; returns its exit code."""
    return subprocess.run([str(python), "-m", module, *words], cwd=ROOT, check=False).returncode


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    """Returns what was asked for, as `what`, `port` (None: any), `no_browser` and `lan`."""
    does = "run the app (the default) or the tests, set up, make a passphrase's line or the lock"
    port = "the port to use; else the first free one from 8501 on"
    lan = "open it to your phone as well, with a passphrase"
    after = "test takes what you would tell pytest: start.py test tests/domain -k friday"
    parser = argparse.ArgumentParser("start.py", description="Runs Follow Through.", epilog=after)
    whats = ["run", "test", "setup", "passphrase", "lock"]
    parser.add_argument("what", nargs="?", choices=whats, default="run", help=does)
    parser.add_argument("--port", type=_port, help=port)
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    parser.add_argument("--lan", action="store_true", help=lan)
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


def prepare(*files: Path, venv: Path = VENV) -> None:
    """Installs what the first file lists, if it changed; the others are those that it includes."""
    stamps: dict[Path, str] = {}
    for file in files:
        content = file.read_text(encoding="utf-8").encode()  # as text: line ends do not count
        stamps[venv / f"{file.name}.installed"] = hashlib.sha256(content).hexdigest()
    kept = {stamp: stamp.read_text() for stamp in stamps if stamp.is_file()}
    if python_of(venv).exists() and stamps == kept:
        return
    # No stamp may outlive what it stands for: if this is interrupted, the next start repeats it.
    for old in venv.glob("*.installed"):
        old.unlink()
    print("Setting up in .venv: a minute or two, and only this once ...", flush=True)
    make_environment(venv)
    install(files[0], venv)
    for stamp, digest in stamps.items():
        stamp.write_text(digest)


def python_of(venv: Path, system: str = os.name) -> Path:
    """Returns the path of the environment's own Python."""
    return venv / "Scripts" / "python.exe" if system == "nt" else venv / "bin" / "python"


def make_environment(venv: Path) -> None:
    """Makes the virtual environment, anew if what is there has no working pip."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            package = "python{}.{}-venv".format(*sys.version_info)
            remedy = f"install it (Debian, Ubuntu: sudo apt install {package}) and start again."
            raise StartError(f"This Python lacks its module {module}: {remedy}")
    if _heard([str(python_of(venv)), "-c", "import pip"]).returncode == 0:
        return
    made = _heard([sys.executable, "-m", "venv", "--clear", str(venv)])
    if made.returncode:
        why = f"could not be set up ({_last_line(made.stdout)}): see to room and rights in it"
        raise StartError(f"The folder .venv {why} and start again.")


def install(requirements: Path, venv: Path) -> None:
    """Installs what this file lists; what pip said is kept in a file beside the packages."""
    pip = [str(python_of(venv)), "-m", "pip", "install", "--quiet", "--no-input", "--retries", "2"]
    done = _heard([*pip, "--disable-pip-version-check", "-r", str(requirements)])
    (venv / "pip.log").write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        raise StartError(why_not_installed(done.stdout))


def why_not_installed(said: str) -> str:
    """Returns what pip's output means, with the remedy."""
    if NO_ROOM.search(said.lower()):
        return "The disk is full: make about 1 GB of room for the packages and start again."
    if NO_NETWORK.search(said.lower()):
        remedy = "check the network (or the proxy) and start again."
        return f"The packages could not be fetched: {remedy}"
    remedy = "see .venv/pip.log, remove the folder .venv and start again."
    return f"The packages could not be installed ({_last_line(said)}): {remedy}"


def chosen_port(asked: int | None) -> int:
    """Returns the port asked for, or the first free one."""
    ports = [asked] if asked else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    for port in ports:
        if is_free(port):
            return port
    if asked:
        raise StartError(f"Port {asked} is taken: ask for another, or leave out --port.")
    taken = f"The {PORTS_TRIED} ports from {FIRST_PORT} on are all taken"
    raise StartError(f"{taken}: choose one with --port.")


def is_free(port: int) -> bool:
    """True if nobody answers on this port and we may listen there."""
    with socket.socket() as caller:
        caller.settimeout(1)
        if caller.connect_ex((ADDRESS, port)) == 0:
            return False
    try:
        # Sets SO_REUSEADDR as the server does, and not on Windows, where it would share a port.
        socket.create_server((ADDRESS, port)).close()
    except OSError:
        return False
    return True


def app_command(port: int, venv: Path = VENV, *, address: str = ADDRESS) -> list[str]:
    """Returns the server's command; what is not in config.toml holds for the own machine only."""
    return [
        str(python_of(venv)),
        *("-m", "streamlit", "run", str(ROOT / "app.py")),
        f"--server.address={address}",
        f"--browser.serverAddress={ADDRESS}",
        f"--server.port={port}",
        "--server.headless=true",  # the browser is opened here, once, when the server answers
        "--server.fileWatcherType=none",
    ]


def run_app(port: int, *, open_browser: bool, lan: bool = False) -> int:
    """Runs the server until it ends or is told to; returns its exit code."""
    # With this the app lets in nobody from beyond the local network.
    env = {**os.environ, "FOLLOW_THROUGH_LAN": "1" if lan else ""}
    command = app_command(port, address=EVERYWHERE if lan else ADDRESS)
    server = subprocess.Popen(command, cwd=ROOT, env=env)
    try:
        if answers(port, server):
            address = f"http://{ADDRESS}:{port}"
            print(f"Follow Through is open at {address} - stop it with Ctrl+C.", flush=True)
            if lan:
                run_module(python_of(VENV), "lib.door.lan", str(port))
            if open_browser:
                webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        stop(server)
        print("\nFollow Through has stopped. Everything that was saved is safe.")
        return 0


def answers(port: int, server: subprocess.Popen[bytes]) -> bool:
    """Waits for the server's first answer; False if it ended or was silent for a minute."""
    latest = time.monotonic() + TO_START
    while server.poll() is None and time.monotonic() < latest:
        caller = http.client.HTTPConnection(ADDRESS, port, timeout=2)
        try:
            caller.request("GET", "/_stcore/health")
            if caller.getresponse().status in (200, 403):  # the second where a login is asked for
                return True
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            caller.close()
    return False


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ends the server, gently at first."""
    if os.name != "nt":  # there Ctrl+C has reached it already, and this would be harsh
        server.terminate()
    try:
        server.wait(TO_STOP)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def has_screen() -> bool:
    """False on a Linux machine without one, where a text browser would take the terminal over."""
    has_display = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    return has_display or not sys.platform.startswith("linux")


def run_tests(arguments: list[str]) -> int:
    """Runs pytest with these arguments; returns its exit code."""
    from tests import tools

    if tools.find_browser() is None:
        print("No Chromium, Chrome or Edge here: trying Playwright's own ...", flush=True)
        _heard([str(python_of(VENV)), "-m", "playwright", "install", "chromium"], TO_FETCH)
    words = [*side_by_side(arguments, os.cpu_count() or 1), *arguments]
    return run_module(python_of(VENV), "pytest", *words)


def side_by_side(arguments: list[str], cores: int) -> list[str]:
    """Returns what makes pytest use the cores; nothing where the person decides, or debugs."""
    if cores == 1 or any(one == "--co" or one.startswith(OWN_WAY) for one in arguments):
        return []
    # A file's tests share a server; the files begin in the order of tests/conftest.py.
    return ["-n", str(min(cores + 1, MOST_WORKERS)), "--dist", "loadfile", "--no-loadscope-reorder"]


def _heard(command: list[str], seconds: float | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command; all of its output is in `stdout`, or why it could not be run."""
    pipe, joined = subprocess.PIPE, subprocess.STDOUT
    try:
        return subprocess.run(
            command, stdout=pipe, stderr=joined, errors="replace", timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, stdout=str(error))


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2].strip() or "no reason given"


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being told to end is like Ctrl+C
    sys.exit(main(sys.argv[1:]))
