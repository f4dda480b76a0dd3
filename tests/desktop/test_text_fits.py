"""No text is cut off in a window of 1280 × 720, in Russian, and in a language that is 40 % longer than English."""

import re
from collections.abc import Callable, Iterator
from math import ceil
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.desktop.person import Person as Someone
from tracker import i18n
from tracker.domain.records import KINDS
from tracker.models.presets import BUILT_IN
from tracker.settings import Settings
from tracker.widgets.export.dialog import ExportDialog
from tracker.widgets.help.command_palette import CommandPalette
from tracker.widgets.help.dialogs import AboutDialog, KeysDialog
from tracker.widgets.help.pages import pages
from tracker.widgets.parts import style
from tracker.widgets.preferences.dialog import PreferencesDialog
from tracker.widgets.tables.chooser import ColumnChooser
from tracker.widgets.tables.paste import PasteDialog

MORE = 0.4
DIALOGS: dict[str, type[QDialog]] = {
    "export": ExportDialog,
    "preferences": PreferencesDialog,
    "keys": KeysDialog,
    "commands": CommandPalette,
    "about": AboutDialog,
}
"""By the actions that bring them up."""


class Longer:
    """A catalogue that makes every word longer by two fifths; places to fill in and marks stay."""

    def gettext(self, text: str) -> str:
        head, mark, text = text.rpartition("\x04")
        return head + mark + re.sub(r"\{[^}]*\}|%\(\w+\)[rs]|%[rs]|[^\W\d_]+", self._stretched, text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)

    def _stretched(self, word: re.Match[str]) -> str:
        text = word.group()
        return text + text[-1] * ceil(len(text) * MORE) if text.isalpha() else text


@pytest.fixture(params=["ru", "longer"])
def wordy(request: pytest.FixtureRequest, opened: Callable[..., Someone], qapp: QApplication) -> Iterator[Someone]:
    """Somebody before the open window, whose texts are long."""
    i18n.use("ru" if request.param == "ru" else "en")
    if request.param == "longer":
        i18n._catalogue = Longer()  # type: ignore[assignment]
    style.apply(qapp, style.palette_for("light"))
    person = opened()
    person.window.resize(1280, 720)
    person.work._columns.setSizes([960, 320])  # as narrow as the form can be made
    settle(person)
    yield person
    i18n.use("en")


def settle(person: Someone) -> None:
    for _turn in range(4):
        QApplication.processEvents()


def cut(root: QWidget) -> list[str]:
    """What a person sees only in part: the class and the text."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += [f"{type(widget).__name__}: {text}" for text in _cut(widget)]
    return found


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        if widget.text() and (_is_beside(widget) or _is_small(widget)):
            yield widget.text()
    elif isinstance(widget, QAbstractButton):
        is_small = width(widget, bare(widget.text())) > widget.width() and not _is_icon(widget)
        if is_small or _is_beside(widget):
            yield widget.text()
    elif isinstance(widget, QTabBar):
        tabs = range(widget.count())
        if widget.tabRect(tabs[-1]).right() > widget.width():
            yield ", ".join(widget.tabText(tab) for tab in tabs)
    elif isinstance(widget, QComboBox):
        if _is_beside(widget) or width(widget, widget.currentText()) > _room(widget):
            yield widget.currentText()
    elif isinstance(widget, QHeaderView):
        yield from _heads(widget)
    elif isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), QComboBox):
        shown = widget.placeholderText() if not isinstance(widget.parentWidget(), QAbstractSpinBox) else widget.text()
        if _is_beside(widget) or width(widget, shown) > widget.width() - 4:
            yield shown or widget.text()


def width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _is_icon(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and not button.icon().isNull() and button.toolButtonStyle() == icon_only


def bare(text: str) -> str:
    """Without the mark of a letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _is_beside(widget: QWidget) -> bool:
    """Whether part of it lies to the left or right of what can be seen."""
    seen = widget.visibleRegion().boundingRect()
    return seen.width() < widget.width()


def _is_small(label: QLabel) -> bool:
    """Whether the words need more room than the label has, wrapped or not. One that shortens says all in its tip."""
    if label.toolTip() and "…" in label.text():
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return label.sizeHint().width() > label.width()


def _room(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def _heads(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        if not header.isSectionHidden(section):
            text = header.model().headerData(section, header.orientation())
            if text and header.sectionSize(section) < header.sectionSizeFromContents(section).width():
                yield str(text)


def test_the_window_in_every_table_and_form(wordy: Someone) -> None:
    for name in wordy.work.tables.names:
        panel = wordy.look_at(name)
        wordy.work.selection.select(panel.table.id_at(0))
        settle(wordy)
        assert cut(wordy.window) == [], name


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "claim"])
def test_the_form_of_a_new_record(wordy: Someone, kind: str) -> None:
    wordy.work.inspector.show_new(kind)
    settle(wordy)
    assert cut(wordy.work.inspector) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog(wordy: Someone, name: str) -> None:
    wordy.press(name)
    settle(wordy)
    [dialog] = wordy.window.findChildren(DIALOGS[name])
    assert cut(dialog) == []
    assert dialog.width() <= 1280
    assert dialog.height() <= 720
    dialog.close()


@pytest.mark.parametrize("preset", [preset.name for preset in BUILT_IN])
def test_the_export_studio_with_every_preset(wordy: Someone, preset: str) -> None:
    wordy.press("export")
    [dialog] = wordy.window.findChildren(ExportDialog)
    dialog.presets.box.setCurrentIndex(dialog.presets.box.findData(preset))
    dialog.presets.box.activated.emit(dialog.presets.box.currentIndex())
    wordy.qtbot.waitUntil(lambda: not dialog.preview.is_busy)
    settle(wordy)
    assert cut(dialog) == []
    dialog.close()


def test_the_preview_of_a_paste(wordy: Someone) -> None:
    panel = wordy.look_at("people")
    wordy.go(0, "name")
    columns = [panel.table.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert all(columns)
    QGuiApplication.clipboard().setText("Yulia\tsoon\tsoon\nKlim\tsoon\tsoon")
    wordy.press("paste")
    settle(wordy)
    [dialog] = wordy.window.findChildren(PasteDialog)
    assert dialog.plan.wrong
    assert cut(dialog) == []
    dialog.close()


def test_every_page_of_the_help(wordy: Someone) -> None:
    for page in pages():
        wordy.window.guide._show(page.name)
        settle(wordy)
        help = wordy.window.guide.window
        assert help is not None
        assert cut(help) == []
        assert help.browser.horizontalScrollBar().maximum() == 0, page.name


def test_menus_have_room_on_the_screen(wordy: Someone) -> None:
    menus = [menu for menu in wordy.window.findChildren(QMenu) if menu.actions()]
    assert len(menus) > 10
    for menu in menus:
        assert menu.sizeHint().width() <= 800, menu.title()
        assert menu.sizeHint().height() <= 680, menu.title()


def test_the_choice_of_columns(wordy: Someone) -> None:
    wordy.look_at("events")
    wordy.press("columns")
    settle(wordy)
    [dialog] = wordy.window.findChildren(ColumnChooser)
    assert cut(dialog) == []
    dialog.close()


def test_what_is_cut_is_found(wordy: Any) -> None:
    """The check itself can fail."""
    dialog = QDialog(wordy.window)
    label = QLabel("Quite a long sentence that has no room", dialog)
    label.resize(40, 20)
    dialog.resize(200, 100)
    dialog.show()
    settle(wordy)
    assert cut(dialog) == ["QLabel: Quite a long sentence that has no room"]
    dialog.close()
    assert Settings().language == "system"
