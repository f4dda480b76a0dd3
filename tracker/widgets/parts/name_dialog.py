"""The small dialog that asks what something shall be called."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

_WIDTH = 400  # a title of the window and a name are read whole


def ask_for_name(parent: QWidget, title: str, label: str, text: str, then: Callable[[str], None]) -> None:
    """`text` is what it would be called if nobody minds; `then` is given the answer, if there is one."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    dialog.resize(_WIDTH, dialog.sizeHint().height())
    dialog.textValueSelected.connect(then)
    dialog.open()
