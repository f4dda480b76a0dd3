"""The picture's lanes: in the dialog as in the window, on the command line as typed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6

from tests.desktop.person import Person as Someone
from tracker.cli import lane_arguments
from tracker.cli.arguments import parser_of
from tracker.cli.picture import lanes_wanted
from tracker.document import Document
from tracker.domain.book import Book
from tracker.models.feed.timeline import plan
from tracker.models.feed.view import Filter, View
from tracker.models.places import Shown
from tracker.settings import LINKS
from tracker.store import Store
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.arrangement import SORTS, Arrangement, arranged
from tracker.timeline.plans.plan import Plan
from tracker.widgets.export.dialog import ExportDialog

SHOWN = Shown(View("vessel", "operator", "certainty", Filter("crew", "peresild")), Arrangement(sort="name"))


@pytest.fixture
def dialogs(person: Someone) -> Iterator[Any]:
    """Opens the dialog after the window shows something."""
    found: list[ExportDialog] = []

    def opened(shown: Shown) -> ExportDialog:
        person.work.timeline.show_shown(shown)
        person.press("export")
        [dialog] = person.window.findChildren(ExportDialog)
        found.append(dialog)
        return dialog

    yield opened
    for dialog in found:
        if shiboken6.isValid(dialog):
            dialog.done(0)


def lanes_of(drawn: Plan) -> list[tuple[str, bool, int]]:
    return [(lane.name, lane.is_collapsed, lane.slot) for lane in drawn.lanes]


def test_the_picture_begins_with_the_lanes_of_the_window(person: Someone, dialogs: Any) -> None:
    person.work.timeline.show_shown(SHOWN)
    person.work.timeline.view.collapse_all()
    shown = person.work.timeline.shown
    assert shown.lanes.collapsed
    dialog = dialogs(shown)
    assert dialog.lanes.shown == shown
    assert lanes_of(dialog._plan) == lanes_of(person.work.timeline.view.plan)


def test_each_choice_changes_the_picture(person: Someone, dialogs: Any) -> None:
    dialog = dialogs(SHOWN)
    before = lanes_of(dialog._plan)
    dialog.lanes.filtered.setChecked(False)
    everybody = lanes_of(dialog._plan)
    assert len(everybody) > len(before)
    dialog.lanes.views.setCurrentIndex(dialog.lanes.views.findData("crew"))
    assert dialog.lanes.shown.view == View("crew", "operator", "certainty")
    dialog.lanes.groups.setCurrentIndex(dialog.lanes.groups.findData("nationality"))
    dialog.lanes.colours.setCurrentIndex(dialog.lanes.colours.findData("nationality"))
    dialog.lanes.sorts.setCurrentIndex(dialog.lanes.sorts.findData("duration"))
    wanted = Shown(View("crew", "nationality", "nationality"), Arrangement(sort="duration"))
    assert dialog.lanes.shown == wanted
    assert lanes_of(dialog._plan) == lanes_of(arranged(plan(person.book, wanted.view), wanted.lanes))
    assert person.work.timeline.shown == SHOWN, "the window keeps its own"


def test_what_the_window_did_not_do_is_not_offered(dialogs: Any) -> None:
    lanes = dialogs(Shown()).lanes
    assert not lanes.arranged.isVisibleTo(lanes.arranged.parentWidget())
    assert not lanes.filtered.isVisibleTo(lanes.filtered.parentWidget())


@pytest.mark.parametrize("is_on", [True, False])
def test_links_are_as_in_the_window(person: Someone, dialogs: Any, is_on: bool) -> None:
    person.work.settings.keep(LINKS, is_on)
    assert dialogs(Shown()).form.options().links is is_on


def test_without_links_none_is_drawn(person: Someone) -> None:
    drawn = plan(person.book, View("crew"))
    assert drawn.links
    for is_on in (True, False):
        [sheet] = sheets_of(drawn, PictureOptions(size=Size(900), links=is_on))
        assert bool(sheet.frame.rows.plan.links) is is_on


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    store = Store.open(path)
    yield Document(store).book
    store.close()


def typed(book: Book, *words: str) -> Plan:
    options = parser_of("export").parse_args(["-o", "x.svg", *words])
    drawn = plan(book, View(options.view, options.group_by, options.colour_by, Filter(*options.filter)))
    return arranged(drawn, lanes_wanted(drawn, options))


def names(drawn: Plan) -> list[str]:
    return [lane.name for lane in drawn.lanes]


def test_lanes_are_typed(book: Book) -> None:
    everything = names(typed(book))
    assert names(typed(book, "--only", "soyuz ms-19"))[0] == "Soyuz MS-19"
    assert len(typed(book, "--collapse", "all").lanes) < len(typed(book, "--collapse", "Soyuz MS-19").lanes)
    assert len(typed(book, "--collapse", "Soyuz MS-19").lanes) < len(everything)
    people = names(typed(book, "--view", "crew", "--sort", "name"))[1:]
    assert people != names(typed(book, "--view", "crew"))[1:]
    assert people[:2] == ["Anton Shkaplerov", "Klim Shipenko"]
    assert names(typed(book, "--view", "crew", "--filter", "crew:peresild"))[:2] == ["Crew", "Yulia Peresild"]
    assert {"", *lane_arguments.SORTS} == set(SORTS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--only", "Nobody"], "No lane is called “Nobody”."),
        (["--collapse", "Soyuz MS-19,Nobody"], "No lane is called “Nobody”."),
    ],
)
def test_a_lane_that_there_is_not_is_said(book: Book, words: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        typed(book, *words)


def test_a_table_that_there_is_not_is_said(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        typed(book, "--filter", "nobody:peresild")
    assert "there is no table “nobody”" in capsys.readouterr().err
