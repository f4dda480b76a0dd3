"""The program on a screen and a bus of its own, and somebody outside who sees it through accessibility alone."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"  # pyatspi comes with the system, not with pip
FOLDER = Path(__file__).parent
PATIENCE = 10  # seconds


class Outside:
    """Asks the client one thing after another; an error there is one here."""

    def __init__(self, client: "subprocess.Popen[str]") -> None:
        self._client = client

    def ask(self, what: str, *words: Any) -> Any:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps({"do": what, "with": words}) + "\n")
        self._client.stdin.flush()
        answer = json.loads(self._client.stdout.readline())
        assert "done" in answer, answer
        return answer["done"]


def lacking() -> str:
    """What this machine lacks to have a screen reader on it; empty if nothing."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is Linux's"
    missing = [name for name in ("Xvfb", "dbus-daemon", "openbox") if shutil.which(name) is None]
    call = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    if missing:
        return f"{', '.join(missing)} not installed"
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(call, capture_output=True, check=False).returncode:
        return "python3-pyatspi not installed"
    return ""


@pytest.fixture
def outside(user_folders: Path, tmp_path: Path) -> Iterator[Outside]:
    """Somebody outside, once the program's window is complete."""
    reason = lacking()
    if reason:
        pytest.skip(reason)
    with ExitStack() as stack:
        screen = _screen(stack)
        settings = screen | _bus(stack, screen)
        _started(stack, ["openbox"], settings)
        program = [sys.executable, "-m", "tracker"]
        _started(stack, program, settings, log=tmp_path / "program.txt")
        client = _started(stack, [SYSTEM_PYTHON, str(FOLDER / "outside.py")], settings, log=tmp_path / "client.txt")
        found = Outside(client)
        found.ask("open", "mission-tracker")
        yield found
    said = (tmp_path / "program.txt").read_text()
    assert "Traceback" not in said, said


def _screen(stack: ExitStack) -> dict[str, str]:
    reading, writing = os.pipe()
    call = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    _started(stack, call, {}, passed=(writing,))
    os.close(writing)
    with os.fdopen(reading) as said:
        return {"DISPLAY": f":{said.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}


def _bus(stack: ExitStack, screen: dict[str, str]) -> dict[str, str]:
    """What it starts must know the screen: keys that a client sends go there."""
    bus = _started(stack, ["dbus-daemon", "--session", "--nofork", "--print-address"], screen)
    assert bus.stdout is not None
    return {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


def _started(
    stack: ExitStack, call: list[str], settings: dict[str, str], log: Path | None = None, passed: tuple[int, ...] = ()
) -> "subprocess.Popen[str]":
    """A process that is ended, and waited for, when the test is over."""
    said = stack.enter_context(log.open("w")) if log else subprocess.DEVNULL
    process = subprocess.Popen(
        call,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said,
        text=True,
        env=os.environ | settings,
        pass_fds=passed,
    )
    stack.callback(_end, process)
    return process


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
