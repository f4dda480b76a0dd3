"""What all fields of options have in common."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.i18n import _
from tracker.timeline.pictures.option import Option


class Field(QWidget):
    """What is chosen for one option. `value` raises ValueError with a sentence for what is not understood."""

    changed = Signal()

    def __init__(self, option: Option, control: QWidget) -> None:
        super().__init__()
        self.option, self.control = option, control
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.add(control, _(option.label).replace("&", ""), 1)
        self.setFocusProxy(control)

    def add(self, control: QWidget, name: str, stretch: int = 0) -> None:
        control.setAccessibleName(name)
        control.setToolTip(_(self.option.help)[:1].upper() + _(self.option.help)[1:])
        self.row.addWidget(control, stretch)

    def value(self) -> Any:
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        raise NotImplementedError

    def kept(self) -> str:
        """What is to be there the next time."""
        return self.option.write(self.value())

    def bring_back(self, kept: str) -> None:
        self.show_value(self.option.read(kept))
