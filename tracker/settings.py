"""What a person chose, kept between starts: typed properties over QSettings, and one signal."""

import json
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal

from tracker import i18n
from tracker.i18n import N_

LINKS = "timeline/links"  # whether the fine lines between bars are drawn
TIMES = ("zone", "date_style")  # the settings that change how times are written
DATE_STYLES = ("day", "iso", "month", "dots")  # those of show_times, which the first frame can spare
RECENT = 10  # stores that are remembered
THEMES = {"system": N_("&System"), "light": N_("&Light"), "dark": N_("&Dark")}
LANGUAGES = {"system": N_("&System"), **i18n.LANGUAGES}


def name_application() -> None:
    """The name under which settings are kept, the same for the window and the command line."""
    QCoreApplication.setOrganizationName("mission-tracker")
    QCoreApplication.setApplicationName("mission-tracker")


class Settings(QObject):
    """`changed` carries the name of the setting. Anything JSON can hold can be kept."""

    changed = Signal(str)

    def __init__(self, store: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store or QSettings()

    def value(self, name: str, default: Any = None) -> Any:
        """A kept value. JSON, because QSettings itself reads True back as 'true' and [] as None."""
        text = str(self._store.value(name, "", type=str))
        try:
            return json.loads(text) if text else default
        except ValueError:
            return default

    def keep(self, name: str, value: Any) -> None:
        if value != self.value(name):
            self._store.setValue(name, json.dumps(value))
            self.changed.emit(name)

    @property
    def zone(self) -> str:
        """The IANA key of the zone that times are shown in."""
        return str(self.value("zone", "UTC"))

    @zone.setter
    def zone(self, key: str) -> None:
        self.keep("zone", key)

    @property
    def date_style(self) -> str:
        """How dates are written, one of DATE_STYLES."""
        kept = self.value("date_style", "day")
        return kept if kept in DATE_STYLES else "day"

    @property
    def theme(self) -> str:
        """One of THEMES."""
        kept = self.value("theme", "system")
        return kept if kept in THEMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self.keep("theme", name)

    @property
    def language(self) -> str:
        """One of LANGUAGES."""
        kept = self.value("language", "system")
        return kept if kept in LANGUAGES else "system"

    @language.setter
    def language(self, name: str) -> None:
        self.keep("language", name)

    @property
    def author(self) -> str:
        """The name written into the edit log; empty means the system's user name."""
        return str(self.value("author", ""))

    @author.setter
    def author(self, name: str) -> None:
        self.keep("author", name)

    @property
    def signature(self) -> str:
        """The author as the edit log has it."""
        import getpass  # not needed for the first frame

        return self.author or getpass.getuser()

    @property
    def backup_folder(self) -> str:
        """Where backups go that are made by themselves; empty means beside one's own store."""
        return str(self.value("backup_folder", ""))

    @property
    def recent(self) -> list[str]:
        """The stores opened last, the latest first."""
        kept = self.value("recent", [])
        return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []

    def note_opened(self, store: str) -> None:
        self.keep("recent", [store, *(other for other in self.recent if other != store)][:RECENT])

    def forget_opened(self) -> None:
        self.keep("recent", [])
