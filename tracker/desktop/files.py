"""New and open: which store the window shows next."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tracker import stores
from tracker.i18n import _

if TYPE_CHECKING:
    from tracker.desktop.window import Window
    from tracker.store import Store


class Files:
    """Asks for a file and puts it into the window; what cannot be opened leaves the window as it was."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    def new(self) -> None:
        path, __ = QFileDialog.getSaveFileName(
            self._window, _("New store"), f"{_('Missions')}{stores.SUFFIX}", self._filter()
        )
        if path:
            self.show(stores.created(path))

    def open(self) -> None:
        path, __ = QFileDialog.getOpenFileName(self._window, _("Open a store"), "", self._filter())
        if path:
            self.show(stores.opened(path))

    def open_again(self, path: str) -> None:
        """Opens one of the stores of before."""
        self.show(stores.opened(path))

    def show(self, store: "Store") -> None:
        """Puts an open store into the window, all panels anew."""
        from tracker.document import Document

        self._window.show_document(Document(store, self._window.settings.signature))
        work = self._window.work
        assert work is not None
        work.show_all()
        work.offer_drafts()

    def _filter(self) -> str:
        return _("Mission Tracker stores (*{suffix});;All files (*)").format(suffix=stores.SUFFIX)
