"""The timeline and, if it is wanted, the list of its bars beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter

from tracker.settings import Settings
from tracker.timeline.screen.view import TimelineView

if TYPE_CHECKING:
    from tracker.widgets.timeline.bar_list import BarList

_LIST = 320  # pixels
_SETTING = "timeline/list"


class Beside(QSplitter):
    """The list is made when it is first asked for; whether it is shown is kept."""

    def __init__(self, view: TimelineView, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._view, self._settings = view, settings
        self.list: BarList | None = None
        self.addWidget(view)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        self.show_list(bool(settings.value(_SETTING, False)))

    @Slot(bool)
    def show_list(self, on: bool) -> None:
        self._settings.keep(_SETTING, on)
        if on and self.list is None:
            self._make_list()
        if self.list is not None:
            self.list.setVisible(on)
            self.list.read()

    def focus_list(self) -> None:
        """To the list, or from where it was to the timeline."""
        (self.list if self.list is not None and not self.list.isHidden() else self._view).setFocus()

    def _make_list(self) -> None:
        from tracker.widgets.timeline.bar_list import BarList

        self.list = BarList(self._view.canvas.reader)
        self.list.opened.connect(self._view.bar_opened)
        self.addWidget(self.list)
        self.setSizes([max(_LIST, self.width() - _LIST), _LIST])
