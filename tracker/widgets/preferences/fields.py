"""The fields of preferences that no picture has: a zone, a name, a folder."""

import getpass
import os

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QPushButton

from tracker import stores
from tracker.i18n import _
from tracker.timeline.pictures.option import Option
from tracker.widgets.editors.zone import ZoneBox
from tracker.widgets.options.field import Field
from tracker.widgets.options.fields import TextField


class ZoneField(Field):
    """Any zone there is, those of this field first."""

    def __init__(self, option: Option) -> None:
        self.box = ZoneBox(by_name=True)
        super().__init__(option, self.box)
        line = self.box.lineEdit()
        assert line is not None, "the box is editable"
        self.line = line
        self.box.chosen.connect(self.changed)

    def value(self) -> str:
        return self.box.key() or str(self.option.default)

    def show_value(self, value: str) -> None:
        self.box.set_key(value)


class AuthorField(TextField):
    """One's name with the system unless another is typed."""

    def __init__(self, option: Option) -> None:
        super().__init__(option)
        self.show_usual(getpass.getuser())


class FolderField(TextField):
    """A folder, typed or looked for."""

    def __init__(self, option: Option) -> None:
        super().__init__(option)
        self.show_usual(str(stores.backups()))
        self.browse = QPushButton(_("Bro&wse…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._on_browse)
        self.add(self.browse, _("Browse for a folder"))

    @Slot()
    def _on_browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, _("Folder for backups"), self.line.text())
        if found:
            self.line.setText(found)

    def value(self) -> str | None:
        """One that is not there yet will be made; a file in its place cannot be one."""
        path = self.line.text().strip()
        if path and (not os.path.isabs(path) or os.path.isfile(path)):
            raise ValueError(_("“{path}” is no folder.").format(path=path))
        return super().value()
