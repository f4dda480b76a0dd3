"""What the full check finds: each test damages one thing, as a bit flip or another program would."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import samples
from tracker.domain.records import Event, Person
from tracker.domain.times import Sense, VagueTime
from tracker.store import CannotOpen, Store


@pytest.fixture
def filled(store: Store) -> Store:
    store.apply(samples.adding(*samples.one_of_each()))
    store.apply(samples.changing(next(r for r in store.records() if r.kind == "person"), age=38))
    assert store.check() == []
    return store


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE person SET name = 'Юлия Пересилд'", "Name is not what the edit log says"),
        ("UPDATE person SET age = 39", "Age is not what the edit log says"),
        ("UPDATE person SET age = 'x'", "Age holds something impossible"),
        ("UPDATE person SET nature = 'humam'", "Nature holds something impossible"),
        ("UPDATE person SET birth_date = '1957-99-04'", "cannot be read"),
        ("UPDATE person SET birth_date = '1957-10-05'", "Born holds something impossible"),
        ("UPDATE person SET birth_date_lower = birth_date_lower + 1", "Born holds something impossible"),
        ("UPDATE person SET aliases = '[\"Yulia'", "cannot be read"),
        ("UPDATE person SET aliases = '[ ]'", "Also known as holds something impossible"),
        ("UPDATE person SET name = CAST(x'ff' AS TEXT)", "cannot be read"),
        ("UPDATE spacecraft SET is_placeholder = 5", "Placeholder holds something impossible"),
        ("UPDATE leg SET seat = x'00'", "Seat holds something impossible"),
        ("UPDATE leg SET person = 'nobody'", "leads to a person that is not there"),
        ("UPDATE event_people SET position = 7", "People holds something impossible"),
        ("UPDATE production_parts SET part = '' WHERE position = 0", "People and parts is not what"),
        ("DELETE FROM production_parts WHERE position = 1", "People and parts is not what"),
        ("UPDATE claim SET about = 'nothing'", "Record leads to a record that is not there"),
        ("DELETE FROM claim", "is in the edit log but not in the store"),
        ("INSERT INTO organisation VALUES ('o2', 'x', '[]', '', NULL, '')", "is not in the edit log"),
        ("UPDATE organisation SET id = (SELECT id FROM place)", "occurs twice"),
        ("UPDATE change SET after = replace(after, 'Роскосмос', 'Роскосмоз')", "not what the edit log says"),
        ("UPDATE change SET before = replace(before, '37', '36') WHERE edit = 2", "Edit 2 of the log contradicts"),
        ("UPDATE change SET after = replace(after, '\"age\"', '\"Age\"')", "a field “Age”"),
        ("UPDATE change SET after = '{' WHERE edit = 2", "Edit 2 of the log cannot be read"),
        ("UPDATE change SET kind = 'persom'", "is not in the edit log"),
        ("UPDATE edit SET seq = 7 WHERE seq = 2", "gap"),
        ("UPDATE edit SET at = '2021-13-05'", "An edit or a draft cannot be read"),
        ("INSERT INTO draft VALUES ('x', 'person', '{', '2021-10-05T12:00:00Z')", "An edit or a draft cannot be read"),
    ],
)
def test_damage_is_found(filled: Store, path: Path, sql: str, finding: str) -> None:
    samples.tamper(path, sql)
    found = filled.check()
    assert any(finding in sentence for sentence in found), found


def test_one_bad_row_does_not_hide_the_others(filled: Store, path: Path) -> None:
    filled.apply(samples.adding(Person(id="p2", name="Anna")))
    samples.tamper(path, "UPDATE person SET birth_date = 'x' WHERE id != 'p2'")
    samples.tamper(path, "UPDATE person SET name = 'x' WHERE id = 'p2'")
    found = filled.check()
    assert len(found) == 2
    assert "cannot be read" in found[0]
    assert "Name is not what" in found[1]


def test_a_time_relative_to_nothing_is_found(store: Store) -> None:
    store.apply(samples.adding(Event(name="Launch", planned=VagueTime(sense=Sense.BEFORE, anchor="gone"))))
    assert store.check() == ["Event “Launch”: Planned leads to a record that is not there"]


def test_a_damaged_index_is_found(filled: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, '(about)', '(source)') WHERE type = 'index'")
    with closing(Store.open(path)) as again:
        assert any("damaged" in sentence for sentence in again.check())


@pytest.mark.parametrize("seed", range(3))
def test_any_flipped_bit_is_survived_and_nothing_read_wrongly(filled: Store, path: Path, seed: int) -> None:
    """Wherever it strikes: it is refused, found, or without consequence. Never another error."""
    wanted = everything(filled)
    filled.close()
    whole = path.read_bytes()
    chance = random.Random(seed)
    for place in chance.sample([place for place in range(len(whole)) if whole[place]], 25):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            with closing(Store.open(path, read_only=True)) as store:
                assert store.check() or everything(store) == wanted, place
        except CannotOpen:
            continue


def everything(store: Store) -> tuple[object, ...]:
    log = store.log()
    return list(store.records()), log, [store.changes_of(edit.id) for edit in log]


def test_flipped_bits_in_the_rows_are_found(filled: Store, path: Path) -> None:
    """Each value of each record, one bit of its text flipped where it lies in the file."""
    filled.close()
    whole = path.read_bytes()
    words = ("Пересильд", "Роскосмос", "Soyuz MS-19", "1957-10-04", "2021-10-05T12:22Z", "Tyuratam", "хирург")
    random.seed(19)
    for word in words:
        places = [i for i in range(len(whole)) if whole.startswith(word.encode(), i)]
        assert len(places) >= 2, word  # in its row and in the log
        for place in places:
            damaged = bytearray(whole)
            damaged[place + random.randrange(len(word.encode()))] ^= 1 << random.randrange(8)
            path.write_bytes(damaged)
            try:
                with closing(Store.open(path, read_only=True)) as store:
                    assert store.check() != [], (word, place)
            except CannotOpen:
                continue


def test_a_log_older_than_a_field_is_sound(filled: Store, path: Path) -> None:
    """A migration adds a column and leaves the log alone: what that does not know was empty."""
    samples.tamper(path, "UPDATE change SET after = json_remove(after, '$.note') WHERE before IS NULL")
    assert filled.check() == []
    (person,) = [record for record in filled.records() if record.kind == "person"]
    filled.apply(samples.changing(person, note="First known now"))
    assert filled.check() == []
