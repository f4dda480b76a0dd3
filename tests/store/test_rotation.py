"""Backups made by themselves: when, where, and which of the older ones stay."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.store import samples
from tracker.domain.records import Person
from tracker.store import CannotWrite, Store, backups, rotation

NOON = datetime(2021, 10, 5, 12, 0, tzinfo=UTC)


def copies(path: Path, folder: Path) -> list[str]:
    return sorted(one.name for one in rotation.folder_of(path, folder).iterdir())


def test_a_copy_is_verified_and_named_by_its_moment(store: Store, path: Path, tmp_path: Path) -> None:
    store.apply(samples.adding(Person(id="a", name="Anna")))
    rotation.back_up(path, tmp_path / "copies", NOON)
    name = "2021-10-05T120000Z.tracker"
    assert copies(path, tmp_path / "copies") == [name, f"{name}.sha256"]
    made = rotation.folder_of(path, tmp_path / "copies") / name
    assert backups.checksum(made).read_text(encoding="utf-8") == f"{backups.digest(made)}  {name}\n"
    with closing(Store.open(made, read_only=True)) as copy:
        assert list(copy.records()) == [Person(id="a", name="Anna")]
    assert rotation.newest(path, tmp_path / "copies") == NOON


def test_no_second_copy_soon_after_the_first(store: Store, path: Path, tmp_path: Path) -> None:
    for minutes in (0, 29, -29, 31):
        rotation.back_up(path, tmp_path, NOON + timedelta(minutes=minutes))
    assert copies(path, tmp_path)[-1].startswith("2021-10-05T123100Z")
    assert rotation.newest(path, tmp_path) == NOON + timedelta(minutes=31)


def test_of_a_day_the_last_copy_stays_with_its_checksum(store: Store, path: Path, tmp_path: Path) -> None:
    for hours in (0, 1, 2):
        rotation.back_up(path, tmp_path, NOON + timedelta(hours=hours))
    name = "2021-10-05T140000Z.tracker"
    assert copies(path, tmp_path) == [name, f"{name}.sha256"]


def test_fewer_are_kept_with_age() -> None:
    """Every day for a year: twelve days, then weeks, then months."""
    every = [NOON + timedelta(days=days) for days in range(366)]
    kept = rotation.kept(every)
    ages = sorted((every[-1] - one).days for one in kept)
    assert ages[:12] == list(range(12))
    assert 20 < len(ages) < 32
    assert all(later - earlier <= 7 for earlier, later in pairwise(ages) if later < 60)
    assert 210 <= ages[-1] <= 280
    assert rotation.kept(kept) == kept, "thinning out twice takes no more away"


def test_a_pause_costs_nothing() -> None:
    old = {NOON - timedelta(days=3000), NOON - timedelta(days=2000)}
    assert old <= rotation.kept({*old, NOON})
    assert rotation.kept([]) == set()


def test_two_stores_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        Store.create(tmp_path / place / "missions.tracker").close()
        rotation.back_up(tmp_path / place / "missions.tracker", tmp_path / "copies", NOON)
    assert len(list((tmp_path / "copies").glob("missions-*/*.tracker"))) == 2


def test_what_is_somebody_s_own_stays(store: Store, path: Path, tmp_path: Path) -> None:
    own = rotation.folder_of(path, tmp_path) / "before the flight.tracker"
    own.parent.mkdir()
    own.write_text("precious", encoding="utf-8")
    for days in range(40):
        rotation.back_up(path, tmp_path, NOON + timedelta(days=days))
    assert own.read_text(encoding="utf-8") == "precious"
    assert len(copies(path, tmp_path)) < 2 * 20


def test_a_folder_that_cannot_be_made_is_told(store: Store, path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite, match="cannot be made"):
        rotation.back_up(path, tmp_path / "file", NOON)


def test_a_broken_store_pushes_no_copy_out(store: Store, path: Path, tmp_path: Path) -> None:
    store.apply(samples.adding(Person(name="Anna")))
    rotation.back_up(path, tmp_path, NOON)
    samples.tamper(path, "UPDATE person SET birth_date = '2021-13-45'")
    with pytest.raises(CannotWrite):
        rotation.back_up(path, tmp_path, NOON + timedelta(hours=3))
    assert rotation.newest(path, tmp_path) == NOON
