"""A step from bar to bar by keys while a screen reader listens, with all of a thousand and of a hundred thousand bars
in view: what is painted and what is told.
"""

import os
from collections.abc import Callable

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.timeline import HEIGHT, WIDTH, cpu, made
from tracker.palette import LIGHT
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.speech.reader import SETTLED

TURNS = 25
KEYS = {"along the lane": Qt.Key.Key_Right, "in time": Qt.Key.Key_Period, "from lane to lane": Qt.Key.Key_J}


def main() -> None:
    application = QApplication.instance() or QApplication([])
    QAccessible.setActive(True)
    few, many = shown(1_000), shown(100_000)
    for name, key in KEYS.items():
        of_few, of_many = cpu(stepping(few, key), TURNS), cpu(stepping(many, key), TURNS)
        print(f"walking {name}: {of_many:.1f} ms (aim: 50), {of_many / of_few:.2f} of a thousand bars (aim: 2)")
    for view in (few, many):
        view.close()
        view.deleteLater()
    QAccessible.setActive(False)
    del application


def shown(count: int) -> TimelineView:
    """All of so many bars, with the keys."""
    view = TimelineView(LIGHT)
    view.resize(WIDTH, HEIGHT)
    view.show_plan(made(count))
    view.show()
    view.activateWindow()
    view.canvas.setFocus()
    view.sight.fit_all()
    QTest.qWait(10 * SETTLED)
    return view


def stepping(view: TimelineView, key: Qt.Key) -> Callable[[int], object]:
    """A step, and time for all that it leads to: waiting costs no CPU."""
    view.activateWindow()

    def step(turn: int) -> None:
        QTest.keyClick(view.canvas, key)
        QTest.qWait(3 * SETTLED)

    return step


if __name__ == "__main__":
    main()
