"""Work beside the window: the last wish counts, what goes wrong is told, and the end waits for the thread."""

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tracker.domain.progress import Progress
from tracker.widgets.parts.background import Background, Cancelled


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.stop()


def test_the_answer_comes_back_to_the_gui_thread(background: Background, qtbot: QtBot) -> None:
    found: list[tuple[int, int]] = []
    background.done.connect(lambda answer: found.append((answer, threading.get_ident())))
    with qtbot.waitSignal(background.done):
        background.ask(lambda progress: threading.get_ident())
    [(worked, answered)] = found
    assert worked != threading.get_ident() == answered
    assert not background.is_busy


def test_of_many_wishes_the_last_is_answered(background: Background, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    started: list[str] = []
    answers: list[str] = []

    def slow(progress: Progress) -> str:
        started.append("slow")
        begun.set()
        go_on.wait(10)
        progress(0.5)
        return "slow"

    background.done.connect(answers.append)
    background.ask(slow)
    assert begun.wait(10)
    background.ask(lambda progress: started.append("skipped"))
    with qtbot.waitSignal(background.done):
        background.ask(lambda progress: "last")
        go_on.set()
    assert (started, answers) == (["slow"], ["last"])


def test_what_goes_wrong_is_a_sentence(background: Background, qtbot: QtBot) -> None:
    def wrong(progress: Progress) -> None:
        raise ValueError("There is no such thing.")

    with qtbot.waitSignal(background.failed) as told:
        background.ask(wrong)
    assert told.args == ["There is no such thing."]


def test_progress_is_told_and_cancel_ends_it(background: Background, qtbot: QtBot) -> None:
    begun, stopped, go_on = threading.Event(), threading.Event(), threading.Event()

    def long(progress: Progress) -> None:
        progress(0.25)
        begun.set()
        go_on.wait(10)
        try:
            progress(0.5)
        except Cancelled:
            stopped.set()
            raise

    with qtbot.waitSignal(background.moved) as told:
        background.ask(long)
    assert told.args == [0.25]
    background.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not background.is_busy)
    assert stopped.is_set()


LEAVING = """
import sys, threading
from PySide6.QtCore import QCoreApplication
from tracker.widgets.parts.background import Background
app = QCoreApplication([])
begun = threading.Event()
def work(progress):
    begun.set()
    for n in range(300):
        sum(range(10_000))
        progress(n / 300)
background = Background()
background.ask(work)
begun.wait(10)
"""


def test_a_program_that_just_ends_while_work_is_done_does_not_crash() -> None:
    done = subprocess.run([sys.executable, "-c", LEAVING], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
