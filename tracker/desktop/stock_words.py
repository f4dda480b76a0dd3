"""What Qt says of itself: by its own catalogue, and where that leaves English, by ours."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QGuiApplication

from tracker import i18n
from tracker.i18n import N_, _

LEFT = (
    N_("&Look in:"),
    N_("Files of &type:"),
    N_("Folder"),
    N_("File"),
    N_("%1 File"),
    N_("Drive"),
    N_("Show Menu"),
)
"""Of the file dialog and the accessible actions, as Qt has them in its code."""


class Rest(QTranslator):
    """Is asked for what Qt's catalogue does not have."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return _(text) if text in LEFT else None  # type: ignore[return-value]  # "" would be a translation

    def isEmpty(self) -> bool:
        return False


def translate(app: QGuiApplication) -> None:
    """Has Qt speak the language in use; back in English, as it does by itself."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if i18n.language() != "en":
        stock = QTranslator(app)
        app.installTranslator(Rest(app))
        if stock.load(f"qtbase_{i18n.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(stock)  # the last one is asked first
