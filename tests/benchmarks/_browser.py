"""A page in headless Chromium, spoken to over its debugging pipe: nothing to install and no port."""

import fcntl
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
    "--hide-scrollbars",
]

STARTER = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""


class Page:
    """One page, whose script and figures can be asked for."""

    def __init__(self, reader: int, writer: int, url: str) -> None:
        self._reader, self._writer = os.fdopen(reader, "rb", buffering=0), writer
        self._number, self._rest, self._session = 0, b"", ""
        target = self.ask("Target.createTarget", url=url)["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Performance.enable", timeDomain="threadTicks")

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """The answer to one call. RuntimeError if Chromium refuses it."""
        self._number += 1
        call: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        message = call | ({"sessionId": self._session} if self._session else {})
        os.write(self._writer, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            pass  # events that nobody asked for
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def run(self, script: str) -> Any:
        """What a script comes to, once its promise is kept."""
        found = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise RuntimeError(str(found["exceptionDetails"]))
        return found["result"].get("value")

    @property
    def worked(self) -> float:
        """Seconds of CPU that the page's main thread has used for its tasks."""
        metrics = self.ask("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            self._rest += self._reader.read(1 << 20) or self._ended()
        message, __, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))

    def _ended(self) -> bytes:
        raise RuntimeError("Chromium ended by itself")


@contextmanager
def page(path: Path, size: tuple[int, int]) -> Iterator[Page]:
    """A file as a page of that size, shown once it is loaded."""
    (to_it, mine), (from_it, its) = os.pipe(), os.pipe()
    far = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_it, its)]  # clear of 3 and 4, which Chromium wants
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        first = [sys.executable, "-c", STARTER, *map(str, far)]
        chromium = ["chromium", *FLAGS, f"--user-data-dir={folder}", "--window-size={},{}".format(*size), "about:blank"]
        with subprocess.Popen([*first, *chromium], stderr=subprocess.DEVNULL, pass_fds=far) as process:
            for end in (to_it, its, *far):
                os.close(end)
            try:
                yield Page(from_it, mine, path.as_uri())
            finally:
                process.terminate()
                os.close(mine)
