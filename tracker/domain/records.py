"""The records: frozen dataclasses, told apart by ids that are made here.

The words are those of the field: a leg is one person's ride in one direction, a claim is what one
source says of one field. A stay is not here: it follows from the legs (see stays.py).
"""

from dataclasses import dataclass, field
from typing import ClassVar

from tracker.domain import choices
from tracker.domain import fields as f
from tracker.domain.times import VagueTime
from tracker.i18n import N_, NC_

MOST_WORDS = 12  # of a source that a claim may quote


def new_id() -> str:
    """A UUID in its usual text form."""
    from uuid import uuid4  # a start reads records, which have their ids already

    return str(uuid4())


@dataclass(frozen=True, slots=True)
class Part:
    """What a person does in a production: a role, a job, a cameo."""

    person: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share. `kind` is the name used in the store, in links and in JSON."""

    kind: ClassVar[str]
    label: ClassVar[str]

    id: str = field(default_factory=new_id)

    @property
    def own_name(self) -> str:
        """Its name or its title; empty for legs and claims, which `Book.name` describes."""
        return getattr(self, "name", "") or getattr(self, "title", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A text or a data set that says something."""

    kind: ClassVar[str] = "source"
    label: ClassVar[str] = N_("Source")

    title: str = f.text(N_("Title"), required=True)
    publisher: str = f.text(N_("Publisher"))
    agency: str = f.text(N_("Upstream agency"), N_("The news agency the text was made from"))
    date: VagueTime | None = f.time(N_("Date"), N_("Relative words in it count from this day"))
    address: str = f.text(N_("Address"), N_("Where it can be read"))
    text: str = f.long_text(N_("Full text"), N_("Fragments are checked against it"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """One value of one field of one record, said by one source.

    `value` is the canonical text of the value (see plain.py); of a field that holds several
    elements it is one element. The certainty is the source's, at the source's date.
    """

    kind: ClassVar[str] = "claim"
    label: ClassVar[str] = N_("Claim")

    about: str = f.link(N_("Record"), "", required=True)
    field: str = f.text(N_("Field"), required=True)
    value: str = f.text(N_("Value"))
    certainty: str = f.choice(N_("Certainty"), choices.CERTAINTY)
    source: str = f.link(N_("Source"), "source", required=True)
    fragment: str = f.text(N_("Fragment"), N_("Words of the source, 12 at most, exactly as printed"))
    remark: str = f.text(N_("Remark"), N_("How a vague or relative wording was understood"))
    as_of: VagueTime | None = f.time(N_("As of"), N_("When it was so, if not at the source's date"))

    @property
    def target(self) -> str:
        """The id in the value, if it is a link's."""
        return self.value.partition("|")[0]

    @property
    def part(self) -> str:
        """What the person does, if the value is a person's part in a production."""
        return self.value.partition("|")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A human, an animal, a fictional character, or a placeholder for somebody unnamed."""

    kind: ClassVar[str] = "person"
    label: ClassVar[str] = N_("Person")

    name: str = f.text(NC_("of a person", "Name"), required=True)
    aliases: tuple[str, ...] = f.words(N_("Also known as"), N_("Other spellings and scripts"))
    native_name: str = f.text(N_("Native name"))
    nature: str = f.choice(N_("Nature"), choices.NATURE, N_("Only humans and placeholders are counted aboard"))
    nationality: str = f.text(N_("Nationality"), N_("Soviet is not Russian"), sorts=True)
    occupation: str = f.text(N_("Occupation"), sorts=True)
    organisation: str = f.link(N_("Organisation"), "organisation")
    position: str = f.text(N_("Position there"))
    age: int | None = f.number(N_("Age"), N_("As stated; each source says at what date"), unit=N_("years"))
    birth_date: VagueTime | None = f.time(N_("Born"))
    known_for: str = f.text(N_("Known for"))
    note: str = f.long_text(N_("Note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """An agency, a company, a broadcaster, a government, a state, a news agency."""

    kind: ClassVar[str] = "organisation"
    label: ClassVar[str] = N_("Organisation")

    name: str = f.text(N_("Name"), required=True)
    aliases: tuple[str, ...] = f.words(N_("Also known as"))
    type: str = f.choice(N_("Type"), choices.ORGANISATION)
    country: str = f.link(N_("Country"), "place")
    note: str = f.long_text(N_("Note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A launch site, a landing area, a city, a country."""

    kind: ClassVar[str] = "place"
    label: ClassVar[str] = N_("Place")

    name: str = f.text(N_("Name"), required=True)
    aliases: tuple[str, ...] = f.words(N_("Also known as"))
    type: str = f.choice(N_("Type"), choices.PLACE)
    country: str = f.link(N_("Country"), "place")
    leased_by: str = f.link(N_("Leased by"), "organisation")
    zone: str = f.zone(N_("Time zone"), N_("Its IANA name, such as Asia/Qyzylorda"))
    note: str = f.long_text(N_("Note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacecraft(Record):
    """A capsule, a station, a satellite, a launcher. A vessel is one that can carry people."""

    kind: ClassVar[str] = "spacecraft"
    label: ClassVar[str] = NC_("one", "Spacecraft")

    name: str = f.text(N_("Name"), required=True)
    aliases: tuple[str, ...] = f.words(N_("Also known as"))
    type: str = f.choice(N_("Type"), choices.SPACECRAFT, sorts=True)
    is_placeholder: bool = f.flag(N_("Placeholder"), N_("The source does not say which one it is"))
    operator: str = f.link(N_("Operator"), "organisation")
    seats: int | None = f.number(N_("Seats"))
    ports: tuple[str, ...] = f.words(N_("Docking ports"))
    note: str = f.long_text(N_("Note"))

    @property
    def is_vessel(self) -> bool:
        return self.type in choices.VESSELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission(Record):
    """A purpose with crew, spacecraft and events; the crew are its legs."""

    kind: ClassVar[str] = "mission"
    label: ClassVar[str] = N_("Mission")

    name: str = f.text(N_("Name"), required=True)
    aliases: tuple[str, ...] = f.words(N_("Also known as"))
    objective: str = f.long_text(N_("Objective"))
    status: str = f.choice(N_("Status"), choices.STATUS, sorts=True)
    spacecraft: tuple[str, ...] = f.links(N_("Spacecraft"), "spacecraft")
    organisations: tuple[str, ...] = f.links(N_("Organisations"), "organisation")
    planned_duration: int | None = f.number(N_("Planned duration"), unit=N_("days"))
    actual_duration: int | None = f.number(N_("Actual duration"), unit=N_("days"))
    note: str = f.long_text(N_("Note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happens at a time: a launch, a docking, a statement, a first.

    `spacecraft` is the one that moves or acts, `station` the one it docks with or leaves.
    Planned and actual times are both kept; what has no actual time has not happened yet.
    """

    kind: ClassVar[str] = "event"
    label: ClassVar[str] = N_("Event")

    name: str = f.text(N_("Name"), required=True)
    type: str = f.choice(N_("Type"), choices.EVENT)
    mission: str = f.link(N_("Mission"), "mission")
    planned: VagueTime | None = f.time(N_("Planned"))
    actual: VagueTime | None = f.time(N_("Actual"))
    punctuality: str = f.choice(N_("Punctuality"), choices.PUNCTUALITY)
    spacecraft: str = f.link(NC_("one", "Spacecraft"), "spacecraft")
    station: str = f.link(N_("Station"), "spacecraft", help=N_("Docked with, left or entered"))
    port: str = f.text(N_("Docking port"))
    place: str = f.link(N_("Place"), "place")
    people: tuple[str, ...] = f.links(N_("People"), "person")
    organisations: tuple[str, ...] = f.links(N_("Organisations"), "organisation")
    quotation: str = f.long_text(N_("Quotation"), N_("As printed, without the outer marks"))
    detail: str = f.long_text(N_("Detail"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg(Record):
    """One person's ride on one vessel in one direction.

    Up and down are separate, because people come home on other vehicles. Its times are those of
    the events it leads from and to; an empty spacecraft is a vehicle that nobody names.
    """

    kind: ClassVar[str] = "leg"
    label: ClassVar[str] = N_("Leg")

    person: str = f.link(N_("Person"), "person", required=True)
    direction: str = f.choice(N_("Direction"), choices.DIRECTION)
    spacecraft: str = f.link(NC_("one", "Spacecraft"), "spacecraft")
    mission: str = f.link(N_("Mission"), "mission")
    role: str = f.text(N_("Role"), sorts=True)
    seat: str = f.text(N_("Seat"))
    departure: str = f.link(N_("Departs with"), "event", help=N_("The launch or undocking it begins with"))
    arrival: str = f.link(N_("Arrives with"), "event", help=N_("The docking or landing it ends with"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Production(Record):
    """The film or programme that a mission serves."""

    kind: ClassVar[str] = "production"
    label: ClassVar[str] = N_("Production")

    title: str = f.text(N_("Title"), required=True)
    type: str = f.choice(N_("Type"), choices.PRODUCTION)
    mission: str = f.link(N_("Mission"), "mission")
    organisations: tuple[str, ...] = f.links(N_("Organisations"), "organisation")
    plot: str = f.long_text(N_("Plot"))
    budget: str = f.text(N_("Budget"))
    parts: tuple[Part, ...] = f.parts(N_("People and parts"), "person")
    note: str = f.long_text(N_("Note"))


KINDS: dict[str, type[Record]] = {
    kind.kind: kind
    for kind in (
        Person,
        Spacecraft,
        Mission,
        Event,
        Leg,
        Place,
        Organisation,
        Production,
        Source,
        Claim,
    )
}
