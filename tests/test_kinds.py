"""Every kind of record and every view has its place wherever there is one for each."""

import pytest
from pytestqt.qtbot import QtBot

from tracker.cli import arguments
from tracker.domain.listings import LISTINGS, Listing
from tracker.domain.records import KINDS
from tracker.i18n import _
from tracker.models.feed.view import KINDS as VIEWS
from tracker.models.feed.view import View
from tracker.models.presets import BUILT_IN
from tracker.timeline.pictures import picture_options
from tracker.timeline.pictures.option import Option
from tracker.widgets.parts.empty import EmptyState
from tracker.widgets.records.layouts import LAYOUTS


def test_every_listing_has_its_word_on_the_command_line() -> None:
    """Written out there, as reading the listings would make every command wait."""
    assert set(arguments.KINDS) == set(LISTINGS)


def test_every_kind_but_claims_is_listed() -> None:
    assert {listing.kind.kind for listing in LISTINGS.values()} == set(KINDS) - {"claim"}


def test_every_kind_has_its_form() -> None:
    assert set(LAYOUTS) == set(KINDS)


@pytest.mark.parametrize("listing", LISTINGS.values(), ids=LISTINGS)
def test_every_empty_table_says_what_belongs_there(listing: Listing, qtbot: QtBot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    state.show_new(listing.name, read_only=False)
    assert _(listing.kind.label).lower() in state.button.text().lower()


@pytest.mark.parametrize("view", [*VIEWS, "spacecraft"])
def test_every_view_can_be_exported_by_its_name_and_its_old_one(view: str) -> None:
    options = arguments.parse(["export", "-o", "a.png", "--view", view])
    assert View(options.view).kind in VIEWS


def test_every_preset_is_named_in_the_help() -> None:
    assert tuple(preset.name for preset in BUILT_IN) == arguments.PRESETS


@pytest.mark.parametrize("option", picture_options.OPTIONS, ids=lambda option: option.name)
def test_every_option_of_a_picture_has_its_word_on_the_command_line(option: Option) -> None:
    """Each with its help, and as good as not there until it is typed."""
    parser = arguments.parser_of("export")
    [action] = [one for one in parser._actions if option.flag in one.option_strings]
    assert option.help in (action.help or "")
    assert option.name not in vars(parser.parse_args(["-o", "a.png"]))
