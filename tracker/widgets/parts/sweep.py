"""Work over very many things in slices, between what the window has to do: it never stands still meanwhile.

For what must not leave the window's thread, as all that reads the book; the rest goes to `background`.
"""

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

Steps = Generator[float, None, Any]
"""Yields how much of it is done, and gives back what came of it."""

FIRST, SLICE = 0.1, 0.03  # seconds: what is done within the first is done at once, and nobody sees that it was work


def nothing() -> Steps:
    """No work at all."""
    yield from ()


class Sweep(QObject):
    """One piece of work at a time; what is asked for meanwhile takes its place.

    `moved` tells how far it is, once it takes long; `left` that it is over, done or not.
    """

    moved = Signal(float)
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._then: Callable[[Any], None] | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)

    @property
    def is_busy(self) -> bool:
        return self._steps is not None

    def ask(self, steps: Steps, then: Callable[[Any], None]) -> None:
        """Does the work; `then` is given what came of it, at once where there is little of it."""
        self.cancel()
        self._steps, self._then = steps, then
        self._go_on(FIRST)

    @Slot()
    def cancel(self) -> None:
        """Leaves it where it is."""
        if self._steps is not None:
            self._end()

    @Slot()
    def _on_turn(self) -> None:
        if self._steps is not None:
            self._go_on(SLICE)

    def _go_on(self, seconds: float) -> None:
        steps, until = self._steps, perf_counter() + seconds
        assert steps is not None
        try:
            share = next(steps)
            while perf_counter() < until:
                share = next(steps)
        except StopIteration as done:
            then = self._then
            self._end()
            assert then is not None
            then(done.value)
        except BaseException:
            self._end()
            raise
        else:
            self.moved.emit(share)
            self._turn.start()

    def _end(self) -> None:
        self._steps = self._then = None
        self._turn.stop()
        self.left.emit()
