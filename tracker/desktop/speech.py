"""The language of the window: our catalogue, and Qt's own for its stock buttons and dialogs."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from tracker import i18n
from tracker.settings import Settings


def use(app: QGuiApplication, settings: Settings) -> None:
    """Speaks the language that a person chose, or the system's. What is shown already must be shown anew."""
    kept = settings.language if settings.language in i18n.LANGUAGES else ""
    i18n.use(kept or i18n.of_system())
    QLocale.setDefault(QLocale(kept) if kept else QLocale.system())
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if i18n.language() != "en":
        _bring_qt(app)
    app.setApplicationDisplayName(i18n._("Mission Tracker"))


def _bring_qt(app: QGuiApplication) -> None:
    translator = QTranslator(app)
    if translator.load(f"qtbase_{i18n.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
