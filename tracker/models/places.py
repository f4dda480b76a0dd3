"""Where one is in the timeline, as plain data that can be kept: what is shown, how the lanes lie, and which times.

Saved views and the place where one left off are kept in the settings, for each store by where it is.
"""

from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from tracker.models.feed.view import View, read_view
from tracker.settings import Settings
from tracker.timeline.plans.arrangement import SORTS, Arrangement


@dataclass(frozen=True, slots=True)
class Shown:
    """Which lanes there are, and how they lie."""

    view: View = field(default_factory=View)
    lanes: Arrangement = field(default_factory=Arrangement)


@dataclass(frozen=True, slots=True)
class Spot:
    """What is shown, of which time, scrolled how far, with which rows of the axis; `name` is that of a saved view."""

    shown: Shown
    lower: float
    upper: float
    scroll: float = 0.0
    axis: tuple[str, ...] = ()
    selected: str = ""
    name: str = ""

    def plain(self) -> dict[str, Any]:
        lanes = self.shown.lanes
        return {
            "name": self.name,
            "view": self.shown.view.plain(),
            "collapsed": sorted(lanes.collapsed),
            "pinned": list(lanes.pinned),
            "sort": lanes.sort,
            "only": lanes.only,
            "range": [self.lower, self.upper],
            "scroll": self.scroll,
            "axis": list(self.axis),
            "selected": self.selected,
        }


def read_spot(kept: object) -> Spot | None:
    """What was kept, by this version or another; None if it says no range."""
    found = kept if isinstance(kept, dict) else {}
    times = _numbers(found.get("range"))
    if len(times) != 2 or times[0] >= times[1]:
        return None
    sort, only = str(found.get("sort", "")), str(found.get("only", ""))
    lanes = Arrangement(
        frozenset(_texts(found.get("collapsed"))),
        tuple(_texts(found.get("pinned"))),
        sort if sort in SORTS else "",
        only,
    )
    return Spot(
        Shown(read_view(found.get("view")), lanes),
        times[0],
        times[1],
        scroll=next(iter(_numbers([found.get("scroll")])), 0.0),
        axis=tuple(_texts(found.get("axis"))),
        selected=str(found.get("selected", "")),
        name=str(found.get("name", "")),
    )


def _texts(kept: object) -> list[str]:
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def _numbers(kept: object) -> list[float]:
    return [float(one) for one in kept if isinstance(one, int | float)] if isinstance(kept, list) else []


class Places:
    """The saved views of one store, and where one was in it last."""

    def __init__(self, settings: Settings, location: str) -> None:
        self._settings = settings
        name = location.replace("\\", "/").rpartition("/")[2]
        self._key = f"{name} {crc32(location.encode()):08x}"

    @property
    def last(self) -> Spot | None:
        return read_spot(self._settings.value(f"timeline/last/{self._key}"))

    def leave(self, spot: Spot) -> None:
        self._settings.keep(f"timeline/last/{self._key}", spot.plain())

    @property
    def saved(self) -> list[Spot]:
        kept = self._settings.value(f"timeline/saved/{self._key}")
        return [spot for spot in map(read_spot, kept if isinstance(kept, list) else []) if spot is not None]

    def keep(self, spots: list[Spot]) -> None:
        self._settings.keep(f"timeline/saved/{self._key}", [spot.plain() for spot in spots])
