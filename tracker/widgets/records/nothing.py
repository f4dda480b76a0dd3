"""What stands where a record would, while none is selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tracker.i18n import _


def nothing_selected(parent: QWidget | None = None) -> QWidget:
    page = QWidget(parent)
    page.setProperty("role", "surface")
    text = QLabel(_("Select a row or a bar to see the record, what it is based on, and its history."), wordWrap=True)
    text.setProperty("role", "muted")
    text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(text)
    column.addStretch(1)
    return page
