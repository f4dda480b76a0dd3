"""The button in the timeline's head that says which time systems the axis shows, and switches them."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMenu, QToolButton, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import zones
from tracker.i18n import _
from tracker.models import axis
from tracker.settings import Settings
from tracker.timeline.times.systems import System
from tracker.widgets.parts import topics

MOST_LAUNCHES = 12  # more have a menu of their own
_LETTERS = 28


class AxisMenu(QToolButton):
    """Keeps the chosen keys in the settings. Until something is chosen, the axis follows the zone of texts."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Time axis"))
        self.setToolTip(_("The rows of the time axis"))

    @property
    def keys(self) -> list[str]:
        """What is chosen, the first row of the axis first."""
        return axis.chosen(self._settings)

    def systems(self) -> tuple[System, ...]:
        """The rows of the axis, as far as this store knows them; the button names them."""
        found = axis.systems_known(self._document.book, self.keys)
        names = " · ".join(system.name for system in found)
        self.setText(names if len(names) <= _LETTERS else names[: _LETTERS - 1].rstrip(" ·") + "…")
        return found

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        chosen = self.keys
        for key, name in zones.NAMED.items():
            self._add(key, _(name), chosen)
        self._add(axis.LOCAL, _("Local time ({zone})").format(zone=_zone_name(axis.local_zone())), chosen)
        known = {*zones.NAMED, axis.LOCAL}
        for key in chosen:
            if key not in known and not key.startswith(axis.MET):
                self._add(key, _zone_name(key), chosen)
        self._menu.addAction(_("Another zone…"), self._ask_zone)
        self._add_launches(chosen)

    def _add_launches(self, chosen: list[str]) -> None:
        launches = axis.launches(self._document.book)
        menu = self._menu.addMenu(_("Mission elapsed time since")) if len(launches) > MOST_LAUNCHES else self._menu
        if launches:
            self._menu.addSeparator()
        for launch in launches:
            text = _("MET, {launch}").format(launch=launch.name)
            self._add(launch.key, launch.name if menu is not self._menu else text, chosen, menu)

    def _add(self, key: str, text: str, chosen: list[str], menu: QMenu | None = None) -> None:
        action = (menu or self._menu).addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(key in chosen)
        action.toggled.connect(partial(self.switch, key))

    def switch(self, key: str, is_on: bool) -> None:
        """Shows a system in a further row, or takes its row away; without any there is UTC."""
        kept = [other for other in self.keys if other != key]
        self._settings.keep(axis.SETTING, [*kept, key] if is_on else kept or ["UTC"])

    @Slot()
    def _ask_zone(self) -> None:
        dialog = ZoneDialog(self.window())
        dialog.accepted.connect(partial(self._take_zone, dialog))
        dialog.open()

    def _take_zone(self, dialog: "ZoneDialog") -> None:
        self.switch(dialog.box.key() or "UTC", is_on=True)


class ZoneDialog(QDialog):
    """Asks for any zone by its name; only one that exists can be taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        from tracker.widgets.editors.zone import ZoneBox

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Another zone"))
        topics.about(self, "timeline")
        self.box = ZoneBox(by_name=True)
        self.box.setAccessibleName(_("Zone"))
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self._buttons = QDialogButtonBox(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.box)
        column.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.box.chosen.connect(self._on_chosen)
        self.resize(320, 96)

    @Slot()
    def _on_chosen(self) -> None:
        try:
            is_known = bool(self.box.key())
        except ValueError:
            is_known = False
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_known)


def _zone_name(key: str) -> str:
    try:
        return zones.name(zones.zone(key))
    except ValueError:
        return key
