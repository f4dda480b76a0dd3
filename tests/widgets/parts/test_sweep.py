"""Work in slices: little of it at once, more of it between events, left at any moment, the last asked for counts."""

from collections.abc import Generator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tracker.widgets.parts import sweep as module
from tracker.widgets.parts.progress_line import ProgressLine
from tracker.widgets.parts.sweep import Sweep, nothing


def counting(upto: int, seen: list[int]) -> Generator[float, None, int]:
    for n in range(upto):
        yield n / upto
        seen.append(n)
    return len(seen)


@pytest.fixture
def sweep() -> Sweep:
    return Sweep()


@pytest.fixture
def in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every step is a slice of its own."""
    monkeypatch.setattr(module, "FIRST", 0.0)
    monkeypatch.setattr(module, "SLICE", 0.0)


def test_what_is_little_is_done_at_once(sweep: Sweep, qtbot: QtBot) -> None:
    done: list[Any] = []
    with qtbot.assertNotEmitted(sweep.moved):
        sweep.ask(counting(5, []), done.append)
        sweep.ask(nothing(), done.append)
    assert done == [5, None]
    assert not sweep.is_busy


def test_the_window_goes_on_between_slices(in_slices: None, sweep: Sweep, qtbot: QtBot) -> None:
    done: list[int] = []
    shares: list[float] = []
    sweep.moved.connect(shares.append)
    sweep.ask(counting(4, []), done.append)
    assert sweep.is_busy
    assert done == []
    qtbot.waitUntil(lambda: done == [4])
    assert shares == [0, 0.25, 0.5, 0.75]
    assert not sweep.is_busy


def test_the_last_asked_for_takes_the_place(in_slices: None, sweep: Sweep, qtbot: QtBot) -> None:
    done: list[int] = []
    sweep.ask(counting(1000, []), done.append)
    sweep.ask(counting(3, []), done.append)
    qtbot.waitUntil(lambda: not sweep.is_busy)
    assert done == [3]


def test_it_is_seen_and_can_be_left(in_slices: None, sweep: Sweep, qtbot: QtBot) -> None:
    line = ProgressLine(sweep)
    qtbot.addWidget(line)
    seen: list[int] = []
    sweep.ask(counting(1000, seen), pytest.fail)
    qtbot.waitUntil(lambda: line.bar.value() > 1)
    assert line.isVisible()
    with qtbot.waitSignal(line.left):
        line.cancel.click()
    assert not line.isVisible()
    assert len(seen) < 1000
    assert not sweep.is_busy


def test_a_fault_ends_it(in_slices: None, sweep: Sweep) -> None:
    def faulty() -> Generator[float, None, None]:
        yield 0.0
        raise ValueError("no")

    sweep.ask(faulty(), pytest.fail)
    with pytest.raises(ValueError, match="no"):
        sweep._on_turn()
    assert not sweep.is_busy
