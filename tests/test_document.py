"""The document: one commit, one signal; a refusal changes nothing; two windows on one store see each other's work."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.edits import Edit
from tracker.domain.records import Person
from tracker.seeds import seed_edit
from tracker.store import Conflict, Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Store.create(tmp_path / "a.tracker", seed_edit()).close()
    return tmp_path / "a.tracker"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    opened = Document(Store.open(path), author="Ada")
    yield opened
    opened.close()


@pytest.fixture
def other(path: Path) -> Iterator[Document]:
    opened = Document(Store.open(path), author="Bob")
    yield opened
    opened.close()


def peresild(document: Document) -> Person:
    return next(person for person in document.book.of(Person) if "Peresild" in person.name)


def rename(document: Document, **fields: object) -> Edit:
    return edits.change(document.book, dataclasses.replace(peresild(document), **fields))  # type: ignore[arg-type]


def test_one_commit_one_signal(document: Document) -> None:
    heard: list[Edit] = []
    document.changed.connect(heard.append)
    document.do(rename(document, occupation="film actress"))
    assert [edit.author for edit in heard] == ["Ada"]
    assert peresild(document).occupation == "film actress"
    document.do(Edit("nothing", ()))
    assert len(heard) == 1


def test_undo_and_redo_after_a_restart(path: Path, document: Document) -> None:
    document.do(rename(document, occupation="film actress"))
    document.close()
    again = Document(Store.open(path))
    again.undo()
    assert peresild(again).occupation == "actress"
    again.close()
    once_more = Document(Store.open(path))
    once_more.redo()
    assert peresild(once_more).occupation == "film actress"
    assert not once_more.history.redoable
    once_more.close()


def test_the_article_cannot_be_undone(document: Document) -> None:
    document.undo()
    assert len(document.book) > 100


def test_two_windows_merge_what_they_change_in_different_fields(document: Document, other: Document) -> None:
    document.do(rename(document, occupation="film actress"))
    other.do(rename(other, note="Debut in orbit"))
    document.catch_up()
    for one in (document, other):
        assert (peresild(one).occupation, peresild(one).note) == ("film actress", "Debut in orbit")


def test_a_clash_is_told_and_shows_what_the_other_wrote(document: Document, other: Document) -> None:
    document.do(rename(document, occupation="film actress"))
    with pytest.raises(Conflict) as clash:
        other.do(rename(other, occupation="star"))
    assert clash.value.field == "occupation"
    assert peresild(other).occupation == "film actress"


def test_undo_leaves_alone_what_another_window_changed_since(document: Document, other: Document) -> None:
    document.do(rename(document, occupation="film actress"))
    other.catch_up()
    other.do(rename(other, note="Debut in orbit"))
    document.catch_up()
    document.undo()
    assert peresild(document).note == ""
    document.undo()
    other.catch_up()
    assert peresild(other).occupation == "actress"


def test_a_read_only_document_refuses(path: Path) -> None:
    looking = Document(Store.open(path, read_only=True))
    with pytest.raises(OSError, match="reading only"):
        looking.do(rename(looking, occupation="star"))
    assert peresild(looking).occupation == "actress"
    looking.keep_draft("x", "person", {})
    looking.close()
