"""Which lanes there are and who is in them, by mission and by crew; what both have in common with other views."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from tracker.domain.records import Mission, Person
from tracker.domain.stays import Stay
from tracker.i18n import N_, _
from tracker.models.feed import flights
from tracker.models.feed.bars import Pencil
from tracker.models.feed.changes import events_of
from tracker.models.feed.events import NONE, Places
from tracker.models.feed.groups import groupings
from tracker.models.feed.index import TALK
from tracker.models.feed.sorting import LedTo, from_mission, from_stay, sorted_into
from tracker.models.feed.view import View
from tracker.timeline.plans.plan import NEUTRAL

# Key, name, and whether it is for talk: what happened comes first, what was said last.
TALKS = (("events", N_("Events"), False), ("talk", N_("Statements"), True))
DERIVED = N_("A stay is changed by its events: add one in the lane of a vessel or of a mission.")
U = TypeVar("U")


def by_mission(pencil: Pencil, view: View) -> None:
    """Mission, its spacecraft, and under each the people who came by it, with their whole story.

    Each person has one lane in a group. Those who were aboard a station before stand under the station.
    """
    shown: set[str] = set()
    for group, missions in in_groups(pencil, view, pencil.index.missions, from_mission):
        seen: set[str] = set()
        for mission in missions:
            _mission(pencil, group, mission, seen)
        shown |= seen
    _without_mission(pencil, shown)


def by_crew(pencil: Pencil, view: View) -> None:
    """A lane for each person; those with a name first. In groups a lane holds the stays that belong there. Flights of
    nobody who is known share one lane, and their events are told by their bars.
    """
    people = sorted(pencil.index.travellers, key=lambda person: person.nature == "placeholder")
    if not view.group_by:
        group = pencil.lane("", "crew", _("Crew"), is_group=True, count=len(people)) if people else ""
        for person in people:
            _person(pencil, group, person, pencil.index.stays(person.id))
    else:
        story = [stay for person in people for stay in pencil.index.stays(person.id)]
        for group, stays in in_groups(pencil, view, story, from_stay):
            for id in dict.fromkeys(stay.person for stay in stays):
                [person] = pencil.index.in_order([id])
                _person(pencil, group, person, [stay for stay in stays if stay.person == id])
    told = _unnamed(pencil)
    shown = pencil.index.shown
    events(pencil, "", shown[~np.isin(shown, told)])


def _unnamed(pencil: Pencil) -> list[int]:
    """Draws the flights of nobody who is known, and gives the events that these tell of."""
    found = flights.unnamed(pencil.index)
    if found:
        many = sum(map(len, found.values()))
        lane = pencil.lane("", "unnamed", _("Crew not named"), is_group=True, count=many, stacks=True)
        for id, flown in found.items():
            for flight in flown:
                flights.draw(pencil, lane, pencil.index.vessels[id], flight, pencil.vessel_name(id))
    return [place for flown in found.values() for flight in flown for place in flight]


def in_groups(pencil: Pencil, view: View, units: Sequence[U], led_to: LedTo[U]) -> Iterator[tuple[str, list[U]]]:
    """The heading's lane of each group with what belongs under it; without groups everything, under none."""
    if not view.group_by:
        yield "", list(units)
        return
    grouping = groupings(view.kind)[view.group_by]
    for group in sorted_into(pencil.index, grouping, units, led_to):
        many = len({unit.person for unit in group.units if isinstance(unit, Stay)}) or len(group.units)
        has_colour = grouping.is_link or grouping.trait or grouping.key == view.colour_by
        slot = pencil.colours.slot(group.value) if has_colour else NEUTRAL
        key = f"{grouping.key}={group.value}"
        yield pencil.lane("", key, group.name, is_group=True, count=many, slot=slot), group.units


def vessel(pencil: Pencil, parent: str, id: str, own: Places, count: int, mission: str = "") -> str:
    """The heading of a vessel, with its events beside it: those of a mission where that is above it."""
    more = {"slot": pencil.colours.of_vessel(id), "count": count or None, "creates": events_of(mission, id)}
    lane = pencil.lane(parent, id or "unknown", pencil.vessel_name(id), is_group=True, stacks=True, **more)
    pencil.events(lane, own)
    return lane


