"""The editor of a vague time: what is typed, what it was understood as, and in which zone."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from tracker.domain import texts, zones
from tracker.domain.show_times import clock, date, show
from tracker.domain.times import Precision, VagueTime
from tracker.i18n import N_, _
from tracker.settings import TIMES
from tracker.widgets.editors.simple import TypedEditor
from tracker.widgets.editors.zone import ZoneBox

_KNOWN_TO = {
    Precision.HOUR: N_("known to the hour"),
    Precision.DAY: N_("known to the day"),
    Precision.MONTH: N_("known to the month"),
    Precision.YEAR: N_("known to the year"),
}


class TimeEditor(TypedEditor):
    """A line for the time, a box for its zone, and under them the time as it was understood, in UTC too.

    The zone says how a clock time without one is meant. Choosing another re-reads what was just
    typed, and only shows otherwise what was there before.
    """

    def _arrange(self) -> None:
        self._is_typed = False
        self.zone = ZoneBox(by_name=True)
        self.zone.setAccessibleName(_("Zone of {field}").format(field=self.field.text))
        self.line.setToolTip(_("Such as 2021-10-05 12:22, 2021-10, 2020, about April 2021 or unknown"))
        self.zone.setToolTip(_("The zone of a clock time that is typed without one"))
        self.zone.set_key(self.settings.zone)
        self.echo = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.echo.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 3)
        row.addWidget(self.zone, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.echo)
        self.zone.setVisible(not self.compact)  # not before it has a parent: it would be a window of its own
        self.zone.chosen.connect(self._on_zone)
        self.settings.changed.connect(self._on_setting)
        self.echo.hide()

    def understood(self, text: str) -> VagueTime | None:
        return texts.understand(self.field, text, self.document.book, zones.zone(self.zone.currentText()))

    def set_value(self, value: VagueTime | None) -> None:
        self._is_typed = False
        if self._zone_problem():
            self.zone.set_key(self.settings.zone)
        self._value, self._problem = value, ""
        self._show_value()
        self._refresh()

    def problem(self) -> str:
        return self._problem or self._zone_problem()

    def understanding(self) -> str:
        """The line under the editor: the time with its zone, and in UTC where that is another."""
        value: Any = self.value()
        if value is None or self.problem():
            return ""
        if value.is_unknown:
            return _("It happened; nobody says when.")
        return _in_words(value, zones.zone(self.zone.currentText()), self.document.book.name)

    def _show_value(self) -> None:
        where = zones.zone(self.zone.currentText())
        self.line.setText(texts.editable(self.field, self._value, self.document.book, where))
        self.line.setCursorPosition(0)

    def _zone_problem(self) -> str:
        try:
            self.zone.key()
        except ValueError as error:
            return str(error)
        return ""

    def _refresh(self) -> None:
        text = "" if self.compact else self.understanding()
        self.echo.setText(text)
        self.echo.setVisible(bool(text))
        self.line.setAccessibleDescription(text)

    @Slot()
    def _on_edited(self) -> None:
        self._is_typed = True
        self.read()
        self._refresh()
        self.changed.emit()

    @Slot()
    def _on_zone(self) -> None:
        if self._is_typed:
            self._on_edited()
            return
        if not self._zone_problem():
            self._show_value()
        self._refresh()
        self.changed.emit()

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name in TIMES and not self._is_typed:
            if name == "zone":
                self.zone.set_key(self.settings.zone)
            self._on_zone()


def _in_words(time: VagueTime, zone: Any, name_of: Any) -> str:
    shown = show(time, zone, name_of)
    if time.anchor or time.start is None:
        return shown
    if not time.has_clock:
        return f"{shown} · {_(_KNOWN_TO[time.precision])}"
    local, utc = time.start.astimezone(zone), time.start
    if local.utcoffset() == utc.utcoffset() and zones.key_of(zone) == "UTC":
        return shown
    day = "" if local.date() == utc.date() else f"{date(utc)} "
    return f"{shown} = {day}{clock(utc, time.precision)} UTC"
