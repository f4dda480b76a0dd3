"""What the log tells of earlier plans: in one query, and without what was undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.document import Document
from tracker.domain import edits, edtf
from tracker.domain.book import Book
from tracker.domain.edits import Change
from tracker.domain.records import Event
from tracker.domain.slip import slip_of
from tracker.domain.times import VagueTime
from tracker.store import Store

LAUNCH = Event(id="launch", name="Launch", planned=edtf.read("2021-10-05"))


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document(Store.create(tmp_path / "a.tracker", edits.create(Book(), LAUNCH)))
    yield opened
    opened.close()


def plan(document: Document, text: str) -> None:
    event = replace(document.book.get("launch", Event) or LAUNCH, planned=edtf.read(text))
    document.do(edits.change(document.book, event))


def earlier(document: Document) -> list[str]:
    return [edtf.write(time) for time in document.book.earlier_plans.get("launch", ())]


def test_every_change_of_a_plan_leaves_the_earlier_one(document: Document) -> None:
    assert earlier(document) == []
    for text in ("2021-10-07", "2021-10-06", "", "2021-10-08"):
        plan(document, text)
    assert earlier(document) == ["2021-10-05", "2021-10-07", "2021-10-06"]


def test_what_was_undone_was_no_plan(document: Document) -> None:
    plan(document, "2021-10-07")
    plan(document, "2021-11-01")
    document.undo()
    assert earlier(document) == ["2021-10-05"]
    document.redo()
    assert earlier(document) == ["2021-10-05", "2021-10-07"]
    document.undo()
    document.undo()
    assert earlier(document) == []


def test_other_changes_are_no_plans(document: Document) -> None:
    event = document.book.get("launch", Event)
    assert event is not None
    document.do(edits.change(document.book, replace(event, actual=edtf.read("2021-10-06"), quotation="“planned”")))
    assert earlier(document) == []
    assert str(slip_of(document.book, document.book.get("launch", Event) or event)) == "+1 d"


def test_another_window_sees_them_too(document: Document) -> None:
    other = Document(Store.open(document.location))
    plan(document, "2021-10-07")
    other.catch_up()
    assert earlier(other) == ["2021-10-05"]
    other.close()


def test_the_log_is_read_once_and_again_only_when_a_plan_changes() -> None:
    asked: list[str] = []

    def read() -> dict[str, list[VagueTime]]:
        asked.append("asked")
        return {}

    book = Book([LAUNCH], read)
    assert (book.earlier_plans, book.earlier_plans, len(asked)) == ({}, {}, 1)
    renamed = replace(LAUNCH, name="Start")
    book.apply([Change(LAUNCH, renamed)])
    assert (book.earlier_plans, len(asked)) == ({}, 1)
    book.apply([Change(renamed, replace(renamed, planned=None))])
    assert (book.earlier_plans, len(asked)) == ({}, 2)
