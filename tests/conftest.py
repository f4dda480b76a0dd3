"""What holds for every test: no screen, nobody's own folders, nothing logged unnoticed."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Before the first import of Qt, which reads it once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Tests compare English texts, whatever the person who runs them speaks.
os.environ["LANGUAGE"] = "en"

import pytest
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

USER_FOLDERS = {
    "HOME": "home",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
}


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """What pytest-qt makes the one application of: the program's own."""
    from tracker.desktop.application import Application

    return Application


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, empty and thrown away: no test sees or touches the real ones."""
    root = tmp_path_factory.mktemp("user")
    for variable, name in USER_FOLDERS.items():
        (root / name).mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(root / name))
    _redirect_qt(root / "config")
    return root


def _redirect_qt(folder: Path) -> None:
    """Qt remembers where settings lie, and on macOS asks no variable at all."""
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))


class LogWatch(logging.Handler):
    """Keeps what is logged as a warning or worse, for `log_watch` to complain about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @contextmanager
    def expects(self, text: str) -> Iterator[None]:
        """Asks for a log line that contains `text`, and forgives it."""
        before = len(self.records)
        yield
        said = [record for record in self.records[before:] if text in record.getMessage()]
        assert said, f"nothing was logged that contains {text!r}"
        self.records = [record for record in self.records if record not in said]


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fails a test during which something was logged that it did not expect."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    lines = [f"{record.name}: {record.getMessage()}" for record in watch.records]
    assert not lines, "unexpected log lines:\n" + "\n".join(lines)


@pytest.fixture
def aloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The texts that a screen reader is to say at once; it is told nothing else meanwhile."""
    texts: list[str] = []

    def note(event: Any) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            texts.append(event.message())

    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    yield texts
    QAccessible.setActive(False)
