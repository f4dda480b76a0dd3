"""The language of the window: our catalogue, and Qt's own for its stock buttons and dialogs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from tracker import i18n
from tracker.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

_TOLD = "mission_tracker_language"  # a property of the application: what Qt was told last


def use(app: "QGuiApplication", settings: Settings) -> None:
    """Speaks the language that a person chose, or the system's. What is shown already must be shown anew."""
    kept = settings.language if settings.language in i18n.LANGUAGES else ""
    i18n.use(kept or i18n.of_system())
    QLocale.setDefault(QLocale(i18n.language()))  # numbers in fields go with the words around them
    if i18n.language() != "en" or app.property(_TOLD):
        from tracker.desktop import stock_words  # a start in English need not wait for it

        stock_words.translate(app)
        app.setProperty(_TOLD, i18n.language())
    app.setApplicationDisplayName(i18n._("Mission Tracker"))
