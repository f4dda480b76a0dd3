"""The button in the timeline's head with the saved views of the store: to go to, to save, to change."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton

from tracker.i18n import _
from tracker.models.places import Places, Spot
from tracker.widgets.parts.name_dialog import ask_for_name

MOST_KEYS = 8  # the first views have Ctrl and a number; Ctrl+9 and Ctrl+0 fit the selection and everything


_NATIVE = QKeySequence.SequenceFormat.NativeText


def key_of(place: int) -> QKeySequence:
    return QKeySequence(f"Ctrl+{place + 1}")


class SavedViews(QToolButton):
    """`here` says where one is now, `go` brings one elsewhere."""

    def __init__(self, places: Places, here: Callable[[], Spot], go: Callable[[Spot], None]) -> None:
        super().__init__()
        self._places, self._here, self._go = places, here, go
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setText(_("Views"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Saved views"))
        self.setToolTip(_("Saved views: lanes, groups, colours, axis and times"))

        for place in range(MOST_KEYS):
            QShortcut(key_of(place), self, partial(self.go_to, place))

    @property
    def names(self) -> list[str]:
        return [spot.name for spot in self._places.saved]

    def actions_of(self, parent: QObject) -> list[QAction]:
        """One that goes to each, for a list of what can be done."""
        found = []
        for place, name in enumerate(self.names):
            action = QAction(_("Go to view: {name}").format(name=name).replace("&", "&&"), parent)
            action.triggered.connect(partial(self.go_to, place))
            if place < MOST_KEYS:
                action.setShortcut(key_of(place))
            found.append(action)
        return found

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for place, name in enumerate(self.names):
            key = f"\t{key_of(place).toString(_NATIVE)}" if place < MOST_KEYS else ""
            self._menu.addAction(name.replace("&", "&&") + key, partial(self.go_to, place))
        if not self.names:
            self._menu.addAction(_("No view is saved yet")).setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(_("&Save this view…"), self.save)
        if self.names:
            change = self._menu.addMenu(_("&Change"))
            for place, name in enumerate(self.names):
                self._add_changes(change.addMenu(name.replace("&", "&&")), place)

    def _add_changes(self, menu: QMenu, place: int) -> None:
        menu.addAction(_("&Replace by what is shown now"), partial(self.overwrite, place))
        menu.addAction(_("Re&name…"), partial(self._ask_name, self.names[place], partial(self.rename, place)))
        menu.addAction(_("&Delete"), partial(self.delete, place))

    def go_to(self, place: int) -> None:
        """To the saved view of that place; nowhere if there are not so many."""
        saved = self._places.saved
        if place < len(saved):
            self._go(saved[place])

    def save(self) -> None:
        """Asks for a name, under which the view as it is now is kept."""
        number = len(self.names) + 1
        self._ask_name(_("View {number}").format(number=number), self.add)

    def add(self, name: str) -> None:
        """Of a name that there is already, the new view takes the place."""
        spot = replace(self._here(), name=name.strip())
        saved, names = self._places.saved, self.names
        if not spot.name:
            return
        if spot.name in names:
            self.overwrite(names.index(spot.name))
        else:
            self._places.keep([*saved, spot])

    def overwrite(self, place: int) -> None:
        saved = self._places.saved
        saved[place] = replace(self._here(), name=saved[place].name)
        self._places.keep(saved)

    def rename(self, place: int, name: str) -> None:
        saved = self._places.saved
        if name.strip():
            saved[place] = replace(saved[place], name=name.strip())
            self._places.keep(saved)

    def delete(self, place: int) -> None:
        saved = self._places.saved
        del saved[place]
        self._places.keep(saved)

    def _ask_name(self, text: str, then: Callable[[str], None]) -> None:
        ask_for_name(self.window(), _("Saved view"), _("Name of the view:"), text, then)
