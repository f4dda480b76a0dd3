"""What is said aloud, for tests that ask for the fixture `aloud`."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


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
