"""A virtual screen whose pixels can be read, and how long a program takes until what it shows there stays still."""

import os
import subprocess
import tempfile
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

SIZE = (1280, 800)
STILL = 1.5  # seconds without a changed pixel and without work: then a program is done
TICK = 0.02
LONGEST = 600.0


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds from the start of the process until the last pixel changed; what it cost until it was at rest: seconds
    of CPU, and the most memory it had, in MiB.
    """

    wall: float
    cpu: float
    memory: float


class Screen:
    """`shown` is a number that changes with any pixel."""

    def __init__(self, variables: dict[str, str], pixels: Path) -> None:
        self._variables, self._pixels = variables, pixels

    @property
    def shown(self) -> int:
        return zlib.adler32(self._pixels.read_bytes())

    def picture(self) -> bytes:
        """What is shown, as an XWD file."""
        return self._pixels.read_bytes()

    def opened(self, command: list[str], environment: Mapping[str, str], picture: Path | None = None) -> Opened:
        """Starts a program, waits until it has drawn and is at rest, and ends it."""
        empty = self.shown
        begun = time.monotonic()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command, env={**environment, **self._variables}, **quiet) as process:  # type: ignore[call-overload]
            try:
                done = self._wait(process, empty, begun)
                if picture is not None:
                    picture.write_bytes(self.picture())
            finally:
                process.terminate()
        self._wait_until_empty(empty)
        return done

    def _wait(self, process: "subprocess.Popen[bytes]", empty: int, begun: float) -> Opened:
        shown, cpu, drawn, last = empty, 0.0, begun, begun
        while last - begun < LONGEST:
            time.sleep(TICK)
            if process.poll() is not None:
                raise RuntimeError(f"{process.args!r} ended by itself")
            before, shown, worked, cpu, now = shown, self.shown, cpu, _cpu(process.pid), time.monotonic()
            drawn = now if shown != before else drawn
            last = now if (shown, cpu) != (before, worked) or shown == empty else last
            if now - last > STILL:
                return Opened(drawn - begun, cpu, _memory(process.pid))
        raise RuntimeError(f"{process.args!r} is not still after {LONGEST:.0f} s")

    def _wait_until_empty(self, empty: int) -> None:
        while self.shown != empty:
            time.sleep(TICK)


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen and a session bus of our own. FileNotFoundError where Xvfb or dbus-daemon is not installed."""
    with tempfile.TemporaryDirectory() as folder, _bus(folder) as bus:
        reader, writer = os.pipe()
        geometry = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", geometry, "-fbdir", folder, "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
            os.close(writer)
            with os.fdopen(reader) as answer:
                number = answer.readline().strip()
            try:
                yield Screen({"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": bus}, Path(folder) / "Xvfb_screen0")
            finally:
                server.terminate()


@contextmanager
def _bus(folder: str) -> Iterator[str]:
    """The address of a session bus: some programs do not start without one."""
    address = f"unix:path={folder}/bus"
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            yield address
        finally:
            server.terminate()


def missing(*programs: str) -> list[str]:
    """Those that are not installed."""
    return [program for program in programs if which(program) is None]


def _cpu(pid: int) -> float:
    """Seconds that a process and its children have worked."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
