"""What the benchmark of the picture draws, and a process that does nothing else."""

import sys

from PySide6.QtGui import QGuiApplication

from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import export
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import Bar, Lane, Plan

LANES, EACH = 40, 250
EVERY, LONG = 100.0, 80.0  # seconds from bar to bar, and of each
WIDTH, HEIGHT = 3840, 2160


def plan() -> Plan:
    """Bars of eight vessels, one in ten with a label."""
    bars = [(lane, number, number * EVERY) for lane in range(LANES) for number in range(EACH)]
    return Plan(
        title="Bars",
        lanes=tuple(Lane(str(n), f"Lane {n}", slot=n % 8) for n in range(LANES)),
        bars=tuple(
            Bar(
                f"{lane} {number}",
                str(lane),
                *(start, start, start + LONG, start + LONG),
                slot=lane % 8,
                label="" if number % 10 else f"bar {number}",
            )
            for lane, number, start in bars
        ),
        slots=tuple(f"Vessel {n}" for n in range(8)),
        home=(0.0, EACH * EVERY),
    )


def main() -> None:
    application = QGuiApplication([])
    export(plan(), sys.argv[1], PictureOptions(size=Size(WIDTH, HEIGHT)))
    del application
