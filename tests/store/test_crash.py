"""Several openers at once, and processes killed while they write."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import samples
from tracker.domain.records import Person
from tracker.store import CannotOpen, CannotWrite, Store, sqlite

WRITER = """
import sys
from tracker.domain.edits import Change, Edit
from tracker.domain.records import Person
from tracker.store import Store
store = Store.open(sys.argv[1])
while True:
    person = Person(name="x" * 5000)
    store.apply(Edit("Add", (Change(None, person),)))
    print(person.id, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_what_was_acknowledged_survives_a_kill(store: Store, path: Path) -> None:
    store.close()
    acknowledged: list[str] = []
    for number in (1, 5, 9):
        command = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            acknowledged += [writer.stdout.readline().strip() for _line in range(number)]
            os.kill(writer.pid, signal.SIGKILL)
            acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]
    with closing(Store.open(path)) as again:
        assert again.check() == []
        assert set(acknowledged) <= {record.id for record in again.records()}
    assert list(path.parent.iterdir()) == [path]


def cut_off(store: Store, folder: Path) -> Path:
    """The store as a crash leaves it: half an edit in the file, the journal to undo it beside."""
    store.apply(samples.adding(Person(id="a", name="before", note="x" * 100_000)))
    with store._database._write() as connection:
        connection.exec_driver_sql("PRAGMA cache_spill = 1")
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.exec_driver_sql("UPDATE person SET name = 'after', note = ?", ("y" * 100_000,))
        for number in range(200):
            connection.exec_driver_sql("INSERT INTO draft VALUES (?, '', ?, '')", (str(number), "z" * 3000))
        folder.mkdir()
        shutil.copy(store.path, folder)
        shutil.copy(sqlite.journal(store.path), folder)
        connection.exec_driver_sql("DELETE FROM draft")
    copy = folder / store.path.name
    assert copy.read_bytes().count(b"z" * 3000) > 10
    return copy


@pytest.mark.parametrize("read_only", [False, True])
def test_a_write_cut_off_is_undone_before_reading(store: Store, tmp_path: Path, read_only: bool) -> None:
    copy = cut_off(store, tmp_path / "copy")
    with closing(Store.open(copy, read_only=read_only)) as again:
        found = list(again.records())
        assert isinstance(found[0], Person)
        assert found[0].name == "before"
        assert again.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_write_cut_off_is_undone_through_a_link_too(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "link.tracker"
    link.symlink_to(cut_off(store, tmp_path / "copy"))
    with closing(Store.open(link, read_only=True)) as again:
        assert again.check() == []


def test_a_write_cut_off_where_nobody_can_undo_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = cut_off(store, tmp_path / "copy")
    before = copy.read_bytes()
    monkeypatch.setattr(sqlite, "is_writable", lambda _path: False)
    with pytest.raises(CannotOpen, match="cannot be read"):
        Store.open(copy)
    assert copy.read_bytes() == before


def test_two_openers_see_each_other(store: Store, path: Path) -> None:
    with closing(Store.open(path)) as other:
        people = [Person(name=str(number)) for number in range(20)]
        for number, person in enumerate(people):
            (store, other)[number % 2].apply(samples.adding(person))
        assert list(store.records()) == list(other.records()) == people
        assert [edit.seq for edit in other.log_since(18)] == [19, 20]


def test_the_loser_of_a_lock_waits(store: Store, path: Path) -> None:
    with closing(Store.open(path)) as other:
        late = threading.Thread(target=lambda: other.apply(samples.adding(Person(id="late", name="b"))))
        with store._database._write() as connection:
            late.start()
            connection.exec_driver_sql("INSERT INTO draft VALUES ('a', 'person', '{}', '')")
            assert connection.exec_driver_sql("SELECT count(*) FROM person").scalar() == 0
        late.join(timeout=30)
        assert [record.id for record in store.records()] == ["late"]


def test_threads_share_a_store(store: Store) -> None:
    def write(name: str) -> None:
        for number in range(5):
            store.apply(samples.adding(Person(name=f"{name}{number}")))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(list(store.records())) == len(store.log()) == 15
    assert store.check() == []


def test_a_lock_held_too_long_is_told(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    with closing(Store.open(path)) as other, store._database._write():
        with pytest.raises(CannotWrite, match="locked"):
            other.apply(samples.adding(Person(name="a")))
        assert list(other.records()) == []


def test_a_full_disk_is_told_and_nothing_is_written(store: Store, path: Path) -> None:
    store.apply(samples.adding(Person(id="a", name="before")))
    with store._database._read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    before = samples.rows(store)
    with pytest.raises(CannotWrite, match="full"):
        store.apply(samples.adding(Person(name="b", note="x" * 1_000_000)))
    assert samples.rows(store) == before
    assert len(store.log()) == 1
