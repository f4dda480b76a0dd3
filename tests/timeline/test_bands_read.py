"""Bands of many are read as they are seen, and the keyboard leads into them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.timeline.drawing import crowd, density
from tracker.timeline.plans.plan import DAY, Bar, Lane, Look, Plan
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.speech import reading
from tracker.timeline.speech.reading import Band, Heading
from tracker.timeline.speech.stretch import Stretch
from tracker.widgets.timeline.bar_list import BarList

MANY = 500
HOUR = 3600.0


def dense_plan() -> Plan:
    """In one lane a bar an hour with its plan, in the other two bars far apart."""
    done = [Bar(str(n), "many", n * HOUR, n * HOUR, (n + 0.5) * HOUR, (n + 0.5) * HOUR, slot=0) for n in range(MANY)]
    plans = [
        Bar(bar.key, "many", *(bar.start_lower,) * 2, *(bar.end_upper,) * 2, look=Look.PLANNED, is_plan_of_actual=True)
        for bar in done
    ]
    few = [Bar(f"few {n}", "few", n * 9 * DAY, n * 9 * DAY, (n * 9 + 2) * DAY, (n * 9 + 2) * DAY) for n in range(2)]
    lanes = (Lane("many", "Many"), Lane("few", "Few"))
    return Plan(lanes=lanes, bars=(*done, *plans, *few), home=(-DAY, 60 * DAY))


@pytest.fixture
def plan() -> Plan:
    return dense_plan()


def texts(view: TimelineView) -> list[str]:
    return [item.text for item in view.canvas.reader.items]


def test_a_band_is_read_as_one(view: TimelineView) -> None:
    assert texts(view) == [
        "lane Many",
        "500 bars, lane Many, from 1 Jan 1970 to 21 Jan 1970 19:30 UTC",
        "lane Few",
        "without a name, lane Few, start 1 Jan 1970, end 3 Jan 1970, stated",
        "without a name, lane Few, start 10 Jan 1970, end 12 Jan 1970, stated",
    ]


def test_what_is_read_is_what_is_seen(view: TimelineView) -> None:
    frame = view.sight.frame
    things, _dense = density.gathered(frame, crowd.in_sight(frame))
    things_read = [item for item in view.canvas.reader.items if not isinstance(item, Heading)]
    read = [item.placed.count if isinstance(item, Band) else 1 for item in things_read]
    assert read == things.count[things.count > 0].tolist()


def test_what_is_selected_in_a_band_is_read_after_it(view: TimelineView) -> None:
    view.select("250")
    items = view.canvas.reader.items
    assert [item.key for item in items] == ["", "", "250", "250", "", "few 0", "few 1"]
    assert view.canvas.reader.focused in (2, 3)


def test_return_leads_into_the_band_and_then_opens(view: TimelineView, qtbot: QtBot) -> None:
    opened: list[str] = []
    view.bar_opened.connect(opened.append)
    view.select("250")
    for _press in range(6):
        if opened:
            break
        before = view.sight.scale.seconds_per_pixel
        QTest.keyClick(view.canvas, Qt.Key.Key_Return)
        assert opened or view.sight.scale.seconds_per_pixel < before
        assert view.sight.scale.start <= 250 * HOUR <= view.sight.scale.end
    assert opened == ["250"]
    assert not any(isinstance(item, Band) for item in view.canvas.reader.items)


def test_a_screen_reader_goes_into_a_band(view: TimelineView) -> None:
    band = QAccessible.queryAccessibleInterface(view.canvas).child(1)
    assert not band.rect().isEmpty()
    before = view.sight.scale.seconds_per_pixel
    band.actionInterface().doAction(band.actionInterface().actionNames()[0])
    assert view.sight.scale.seconds_per_pixel < before


def test_the_list_keeps_to_a_band_and_goes_into_it_when_asked(view: TimelineView, qtbot: QtBot) -> None:
    view.select("few 0")
    beside = BarList(view.canvas.reader)
    qtbot.addWidget(beside)
    beside.show()
    beside.lines.setCurrentIndex(beside.lines.model().index(1, 0))
    assert view.sight.selected == "few 0"
    beside.read()
    assert beside.lines.currentIndex().row() == 1
    before = view.sight.scale.seconds_per_pixel
    beside.lines.activated.emit(beside.lines.currentIndex())
    assert view.sight.scale.seconds_per_pixel < before


def test_only_so_much_is_read(view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 4)
    items, is_cut = reading.in_view(view.sight, Stretch(view.sight.frame))
    assert is_cut
    assert [item.key for item in items] == ["", "", "", "few 0"]
