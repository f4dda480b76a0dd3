"""`mission-tracker export`: the timeline of a book as a file, without a window or a screen."""

import argparse
import os
from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from tracker.domain.book import Book
from tracker.domain.times import VagueTime
from tracker.models.axis import systems_of
from tracker.models.feed import plan
from tracker.models.feed_view import View
from tracker.timeline.picture import export as write
from tracker.timeline.picture_options import PictureOptions


def export(book: Book, options: argparse.Namespace, start: VagueTime | None, end: VagueTime | None) -> None:
    """Draws what the command line asks for. ValueError or OSError with a sentence; an old file then stays."""
    application = _application()
    view = View(options.view, options.group_by, options.colour_by)
    drawn = replace(plan(book, view), systems=systems_of(book, options.axis))
    write(drawn, options.output, picture_options(options, start, end))
    del application


def picture_options(options: argparse.Namespace, start: VagueTime | None, end: VagueTime | None) -> PictureOptions:
    """A range begins with the first second of `start` and ends with the last of `end`."""
    asked = {"size": options.size, "title": options.title}
    return PictureOptions(
        scale=options.scale,
        theme=options.theme,
        lower=None if start is None else start.bounds().lower,
        upper=None if end is None else end.bounds().upper if not end.has_clock else end.bounds().lower,
        **{name: value for name, value in asked.items() if value is not None},
    )


def _application() -> QGuiApplication:
    """Fonts need one. Always without a screen, so that the picture cannot depend on one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(found, QGuiApplication)
    return found
