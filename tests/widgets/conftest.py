"""A seeded store, the document on it, and the panels of a window without the window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tracker.document import Document
from tracker.domain.records import Record
from tracker.models.selection import Selection
from tracker.seeds import seed_edit
from tracker.settings import Settings
from tracker.store import Store
from tracker.widgets.records.inspector import Inspector


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Store.create(tmp_path / "article.tracker", seed_edit()).close()
    return tmp_path / "article.tracker"


@pytest.fixture
def document(path: Path, qapp: Any) -> Iterator[Document]:
    opened = Document(Store.open(path), author="Ada")
    yield opened
    opened.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def selection(qapp: Any) -> Selection:
    return Selection()


@pytest.fixture
def inspector(document: Document, selection: Selection, settings: Settings, qtbot: QtBot) -> Inspector:
    made = Inspector(document, selection, settings)
    qtbot.addWidget(made)
    made.resize(380, 620)
    made.show()
    return made


@pytest.fixture
def named(document: Document) -> Callable[[type[Record], str], Any]:
    """The one record of a kind whose name holds a text."""

    def find(kind: type[Record], text: str) -> Any:
        [found] = [record for record in document.book.of(kind) if text in document.book.name(record.id)]
        return found

    return find
