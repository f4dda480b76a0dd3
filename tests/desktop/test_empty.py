"""A store with nothing in it: each empty place says what belongs there and offers the one thing that fills it."""

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.person import Person
from tracker import stores
from tracker.domain import edits
from tracker.domain.edtf import read
from tracker.domain.records import Event
from tracker.store import Store
from tracker.widgets.parts.empty import EmptyState


def there(person: Any) -> EmptyState:
    """What stands in place of the timeline."""
    stage = person.work.timeline._stage
    assert isinstance(stage.currentWidget(), EmptyState)
    return stage.currentWidget()


def add(person: Any, event: Event) -> None:
    person.work.document.do(edits.create(person.book, event))


@pytest.fixture
def beginner(person: Person, tmp_path: Path) -> Any:
    """Somebody before a store of which nothing is known yet."""
    person.window.files.show(stores.created(str(tmp_path / "new.tracker")))
    return person


def test_the_first_event_is_offered_until_it_is_there(beginner: Any) -> None:
    empty = there(beginner)
    assert "events and rides" in empty._text.text()
    assert empty.button.text() == "Add event"
    empty.button.click()
    assert isinstance(beginner.work.inspector.record, Event)
    beginner.work.inspector.revert()
    add(beginner, Event(name="Launch", actual=read("2021-10-05")))
    beginner.qtbot.waitUntil(lambda: not isinstance(beginner.work.timeline._stage.currentWidget(), EmptyState))
    assert beginner.work.timeline.head.note.text() == ""
    beginner.work.document.undo()
    beginner.qtbot.waitUntil(lambda: isinstance(beginner.work.timeline._stage.currentWidget(), EmptyState))


def test_events_without_a_date_can_be_reached(beginner: Any) -> None:
    add(beginner, Event(name="Sputnik"))
    beginner.qtbot.waitUntil(lambda: bool(beginner.work.timeline.view.plan.undated))
    assert not isinstance(beginner.work.timeline._stage.currentWidget(), EmptyState)


def test_a_store_to_look_at_offers_nothing(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "new.tracker"
    Store.create(path).close()
    person.window.files.show(Store.open(path, read_only=True))
    assert there(person).button.isHidden()
