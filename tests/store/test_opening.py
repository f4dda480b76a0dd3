"""What opens and what is refused; a refused file is left as it was, byte for byte."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import samples
from tracker.domain.records import Person
from tracker.store import CannotOpen, CannotWrite, ReadOnly, Store, sqlite, version


def refused(path: Path, *, read_only: bool = False) -> str:
    """The sentence that refuses a file; nothing in its folder may differ afterwards."""
    before = snapshot(path.parent)
    with pytest.raises(CannotOpen) as caught:
        Store.open(path, read_only=read_only)
    assert snapshot(path.parent) == before
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {str(one): (one.read_bytes(), one.stat().st_mtime_ns) for one in files}


def database(path: Path, *pragmas: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE person (id TEXT)")
        connection.execute("INSERT INTO person VALUES ('x')")
        connection.commit()
    return path


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_store_is_refused(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "empty.tracker").touch()
    (tmp_path / "text.tracker").write_text("Это не хранилище" * 500, encoding="utf-8")
    (tmp_path / "almost.tracker").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    database(tmp_path / "foreign.tracker")
    database(tmp_path / "wal.tracker", "journal_mode = WAL", "application_id = 7")
    for name in ("empty", "text", "almost", "foreign", "wal"):
        assert "not a Mission Tracker store" in refused(tmp_path / f"{name}.tracker", read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_store_is_refused(tmp_path: Path, read_only: bool) -> None:
    newer = ("user_version = 999", f"application_id = {sqlite.APPLICATION_ID}")
    path = database(tmp_path / "newer.tracker", *newer)
    assert "newer" in refused(path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_file_is_refused(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "folder").mkdir()
    assert "is a folder" in refused(tmp_path / "folder", read_only=read_only)
    assert "does not exist" in refused(tmp_path / "missing.tracker", read_only=read_only)
    assert "does not exist" in refused(tmp_path / "no" / "folder.tracker", read_only=read_only)
    with pytest.raises(CannotOpen):
        Store.open("a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names on Windows")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file" in refused(tmp_path / "pipe")


def test_a_damaged_store_is_refused_with_a_sentence(store: Store, path: Path) -> None:
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096])
    with pytest.raises(CannotOpen, match="cannot be read"):
        list(Store.open(path).records())


def test_a_wrong_value_is_told_with_the_path(store: Store, path: Path) -> None:
    store.apply(samples.adding(Person(id="anna", name="Anna")))
    samples.tamper(path, "UPDATE person SET birth_date = '2021-13-45'")
    with pytest.raises(CannotOpen, match=path.name):
        store.records()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///a.tracker?mode=ro", "names no file"),
        ("postgresql+pg8000://me:secret@host/db", "needs the Python package “pg8000”"),
        ("nosuch://host/db", "no kind of data base called “nosuch”"),
        ("://", "no address of a data base"),
        ("sqlite:///missing.tracker", "does not exist"),
    ],
)
def test_urls_that_lead_nowhere(url: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotOpen, match=sentence) as caught:
        Store.open(url)
    assert "secret" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_store_can_be_named_in_several_ways(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "Союз #1 100%?.tracker"
    Store.create(name).close()
    for where in (name, tmp_path / name, str(tmp_path / name)):
        with closing(Store.open(where)) as store:
            assert store.location.endswith(name)
    Store.create("plain.tracker").close()
    for where in ("sqlite:///plain.tracker", f"sqlite:///{tmp_path}/plain.tracker", "sqlite+pysqlite:///plain.tracker"):
        with closing(Store.open(where)) as store:
            assert store.location.endswith("plain.tracker")


def test_a_closed_store_is_one_file(store: Store, path: Path) -> None:
    store.apply(samples.adding(Person(name="Anna")))
    store.close()
    assert list(path.parent.iterdir()) == [path]


def test_the_header_is_what_the_desktop_looks_for(store: Store, path: Path) -> None:
    assert path.read_bytes()[68:72] == b"MTRK"


def test_the_pragmas_that_keep_data_safe(store: Store) -> None:
    with store._database._write() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "application_id", "user_version")
        }
    assert values == {
        "foreign_keys": 1,
        "journal_mode": "truncate",
        "synchronous": 2,
        "application_id": sqlite.APPLICATION_ID,
        "user_version": version.VERSION,
    }


def test_a_store_open_for_reading_only(store: Store, path: Path) -> None:
    person = Person(name="Anna")
    store.apply(samples.adding(person))
    store.close()
    before = snapshot(path.parent)
    with closing(Store.open(path, read_only=True)) as reader:
        assert reader.read_only
        assert list(reader.records()) == [person]
        assert reader.check() == []
        for write in (
            lambda: reader.apply(samples.changing(person, name="x")),
            lambda: reader.keep_draft("a", "person", {}),
            lambda: reader.drop_draft("a"),
        ):
            with pytest.raises(ReadOnly, match=path.name):
                write()
    assert snapshot(path.parent) == before


def test_a_reader_sees_what_is_written_later(store: Store, path: Path) -> None:
    with closing(Store.open(path, read_only=True)) as reader:
        assert list(reader.records()) == []
        person = Person(name="Anna")
        store.apply(samples.adding(person))
        assert list(reader.records()) == [person]


def test_what_cannot_be_written_opens_for_reading(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    monkeypatch.setattr(sqlite, "is_writable", lambda _path: False)  # the tests may run as root
    path.chmod(stat.S_IREAD)
    with closing(Store.open(path)) as reader:
        assert reader.read_only
        assert list(reader.records()) == []


def test_a_medium_nobody_can_write_is_opened_without_locks(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    assert "immutable" not in sqlite.address(path, read_only=True)
    monkeypatch.setattr(sqlite, "_never_changes", lambda _path: True)
    assert sqlite.address(path, read_only=True).endswith("?mode=ro&immutable=1")
    with closing(Store.open(path, read_only=True)) as reader:
        assert list(reader.records()) == []


def test_a_new_store_holds_its_first_edit(path: Path) -> None:
    records = samples.one_of_each()
    with closing(Store.create(path, samples.adding(*records, is_seed=True))) as store:
        assert len(list(store.records())) == len(records)
        assert [edit.is_seed for edit in store.log()] == [True]


def test_what_is_there_is_never_replaced(path: Path) -> None:
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(FileExistsError, match="exists already"):
        Store.create(path)
    assert path.read_text(encoding="utf-8") == "precious"
    assert list(path.parent.iterdir()) == [path]


def test_what_came_meanwhile_is_not_replaced_either(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(_store: Store, _edit: object) -> int:
        path.write_text("precious", encoding="utf-8")
        return 1

    monkeypatch.setattr(Store, "apply", late)
    with pytest.raises(FileExistsError, match="exists already"):
        Store.create(path, samples.adding(Person(name="a")))
    assert path.read_text(encoding="utf-8") == "precious"
    assert list(path.parent.iterdir()) == [path]


def test_no_half_of_a_store_remains(path: Path) -> None:
    twice = Person(name="a")
    with pytest.raises(OSError, match="could not be written"):
        Store.create(path, samples.adding(twice, Person(name="b"), twice))
    assert list(path.parent.iterdir()) == []


def test_a_store_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be made"):
        Store.create(tmp_path / "no" / "a.tracker")


def test_errors_show_no_values(store: Store) -> None:
    secret = Person(name="classified", organisation="nowhere")
    with pytest.raises(OSError) as caught:  # noqa: PT011
        store.apply(samples.adding(secret))
    assert caught.value.__cause__ is None or "classified" not in str(caught.value.__cause__)
    assert "classified" not in str(caught.value)
