"""Which lanes there are and who is in them: by mission, by crew, by spacecraft."""

from collections.abc import Iterable

from tracker.domain.aboard import travellers
from tracker.domain.book import Book
from tracker.domain.records import Event, Leg, Mission, Person, Spacecraft
from tracker.domain.stays import Stay, stays
from tracker.i18n import _
from tracker.models.feed_bars import TALK, Pencil, has_bounds


def by_mission(pencil: Pencil) -> None:
    """Mission, its spacecraft, and under each the people who came by it, with their whole story.

    Each person has one lane. Those who were aboard a station before stand under the station.
    """
    seen: set[str] = set()
    for mission in pencil.book.of(Mission):
        if _belongs_anywhere(pencil.book, mission):
            _mission(pencil, mission, seen)
    _without_mission(pencil, seen)


def by_crew(pencil: Pencil) -> None:
    """A lane for each person; those with a name first."""
    people = sorted(travellers(pencil.book), key=lambda person: person.nature == "placeholder")
    group = pencil.lane("crew", _("Crew"), is_group=True, count=len(people))
    for person in people:
        _person(pencil, group, person, 1, stays(pencil.book, person.id))
    _events(pencil, group, pencil.book.of(Event), 0)


def by_spacecraft(pencil: Pencil) -> None:
    """Each vessel with its events and everybody who is ever aboard."""
    aboard: dict[str, list[tuple[Person, list[Stay]]]] = {}
    for person in travellers(pencil.book):
        story = stays(pencil.book, person.id)
        for vessel in dict.fromkeys(stay.vessel for stay in story):
            here = [stay for stay in story if stay.vessel == vessel]
            aboard.setdefault(vessel, []).append((person, here))
    events = pencil.book.of(Event)
    for craft in pencil.book.of(Spacecraft):
        own = [event for event in events if event.spacecraft == craft.id]
        people = aboard.get(craft.id, [])
        if people or any(is_drawn(pencil.book, event) for event in own):
            lane = _vessel(pencil, "all", craft.id, own, len(people), 0)
            for person, here in people:
                _person(pencil, lane, person, 1, here)
    _events(pencil, "rest", [event for event in events if not event.spacecraft], 0)


def _belongs_anywhere(book: Book, mission: Mission) -> bool:
    return any(isinstance(record, Event | Leg) for record in book.referring(mission.id))


def _mission(pencil: Pencil, mission: Mission, seen: set[str]) -> None:
    book = pencil.book
    events = [event for event in book.of(Event) if event.mission == mission.id]
    vessels = _vessels(book, mission, events)
    crew = _crew(book, mission, vessels, seen)
    seen.update(person.id for person in crew)
    lane = pencil.lane(mission.id, mission.name, is_group=True, count=len(crew) or None)
    pencil.mission(lane, mission, events)
    _events(pencil, mission.id, [event for event in events if event.spacecraft not in vessels], 1)
    came_by: dict[str, list[tuple[Person, list[Stay]]]] = {}
    for person in crew:
        story = stays(book, person.id)
        came_by.setdefault(story[0].vessel if story else "", []).append((person, story))
    for vessel in [*vessels, *(set(came_by) - set(vessels))]:
        own = [event for event in events if vessel and event.spacecraft == vessel]
        _vessel_with_people(pencil, mission.id, vessel, own, came_by.get(vessel, []))


def _vessel_with_people(
    pencil: Pencil, group: str, vessel: str, own: list[Event], people: list[tuple[Person, list[Stay]]]
) -> None:
    if not people and not any(is_drawn(pencil.book, event) for event in own):
        return
    riders = {leg.person for leg in pencil.book.of(Leg) if vessel and leg.spacecraft == vessel}
    lane = _vessel(pencil, group, vessel, own, max(len(people), len(riders)), 1)
    for person, story in people:
        _person(pencil, lane, person, 2, story)


def _vessels(book: Book, mission: Mission, events: Iterable[Event]) -> list[str]:
    """The vessels of a mission in the order of its own list, then as they appear."""
    legs = (leg.spacecraft for leg in book.of(Leg) if leg.mission == mission.id)
    named = [*mission.spacecraft, *legs, *(id for event in events for id in (event.spacecraft, event.station))]
    return [id for id in dict.fromkeys(named) if id and _is_vessel(book, id)]


def _is_vessel(book: Book, id: str) -> bool:
    craft = book.get(id, Spacecraft)
    return craft is not None and craft.is_vessel


def _crew(book: Book, mission: Mission, vessels: list[str], seen: set[str]) -> list[Person]:
    """Who rides for the mission, and who without any mission is aboard one of its vessels."""
    legs: dict[str, list[Leg]] = {}
    for leg in book.of(Leg):
        legs.setdefault(leg.person, []).append(leg)
    return [
        person
        for person in travellers(book)
        if person.id not in seen and _takes_part(book, mission, vessels, person, legs[person.id])
    ]


def _takes_part(book: Book, mission: Mission, vessels: list[str], person: Person, legs: list[Leg]) -> bool:
    if any(leg.mission for leg in legs):
        return any(leg.mission == mission.id for leg in legs)
    return any(stay.vessel in vessels for stay in stays(book, person.id))


def _without_mission(pencil: Pencil, seen: set[str]) -> None:
    events = [event for event in pencil.book.of(Event) if not event.mission]
    people = [person for person in travellers(pencil.book) if person.id not in seen]
    if people or any(is_drawn(pencil.book, event) for event in events):
        lane = pencil.lane("none", _("Without a mission"), is_group=True, count=len(people) or None)
        _events(pencil, lane, events, 1)
        for person in people:
            _person(pencil, lane, person, 1, stays(pencil.book, person.id))


def _vessel(pencil: Pencil, group: str, vessel: str, events: list[Event], count: int, level: int) -> str:
    name = pencil.book.name(vessel) or _("unknown vehicle")
    key = f"{group}/{vessel}"
    slot = pencil.slot(vessel)
    lane = pencil.lane(key, name, level, is_group=True, count=count or None, stacks=True, vessel=slot)
    for event in events:
        pencil.event(lane, event)
    return lane


def _person(pencil: Pencil, group: str, person: Person, level: int, story: list[Stay]) -> None:
    lane = pencil.lane(f"{group}/{person.id}", person.name, level)
    for stay in story:
        pencil.stay(lane, stay)


def _events(pencil: Pencil, group: str, events: list[Event], level: int) -> None:
    """Two lanes: what happened, and what was said."""
    drawn = [event for event in events if is_drawn(pencil.book, event)]
    for key, name, is_talk in (("events", _("Events"), False), ("talk", _("Statements"), True)):
        chosen = [event for event in drawn if (event.type in TALK) is is_talk]
        if chosen:
            lane = pencil.lane(f"{group}/{key}", name, level, stacks=True)
            for event in chosen:
                pencil.event(lane, event)


def is_drawn(book: Book, event: Event) -> bool:
    """Whether anything is known of when it was or is to be."""
    return has_bounds(book, event.actual) or has_bounds(book, event.planned)
