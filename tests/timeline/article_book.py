"""A small book after the article, made by hand, so that these tests do not hang on the seeds."""

from tracker.domain import edtf
from tracker.domain.book import Book
from tracker.domain.records import Claim, Event, Leg, Mission, Person, Record, Source, Spacecraft
from tracker.domain.times import Sense, VagueTime

PEOPLE = (
    ("shkaplerov", "Anton Shkaplerov"),
    ("peresild", "Yulia Peresild"),
    ("shipenko", "Klim Shipenko"),
    ("novitsky", "Oleg Novitsky"),
)
UNNAMED = (
    "a Russian cosmonaut",
    "a Frenchman",
    "a Japaneseman",
    "NASA astronaut 1",
    "NASA astronaut 2",
    "NASA astronaut 3",
)


def event(id: str, name: str, type: str, actual: str = "", planned: str = "", **more: object) -> Event:
    times = {
        "actual": edtf.read(actual) if actual else None,
        "planned": edtf.read(planned) if planned else None,
    }
    return Event(**{"id": id, "name": name, "type": type, "mission": "mission", **times, **more})  # type: ignore[arg-type]


def records() -> list[Record]:
    return [
        Source(
            id="source",
            title="A Russian crew arrives at the International Space Station to shoot the first movie in space",
            publisher="Washington Newsday",
            agency="AFP",
            date=edtf.read("2021-10-05"),
        ),
        Spacecraft(id="ms19", name="Soyuz MS-19", type="capsule"),
        Spacecraft(id="iss", name="International Space Station", type="station"),
        Spacecraft(id="return", name="unnamed return capsule", type="capsule", is_placeholder=True),
        Mission(
            id="mission",
            name="Soyuz MS-19 film mission",
            objective="Shoot the first film in space",
            spacecraft=("ms19", "iss"),
            planned_duration=12,
        ),
        *(Person(id=id, name=name) for id, name in PEOPLE),
        *(Person(id=f"unnamed{n}", name=name, nature="placeholder") for n, name in enumerate(UNNAMED)),
        *events(),
        *legs(),
        Claim(
            id="claim",
            about="docking",
            field="actual",
            value="2021-10-05T12:22Z",
            source="source",
            fragment="To 1222 GMT",
        ),
    ]


def events() -> list[Event]:
    met = VagueTime(sense=Sense.BEFORE, anchor="docking")
    return [
        event("launch", "Launch of Soyuz MS-19", "launch", "2021-10-05", spacecraft="ms19"),
        event("manual", "Switch to manual control", "manual control", "2021-10-05", spacecraft="ms19"),
        event("docking", "Docking with the ISS", "docking", "2021-10-05T12:22Z", spacecraft="ms19", station="iss"),
        event("hatches", "Hatches opened", "hatch opening", "2021-10-05", spacecraft="ms19"),
        event(
            "undocking",
            "Undocking of the return capsule",
            "undocking",
            planned="2021-10-17",
            spacecraft="return",
            station="iss",
        ),
        event("landing", "Landing with Novitsky", "landing", planned="2021-10-17", spacecraft="return"),
        event(
            "tweet",
            "Novitsky’s tweet",
            "statement",
            "2021-10-05",
            quotation="Welcome to the International Space Station.",
        ),
        event("ernst", "Ernst speaks with the crew", "conversation", "2021-10-05"),
        event("peskov", "Peskov on pioneers", "statement", "2021-10-05"),
        event("filming", "Filming of “The Challenge”", "filming", planned="2021-10"),
        event("hollywood", "Announcement of a Hollywood film in space", "announcement", "2020", mission=""),
        event("arrival", "Novitsky’s arrival", "arrival", "2021-04~", mission="", station="iss"),
        Event(id="met", name="Aboard before the docking", type="arrival", actual=met, station="iss"),
        event("sputnik", "Launch of Sputnik", "first", mission=""),
        event("gagarin", "First man in orbit", "first", mission=""),
    ]


def legs() -> list[Leg]:
    up = [
        Leg(
            id=f"up-{id}",
            person=id,
            direction="up",
            spacecraft="ms19",
            mission="mission",
            departure="launch",
            arrival="docking",
        )
        for id in ("shkaplerov", "peresild", "shipenko")
    ]
    here = [Leg(id=f"up-unnamed{n}", person=f"unnamed{n}", direction="up", arrival="met") for n in range(len(UNNAMED))]
    novitsky = Leg(id="up-novitsky", person="novitsky", direction="up", arrival="arrival")
    down = [
        Leg(
            id=f"down-{id}",
            person=id,
            direction="down",
            spacecraft="return",
            mission="mission",
            departure="undocking",
            arrival="landing",
        )
        for id in ("peresild", "shipenko", "novitsky")
    ]
    return [*up, novitsky, *here, *down]


def article_book() -> Book:
    return Book(records())
