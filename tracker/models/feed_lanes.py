"""Which lanes there are and who is in them: by mission, by crew, by vessel."""

from collections.abc import Iterable, Sequence

from tracker.domain.aboard import travellers
from tracker.domain.book import Book
from tracker.domain.records import Event, Leg, Mission, Person, Spacecraft
from tracker.domain.stays import Stay, stays
from tracker.i18n import N_, _
from tracker.models.feed_bars import TALK, Pencil, has_bounds
from tracker.models.feed_edits import events_of

# Key, name, and whether it is for talk: what happened comes first, what was said last.
TALKS = (("events", N_("Events"), False), ("talk", N_("Statements"), True))
DERIVED = N_("A stay is changed by its events: add one in the lane of a vessel or of a mission.")


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


def by_vessel(pencil: Pencil) -> None:
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
                own_lane = pencil.lane(f"{lane}/{person.id}", person.name, 1, locked=_(DERIVED))
                for stay in here:
                    pencil.stay(own_lane, stay, pencil.role(stay))
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
    rest = [event for event in events if event.spacecraft not in vessels]
    _events(pencil, mission.id, rest, 1, TALKS[:1])
    came_by: dict[str, list[tuple[Person, list[Stay]]]] = {}
    for person in crew:
        story = stays(book, person.id)
        came_by.setdefault(story[0].vessel if story else "", []).append((person, story))
    for vessel in [*vessels, *(set(came_by) - set(vessels))]:
        own = [event for event in events if vessel and event.spacecraft == vessel]
        _vessel_with_people(pencil, mission.id, vessel, own, came_by.get(vessel, []))
    _events(pencil, mission.id, rest, 1, TALKS[1:])


def _vessel_with_people(
    pencil: Pencil, group: str, vessel: str, own: list[Event], people: list[tuple[Person, list[Stay]]]
) -> None:
    if not people and not any(is_drawn(pencil.book, event) for event in own):
        return
    riders = {leg.person for leg in pencil.book.of(Leg) if vessel and leg.spacecraft == vessel}
    lane = _vessel(pencil, group, vessel, own, max(len(people), len(riders)), 1)
    for person, story in people:
        _person(pencil, lane, person, 2, story, vessel)


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
    book = pencil.book
    events = [event for event in book.of(Event) if not event.mission and not _begins_stay(book, event)]
    people = [person for person in travellers(book) if person.id not in seen]
    if people or any(is_drawn(book, event) for event in events):
        lane = pencil.lane("none", _("Without a mission"), is_group=True, count=len(people) or None)
        _events(pencil, lane, events, 1)
        for person in people:
            _person(pencil, lane, person, 1, stays(pencil.book, person.id))


def _vessel(pencil: Pencil, group: str, vessel: str, events: list[Event], count: int, level: int) -> str:
    name = pencil.book.name(vessel) or _("unknown vehicle")
    key = f"{group}/{vessel}"
    slot = pencil.slot(vessel)
    new = events_of(group, vessel)
    lane = pencil.lane(key, name, level, is_group=True, count=count or None, stacks=True, slot=slot, creates=new)
    for event in events:
        pencil.event(lane, event)
    return lane


def _person(pencil: Pencil, group: str, person: Person, level: int, story: list[Stay], under: str = "") -> None:
    """A person's lane with each stay named after its vessel, but for that whose heading stands above."""
    lane = pencil.lane(f"{group}/{person.id}", person.name, level, locked=_(DERIVED))
    for stay in story:
        pencil.stay(lane, stay, pencil.vessel_name(stay.vessel) if stay.vessel != under else "")


def _events(
    pencil: Pencil, group: str, events: list[Event], level: int, lanes: Sequence[tuple[str, str, bool]] = TALKS
) -> None:
    """What happened and what was said, each in a lane of its own."""
    drawn = [event for event in events if is_drawn(pencil.book, event) and not _begins_stay(pencil.book, event)]
    for key, name, is_talk in lanes:
        chosen = [event for event in drawn if (event.type in TALK) is is_talk]
        if chosen:
            new = events_of(group, type="statement" if is_talk else "")
            lane = pencil.lane(f"{group}/{key}", _(name), level, is_group=level == 0, stacks=True, creates=new)
            for event in chosen:
                pencil.event(lane, event)


def _begins_stay(book: Book, event: Event) -> bool:
    """Whether it is only how somebody got there, which the bar in that person's lane shows."""
    return event.type == "arrival" and any(isinstance(record, Leg) for record in book.referring(event.id))


def is_drawn(book: Book, event: Event) -> bool:
    """Whether anything is known of when it was or is to be."""
    return has_bounds(book, event.actual) or has_bounds(book, event.planned)
