"""Flights of which nobody aboard is known: what is left of them is when they began and when they ended."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from tracker.domain.records import Spacecraft
from tracker.i18n import _
from tracker.models.feed.bars import Pencil
from tracker.models.feed.events import NONE
from tracker.models.feed.index import Index
from tracker.timeline.plans.plan import Bar, Look

Flight = tuple[int, int]  # its launch and its landing, as places of events


def unnamed(index: Index) -> dict[str, list[Flight]]:
    """By vessel its flights, of those that no ride and no stay is known of. What has not landed yet, as far as is
    known, is none: nobody says how long it lasts.
    """
    known = {stay.vessel for person in index.travellers for stay in index.stays(person.id)} | index.legs_of_craft.keys()
    found = {id: list(_flights(index, id)) for id in index.vessels if id in index.events_of_craft and id not in known}
    return {id: flights for id, flights in found.items() if flights}


def _flights(index: Index, vessel: str) -> Iterator[Flight]:
    """Each launch with the landing that follows it, whatever the filter: a flight is as long as it is."""
    launch: int | None = None
    places = index.all_events_of_craft.get(vessel, NONE)
    places = places[index.is_drawn[places] & index.events.of("type").among(("launch", "landing"), places)]
    order = np.lexsort((index.times.upper[places], index.times.lower[places]))
    are_launches = index.events.of("type").among(("launch",), places)
    for place, is_launch in zip(places[order].tolist(), are_launches[order].tolist(), strict=True):
        if is_launch:
            launch = place
        elif launch is not None:
            yield launch, place
            launch = None


def draw(pencil: Pencil, lane: str, craft: Spacecraft, flight: Flight, label: str = "") -> None:
    """As a bar that stands for both events where they have none of their own."""
    launch, landing = (pencil.index.events[place] for place in flight)
    times = pencil.index.times
    (a, b), (c, d) = ((float(times.lower[place]), float(times.upper[place])) for place in flight)
    pencil.bars.append(
        Bar(
            craft.id,
            lane,
            a,
            max(a, min(b, d)),
            min(d, max(c, a)),
            d,
            look=Look.PLANNED if launch.actual is None else Look.ACTUAL,
            slot=pencil.colours.of_event(launch, "actual"),
            label=label,
            tell=partial(_tip, pencil, craft, (launch.id, landing.id)),
            also=(launch.id, landing.id),
            locked=_("A flight is changed by its launch and its landing."),
        )
    )


def _tip(pencil: Pencil, craft: Spacecraft, events: tuple[str, str]) -> str:
    who = _("{vessel}, crew not named").format(vessel=craft.name)
    return "\n".join((who, *pencil.from_to(*events)))
