"""Calls into Qt leave Python's own objects alone.

PySide6 6.12.0 on Python 3.11 dropped a reference to None in every call that returns
None; after a few hundred frames the interpreter aborted, in no test of its own. Whoever
changes the pinned version learns it here.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 1000
# The test itself holds a few more or fewer while it runs; a fault costs one a call.
SLACK = 50


def lost(constant: object, call: Callable[[], object]) -> int:
    """How many references to `constant` went away over so many calls."""
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(constant)


def plain_calls() -> list[Callable[[], object]]:
    thing = QObject()
    return [
        lambda: thing.setObjectName("name"),
        lambda: thing.setProperty("flag", True),
        lambda: thing.blockSignals(True),
        thing.parent,
        thing.signalsBlocked,
    ]


def widget_calls() -> list[Callable[[], object]]:
    widget = QWidget()
    return [widget.update, widget.isEnabled, widget.layout, lambda: widget.setEnabled(True)]


def paint_calls() -> list[Callable[[], object]]:
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    return [lambda: _paint(image), lambda: image.fill(0)]


def _paint(image: QImage) -> None:
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 0, 4, 4), QColor("red"))
    painter.end()


@pytest.mark.parametrize("constant", [None, True], ids=str)
@pytest.mark.parametrize("calls", [plain_calls, widget_calls, paint_calls])
def test_no_reference_is_dropped(
    qtbot: QtBot, constant: object, calls: Callable[[], list[Callable[[], object]]]
) -> None:
    # From 3.12 on these two are immortal: their count stands still, and none is lost.
    assert [lost(constant, call) < SLACK for call in calls()] == [True] * len(calls())


class Painted(QWidget):
    """Python called from Qt is where the fault was met first."""

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.drawLine(0, 0, 5, 5)
        painter.end()


def test_no_reference_is_dropped_while_painting(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    assert lost(None, widget.repaint) < SLACK
