"""A small book by hand: the flight of the article, with the people met aboard."""

from dataclasses import replace
from typing import Any

from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.records import Event, Leg, Mission, Person, Record, Source, Spacecraft

TEXT = "To 1222 GMT, they arrived at the ISS late. On October 17, Shipenko and Peresild will return to Earth."
MET_ABOARD = ("frenchman", "japanese", "nasa-1", "nasa-2", "nasa-3")


def people() -> list[Record]:
    return [
        Person(id="peresild", name="Yulia Peresild", age=37),
        Person(id="shipenko", name="Klim Shipenko", age=38),
        Person(id="shkaplerov", name="Anton Shkaplerov", age=49),
        Person(id="novitsky", name="Oleg Novitsky"),
        Person(id="russian", name="a second Russian cosmonaut", nature="placeholder"),
        Person(id="frenchman", name="a Frenchman", nature="placeholder"),
        Person(id="japanese", name="a Japanese", nature="placeholder"),
        *(Person(id=f"nasa-{n}", name=f"NASA astronaut {n}", nature="placeholder") for n in (1, 2, 3)),
        Person(id="laika", name="Laika", nature="animal"),
        Person(id="physician", name="the physician", nature="fictional"),
    ]


def craft() -> list[Record]:
    return [
        Spacecraft(id="iss", name="International Space Station", type="station"),
        Spacecraft(id="ms19", name="Soyuz MS-19", type="capsule"),
        Spacecraft(id="capsule", name="unnamed return capsule", type="capsule", is_placeholder=True),
        Mission(id="film", name="The film's flight", spacecraft=("ms19",)),
        Source(id="article", title="The article", date=read("2021-10-05"), text=TEXT),
    ]


def events() -> list[Record]:
    return [
        Event(id="launch", name="Launch", type="launch", actual=read("2021-10-05"), spacecraft="ms19"),
        Event(
            id="dock",
            name="Docking",
            type="docking",
            actual=read("2021-10-05T12:22Z"),
            spacecraft="ms19",
            station="iss",
            mission="film",
        ),
        Event(id="met", name="Earlier arrivals", type="arrival", actual=read("../2021-10-04"), station="iss"),
        Event(id="met-novitsky", name="His arrival", type="arrival", actual=read("2021-04~"), station="iss"),
        Event(id="landing", name="Landing", type="landing", planned=read("2021-10-17"), spacecraft="capsule"),
        Event(id="first-dog", name="First dog in orbit", type="first", actual=read("unknown")),
    ]


def up(person: str, arrival: str, **more: str) -> Leg:
    return Leg(id=f"{person}-up", person=person, direction="up", arrival=arrival, **more)


def down(person: str, arrival: str = "landing", spacecraft: str = "capsule", **more: str) -> Leg:
    return Leg(
        id=f"{person}-down",
        person=person,
        direction="down",
        arrival=arrival,
        spacecraft=spacecraft,
        **more,
    )


def legs() -> list[Record]:
    return [
        *(
            up(person, "dock", departure="launch", spacecraft="ms19", mission="film", role=role)
            for person, role in (
                ("shkaplerov", "commander"),
                ("peresild", "actress"),
                ("shipenko", "director"),
            )
        ),
        up("novitsky", "met-novitsky"),
        up("russian", "met"),
        *(up(person, "met") for person in MET_ABOARD),
        *(down(person) for person in ("peresild", "shipenko", "novitsky")),
        Leg(id="laika-up", person="laika", arrival="first-dog"),
    ]


def records() -> list[Record]:
    return [*people(), *craft(), *events(), *legs()]


def book(*more: Record) -> Book:
    """The flight, with `more` records added or put in the place of those with the same id."""
    return Book(({record.id: record for record in records()} | {r.id: r for r in more}).values())


def changed(id: str, **values: Any) -> Record:
    """One of the records with other values; times in their canonical form."""
    times = {name: read(value) for name, value in values.items() if name in ("planned", "actual", "date")}
    return replace(book()[id], **values | times)


def event(id: str, actual: str, planned: str = "") -> Event:
    """Any event at a time; times in their canonical form."""
    return Event(id=id, name=id, actual=read(actual), planned=read(planned))
