"""The stores of before: the menu that lists them, and the last one at the next start."""

import struct
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from tests.desktop.person import Person as Someone
from tests.desktop.test_start import run
from tracker import stores
from tracker.desktop.recent_menu import RecentMenu
from tracker.desktop.window import Window
from tracker.settings import RECENT, Settings
from tracker.store import Store

OPENS = """
import sys
from tracker.desktop import app
from tracker.__main__ import main
from PySide6.QtWidgets import QApplication

def traced(step):
    if step == "all":
        work = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "work")).work
        print(work.document.location, "|", work.message.text)
        QApplication.instance().closeAllWindows()

app.trace = traced
raise SystemExit(main(sys.argv[1:]))
"""


def listed(person: Someone) -> list[QAction]:
    [menu] = person.window.menuBar().findChildren(RecentMenu)
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if action.toolTip().endswith(".tracker")]


def test_stores_are_listed_and_opened_again(person: Someone, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "R&D.tracker"
    person.window.files.show(stores.created(str(other)))
    assert [action.toolTip() for action in listed(person)] == [str(other), str(path)]
    assert [action.isEnabled() for action in listed(person)] == [False, True], "the open one is open already"
    assert listed(person)[0].text().startswith("&1 R&&D.tracker")
    listed(person)[1].trigger()
    assert person.work.document.location == str(path)
    assert [action.toolTip() for action in listed(person)] == [str(path), str(other)]


def test_what_is_gone_is_grey_and_the_list_can_be_cleared(person: Someone, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.tracker"
    Store.create(other).close()
    person.window.settings.note_opened(str(other))
    assert listed(person)[0].isEnabled()
    other.unlink()
    assert not listed(person)[0].isEnabled()
    [menu] = person.window.menuBar().findChildren(RecentMenu)
    menu.actions()[-1].trigger()
    assert listed(person) == []
    assert not menu.actions()[-1].isEnabled()


def test_no_more_than_a_few_are_remembered(program: QApplication) -> None:
    settings = Settings()
    for number in range(RECENT + 3):
        settings.note_opened(f"{number}.tracker")
    settings.note_opened("5.tracker")
    assert len(settings.recent) == RECENT
    assert settings.recent[:2] == ["5.tracker", f"{RECENT + 2}.tracker"]


def test_the_second_start_opens_the_last_store(path: Path, tmp_path: Path, user_folders: Path) -> None:
    assert run("-c", OPENS, str(path)).stdout == f"{path} | \n"
    assert run("-c", OPENS).stdout == f"{path} | \n"
    path.unlink()
    own = run("-c", OPENS).stdout
    assert own.startswith(str(next(user_folders.glob("data/**/missions.tracker"))))
    assert f"“{path}”, opened last, is not there any more." in own


def test_a_last_store_that_is_broken_does_not_keep_the_program_from_starting(tmp_path: Path) -> None:
    (tmp_path / "broken.tracker").write_bytes(b"SQLite format 3\x00" + b"\0" * 40)
    with closing(stores.opened_again([str(tmp_path / "broken.tracker")])) as store:
        assert store.location == str(stores.default())


def test_one_file_is_one_store_however_it_is_named(path: Path, monkeypatch: Any) -> None:
    """Its views are kept by its place."""
    monkeypatch.chdir(path.parent)
    with closing(stores.opened(path.name)) as store:
        assert store.location == str(path)


def test_a_window_from_a_screen_that_is_gone_comes_back_into_view(program: QApplication) -> None:
    first = Window(Settings())
    first.resize(640, 400)
    left = bytearray(first.saveGeometry().data())
    for rectangle in (8, 24, len(left) - 16):  # frame, normal, present: Qt's own format of version 3
        for at, by in ((0, 4000), (4, 3000), (8, 4000), (12, 3000)):
            struct.pack_into(">i", left, rectangle + at, struct.unpack_from(">i", left, rectangle + at)[0] + by)
    first.settings.keep("window/geometry", QByteArray(bytes(left)).toBase64().toStdString())
    first.deleteLater()
    again = Window(Settings())
    room = again.screen().availableGeometry()
    again.appear(room.size())
    assert room.contains(again.geometry()), sys.platform
    again.close()
    again.deleteLater()
