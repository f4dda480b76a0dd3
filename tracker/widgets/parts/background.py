"""Work beside the window, in a thread of its own, which never touches a widget and is waited for at the end."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from tracker.domain.progress import Progress

Job = Callable[[Progress], Any]


class Cancelled(Exception):
    """Nobody waits for the work any more."""


class Background(QObject):
    """One job at a time; of the jobs that are asked for meanwhile only the last one is done.

    `done` brings what a job gave, `failed` the sentence of a ValueError or OSError, `moved` how far it is.
    A plain pool and no QThread: Python itself waits for its threads before Qt is taken down, also where a
    program just ends. Has no parent, so that it outlives its dialog as long as the thread still speaks.
    """

    done = Signal(object)
    failed = Signal(str)
    moved = Signal(float)
    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="picture")
        self._running: Job | None = None
        self._next: Job | None = None
        self._is_cancelled = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def ask(self, job: Job) -> None:
        """Does a job, instead of the one under way."""
        self._next = job
        self.cancel()
        self._start()

    def cancel(self) -> None:
        """Asks the job under way to stop; it will neither be done nor fail."""
        self._is_cancelled = True

    def stop(self) -> None:
        """Ends for good, and waits until the thread has."""
        self._next = None
        self.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        if self._running is None and self._next is not None:
            self._running, self._next = self._next, None
            self._is_cancelled = False
            self._pool.submit(self._running, self._report).add_done_callback(self._ended.emit)

    def _report(self, share: float) -> None:
        """Called by the job, in its thread."""
        if self._is_cancelled:
            raise Cancelled
        self.moved.emit(share)

    @Slot(object)
    def _on_ended(self, future: "Future[Any]") -> None:
        self._running = None
        was_cancelled = self._is_cancelled
        self._start()
        error = future.exception()
        if was_cancelled or isinstance(error, Cancelled):
            return
        if isinstance(error, ValueError | OSError):
            self.failed.emit(str(error))
        elif error is not None:
            raise error
        else:
            self.done.emit(future.result())
