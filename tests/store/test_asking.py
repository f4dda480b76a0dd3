"""Questions asked ahead: answered in a thread, once, and as they were asked."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.store.asking import Asking

MANY = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000) SELECT sum(x) FROM n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with sqlite3.connect(tmp_path / "a") as made:
        made.execute("CREATE TABLE word (text)")
        made.execute("INSERT INTO word VALUES ('Поехали!')")
    made.close()
    return tmp_path / "a"


@pytest.fixture
def asking(file: Path) -> Iterator[Asking]:
    found = Asking(lambda: sqlite3.connect(file, check_same_thread=False))
    yield found
    found.close()


def said(file: Path, text: str) -> None:
    with sqlite3.connect(file) as other:
        other.execute("UPDATE word SET text = ?", (text,))
    other.close()


def test_an_answer_is_the_same_ahead_or_not(asking: Asking) -> None:
    questions = [("SELECT text FROM word", ()), ("SELECT ? + ?", (1, 2)), (MANY, ())]
    before = [asking.ask(*question) for question in questions]
    asking.ask_ahead(questions)
    assert [asking.ask(*question) for question in questions] == before == [[("Поехали!",)], [(3,)], [(5000050000,)]]


def test_what_was_asked_ahead_is_answered_once(asking: Asking, file: Path) -> None:
    asking.ask_ahead([("SELECT text FROM word", ()), (MANY, ())])
    asking.ask(MANY)  # comes after the first, which is answered by then
    said(file, "Лунь")
    assert asking.ask("SELECT text FROM word") == [("Поехали!",)]
    assert asking.ask("SELECT text FROM word") == [("Лунь",)]


def test_what_is_forgotten_is_asked_anew(asking: Asking, file: Path) -> None:
    asking.ask_ahead([("SELECT text FROM word", ()), (MANY, ())])
    asking.ask(MANY)
    said(file, "Лунь")
    asking.forget()
    assert asking.ask("SELECT text FROM word") == [("Лунь",)]


def test_a_question_that_fails_fails_where_it_is_asked(asking: Asking) -> None:
    asking.ask_ahead([("SELECT word FROM nowhere", ())])
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        asking.ask("SELECT word FROM nowhere")


def test_it_can_be_asked_after_it_was_closed(asking: Asking) -> None:
    asking.ask("SELECT 1")
    asking.close()
    assert asking.ask("SELECT text FROM word") == [("Поехали!",)]
