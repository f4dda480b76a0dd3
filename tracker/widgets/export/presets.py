"""The line above the export form: a preset to begin with, and the menu that keeps, renames and deletes own ones."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from tracker.i18n import _
from tracker.models.presets import Preset, Presets
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.widgets.parts.combo import Combo
from tracker.widgets.parts.name_dialog import ask_for_name
from tracker.widgets.parts.refused import told


class PresetLine(QWidget):
    """`chosen` brings the preset that was picked; `said` why a name cannot be. Shows which one the form agrees with."""

    chosen = Signal(object)
    said = Signal(str)

    def __init__(self, presets: Presets) -> None:
        super().__init__()
        self._presets, self._options = presets, PictureOptions()
        self.box, self._more, self._menu = Combo(), QToolButton(), QMenu(self)
        self.box.setAccessibleName(_("Preset"))
        self._more.setText("⋯")
        self._more.setAccessibleName(_("Presets of your own"))
        self._more.setToolTip(_("Keep, rename and delete presets of your own"))
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keep = self._menu.addAction(_("&Keep as a preset…"), self._on_keep)
        self._rename = self._menu.addAction(_("&Rename…"), self._on_rename)
        self._delete = self._menu.addAction(_("&Delete"), self._on_delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self._more)
        self.setFocusProxy(self.box)
        self._fill()
        self.box.activated.connect(self._on_activated)

    def _fill(self) -> None:
        self.box.clear()
        self.box.addItem(_("Other choices"), None)
        for preset in self._presets.all:
            self.box.addItem(_(preset.label) if not preset.is_own else preset.label, preset.name)
        self.show_options(self._options)

    @property
    def preset(self) -> Preset | None:
        """The one that is shown."""
        name = self.box.currentData()
        return self._presets.named(name) if name is not None else None

    def show_options(self, options: PictureOptions) -> None:
        """The preset that holds just these; of several the own one, which says more."""
        self._options = options
        fitting = [preset for preset in self._presets.all if _agrees(preset, options)]
        self.box.setCurrentIndex(self.box.findData(fitting[-1].name) if fitting else 0)
        is_own = bool(fitting) and fitting[-1].is_own
        self._rename.setEnabled(is_own)
        self._delete.setEnabled(is_own)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        if self.preset is not None:
            self.chosen.emit(self.preset)

    @Slot()
    def _on_keep(self) -> None:
        ask_for_name(self, _("Keep as a preset"), _("Name"), "", self._keep_as)

    @Slot()
    def _on_rename(self) -> None:
        if self.preset is not None:
            ask_for_name(self, _("Rename the preset"), _("Name"), self.preset.name, self._rename_to)

    @Slot()
    def _on_delete(self) -> None:
        if self.preset is not None:
            self._presets.delete(self.preset.name)
            self._fill()

    @Slot(str)
    def _keep_as(self, name: str) -> None:
        with told(self.said.emit):
            self._presets.keep(name.strip(), self._options)
        self._fill()

    @Slot(str)
    def _rename_to(self, name: str) -> None:
        with told(self.said.emit):
            if self.preset is not None:
                self._presets.rename(self.preset.name, name.strip())
        self._fill()


def _agrees(preset: Preset, options: PictureOptions) -> bool:
    return all(getattr(options, name) == value for name, value in preset.values.items())
