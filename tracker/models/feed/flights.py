"""Flights of which nobody aboard is known: what is left of them is when they began and when they ended."""

from collections.abc import Iterator
from functools import partial

from tracker.domain.records import Event, Spacecraft
from tracker.i18n import _
from tracker.models.feed.bars import Pencil, ends
from tracker.models.feed.index import Index
from tracker.timeline.plans.plan import Bar, Look

Flight = tuple[Event, Event]  # its launch and its landing


def unnamed(index: Index) -> dict[str, list[Flight]]:
    """By vessel its flights, of those that no ride and no stay is known of. What has not landed yet, as far as is
    known, is none: nobody says how long it lasts.
    """
    known = {stay.vessel for person in index.travellers for stay in index.stays(person.id)} | index.legs_of_craft.keys()
    found = {id: list(_flights(index, id)) for id in index.vessels if id in index.events_of_craft and id not in known}
    return {id: flights for id, flights in found.items() if flights}


def _flights(index: Index, vessel: str) -> Iterator[Flight]:
    """Each launch with the landing that follows it, whatever the filter: a flight is as long as it is."""
    launch: Event | None = None
    drawn = filter(index.is_drawn, index.all_events_of_craft.get(vessel, ()))
    for event in sorted(drawn, key=lambda event: ends(index.when(event))):
        if event.type == "launch":
            launch = event
        elif event.type == "landing" and launch is not None:
            yield launch, event
            launch = None


def draw(pencil: Pencil, lane: str, craft: Spacecraft, flight: Flight, label: str = "") -> None:
    """As a bar that stands for both events where they have none of their own."""
    launch, landing = flight
    (a, b), (c, d) = (ends(pencil.index.when(event)) for event in flight)
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
            tell=partial(_tip, pencil, craft, flight),
            also=(launch.id, landing.id),
            locked=_("A flight is changed by its launch and its landing."),
        )
    )


def _tip(pencil: Pencil, craft: Spacecraft, flight: Flight) -> str:
    who = _("{vessel}, crew not named").format(vessel=craft.name)
    return "\n".join((who, *pencil.from_to(*(event.id for event in flight))))
