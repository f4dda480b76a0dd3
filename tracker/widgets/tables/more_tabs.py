"""The tabs for which there is no room, in a menu at the end of the others: nothing has to be scrolled to be found."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget, QToolButton

from tracker.i18n import _


class TabBar(QTabBar):
    """Tells how wide a tab would be, whether it is shown or not."""

    def width_of(self, index: int) -> int:
        return self.tabSizeHint(index).width()


class MoreTabs(QToolButton):
    """In the corner of the tabs, as long as it holds some."""

    def __init__(self, tabs: QTabWidget, bar: TabBar) -> None:
        super().__init__(tabs)
        self._tabs, self._bar = tabs, bar
        self._menu = QMenu(self)
        self.setText(_("More"))
        self.setAccessibleName(_("More tables"))
        self.setToolTip(_("The tables for which there is no tab"))
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu.aboutToShow.connect(self._fill)
        tabs.setCornerWidget(self, Qt.Corner.TopRightCorner)

    @Slot()
    def fit(self) -> None:
        """Shows as many tabs as there is room for, the current one among them."""
        widths = [self._bar.width_of(index) for index in range(self._tabs.count())]
        room, current = self._tabs.width() - self._bar.x(), self._tabs.currentIndex()
        shown = list(range(len(widths)))
        if sum(widths) > room:
            shown = _fitting(widths, current, room - self.sizeHint().width())
        for index in sorted(range(len(widths)), key=lambda index: index != current):  # else Qt leaves it for another
            self._tabs.setTabVisible(index, index in shown)
        self.setVisible(len(shown) < len(widths))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for index in range(self._tabs.count()):
            if not self._tabs.isTabVisible(index):
                action = self._menu.addAction(self._tabs.tabText(index))
                action.triggered.connect(partial(self._go, index))

    def _go(self, index: int) -> None:
        self._tabs.setCurrentIndex(index)


def _fitting(widths: list[int], current: int, room: int) -> list[int]:
    """The first ones that fit beside the current one."""
    shown, left = [], room - widths[current]
    for index, width in enumerate(widths):
        left -= width if index != current else 0
        if left < 0 and index != current:
            break
        shown.append(index)
    return shown if current in shown else [*shown, current]
