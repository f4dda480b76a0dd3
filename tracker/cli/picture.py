"""`mission-tracker export`: the timeline of a book as a file, without a window or a screen."""

import argparse
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from tracker import i18n
from tracker.cli import picture_arguments
from tracker.cli.lane_arguments import ALL
from tracker.domain.book import Book
from tracker.domain.folding import folded
from tracker.i18n import N_, _
from tracker.models.axis import systems_of
from tracker.models.feed.timeline import plan
from tracker.models.feed.view import Filter, View
from tracker.timeline.pictures.picture import export as write
from tracker.timeline.pictures.picture_options import BY_KEY, PictureOptions
from tracker.timeline.plans.arrangement import Arrangement, arranged
from tracker.timeline.plans.plan import Plan
from tracker.timeline.plans.tree import groups

if TYPE_CHECKING:
    from tracker.models.presets import Preset, Presets


def export(book: Book, options: argparse.Namespace) -> None:
    """Draws what the command line asks for. ValueError or OSError with a sentence; an old file then stays."""
    application = _application()
    i18n.use(options.lang)
    view = View(options.view, options.group_by, options.colour_by, Filter(*options.filter))
    chosen = picture_options(options)
    drawn = plan(book, view)
    drawn = replace(arranged(drawn, lanes_wanted(drawn, options)), systems=systems_of(book, options.axis))
    write(drawn, options.output, chosen)
    del application


def lanes_wanted(plan: Plan, options: argparse.Namespace) -> Arrangement:
    """How the lanes are to lie. ValueError with a sentence for a name that none of them has."""
    if options.collapse == (ALL,):
        collapsed = frozenset(groups(plan.lanes))
    else:
        collapsed = frozenset(key for name in options.collapse for key in _called(plan, name))
    only = _called(plan, options.only)[0] if options.only else ""
    return Arrangement(collapsed, sort=options.sort, only=only)


def _called(plan: Plan, name: str) -> list[str]:
    found = [lane.key for lane in plan.lanes if folded(lane.name) == folded(name)]
    if not found:
        raise ValueError(_("No lane is called “{name}”.").format(name=name))
    return found


def picture_options(options: argparse.Namespace) -> PictureOptions:
    """What a preset says, and over it what was typed."""
    typed = picture_arguments.given(options)
    held = _presets().named(options.preset).values if options.preset else {}
    chosen = PictureOptions(**(held | typed))
    other = "scale" if chosen.size.is_paper else "dpi"
    if other in typed:
        raise ValueError(_(_REFUSALS[other]))
    return chosen


_REFUSALS = {
    "scale": N_("a size in millimetres takes --dpi; --scale goes with one in pixels"),
    "dpi": N_("a size in pixels takes --scale; --dpi goes with one in millimetres"),
}


def presets_text() -> str:
    """A line for each preset: its name, and the options that it stands for."""
    lines = [(preset.name, _typed(preset)) for preset in _presets().all]
    width = max(len(name) for name, _options in lines)
    return "\n".join(f"{name:{width}}  {options}" for name, options in lines)


def _typed(preset: "Preset") -> str:
    usual = PictureOptions()
    words = []
    for name, value in preset.values.items():
        option = BY_KEY[name]
        if value != getattr(usual, name):
            words.append(_word(option.flag, option.write(value), value))
    return " ".join(words)


def _word(flag: str, written: str, value: Any) -> str:
    if isinstance(value, bool):
        return flag if value else f"--no-{flag[2:]}"
    return f"{flag} {written}"


def _presets() -> "Presets":
    from tracker.models.presets import Presets  # seldom asked for; a person's own are among the settings
    from tracker.settings import Settings, name_application

    name_application()
    return Presets(Settings())


def _application() -> QGuiApplication:
    """Fonts need one. Always without a screen, so that the picture cannot depend on one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(found, QGuiApplication)
    return found
