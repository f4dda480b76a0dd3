"""Stores to look at and to measure with: the real crewed missions, or as many made-up events as one likes.

    python -m tests.missions STORE           the crewed missions of 1961 to 2021
    python -m tests.missions STORE 100000    so many events of missions that never were

The table of the real ones is not part of the project: it is looked for in `shared/data` beside the project
or further up, or in the folder that MISSION_TRACKER_DATA names.
"""

import csv
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from tracker.domain import edtf
from tracker.domain.edits import Change, Edit
from tracker.domain.records import Claim, Event, Leg, Mission, Person, Record, Source, Spacecraft
from tracker.domain.times import Precision, VagueTime, at
from tracker.store import Store

TABLE = Path("wikipedia_crewed_missions") / "missions.csv"
NO_STATIONS = ("", "Apollo", "Hubble", "Moon", "Salyut 7 + MIR", "Soyuz")  # destinations that are something else
AT_ONCE = 50_000  # records of one edit

MISSIONS, CREW, STATIONS = 100, 3, 10  # of what never was
FIRST, SPAN = datetime(1961, 4, 12, tzinfo=UTC), timedelta(days=60 * 365)
BEGIN, END = ("launch", "docking"), ("undocking", "landing")
BETWEEN = ("hatch opening", "announcement", "filming", "relocation", "statement", "transfer")


def main(path: Path, count: int | None = None) -> None:
    fill(path, count)
    print(f"{path}: {path.stat().st_size / 2**20:.1f} MiB")


def fill(path: Path, count: int | None = None) -> None:
    """Makes the store, in edits of a size that memory bears."""
    records = real() if count is None else made_up(count)
    with closing(Store.create(path)) as store:
        while some := [Change(None, record) for record in islice(records, AT_ONCE)]:
            store.apply(Edit("Import", tuple(some)))


def table() -> Path:
    """Where the table of the real missions is. FileNotFoundError if it is nowhere."""
    kept = os.environ.get("MISSION_TRACKER_DATA")
    places = [Path(kept)] if kept else [up / "shared" / "data" for up in Path(__file__).resolve().parents]
    found = [place / TABLE for place in places if (place / TABLE).exists()]
    if not found:
        raise FileNotFoundError(f"{TABLE} is in none of {', '.join(map(str, places))}")
    return found[0]


def real() -> Iterator[Record]:
    """Missions, their vessels, launches and landings, each with the line of the table that says so."""
    text = table().read_text(encoding="utf-8")
    source = Source(
        title="highest-human, missions.csv",
        agency="Wikipedia",
        date=VagueTime(datetime(2021, 9, 16, tzinfo=UTC), Precision.DAY),
        text=text,
    )
    yield source
    lines = text.splitlines()
    rows = list(csv.DictReader(lines))
    names = dict.fromkeys(row["destination"] for row in rows if row["destination"] not in NO_STATIONS)
    stations = {name: Spacecraft(name=name, type="station") for name in names}
    yield from stations.values()
    for row, line in zip(rows, lines[1:], strict=True):
        yield from _flown(row, line, source, stations.get(row["destination"]))


def _flown(row: dict[str, str], line: str, source: Source, station: Spacecraft | None) -> Iterator[Record]:
    craft = Spacecraft(name=row["name"], type="capsule", note=row["program"])
    mission = Mission(
        name=row["name"],
        objective=row["destination"],
        status="completed" if row["touchdown"] else "under way",
        spacecraft=(craft.id, *((station.id,) if station else ())),
    )
    days = {"launch": row["launch"], "landing": row["touchdown"]}
    events = [
        Event(
            name=f"{way.capitalize()} of {row['name']}",
            type=way,
            mission=mission.id,
            spacecraft=craft.id,
            actual=edtf.read(day),
        )
        for way, day in days.items()
        if day
    ]
    yield from (craft, mission, *events)
    said = [(mission, "name", row["name"]), *((one, "actual", edtf.write(one.actual)) for one in events)]
    for record, field, value in said:
        yield Claim(about=record.id, field=field, value=value, source=source.id, fragment=line)


def made_up(count: int) -> Iterator[Record]:
    """One mission after the other, each with its events, a vessel and a crew that rides up and down."""
    missions = min(MISSIONS, max(1, count // 8))
    stations = [Spacecraft(name=f"Station {n}", type="station") for n in range(min(STATIONS, missions))]
    yield from stations
    begun = 0
    for n in range(missions):
        end = count * (n + 1) // missions
        yield from _made_up_mission(n, range(begun, end), count, stations[n % len(stations)])
        begun = end


def _made_up_mission(n: int, places: range, count: int, station: Spacecraft) -> Iterator[Record]:
    craft = Spacecraft(name=f"Vessel {n}", type="capsule", seats=CREW)
    mission = Mission(name=f"Mission {n}", status="completed", spacecraft=(craft.id, station.id))
    crew = [Person(name=f"Person {n} {seat}") for seat in range(CREW)]
    yield from (craft, mission, *crew)
    ends: dict[str, str] = {}
    for place in places:
        event = _made_up_event(place, places, count, craft, mission, station)
        ends.setdefault(event.type, event.id)
        yield event
    for person in crew:
        for way, (departure, arrival) in (("up", BEGIN), ("down", END)):
            yield Leg(
                person=person.id,
                direction=way,
                spacecraft=craft.id,
                mission=mission.id,
                departure=ends[departure],
                arrival=ends[arrival],
            )


def _made_up_event(
    place: int, places: range, count: int, craft: Spacecraft, mission: Mission, station: Spacecraft
) -> Event:
    """Most to the minute, one in twenty to the day; one in ten came ten minutes after its plan."""
    first, last = place - places.start, places.stop - 1 - place
    type = BEGIN[first] if first < 2 else END[1 - last] if last < 2 else BETWEEN[place % len(BETWEEN)]
    moment = FIRST + SPAN * (place / count)
    return Event(
        name=f"{type.capitalize()} {place}",
        type=type,
        mission=mission.id,
        spacecraft=craft.id,
        station=station.id if "docking" in type else "",
        planned=at(moment - timedelta(minutes=10)) if place % 10 == 0 else None,
        actual=at(moment, Precision.DAY if place % 20 == 7 else Precision.MINUTE),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
