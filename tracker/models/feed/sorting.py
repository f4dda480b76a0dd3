"""Sorts what the lanes show into groups: missions, vessels and stays by a record they lead to or a value they have."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tracker.domain.fields import Type
from tracker.domain.records import Event, Leg, Mission, Person, Production, Record, Spacecraft
from tracker.domain.stays import Stay
from tracker.i18n import _
from tracker.models.feed.events import NONE, Places
from tracker.models.feed.groups import Grouping, Kind, Station
from tracker.models.feed.index import Index

U = TypeVar("U")
LedTo = Callable[[Index, U, Kind], Iterable[Record | None]]


@dataclass(frozen=True, slots=True)
class Group(Generic[U]):
    """`value` is an id or a word; empty for what has none, which comes last."""

    value: str
    name: str
    units: list[U]


def sorted_into(index: Index, grouping: Grouping, units: Iterable[U], led_to: LedTo[U]) -> list[Group[U]]:
    """What has several values stands in the group of each."""
    found: dict[str, list[U]] = {}
    for unit in units:
        for value in _values(grouping, led_to(index, unit, grouping.kind)) or [""]:
            found.setdefault(value, []).append(unit)
    order = sorted(found, key=lambda value: (not value, _order(index, grouping, value)))
    return [Group(value, _name(index, grouping, value), found[value]) for value in order]


def _values(grouping: Grouping, records: Iterable[Record | None]) -> Sequence[str]:
    found: dict[str, None] = {}
    for record in records:
        if record is not None:
            found.update(dict.fromkeys(filter(None, _own_values(grouping, record))))
    return list(found)


def _own_values(grouping: Grouping, record: Record) -> tuple[str, ...]:
    if grouping.trait is not None:
        return (grouping.trait.of(record),)
    if grouping.field is None:
        return (record.id,)
    value = getattr(record, grouping.field.name)
    return value if grouping.field.is_many else (value,)


def _order(index: Index, grouping: Grouping, value: str) -> Any:
    """Records in the order of the book, and so what they have in common by their names, as a series; words as tables
    sort them.
    """
    if grouping.is_link:
        return index.place.get(value, len(index.place))
    if grouping.field is None:
        return 0
    from tracker.models.sorting import value_key  # with what tables say of values, which lanes without groups need not

    return value_key(grouping.field, value, index.book)


def _name(index: Index, grouping: Grouping, value: str) -> str:
    if not value:
        return _("{what} not known").format(what=_(grouping.label))
    if grouping.is_link:
        return index.book.name(value)
    field = grouping.field
    return field.choice_label(value) if field is not None and field.type is Type.CHOICE else value


def from_mission(index: Index, mission: Mission, kind: Kind) -> Iterator[Record | None]:
    """The records of a kind that a mission leads to."""
    if kind is Mission:
        yield mission
    elif kind in (Spacecraft, Station):
        crafts = (index.vessels[id] for id in index.vessels_of(mission))
        yield from (craft for craft in crafts if (craft.type == "station") is (kind is Station))
    elif kind is Event:
        yield from index.launches(index.events_of_mission.get(mission.id, NONE))
    elif kind is Production:
        yield from index.productions_of_mission.get(mission.id, ())


def from_vessel(index: Index, craft: Spacecraft, kind: Kind) -> Iterator[Record | None]:
    """The records of a kind that a vessel leads to."""
    events = index.events_of_craft.get(craft.id, NONE)
    if kind is Spacecraft:
        yield craft
    elif kind is Station:
        yield from _stations(index, craft, events)
    elif kind is Event:
        yield from index.launches(events)
    else:
        legs = (leg.mission for leg in index.legs_of_craft.get(craft.id, ()))
        named = dict.fromkeys([*filter(None, legs), *index.events.of("mission").in_order(events)])
        missions = (index.book.get(id, Mission) for id in named)
        yield from _missions_or_productions(index, filter(None, missions), kind)


def _stations(index: Index, craft: Spacecraft, events: Places) -> Iterator[Record | None]:
    """What it ever docks with; a station is with itself."""
    ids = [*index.events.of("station").in_order(events), *([craft.id] if craft.type == "station" else [])]
    yield from (index.book.get(id, Spacecraft) for id in dict.fromkeys(ids))


def from_stay(index: Index, stay: Stay, kind: Kind) -> Iterator[Record | None]:
    """The records of a kind that a stay leads to, by the ride it begins with or else the one it ends with."""
    legs = [leg for id in stay.legs if (leg := index.book.get(id, Leg))]
    if kind is Leg:
        yield next((leg for leg in legs if leg.role), None)
    elif kind is Person:
        yield index.book.get(stay.person, Person)
    elif kind is Spacecraft:
        yield index.book.get(stay.vessel, Spacecraft)
    elif kind is Event:
        yield from (index.book.get(leg.departure, Event) for leg in legs[:1])
    else:
        mission = next((leg.mission for leg in legs if leg.mission), "")
        yield from _missions_or_productions(index, filter(None, [index.book.get(mission, Mission)]), kind)


def _missions_or_productions(index: Index, missions: Iterable[Mission], kind: Kind) -> Iterator[Record]:
    for mission in missions:
        yield from [mission] if kind is Mission else index.productions_of_mission.get(mission.id, ())
