"""One of several links: its name, what the person does there, and the ways to move or remove it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from tracker.i18n import _
from tracker.widgets.editors.base import tool_button
from tracker.widgets.editors.line import Line
from tracker.widgets.parts.hints import hint

_PADDING = 6  # around a flat button's text, its border included


class LinkRow(QWidget):
    """One link: its name, which leads to it, and what can be done with it."""

    go = Signal(object)
    up = Signal(object)
    removed = Signal(object)
    changed = Signal()

    def __init__(self, id: str, name: str, part: str | None) -> None:
        super().__init__()
        self.id, self.name = id, name
        self._name = QPushButton(name.replace("&", "&&"), flat=True)
        self._name.setAccessibleName(_("Go to {name}").format(name=name))
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name.setStyleSheet("text-align: left")
        self.part = None if part is None else self._part_line(part)
        self._up = tool_button("↑", _("Move {name} up").format(name=name), _("Move up"))
        self._remove = tool_button("×", _("Remove {name}").format(name=name), _("Remove"))
        self._arrange()

    def _part_line(self, part: str) -> Line:
        line = Line()
        line.setText(part)
        line.setCursorPosition(0)
        line.setAccessibleName(_("What {name} does").format(name=self.name))
        line.setPlaceholderText(_("role or job"))
        line.textEdited.connect(self.changed)
        return line

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._name, 1 if self.part is None else 2)
        if self.part is not None:
            row.addWidget(self.part, 1)
        room = self._up.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._up.setSizePolicy(room)
        row.addWidget(self._up)
        row.addWidget(self._remove)
        self._name.clicked.connect(self._on_go)
        self._up.clicked.connect(self._on_up)
        self._remove.clicked.connect(self._on_remove)

    def set_read_only(self, read_only: bool) -> None:
        self._up.setDisabled(read_only)
        self._remove.setDisabled(read_only)
        if self.part is not None:
            self.part.setReadOnly(read_only)

    def controls(self) -> list[QWidget]:
        """What can have the focus, from left to right."""
        return [w for w in (self._name, self.part, self._up, self._remove) if w is not None]

    def set_first(self, is_first: bool) -> None:
        self._up.setVisible(not is_first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self._name.width() - 2 * _PADDING
        shown = self.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room)
        self._name.setText(shown.replace("&", "&&"))
        hint(self._name, self.name if shown != self.name else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_go(self) -> None:
        self.go.emit(self)

    @Slot()
    def _on_up(self) -> None:
        self.up.emit(self)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)
