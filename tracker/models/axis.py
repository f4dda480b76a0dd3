"""Which time systems an axis can show for a book: any zone, and mission elapsed time from any launch.

A system is chosen and kept by a key: an IANA key or a zone's name, "local", or "MET:" and a launch's id
or name; "MET" alone counts from the launch of the mission that most records are about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

from tracker.domain import names, zones
from tracker.domain.book import Book
from tracker.domain.moments import time_of
from tracker.domain.records import Event
from tracker.domain.times import Precision, Sense, floored, seconds
from tracker.i18n import _
from tracker.timeline.times.systems import Clock, Elapsed, System

if TYPE_CHECKING:
    from tracker.settings import Settings

LOCAL, MET = "local", "MET"
SETTING = "timeline/axis"


@dataclass(frozen=True, slots=True)
class Launch:
    """A launch known to the day or finer, from which time can be counted."""

    id: str
    name: str
    time: float
    known: Precision
    weight: int  # how many records speak of its mission

    @property
    def key(self) -> str:
        return f"{MET}:{self.id}"


def launches(book: Book) -> list[Launch]:
    """All that mission elapsed time can be counted from, the earliest first."""
    found = (_launch(book, event) for event in book.where(Event, "type", ("launch",)))
    return sorted((launch for launch in found if launch), key=lambda launch: launch.time)


def _launch(book: Book, event: Event) -> Launch | None:
    time = time_of(event)
    if time is None or time.start is None or time.approximate or time.sense is not Sense.AT:
        return None
    if time.precision > Precision.DAY:
        return None
    known = time.precision if time.has_clock else Precision.DAY
    weight = book.count_referring(event.mission) if event.mission else 0
    return Launch(event.id, book.name(event.id), float(seconds(floored(time.start, known))), known, weight)


def local_zone() -> str:
    """The IANA key of this computer's zone; "UTC" where it says none."""
    key = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        return zones.key_of(zones.zone(key)) if key != "Etc/UTC" else "UTC"
    except ValueError:
        return "UTC"


def system_of(book: Book, key: str) -> System:
    """The time system of a key. ValueError with a sentence if there is none."""
    head, __, rest = (part.strip() for part in key.partition(":"))
    if head.casefold() == MET.casefold():
        launch = _named(book, rest)
        return Elapsed(launch.time, launch.name, launch.known)
    return Clock(zones.zone(local_zone() if key.strip().casefold() == LOCAL else key))


def _named(book: Book, text: str) -> Launch:
    known = launches(book)
    id = text if not text or any(launch.id == text for launch in known) else names.find(book, ("event",), text)
    fits = [launch for launch in known if launch.id == id or not id]
    if not fits:
        raise ValueError(_("Mission elapsed time needs a launch of which the day is known."))
    return max(fits, key=lambda launch: (launch.weight, -launch.time))


def systems_of(book: Book, keys: Iterable[str]) -> tuple[System, ...]:
    """The rows of an axis, each system once; UTC without any. ValueError for a key that is none."""
    return tuple(dict.fromkeys(system_of(book, key) for key in keys)) or (Clock(UTC),)


def systems_known(book: Book, keys: Iterable[str]) -> tuple[System, ...]:
    """As `systems_of`, but what this book or computer does not know is left out: kept keys outlive launches."""
    found: list[System] = []
    for key in keys:
        try:
            found.append(system_of(book, key))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found)) or (Clock(UTC),)


def kept(settings: Settings) -> list[str]:
    """What was chosen; empty as long as nothing was."""
    return [str(key) for key in settings.value(SETTING) or []]


def chosen(settings: Settings) -> list[str]:
    """The kept keys, the first row of the axis first; until any is chosen, the zone of texts."""
    return [str(key) for key in settings.value(SETTING) or [settings.zone]]
