"""What is docked, found in the columns: as `domain.docked` says it, without reading all events that might end it."""

import numpy as np

from tracker.domain.docked import ARRIVING, LEAVING, Docked
from tracker.domain.moments import bounds_of
from tracker.domain.times import OPEN
from tracker.models.feed.events import NONE
from tracker.models.feed.index import Index


def docked_in(index: Index) -> list[Docked]:
    """Everything that docks with a station, in the order of the book."""
    arrives = index.events.of("type").among(ARRIVING) & (index.events.of("station").code >= 0)
    return [_docked(index, place) for place in index.events.all[arrives].tolist()]


def _docked(index: Index, place: int) -> Docked:
    """Until the vehicle next leaves its port."""
    docking = index.events[place]
    since = bounds_of(index.book, docking.id)
    places = index.all_events_of_craft.get(docking.spacecraft, NONE)
    places = places[index.events.of("type").among(LEAVING, places) & (places != place)]
    lower, upper = index.times.best(places)
    is_later = np.isfinite(lower) | np.isfinite(upper)
    is_later &= True if since.lower is None else upper > since.lower
    if not is_later.any():
        return Docked(docking, since, OPEN)
    places, lower, upper = places[is_later], lower[is_later], upper[is_later]
    first = np.lexsort((np.where(np.isfinite(upper), upper, 0.0), np.where(np.isfinite(lower), lower, 0.0)))[0]
    left = index.events[int(places[first])]
    return Docked(docking, since, bounds_of(index.book, left.id), left)
