"""The help of a window: which page it shows, and that it goes when the window does."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from tracker.widgets.parts import topics

if TYPE_CHECKING:
    from tracker.widgets.help.window import HelpWindow


class Guide:
    """Made with the first page that is asked for."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.window: HelpWindow | None = None

    def show_here(self) -> None:
        """The page about what has the keys."""
        self._show(topics.page_about(QApplication.focusWidget()))

    def show_news(self) -> None:
        """What has changed from version to version."""
        self._show("whats-new")

    def show_again(self) -> None:
        """The same page in the language that is spoken now."""
        old, self.window = self.window, None
        if old is not None:
            old.deleteLater()
            if old.isVisible():
                self._show(old.page)

    def close(self) -> None:
        if self.window is not None:
            self.window.close()

    def _show(self, page: str) -> None:
        from tracker.widgets.help.pages import pages
        from tracker.widgets.help.window import HelpWindow

        if self.window is None:
            self.window = HelpWindow(pages())
            self._parent.destroyed.connect(self.window.deleteLater)
        self.window.show_page(page)
        self.window.show()
        self.window.activateWindow()
