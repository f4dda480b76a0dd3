"""What stands around the lanes, the same around the still picture and the living view: the scroll bar, the overview
and the tray.
"""

from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.timeline.screen.lane_bar import LaneBar
from tracker.timeline.screen.overview import Overview
from tracker.timeline.screen.tray import Tray
from tracker.timeline.viewing.sight import Sight


class Surrounded(QWidget):
    """The lanes, drawn by whatever is given, and around them what moves them."""

    def __init__(self, sight: Sight, lanes: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sight = sight
        self.overview = Overview(sight)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(lanes, 0, 0)
        grid.addWidget(LaneBar(sight), 0, 1)
        grid.addWidget(self.overview, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)  # all the room is the lanes', also while there is no scroll bar
        grid.setRowStretch(0, 1)
        self.tray = Tray(sight, self)
        self.setMinimumHeight(120)
