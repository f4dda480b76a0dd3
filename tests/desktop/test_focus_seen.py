"""Whoever goes by keys sees where they are: each control looks otherwise with the focus, in light and in dark."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.controls import DIALOGS, controls, dialogs, path_of
from tests.desktop.person import Person as Someone
from tracker.domain.records import Event

LEAST = 60  # pixels: a thin line around a small button


def unseen(part: QWidget) -> list[str]:
    """The controls that look the same with the focus as without."""
    part.window().activateWindow()
    return [path_of(one) for one in list(focusable(part)) if _difference(*_looks(one)) < LEAST]


def focusable(part: QWidget) -> Iterator[QWidget]:
    for one in controls(part):
        if one.isVisible() and one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield one


def _looks(one: QWidget) -> tuple[QImage, QImage]:
    """Without the focus and with it."""
    before = QApplication.focusWidget()
    if before is not None:
        before.clearFocus()
    without = one.grab().toImage()
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    now = QApplication.focusWidget()
    assert now is one or (now is not None and one.isAncestorOf(now)), path_of(one)
    return without, one.grab().toImage()


def _difference(one: QImage, other: QImage) -> int:
    if one.size() != other.size():
        return LEAST
    pixels = [np.frombuffer(image.constBits(), np.uint32).copy() for image in (one, other)]
    return int(np.count_nonzero(pixels[0] != pixels[1]))


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, person: Someone) -> Someone:
    person.window.settings.keep("theme", request.param)
    return person


def test_the_focus_is_seen_all_over_the_window(themed: Someone) -> None:
    themed.press("list_bars")
    themed.press("find")
    themed.work.message.say("Something happened", "Undo", bool)
    themed.work.selection.select(themed.record(Event, "Docking of Soyuz").id)
    QApplication.processEvents()
    assert len(list(focusable(themed.window))) > 40
    assert not unseen(themed.window)


def test_the_focus_is_seen_in_every_dialog(themed: Someone) -> None:
    for action in DIALOGS:
        themed.press(action)
        [dialog] = dialogs()
        QApplication.processEvents()
        assert list(focusable(dialog)), action
        assert not unseen(dialog), action
        dialog.close()


def test_a_control_that_does_not_show_it_would_be_found(person: Someone) -> None:
    person.work.tables.panel.head.columns.setStyleSheet("QToolButton:focus { border-color: transparent }")
    assert any("TableHead" in path for path in unseen(person.work.tables.panel.head))
