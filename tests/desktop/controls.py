"""The controls of a window and its dialogs, for what must be true of each."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QWidget

DIALOGS = ("preferences", "help", "keys", "commands", "whats_new", "about", "export", "columns", "save_view")


def controls(part: QWidget) -> Iterator[QWidget]:
    """What can have the keys, and every button; without what Qt puts into its own controls."""
    for one in part.findChildren(QWidget):
        is_inside = isinstance(one.parentWidget(), QLineEdit) or one.objectName().startswith("qt_")
        is_editor = isinstance(one, QLineEdit) and isinstance(one.parentWidget(), QComboBox)
        is_popup = bool(one.window().windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup)
        if is_inside or is_editor or is_popup or one.focusProxy() is not None:
            continue
        if one.isVisibleTo(part) and (one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton)):
            yield one


def path_of(one: QWidget) -> str:
    names = []
    above: QWidget | None = one
    while above is not None:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(names[:5])


def dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
