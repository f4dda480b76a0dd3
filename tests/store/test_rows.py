"""Records come back as they were, and stand in the columns as the schema says."""

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import samples
from tracker.domain.fields import Type, fields_of
from tracker.domain.records import KINDS, Event, Person, Record, Source
from tracker.domain.times import Precision, VagueTime, at
from tracker.store import Store
from tracker.store.rows import loader, plain_fields, stored, stored_record
from tracker.store.schema import LISTS, RECORDS


def test_every_kind_comes_back_as_it_was(store: Store) -> None:
    records = samples.one_of_each()
    assert {record.kind for record in records} == set(KINDS)
    store.apply(samples.adding(*records))
    assert {record.id: record for record in store.records()} == {record.id: record for record in records}
    assert store.check() == []


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_record_comes_back_from_its_row(kind: str, data: st.DataObject) -> None:
    cls = KINDS[kind]
    ids = {kind: ["a", "b"] for kind in KINDS}
    record = cls(**{field.name: data.draw(samples.values(field, ids)) for field in fields_of(cls)})
    row = stored_record(record)
    lists = {name: getattr(record, name) for owner, name in LISTS if owner == kind}
    assert loader(kind)([row["id"], *(row[field.name] for field in plain_fields(cls))], lists) == record
    assert list(row) == [column.name for column in RECORDS[kind].columns]


@pytest.mark.parametrize(
    ("time", "columns"),
    [
        (None, (None, None, None)),
        (VagueTime(), ("unknown", None, None)),
        (at(datetime(1957, 10, 4, 19, 28, 34, tzinfo=UTC), Precision.SECOND), ("1957-10-04T19:28:34Z", -1)),
        (at(datetime(1961, 4, 12, tzinfo=UTC), Precision.DAY), ("1961-04-12", 86400)),
        (at(datetime(2020, 1, 1, tzinfo=UTC), Precision.YEAR), ("2020", 366 * 86400)),
    ],
)
def test_a_time_is_its_text_and_its_bounds(time: VagueTime | None, columns: tuple[object, ...]) -> None:
    field = next(field for field in fields_of(Event) if field.name == "planned")
    found = stored(field, time)
    assert list(found) == ["planned", "planned_lower", "planned_upper"]
    if time is None or time.start is None:
        assert tuple(found.values()) == columns
    else:
        lower = int((time.start - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
        length = 1 if columns[1] == -1 else columns[1]
        assert list(found.values()) == [columns[0], lower, lower + int(str(length))]


def test_what_lies_before_1970_has_negative_bounds(store: Store, path: Path) -> None:
    sputnik = Event(name="Спутник", actual=at(datetime(1957, 10, 4, 19, 28, tzinfo=UTC)))
    store.apply(samples.adding(sputnik))
    assert list(store.records()) == [sputnik]
    row = stored_record(sputnik)
    assert row["actual_lower"] < 0
    assert row["actual_upper"] - row["actual_lower"] == 60


def test_a_zone_is_not_lost(store: Store) -> None:
    moscow = datetime.fromisoformat("2021-10-05T15:22+03:00")
    docking = Event(name="Docking", actual=at(moscow))
    store.apply(samples.adding(docking))
    found = next(store.records())
    assert isinstance(found, Event)
    assert found.actual is not None
    assert found.actual.start == moscow
    assert moscow.utcoffset() == timedelta(hours=3)


def test_numbers_keep_their_digits_and_texts_their_lines(store: Store) -> None:
    person = Person(name="a", age=2**53 + 1, note="one\r\ntwo\n\ttab ‘’ \u00ad\u200f")
    store.apply(samples.adding(person))
    assert list(store.records()) == [person]


def test_records_come_in_the_order_they_were_added(store: Store) -> None:
    people = [Person(name=str(number)) for number in range(50)]
    store.apply(samples.adding(*people))
    store.apply(samples.changing(people[3], name="x"))
    assert [one.id for one in store.records()] == [one.id for one in people]


def test_the_order_within_an_edit_does_not_matter(store: Store) -> None:
    records = samples.one_of_each()
    store.apply(samples.adding(*reversed(records)))
    store.apply(samples.removing(*records))
    assert list(store.records()) == []
    assert all(found == [] for found in samples.rows(store).values())


def test_many_records_at_once(store: Store) -> None:
    people = [Person(name=str(number), aliases=(str(number),)) for number in range(1200)]
    store.apply(samples.adding(*people))
    store.apply(samples.removing(*people[:1100]))
    assert list(store.records()) == list[Record](people[1100:])


def test_each_field_is_written_by_its_own(store: Store) -> None:
    """Every field of every kind, changed alone to something else and back."""
    records = {record.id: record for record in samples.one_of_each()}
    store.apply(samples.adding(*records.values()))
    before = samples.rows(store)
    for record in records.values():
        for field in fields_of(type(record)):
            if field.type in (Type.LINK, Type.LINKS, Type.PARTS) and not field.required:
                other: Any = () if field.is_many else ""
            elif field.type is Type.CHOICE:
                other = field.choices[-1][0]
            elif field.is_link or field.type is Type.ZONE:
                continue
            else:
                other = {
                    Type.WORDS: ("x",),
                    Type.NUMBER: 77,
                    Type.FLAG: not getattr(record, field.name),
                    Type.TIME: at(datetime(1963, 6, 16, tzinfo=UTC), Precision.MONTH),
                }.get(field.type, "х")
            edit = samples.changing(record, **{field.name: other})
            store.apply(edit)
            wanted = {**records, record.id: dataclasses.replace(record, **{field.name: other})}
            assert {one.id: one for one in store.records()} == wanted
            store.apply(samples.changing(wanted[record.id], **{field.name: getattr(record, field.name)}))
    assert samples.rows(store) == before
    assert store.check() == []


def test_a_source_keeps_its_text_byte_for_byte(store: Store) -> None:
    source = Source(title="Статья", text="“Quoted”, …\n\n" * 500)
    store.apply(samples.adding(source))
    assert list(store.records()) == [source]
