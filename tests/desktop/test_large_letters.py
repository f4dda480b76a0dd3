"""The size of the system's letters is respected: at 14 points nothing of the window is cut in 1280 × 720."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from tests.desktop.person import Person as Someone
from tests.desktop.test_text_fits import DIALOGS, cut, settle
from tracker import i18n
from tracker.timeline.drawing.style import TEXT
from tracker.widgets.parts import style

POINTS = 14


@pytest.fixture(params=["en", "ru"])
def large(request: pytest.FixtureRequest, opened: Callable[..., Someone], qapp: QApplication) -> Iterator[Someone]:
    """Somebody before the open window, whose system has large letters."""
    usual, font = qapp.font(), qapp.font()
    font.setPointSize(POINTS)
    qapp.setFont(font)
    i18n.use(request.param)
    style.apply(qapp, style.palette_for("light"))
    person = opened()
    person.window.resize(1280, 720)
    settle(person)
    yield person
    i18n.use("en")
    qapp.setFont(usual)


def test_nothing_of_the_window_is_cut(large: Someone) -> None:
    assert large.window.minimumSizeHint().width() <= 1280
    assert large.window.minimumSizeHint().height() <= 720
    for name in ("events", "people"):
        panel = large.look_at(name)
        large.work.selection.select(panel.table.id_at(0))
        settle(large)
        assert cut(large.window) == [], name
        buttons = [one for one in large.window.findChildren(QPushButton) if one.isVisible()]
        assert [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()] == []
        assert panel.view.rowHeight(0) >= panel.view.fontMetrics().height()


def test_menus_and_dialogs_have_room_on_the_screen(large: Someone) -> None:
    for menu in large.window.findChildren(QMenu):
        assert menu.sizeHint().height() <= 700, menu.title()
        assert menu.sizeHint().width() <= 1280, menu.title()
    for name in DIALOGS:
        large.press(name)
        settle(large)
        [dialog] = large.window.findChildren(DIALOGS[name])
        assert cut(dialog) == [], name
        assert dialog.width() <= 1280
        assert dialog.height() <= 720
        dialog.close()
        settle(large)


def test_letters_have_the_size_of_the_system_and_headings_are_larger(large: Someone) -> None:
    large.work.selection.select(large.look_at("people").table.id_at(0))
    settle(large)
    labels = [one for one in large.work.inspector.findChildren(QLabel) if one.isVisible() and one.text()]
    sizes = {str(one.property("role") or ""): QFontInfo(one.font()).pointSizeF() for one in labels}
    assert sizes["heading"] == pytest.approx(POINTS * style.HEADING, abs=0.6)
    assert sizes["muted"] == pytest.approx(POINTS, abs=0.6)


def test_the_timeline_has_letters_of_that_size_and_room_for_them(large: Someone, qapp: QApplication) -> None:
    sight = large.work.timeline.view.sight
    pixels = round(QFontInfo(qapp.font()).pixelSize())
    assert sight.frame.text == sight.style.plain.font.pixelSize() == pixels > TEXT
    assert sight.frame.axis_row > sight.style.bold.metrics.height()
    assert sight.frame.row_height > sight.row_height
