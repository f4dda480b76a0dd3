"""A changed store is backed up when it is closed; how old the backup is stands in the status bar."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton

from tests.desktop.person import Person as Someone
from tracker import stores
from tracker.desktop import safety
from tracker.desktop.farewell import Farewell
from tracker.domain.progress import Progress
from tracker.domain.records import Person
from tracker.settings import Settings
from tracker.store import Store, rotation


def close(person: Someone) -> None:
    person.close()
    person.window.backups.finish()


def change(person: Someone) -> None:
    person.look_at("people")
    person.press("new")
    person.type_over("name", "Pyotr Dubrov")
    person.press("save")


def said(person: Someone) -> list[str]:
    return [label.text() for label in person.window.statusBar().findChildren(QLabel)]


def test_only_what_was_changed_is_backed_up(opened: Any, path: Path) -> None:
    person = opened()
    assert "No backup yet" in said(person)
    close(person)
    assert not stores.backups().exists()
    person = opened()
    change(person)
    close(person)
    assert "Backed up today" in said(opened())
    [copy] = stores.backups().glob("*/*.tracker")
    with closing(Store.open(copy, read_only=True)) as store:
        assert any(isinstance(one, Person) and one.name == "Pyotr Dubrov" for one in store.records())


def test_it_goes_where_a_person_wants_it(opened: Any, path: Path, tmp_path: Path) -> None:
    person = opened()
    person.window.settings.keep("backup_folder", str(tmp_path / "copies"))
    change(person)
    person.window.files.show(stores.created(str(tmp_path / "other.tracker")))
    person.window.backups.finish()
    assert rotation.newest(path, tmp_path / "copies") is not None


def test_who_waits_for_it_waits_until_it_has_told_so(qapp: QApplication) -> None:
    """It tells from its own thread, and whoever is told may be gone right after."""
    backups, told, go_on, never = safety.Backups(Settings()), list[bool](), Event(), Event()

    def hear() -> None:
        never.wait(0.2)  # as if the thread were slow
        told.append(True)

    document: Any = Unchanged(go_on)
    backups.ended.connect(hear, Qt.ConnectionType.DirectConnection)
    backups.make(document)
    go_on.set()
    backups.finish()
    assert told


class Unchanged:
    """A document of which nothing need be backed up, which is found out when one is asked to go on."""

    def __init__(self, go_on: Event) -> None:
        self._go_on = go_on

    def back_up(self, folder: Path, progress: Progress) -> None:
        self._go_on.wait()


def test_while_it_is_made_the_window_with_the_next_store_says_so(opened: Any, path: Path, tmp_path: Path) -> None:
    person, go_on = opened(), Event()
    change(person)
    person.work.document.back_up = lambda folder, progress: go_on.wait()
    person.window.files.show(stores.created(str(tmp_path / "other.tracker")))
    assert "Backing up…" in said(person)
    go_on.set()
    person.qtbot.waitUntil(lambda: "No backup yet" in said(person))


def test_another_folder_is_looked_into_at_once(opened: Any, path: Path, tmp_path: Path) -> None:
    person = opened()
    rotation.back_up(path, tmp_path / "copies", datetime.now(UTC))
    assert "No backup yet" in said(person)
    person.window.settings.keep("backup_folder", str(tmp_path / "copies"))
    assert "Backed up today" in said(person)


def test_how_old_it_is(opened: Any, path: Path) -> None:
    person = opened()
    now = datetime.now(UTC)
    for days, words in ((40, "Backed up 40 days ago"), (1, "Backed up 1 day ago"), (0, "Backed up today")):
        rotation.back_up(path, stores.backups(), now - timedelta(days=days))
        assert safety.age(person.work.document, person.window.settings) == words


def test_a_failure_is_told_at_the_next_start_once(opened: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    person = opened()
    person.window.settings.keep("backup_folder", str(tmp_path / "file"))
    change(person)
    close(person)
    again = opened()
    assert again.work.message.text.startswith("The last backup was not made.")
    assert str(tmp_path / "file") in again.work.message.text
    close(again)
    assert opened().work.message.text == ""
    assert Settings().value(safety.FAILED) == ""


def test_a_backup_that_takes_its_time_is_shown_and_can_be_left(opened: Any, path: Path) -> None:
    """The window has closed; the dialog goes with the backup, of which no half remains."""
    person, shown, go_on = opened(), [], Event()
    change(person)

    def slowly(folder: Path, progress: Progress) -> None:
        progress(0.5)
        go_on.wait()
        progress(0.6)
        raise AssertionError("it was to be left")

    person.work.document.back_up = slowly
    person.close()
    farewell = Farewell(person.window.backups)
    farewell.dialog.setMinimumDuration(0)

    def leave() -> None:
        shown.append(farewell.dialog.isVisible())
        farewell.dialog.findChildren(QPushButton)[0].click()
        go_on.set()

    QTimer.singleShot(50, leave)
    farewell.wait()
    assert shown == [True]
    assert not stores.backups().exists()
    assert Settings().value(safety.FAILED, "") == ""


def test_nobody_sees_a_backup_that_is_quick(opened: Any, path: Path) -> None:
    person = opened()
    change(person)
    person.close()
    person.window.farewell()
    assert len(list(stores.backups().glob("*/*.tracker"))) == 1
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QProgressDialog) and one.isVisible()]


def test_a_store_to_look_at_says_so_and_long_texts_are_shortened(opened: Any, path: Path) -> None:
    person = opened(read_only=True)
    labels = {label.accessibleName() or label.text(): label for label in person.window.statusBar().findChildren(QLabel)}
    assert labels["Read only"].isVisible()
    place = labels[str(path)]
    person.window.resize(800, 600)
    person.qtbot.waitUntil(lambda: "…" in place.text())
    assert place.fontMetrics().horizontalAdvance(place.text()) < place.width()
    assert str(path) in place.toolTip()
    person.close()
    labels = {label.text(): label for label in opened().window.statusBar().findChildren(QLabel)}
    assert not labels["Read only"].isVisible()
