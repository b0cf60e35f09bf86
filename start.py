"""Sets everything up and runs Follow Through, or its tests: `python3 start.py`, `python3 start.py test`.

Standard library only. An old Python, from 3.6 on, has to read this file far enough to say that it is too old:
so no syntax from later than that, and no annotation above the check that it would stumble over.
"""

import sys

OLDEST = (3, 11)


def old_python(version: "tuple[int, ...]") -> str:
    """What to tell somebody whose Python is too old; nothing if it is not."""
    if version >= OLDEST:
        return ""
    return (
        "Follow Through needs Python 3.11 or newer, and this is Python {}.{}: "
        "get a newer one from https://www.python.org/downloads/ and start with that."
    ).format(*version)


if old_python(sys.version_info[:3]):
    sys.exit(old_python(sys.version_info[:3]))

import argparse  # noqa: E402 - the version comes first
import hashlib  # noqa: E402
import http.client  # noqa: E402
import importlib.util  # noqa: E402
import os  # noqa: E402
import signal  # noqa: E402
import socket  # noqa: E402
import subprocess  # noqa: E402
import time  # noqa: E402
import webbrowser  # noqa: E402
from pathlib import Path  # noqa: E402

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
APP_NEEDS = (ROOT / "requirements.txt",)
TESTS_NEED = (ROOT / "requirements-dev.txt", *APP_NEEDS)
ADDRESS, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - --lan asks for it, and then the door asks
FIRST_PORT, PORTS_TRIED, MOST_WORKERS = 8501, 50, 4
TO_START, TO_STOP, TO_FETCH_A_BROWSER = 60, 10, 300  # seconds
ANSWERS = (
    http.client.OK,
    http.client.FORBIDDEN,
)  # the second where the door asks for a passphrase first
NO_NETWORK = (
    "name resolution",
    "to resolve",
    "getaddrinfo",
    "connection",
    "unreachable",
    "timed out",
)
OWN_WAY = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "--co", "-s", "-h", "--help")
NO_ROOM = ("no space left", "disk quota", "not enough space")


class StartError(Exception):
    """Something that the person can put right; the message says what and how, in one sentence."""


def main(arguments: list[str]) -> int:
    """Does what was asked; the exit code."""
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
    if asked.what == "setup":
        prepare(*TESTS_NEED)
        return 0
    if asked.what == "passphrase":
        return at_the_door(sys.executable, "lib.door.passphrase_file")
    port = chosen_port(asked.port)
    prepare(*APP_NEEDS)
    if asked.lan and at_the_door(python_of(VENV), "lib.door.lan") != 0:
        return 1  # it has said why
    return run_app(port, open_browser=not asked.no_browser and has_screen(), lan=asked.lan)


