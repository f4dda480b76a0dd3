"""Records to store, made up or drawn by Hypothesis, and a dump of what a store's tables hold."""

import dataclasses
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tracker.domain.edits import Change, Edit
from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import (
    KINDS,
    Claim,
    Event,
    Leg,
    Mission,
    Organisation,
    Part,
    Person,
    Place,
    Production,
    Record,
    Source,
    Spacecraft,
)
from tracker.domain.times import EPOCH, UNKNOWN, Precision, Sense, VagueTime, at, floored
from tracker.store import Store
from tracker.store.schema import LISTS, RECORDS

Ids = Mapping[str, Sequence[str]]  # by kind: what links may lead to


def one_of_each() -> list[Record]:
    """A record of every kind, linked to one another in a ring, with no two values alike."""
    place = Place(name="Байконур", aliases=("Baikonur", "Tyuratam"), zone="Asia/Qyzylorda", leased_by="o1")
    agency = Organisation(id="o1", name="Роскосмос", type="agency", country=place.id)
    person = Person(
        name="Юлия Пересильд",
        aliases=("Yulia Peresild",),
        age=37,
        organisation="o1",
        birth_date=at(datetime(1957, 10, 4, tzinfo=UTC), Precision.DAY),
    )
    soyuz = Spacecraft(name="Soyuz MS-19", seats=3, is_placeholder=True, ports=("a", "b"), operator="o1")
    mission = Mission(name="MS-19", spacecraft=(soyuz.id,), organisations=("o1",), planned_duration=12)
    docking = Event(
        name="Docking",
        mission=mission.id,
        actual=at(datetime(2021, 10, 5, 12, 22, tzinfo=UTC)),
        planned=UNKNOWN,
        people=(person.id,),
        place=place.id,
    )
    leg = Leg(person=person.id, spacecraft=soyuz.id, mission=mission.id, arrival=docking.id)
    film = Production(title="Вызов", mission=mission.id, parts=(Part(person.id, "хирург"), Part(person.id)))
    source = Source(title="Article", text="Line one.\nLine “two”.", date=VagueTime())
    claim = Claim(about=person.id, field="name", value="Yulia", source=source.id)
    return [place, agency, person, soyuz, mission, docking, leg, film, source, claim]


def adding(*records: Record, saying: str = "Add", **more: Any) -> Edit:
    return Edit(saying, tuple(Change(None, record) for record in records), **more)


def changing(record: Record, **values: Any) -> Edit:
    return Edit("Change", (Change(record, dataclasses.replace(record, **values)),))


def removing(*records: Record) -> Edit:
    return Edit("Delete", tuple(Change(record, None) for record in records))


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every record table as SQLite holds it, sorted."""
    names = [*RECORDS, *(table.name for table in LISTS.values())]
    with closing(sqlite3.connect(f"{Path(store.location).as_uri()}?mode=ro", uri=True)) as connection:
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def all_rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def tamper(path: Path, sql: str) -> None:
    """What no program of ours would do to a store."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8) | st.sampled_from(
    ("Новицкий", "o'Neil", '"%_', "")
)
moments = st.integers(-2_200_000_000, 4_070_000_000).map(lambda n: EPOCH + timedelta(seconds=n))


@st.composite
def times(draw: st.DrawFn) -> VagueTime | None:
    """Times of every precision and sense, most of them long before or after 1970."""
    kind = draw(st.sampled_from(("none", "unknown", "stated", "stated", "anchored")))
    if kind in ("none", "unknown"):
        return None if kind == "none" else UNKNOWN
    if kind == "anchored":
        return VagueTime(sense=draw(st.sampled_from((Sense.BEFORE, Sense.AFTER))), anchor="e1")
    precision = draw(st.sampled_from([p for p in Precision if p is not Precision.UNKNOWN]))
    sense = draw(st.sampled_from((Sense.AT, Sense.NOT_EARLIER, Sense.NOT_LATER)))
    return VagueTime(floored(draw(moments), precision), precision, draw(st.booleans()), sense)


def values(field: Field, ids: Ids) -> st.SearchStrategy[Any]:
    """What a field can hold, links leading only to the ids given."""
    targets = [id for kind, known in ids.items() if kind in field.to or field.to == ("",) for id in known]
    one = st.sampled_from(targets) if targets else st.nothing()
    simple: dict[Type, st.SearchStrategy[Any]] = {
        Type.WORDS: st.lists(texts, max_size=3).map(tuple),
        Type.NUMBER: st.none() | st.integers(0, 2**40),
        Type.FLAG: st.booleans(),
        Type.CHOICE: st.sampled_from([value for value, _label in field.choices] or [""]),
        Type.TIME: times(),
        Type.LINK: st.just("") | one,
        Type.LINKS: st.lists(one, max_size=3, unique=True).map(tuple) if targets else st.just(()),
        Type.PARTS: st.lists(st.builds(Part, one, texts), max_size=3).map(tuple) if targets else st.just(()),
    }
    return simple.get(field.type, texts)


@st.composite
def records(draw: st.DrawFn, ids: Ids) -> Record:
    """A new record of any kind."""
    cls = draw(st.sampled_from(sorted(KINDS.values(), key=lambda kind: kind.kind)))
    return cls(**{field.name: draw(values(field, ids)) for field in fields_of(cls)})


@st.composite
def changed(draw: st.DrawFn, record: Record, ids: Ids) -> Record:
    """The record with one to three fields drawn anew."""
    fields = draw(st.lists(st.sampled_from(fields_of(type(record))), min_size=1, max_size=3, unique=True))
    return dataclasses.replace(record, **{field.name: draw(values(field, ids)) for field in fields})
