"""The form of a picture's options: a field for each, only what counts is shown, and all of it comes back."""

import pytest
from pytestqt.qtbot import QtBot

from tests.timeline.conftest import small_plan
from tracker.timeline.pictures.option import Kind, Option, Size
from tracker.timeline.pictures.picture_options import OPTIONS, PictureOptions
from tracker.widgets.export.form import ExportForm

RANGES = {"visible": (1633392000.5, 1633478400.25), "marked": (1633400000.0, 1633410000.0)}
OTHER: dict[str, object] = {
    "range": "all",
    "title": "Полёт",
    "subtitle": "",
    "size": Size(420, 297, "mm"),
    "scale": 2.5,
    "dpi": 600,
    "font_size": 12.5,
    "pages": "several",
    "across": 3,
    "theme": "print",
}


@pytest.fixture
def form(qtbot: QtBot) -> ExportForm:
    made = ExportForm(RANGES, "UTC")
    qtbot.addWidget(made)
    made.show_plan(small_plan())
    return made


def other(option: Option) -> object:
    """A value that is not the usual one."""
    return not option.default if option.kind is Kind.FLAG else OTHER[option.name]


def test_it_begins_as_the_command_line_does(form: ExportForm) -> None:
    assert form.options() == PictureOptions()


@pytest.mark.parametrize(
    "option", [option for option in OPTIONS if option.kind is not Kind.TIME], ids=lambda option: option.name
)
def test_every_option_has_a_field_that_gives_what_it_shows(option: Option, form: ExportForm, qtbot: QtBot) -> None:
    field = form.fields[option.name]
    assert field.control.accessibleName().startswith(option.label.replace("&", ""))
    assert field.control.toolTip().casefold() == option.help.casefold()
    with qtbot.waitSignal(form.changed):
        form.show_values({option.name: other(option)})
    assert getattr(form.options(), option.name) == other(option)


def test_what_is_kept_comes_back_but_for_the_texts(form: ExportForm, qtbot: QtBot) -> None:
    form.show_values({option.name: other(option) for option in OPTIONS if option.kind is not Kind.TIME})
    form.bring_back({"from": "5 Oct 2021 15:22 Moscow", "to": "2021-10-17", "range": "typed"})
    again = ExportForm({}, "UTC")
    qtbot.addWidget(again)
    again.show_plan(small_plan())
    again.bring_back(form.kept())
    kept, brought = form.options(), again.options()
    for option in OPTIONS:
        if option.kind is not Kind.TEXT:
            assert getattr(brought, option.name) == getattr(kept, option.name), option.name
    assert (brought.lower, brought.upper) == (1633436520.0, 1634515200.0)
    assert brought.title is None


def test_a_range_of_the_window_is_exact(form: ExportForm) -> None:
    for name, span in RANGES.items():
        form.show_values({"range": name})
        options = form.options()
        assert (options.lower, options.upper) == span


def test_only_what_counts_is_shown(form: ExportForm) -> None:
    def shown(name: str) -> bool:
        return form.rows.isRowVisible(form.fields[name])

    assert (shown("lower"), shown("scale"), shown("dpi"), shown("pages")) == (False, True, False, False)
    form.show_values({"range": "typed", "size": Size(297, 210, "mm")})
    assert (shown("lower"), shown("scale"), shown("dpi"), shown("pages")) == (True, False, True, True)


def test_a_time_that_is_none_is_marked_and_said(form: ExportForm) -> None:
    form.bring_back({"range": "typed", "from": "soon"})
    line = form.fields["lower"].control
    assert line.property("wrong")
    with pytest.raises(ValueError, match="soon"):
        form.options()
    form.bring_back({"from": "2021-10-05"})
    assert not line.property("wrong")


def test_texts_follow_the_plan_until_something_else_is_typed(form: ExportForm) -> None:
    title = form.fields["title"]
    assert (form.options().title, title.kept()) == (None, "")
    title.show_value("")
    assert form.options().title == ""
    title.show_value(None)
    assert form.options().title is None


def test_another_unit_is_the_same_size(form: ExportForm) -> None:
    form.show_values({"size": Size(1920, 1080)})
    unit = form.fields["size"].unit  # type: ignore[attr-defined]
    unit.setCurrentIndex(unit.findData("mm"))
    assert form.options().size == Size(508, 286, "mm")


def test_the_window_ranges_are_left_out_where_there_is_no_window(qtbot: QtBot) -> None:
    made = ExportForm({}, "UTC")
    qtbot.addWidget(made)
    box = made.fields["range"].box  # type: ignore[attr-defined]
    assert [box.itemData(n) for n in range(box.count())] == ["home", "all", "typed"]
