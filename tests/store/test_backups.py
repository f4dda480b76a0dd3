"""Backups are whole even while somebody writes, and are never made of what cannot be read."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.store import samples
from tracker.domain.records import Person
from tracker.store import CannotWrite, Store, backups


def test_a_backup_holds_the_same_and_has_a_checksum(store: Store, path: Path, tmp_path: Path) -> None:
    store.apply(samples.adding(*samples.one_of_each()))
    to = tmp_path / "Копия.tracker"
    store.backup(to)
    line = backups.checksum(to).read_text(encoding="utf-8")
    assert line == f"{backups.digest(to)}  Копия.tracker\n"
    with closing(Store.open(to, read_only=True)) as copy:
        assert samples.rows(copy) == samples.rows(store)
        assert copy.log() == store.log()
        assert copy.check() == []
    assert sorted(one.name for one in tmp_path.iterdir() if "journal" not in one.name) == sorted(
        [path.name, to.name, f"{to.name}.sha256"]
    )


def test_a_backup_while_another_window_writes(store: Store, path: Path, tmp_path: Path) -> None:
    store.apply(samples.adding(Person(id="a", name="before")))
    with store._database._write() as connection:
        connection.exec_driver_sql("UPDATE person SET name = 'after'")
        store.backup(tmp_path / "copy.tracker")
    with closing(Store.open(tmp_path / "copy.tracker")) as copy:
        assert list(copy.records()) == [Person(id="a", name="before")]


def test_what_is_there_is_not_replaced(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.tracker").write_text("precious", encoding="utf-8")
    with pytest.raises(FileExistsError):
        store.backup(tmp_path / "copy.tracker")
    assert (tmp_path / "copy.tracker").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("value", ["'2021-13-45'", "CAST(x'ff' AS TEXT)"])
def test_what_cannot_be_read_is_not_backed_up(store: Store, path: Path, tmp_path: Path, value: str) -> None:
    store.apply(samples.adding(Person(name="Anna")))
    samples.tamper(path, f"UPDATE person SET birth_date = {value}")
    with pytest.raises(CannotWrite, match="could not be backed up"):
        store.backup(tmp_path / "copy.tracker")
    assert not any(one.name.startswith(("copy", ".copy")) for one in tmp_path.iterdir())


def test_it_is_told_how_far_a_backup_is(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "ROWS", 7)
    monkeypatch.setattr(backups, "PAGES", 7)
    store.apply(samples.adding(*(Person(id=f"p{n}", name=f"Anna {n}") for n in range(100))))
    told: list[float] = []
    backups.backup(store.path, tmp_path / "copy.tracker", told.append)
    assert told == sorted(told)
    assert len(told) > 30
    assert 0 <= told[0] < 0.1 < 0.9 < told[-1] <= 1


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8])
def test_whoever_stops_it_leaves_nothing_behind(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    monkeypatch.setattr(backups, "ROWS", 7)
    store.apply(samples.adding(*(Person(id=f"p{n}", name=f"Anna {n}") for n in range(100))))
    before = {one.name for one in tmp_path.iterdir()}

    def stop(done: float) -> None:
        if done >= share:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backups.backup(store.path, tmp_path / "copy.tracker", stop)
    assert {one.name for one in tmp_path.iterdir()} == before


def test_a_copy_unlike_the_original_is_not_trusted(
    store: Store, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = iter([["a"], ["b"]])
    monkeypatch.setattr(backups, "_rows", lambda _connection: iter(next(rows)))
    with pytest.raises(CannotWrite, match="not like the original"):
        store.backup(tmp_path / "copy.tracker")
    assert not any(one.name.startswith(("copy", ".copy")) for one in tmp_path.iterdir())
