"""A small plan with one bar of each sort, and the means to look at pixels."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from math import inf
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from tests.timeline.ears import Event, Told
from tracker.domain import edtf
from tracker.domain.times import seconds
from tracker.palette import LIGHT
from tracker.timeline.plans.plan import DAY, Bar, Lane, Look, Plan, instant
from tracker.timeline.screen import strip
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.speech import reader as reader_module

Said = list[tuple[Any, ...]]
T0 = float(seconds(datetime(2021, 10, 5, tzinfo=UTC)))


def small_plan() -> Plan:
    lanes = (
        Lane("group", "Mission", is_group=True, count=2),
        Lane("stay", "Пётр Дубров", 1, slot=0),
        Lane("events", "Events", 1, stacks=True),
    )
    bars = (
        Bar("stay", "stay", T0, T0 + DAY, T0 + 3 * DAY, T0 + 3 * DAY, slot=0, label="Станция"),
        instant(
            "docking",
            "events",
            T0 + 0.5 * DAY,
            T0 + 0.5 * DAY + 60,
            label="Docking",
            tell=lambda: "<b>Docking</b>",
            start_time=edtf.read("2021-10-05T12:00Z"),
        ),
        instant("soft", "events", T0 + 4 * DAY, T0 + 5 * DAY, label="Landing", look=Look.PLANNED),
        Bar(
            "ride",
            "group",
            T0 + 2 * DAY,
            T0 + 2 * DAY,
            T0 + 4 * DAY,
            T0 + 4 * DAY,
            start_time=edtf.read("2021-10-07T00:00Z"),
        ),
        Bar("open", "group", T0 + 5 * DAY, T0 + 5 * DAY, inf, inf, slot=0),
    )
    return Plan(
        title="Экспедиция 65",
        subtitle="A small plan",
        lanes=lanes,
        bars=bars,
        slots=("Station",),
        sources=("“A source”, a publisher",),
        home=(T0 - DAY, T0 + 7 * DAY),
    )


@pytest.fixture
def plan() -> Plan:
    return small_plan()


@pytest.fixture
def view(qtbot: QtBot, plan: Plan) -> TimelineView:
    shown = TimelineView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(1000, 300 + strip.HEIGHT)
    shown.show_plan(plan)
    shown.show()
    qtbot.waitExposed(shown)
    shown.fit_default()
    return shown


@pytest.fixture
def said(view: TimelineView) -> Said:
    """What is announced: bars moved, new ones drawn."""
    heard: Said = []
    view.bar_moved.connect(lambda *words: heard.append(words))
    view.bar_created.connect(lambda *words: heard.append(words))
    return heard


@pytest.fixture
def open_lane(view: TimelineView, plan: Plan) -> TimelineView:
    view.show_plan(replace(plan, lanes=(*plan.lanes, Lane("free", "Free", 1, creates="an event"))))
    return view


@pytest.fixture
def active() -> Iterator[None]:
    """As if a screen reader ran."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What a screen reader is told: the event, and the bar's words."""
    heard: Told = []

    def note(interface: QAccessibleInterface, event: Event) -> None:
        heard.append((event, interface.text(QAccessible.Text.Name)))

    monkeypatch.setattr(reader_module, "_send", note)
    return heard
