"""The one window: the frame with its menus, and in it the workspace of the open store."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QSize, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from tracker.desktop import speech
from tracker.desktop.guide import Guide
from tracker.desktop.menus import Menus
from tracker.i18n import _
from tracker.settings import Settings
from tracker.widgets.parts import style
from tracker.widgets.parts.refused import told

if TYPE_CHECKING:
    from tracker.desktop.files import Files
    from tracker.desktop.safety import Backups
    from tracker.desktop.status import Status
    from tracker.desktop.workspace import Workspace
    from tracker.document import Document

_SIZE = QSize(1280, 720)
_FRAME = 40  # px: what window managers put above and below, at most


class Window(QMainWindow):
    """Starts as an empty frame, which is painted before anything dear is imported (see app.Start)."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.work: Workspace | None = None
        self.guide = Guide(self)
        self._status: Status | None = None
        settings.changed.connect(self._on_setting)  # the first to hear of a change: the panels show what it leads to
        self.menu = Menus(self)
        self.setWindowTitle(_("Mission Tracker"))
        self.resize(_SIZE)
        kept = settings.value("window/geometry")
        self._comes_back = bool(kept) and self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode())))

    def appear(self, room: QSize) -> None:
        """Shows the window as it was left. At first, a screen without room for it is filled: nothing is cut."""
        is_tight = room.width() <= _SIZE.width() or room.height() <= _SIZE.height() + _FRAME
        if is_tight and not self._comes_back:
            self.showMaximized()  # not setWindowState, whose enum makes Qt's hundred others for the first frame
        else:
            self.show()

    @cached_property
    def files(self) -> "Files":
        from tracker.desktop.files import Files  # not needed for the first frame

        return Files(self)

    @cached_property
    def backups(self) -> "Backups":
        from tracker.desktop.safety import Backups  # not needed before something is closed

        made = Backups(self.settings, self)
        made.ended.connect(self.refresh)
        return made

    def show_document(self, document: "Document") -> None:
        """Puts a store into the window, its tables at once."""
        from tracker.desktop.status import Status
        from tracker.desktop.workspace import Workspace

        self.close_document()
        self._on_setting("date_style")
        self.work = Workspace(document, self.settings)
        self.setCentralWidget(self.work)
        if self._status is None:
            self._status = Status(self.statusBar())
            self.menu.add_choices()
        self.settings.note_opened(document.location)
        self.work.changed.connect(self.refresh)
        self.refresh()

    def close_document(self) -> None:
        """Takes the workspace down, closes its store and backs it up if it was changed."""
        document = self._take_down()
        if document is not None:
            document.close()
            self.backups.make(document)

    def farewell(self) -> None:
        """Waits for the backup of what was closed last, and says so if it takes its time."""
        from tracker.desktop.farewell import Farewell

        Farewell(self.backups).wait()

    def _take_down(self) -> "Document | None":
        """Puts the workspace away with all that it keeps; its document, still open."""
        work, self.work = self.work, None
        if work is None:
            return None
        work.keep()
        work.deleteLater()
        return work.document

    @Slot()
    def speak(self) -> None:
        """Makes everything anew in the language chosen, on the same store and the same record."""
        speech.use(QApplication.instance(), self.settings)  # type: ignore[arg-type]
        self.menu.take_down()
        self.menu = Menus(self)
        self.menu.add_choices()
        self.setWindowTitle(_("Mission Tracker"))
        self._show_again()
        self.guide.show_again()
        dialog = self.findChild(QDialog, "preferences")
        if dialog is not None and dialog.isVisible():
            dialog.close()
            self.show_preferences()

    def _show_again(self) -> None:
        """A new workspace on the same store, with the same record and what was typed into its form."""
        old = self.work
        if old is None:
            return
        selected, typed = old.selection.current, old.typed()
        self._take_down()
        self.show_document(old.document)
        assert self.work is not None
        self.work.show_all()
        self.work.come_back(selected, typed)

    def perform(self, calls: str) -> None:
        """Does what an action names, such as "work.tables.panel.copy"; a refusal becomes a sentence below."""
        with told(self.say):
            found: object = self
            for name in calls.split("."):
                found = getattr(found, name)
            found()  # type: ignore[operator]
        self.menu.refresh()

    def say(self, text: str) -> None:
        if self.work is not None:
            self.work.message.say(text)

    @Slot()
    def refresh(self) -> None:
        """Title, status bar and actions as the document is now."""
        if self.work is not None and self._status is not None:
            self._status.show(self.work.document)
            if self.work.timeline is not None:
                made: Backups | None = self.__dict__.get("backups")
                self._status.show_backup(self.work.document, self.settings, is_busy=made is not None and made.is_busy)
            self.setWindowTitle(self.work.document.title)
        self.menu.refresh()

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        """Applies at once what concerns more than one panel."""
        if name == "theme":
            self.paint_theme()
        elif name == "language":
            QTimer.singleShot(0, self.speak)  # once the menu has closed, which is made anew
        elif name == "date_style":
            from tracker.domain import show_times

            show_times.use(self.settings.date_style)
        elif name == "backup_folder":
            self.refresh()
        elif name == "author" and self.work is not None:
            self.work.document.author = self.settings.signature

    @Slot()
    def paint_theme(self) -> None:
        """Colours everything anew, the drawn parts included."""
        palette = style.palette_for(self.settings.theme)
        style.apply(QApplication.instance(), palette)  # type: ignore[arg-type]
        self.menu.paint_icons()
        if self.work is not None:
            self.work.set_palette(palette)

    def show_keys(self) -> None:
        """The list of the keys that work now."""
        from tracker.widgets.help.dialogs import KeysDialog

        alive = self.work is not None and self.work.timeline is not None and self.work.timeline.view is not None
        KeysDialog(self.menu.by_menu(), alive, self).open()

    def show_preferences(self) -> None:
        """What a person can choose for the whole program."""
        from tracker.widgets.preferences.dialog import PreferencesDialog

        PreferencesDialog(self.settings, self).open()

    def show_commands(self) -> None:
        """Every action by its name, to be typed."""
        from tracker.widgets.help.command_palette import CommandPalette, commands

        palette = CommandPalette(commands(self.menuBar()), self)
        if self.work is not None and self.work.timeline is not None:
            palette.add(self.work.timeline.saved.actions_of(palette))
        palette.open()

    def show_about(self) -> None:
        """What this is, and with what it is made."""
        from tracker.widgets.help.dialogs import AboutDialog

        AboutDialog(self).open()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab, wherever in the window they are pressed."""
        has_gone = self.work is not None and self.work.rounds.tab(1 if next else -1)
        return has_gone or super().focusNextPrevChild(next)

    def childEvent(self, event: QChildEvent) -> None:
        """F1 works in each dialog as it does in the window. Asked while the frame is made, which has none, for a child
        that is Qt's own, PySide would make its classes of all there are: a seventh of the frame.
        """
        dialog = event.child() if event.polished() and self.work is not None else None
        if isinstance(dialog, QDialog):
            dialog.addAction(self.menu.actions["help"])
        super().childEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window, one finds what other windows have written meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.work is not None:
            self.work.document.catch_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep("window/geometry", self.saveGeometry().toBase64().toStdString())
        self.guide.close()
        self.close_document()
        super().closeEvent(event)