def events(
    pencil: Pencil,
    parent: str,
    found: Places,
    lanes: Sequence[tuple[str, str, bool]] = TALKS,
    mission: str = "",
) -> None:
    """What happened and what was said, each in a lane of its own."""
    drawn = found[pencil.index.is_drawn[found] & ~pencil.index.begin_stays(found)]
    talks = pencil.index.events.of("type").among(TALK, drawn)
    for key, name, is_talk in lanes:
        chosen = drawn[talks == is_talk]
        if len(chosen):
            new = events_of(mission, type="statement" if is_talk else "")
            lane = pencil.lane(parent, key, _(name), is_group=not parent, stacks=True, creates=new)
            pencil.events(lane, chosen)


def _mission(pencil: Pencil, parent: str, mission: Mission, seen: set[str]) -> None:
    index = pencil.index
    own = index.events_of_mission.get(mission.id, NONE)
    on_craft = index.events.of("spacecraft").sorted(own)
    vessels = index.vessels_of(mission)
    crew = [person for person in _crew(pencil, mission, vessels) if person.id not in seen]
    seen.update(person.id for person in crew)
    only = _called_alike(pencil, mission, vessels) if not crew else ""
    more = {"slot": pencil.colours.of_mission(mission), "count": len(crew) or None, "stacks": bool(only)}
    lane = pencil.lane(parent, mission.id, mission.name, is_group=True, **more)
    pencil.mission(lane, mission, index.span_events.get(mission.id, NONE))
    if only:
        pencil.events(lane, on_craft.get(only, NONE))
    rest = own[~index.events.of("spacecraft").among(vessels, own)]
    events(pencil, lane, rest, TALKS[:1], mission.id)
    came_by: dict[str, list[Person]] = {}
    for person in crew:
        story = index.stays(person.id)
        came_by.setdefault(story[0].vessel if story else "", []).append(person)
    for id in dict.fromkeys((*vessels, *came_by)) if not only else ():
        _vessel_with_people(pencil, lane, id, on_craft.get(id, NONE), came_by.get(id, []), mission.id)
    events(pencil, lane, rest, TALKS[1:], mission.id)


def _called_alike(pencil: Pencil, mission: Mission, vessels: Sequence[str]) -> str:
    """The vessel that is called as its mission, if nothing else needs a lane below it: one name twice says no more."""
    index = pencil.index
    busy = [id for id in vessels if index.are_drawn(index.events_of_craft.get(id, NONE))]
    return busy[0] if len(busy) == 1 and pencil.book.name(busy[0]) == mission.name else ""


def _vessel_with_people(pencil: Pencil, parent: str, id: str, own: Places, people: list[Person], mission: str) -> None:
    index = pencil.index
    if not people and not index.are_drawn(own):
        return
    riders = index.in_order(leg.person for leg in index.legs_of_craft.get(id, ()))
    lane = vessel(pencil, parent, id, own, max(len(people), len(riders)), mission)
    for person in people:
        _person(pencil, lane, person, index.stays(person.id), id)


def _crew(pencil: Pencil, mission: Mission, vessels: list[str]) -> list[Person]:
    """Who rides for the mission, and who without any mission is aboard one of its vessels."""
    index = pencil.index
    riding = (leg.person for leg in index.legs_of_mission.get(mission.id, ()))
    return index.in_order((*riding, *(person for id in vessels for person in index.unattached.get(id, ()))))


def _without_mission(pencil: Pencil, seen: set[str]) -> None:
    index = pencil.index
    rest = index.shown[index.events.of("mission").code[index.shown] < 0]
    rest = rest[~index.begin_stays(rest)]
    people = [person for person in index.travellers if person.id not in seen]
    if people or index.are_drawn(rest):
        lane = pencil.lane("", "none", _("Without a mission"), is_group=True, count=len(people) or None)
        events(pencil, lane, rest)
        for person in people:
            _person(pencil, lane, person, index.stays(person.id))


def _person(pencil: Pencil, parent: str, person: Person, story: Iterable[Stay], under: str = "") -> None:
    """A person's lane with each stay named after its vessel, but for that whose heading stands above."""
    lane = pencil.lane(parent, person.id, person.name, slot=pencil.colours.of_person(person.id), locked=_(DERIVED))
    for stay in story:
        pencil.stay(lane, stay, pencil.vessel_name(stay.vessel) if stay.vessel != under else "")