def at_the_door(python: str | Path, module: str, *words: str) -> int:
    """Has the app's own door ask or tell something in this terminal; the exit code."""
    return subprocess.run([str(python), "-m", module, *words], cwd=ROOT, check=False).returncode


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    """What was asked for, as `what`, `port` (None: any), `no_browser` and `lan`."""
    does = "run the app (as if nothing was said), run the tests, only set up, or make a passphrase's line"
    after = "test takes what you would tell pytest: start.py test tests/domain -k friday"
    parser = argparse.ArgumentParser(
        prog="start.py", description="Runs Follow Through.", epilog=after
    )
    whats = ["run", "test", "setup", "passphrase"]
    parser.add_argument("what", nargs="?", choices=whats, default="run", help=does)
    parser.add_argument(
        "--port", type=_port, help="the port to use; else the first free one from 8501 on"
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    parser.add_argument(
        "--lan", action="store_true", help="open it to your phone as well, with a passphrase"
    )
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


def prepare(*files: Path, venv: Path = VENV) -> None:
    """Makes the environment hold what the first file lists; the others are those that it includes."""
    stamps = {venv / f"{file.name}.installed": digest_of(file) for file in files}
    if python_of(venv).exists() and stamps == {
        one: one.read_text() for one in stamps if one.is_file()
    }:
        return
    # No stamp may outlive what it vouches for: if this is interrupted, the next start does it again.
    for old in venv.glob("*.installed"):
        old.unlink()
    print("Setting up in .venv: a minute or two, and only this once ...", flush=True)
    make_environment(venv)
    install(files[0], venv)
    for stamp, digest in stamps.items():
        stamp.write_text(digest)


def digest_of(file: Path) -> str:
    """A fingerprint of what is to be installed, whatever the line ends."""
    return hashlib.sha256(file.read_text(encoding="utf-8").encode()).hexdigest()


def python_of(venv: Path, system: str = os.name) -> Path:
    """The environment's own Python."""
    return venv / "Scripts" / "python.exe" if system == "nt" else venv / "bin" / "python"


def make_environment(venv: Path) -> None:
    """Makes the virtual environment, anew if what is there has no working pip."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            package = "python{}.{}-venv".format(*sys.version_info)
            remedy = f"install it (Debian, Ubuntu: sudo apt install {package}) and start again."
            raise StartError(f"This Python lacks its module {module}: {remedy}")
    if _runs([str(python_of(venv)), "-c", "import pip"]):
        return
    made = _heard([sys.executable, "-m", "venv", "--clear", str(venv)])
    if made.returncode:
        remedy = "see to room and rights in that folder and start again."
        raise StartError(
            f"The folder .venv could not be set up ({_last_line(made.stdout)}): {remedy}"
        )


def install(requirements: Path, venv: Path) -> None:
    """Installs what this file lists; what pip said is kept in a file beside the packages."""
    pip = [str(python_of(venv)), "-m", "pip", "install", "--quiet", "--no-input", "--retries", "2"]
    done = _heard([*pip, "--disable-pip-version-check", "-r", str(requirements)])
    (venv / "pip.log").write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        raise StartError(why_not_installed(done.stdout))


def why_not_installed(said: str) -> str:
    """What pip's words come down to, with the remedy."""
    lowered = said.lower()
    if any(words in lowered for words in NO_ROOM):
        return "The disk is full: make about 1 GB of room for the packages and start again."
    if any(words in lowered for words in NO_NETWORK):
        return (
            "The packages could not be fetched: check the network (or the proxy) and start again."
        )
    remedy = "see .venv/pip.log, remove the folder .venv and start again."
    return f"The packages could not be installed ({_last_line(said)}): {remedy}"


def chosen_port(asked: int | None) -> int:
    """The port asked for, or the first free one."""
    if asked is not None and not is_free(asked):
        raise StartError(
            f"Port {asked} is taken: ask for another, or leave --port out and one is found."
        )
    for port in [asked] if asked else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if is_free(port):
            return port
    raise StartError(
        f"The {PORTS_TRIED} ports from {FIRST_PORT} on are all taken: choose one with --port."
    )


def is_free(port: int) -> bool:
    """True if nobody answers on this port and we may listen there."""
    with socket.socket() as caller:
        caller.settimeout(1)
        if caller.connect_ex((ADDRESS, port)) == 0:
            return False
    with socket.socket() as listener:
        # As the server does: a port left a moment ago is free (on Windows this would share one in use).
        if os.name != "nt":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def app_command(port: int, venv: Path = VENV, *, address: str = ADDRESS) -> list[str]:
    """The server's command line; what is here and not in config.toml holds for the own machine only."""
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
    """Runs the server until it ends or is told to; its exit code."""
    env = {
        **os.environ,
        "FOLLOW_THROUGH_LAN": "1" if lan else "",
    }  # the door heeds the local network alone
    server = subprocess.Popen(
        app_command(port, address=EVERYWHERE if lan else ADDRESS), cwd=ROOT, env=env
    )
    try:
        if answers(port, server):
            address = f"http://{ADDRESS}:{port}"
            print(f"Follow Through is open at {address} - stop it with Ctrl+C.", flush=True)
            if lan:
                at_the_door(python_of(VENV), "lib.door.lan", str(port))
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
            if caller.getresponse().status in ANSWERS:
                return True
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            caller.close()
    return False


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ends the server, gently at first; on Windows Ctrl+C has reached it already, and this would be harsh."""
    if os.name != "nt":
        server.terminate()
    try:
        server.wait(TO_STOP)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def has_screen() -> bool:
    """False on a Linux machine without one, where a text browser would take the terminal over."""
    return not sys.platform.startswith("linux") or bool(
        {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    )


def run_tests(arguments: list[str]) -> int:
    """Runs pytest with these arguments; its exit code."""
    from tests import tools

    if tools.find_browser() is None:
        print(
            "No Chromium, Chrome or Edge on this machine: trying Playwright's own ...", flush=True
        )
        _runs([str(python_of(VENV)), "-m", "playwright", "install", "chromium"], TO_FETCH_A_BROWSER)
    pytest = [str(python_of(VENV)), "-m", "pytest", *side_by_side(arguments, os.cpu_count() or 1)]
    return subprocess.run([*pytest, *arguments], cwd=ROOT, check=False).returncode


def side_by_side(arguments: list[str], cores: int) -> list[str]:
    """What makes pytest use the machine's cores; nothing where the person decides that, or debugs."""
    if cores == 1 or any(argument.startswith(OWN_WAY) for argument in arguments):
        return []
    # A file's tests share a server; the files begin in the order of tests/conftest.py, the slowest first.
    return ["-n", str(min(cores + 1, MOST_WORKERS)), "--dist", "loadfile", "--no-loadscope-reorder"]


def _runs(command: list[str], seconds: float | None = None) -> bool:
    """True if this could be run and ended well."""
    try:
        return _heard(command, seconds).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _heard(command: list[str], seconds: float | None = None) -> subprocess.CompletedProcess[str]:
    """Runs this; all that it said is in `stdout`."""
    pipe, joined = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(
        command, stdout=pipe, stderr=joined, errors="replace", timeout=seconds, check=False
    )


def _last_line(text: str) -> str:
    return next(
        (line.strip() for line in reversed(text.splitlines()) if line.strip()), "no reason given"
    )


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being told to end is like Ctrl+C
    sys.exit(main(sys.argv[1:]))
