"""The language of the window: our catalogue, and Qt's own for its stock buttons and dialogs."""

from PySide6.QtGui import QGuiApplication

from tracker import i18n
from tracker.settings import Settings

_TOLD = "mission_tracker_language"  # a property of the application: what Qt was told last


def use(app: QGuiApplication, settings: Settings) -> None:
    """Speaks the language that a person chose, or the system's. What is shown already must be shown anew."""
    kept = settings.language if settings.language in i18n.LANGUAGES else ""
    i18n.use(kept or i18n.of_system())
    if kept or i18n.language() != "en" or app.property(_TOLD):  # else Qt speaks as it does by itself
        _tell_qt(app, kept)
    app.setApplicationDisplayName(i18n._("Mission Tracker"))


def _tell_qt(app: QGuiApplication, kept: str) -> None:
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # a start in English need not wait for them

    app.setProperty(_TOLD, i18n.language())
    QLocale.setDefault(QLocale(kept) if kept else QLocale.system())
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if i18n.language() != "en":
        translator = QTranslator(app)
        if translator.load(f"qtbase_{i18n.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
