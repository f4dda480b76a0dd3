"""The editors: every value comes out as it went in; what is typed is understood, or the sentence says why not."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.document import Document
from tracker.domain import edits, edtf
from tracker.domain.fields import field_of, fields_of
from tracker.domain.records import KINDS, Event, Leg, Mission, Part, Person, Place, Production, Record, Spacecraft
from tracker.settings import Settings
from tracker.widgets.editors import Editor, editor_for

Make = Callable[[type[Record], str], Any]


@pytest.fixture
def make(document: Document, settings: Settings, qtbot: QtBot) -> Make:
    def editor(kind: type[Record], name: str) -> Editor:
        made = editor_for(field_of(kind, name), document, settings)
        qtbot.addWidget(made)
        made.show()
        return made

    return editor


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_values_come_out_as_they_went_in(kind: type[Record], document: Document, make: Make) -> None:
    records = [*document.book.of(kind), kind()]
    for field in fields_of(kind):
        editor = make(kind, field.name)
        for value in {getattr(record, field.name) for record in records}:
            editor.set_value(value)
            assert (editor.value(), editor.problem()) == (value, ""), field.name


def test_a_long_text_keeps_its_lines_and_spaces(make: Make) -> None:
    editor = make(Event, "quotation")
    text = " “10\u00a0km,”\n\nhe said.\n"
    editor.set_value(text)
    assert editor.value() == text
    editor.set_value("\n \n")
    assert editor.value() == ""


def test_a_long_text_grows_with_its_lines(make: Make, qtbot: QtBot) -> None:
    editor = make(Event, "quotation")
    editor.set_value("one line")
    low = editor.box.sizeHint().height()
    editor.set_value("\n".join("abcdef"))
    assert editor.box.sizeHint().height() > low
    editor.set_value("\n" * 50 + "end")
    assert editor.box.sizeHint().height() < 20 * editor.fontMetrics().lineSpacing()


def test_setting_a_value_is_no_change_by_a_person(make: Make, qtbot: QtBot) -> None:
    for kind in KINDS.values():
        for field in fields_of(kind):
            editor = make(kind, field.name)
            with qtbot.assertNotEmitted(editor.changed):
                editor.set_value(getattr(kind(), field.name))


@pytest.mark.parametrize(
    ("typed", "canonical", "understanding"),
    [
        ("2021-10-05 12:22", "2021-10-05T12:22Z", "5 Oct 2021 12:22 UTC"),
        ("2021-10", "2021-10", "Oct 2021 · known to the month"),
        ("2020", "2020", "2020 · known to the year"),
        ("about April 2021", "2021-04~", "about Apr 2021 · known to the month"),
        ("unknown", "unknown", "It happened; nobody says when."),
        ("2021-10-05 15:22 Moscow", "2021-10-05T12:22Z", "5 Oct 2021 12:22 UTC"),
        ("", "", ""),
    ],
)
def test_a_typed_time_is_told_back(typed: str, canonical: str, understanding: str, make: Make, qtbot: QtBot) -> None:
    editor = make(Event, "actual")
    qtbot.keyClicks(editor.line, typed)
    assert (edtf.write(editor.value()), editor.problem()) == (canonical, "")
    assert (editor.understanding(), editor.echo.text()) == (understanding, understanding)


def test_the_zone_says_how_a_typed_clock_is_meant(make: Make, qtbot: QtBot) -> None:
    editor = make(Event, "actual")
    qtbot.keyClicks(editor.line, "2021-10-05 15:22")
    editor.zone.setEditText("Moscow")
    assert edtf.write(editor.value()) == "2021-10-05T12:22Z"
    assert editor.echo.text() == "5 Oct 2021 15:22 Moscow (UTC+3) = 12:22 UTC"
    editor.zone.setEditText("Baikonur")
    assert editor.echo.text() == "5 Oct 2021 15:22 Baikonur (UTC+5) = 10:22 UTC"


def test_another_zone_shows_a_stored_time_otherwise_and_keeps_it(make: Make) -> None:
    editor = make(Event, "actual")
    editor.set_value(edtf.read("2021-10-17T01:14Z"))
    editor.zone.setEditText("Houston")
    assert editor.line.text() == "2021-10-16 20:14"
    assert editor.echo.text() == "16 Oct 2021 20:14 Houston (UTC-5) = 17 Oct 2021 01:14 UTC"
    assert edtf.write(editor.value()) == "2021-10-17T01:14Z"


def test_the_zone_follows_the_setting(make: Make, settings: Settings) -> None:
    editor = make(Event, "actual")
    editor.set_value(edtf.read("2021-10-05T12:22Z"))
    settings.zone = "Europe/Moscow"
    assert editor.line.text() == "2021-10-05 15:22"


@pytest.mark.parametrize(("typed", "zone"), [("five past noon", "UTC"), ("2021-02-30", "UTC"), ("2021", "Mars")])
def test_a_wrong_time_is_a_sentence(typed: str, zone: str, make: Make, qtbot: QtBot) -> None:
    editor = make(Event, "actual")
    editor.zone.setEditText(zone)
    qtbot.keyClicks(editor.line, typed)
    assert editor.problem()


def test_an_event_names_a_relative_time(make: Make, qtbot: QtBot, document: Document) -> None:
    event = document.book.of(Event)[0]
    editor = make(Event, "actual")
    qtbot.keyClicks(editor.line, f"before {event.name}")
    assert edtf.write(editor.value()) == f"before:{event.id}"
    assert editor.echo.text() == f"before {event.name}"


def test_an_empty_number_is_none_and_never_zero(make: Make, qtbot: QtBot) -> None:
    editor = make(Person, "age")
    editor.set_value(37)
    editor.line.selectAll()
    qtbot.keyClick(editor.line, Qt.Key.Key_Delete)
    assert (editor.value(), editor.problem()) == (None, "")
    qtbot.keyClicks(editor.line, "old")
    assert "whole number" in editor.problem()


def paste(editor: Any, text: str) -> None:
    """For letters that the test's keyboard lacks."""
    QGuiApplication.clipboard().setText(text)
    editor.line.paste()


def test_words_are_parted_by_semicolons(make: Make, qtbot: QtBot) -> None:
    editor = make(Person, "aliases")
    paste(editor, "Novitskiy; Новицкий ;; ")
    assert editor.value() == ("Novitskiy", "Новицкий")


def test_a_zone_is_found_by_name_or_key(make: Make, qtbot: QtBot) -> None:
    editor = make(Place, "zone")
    editor.box.lineEdit().selectAll()
    qtbot.keyClicks(editor.box.lineEdit(), "baikonur")
    assert editor.value() == "Asia/Qyzylorda"
    editor.box.setEditText("Mars/Olympus")
    assert "Mars/Olympus" in editor.problem()


def test_links_are_offered_by_any_part_of_any_name(
    make: Make, qtbot: QtBot, document: Document, settings: Settings
) -> None:
    editor = make(Leg, "person")
    qtbot.keyClicks(editor.line, "VITSK")
    assert "Oleg Novitsky" in editor.line.offered[0]
    assert editor.problem()


def test_cyrillic_names_are_found(make: Make, qtbot: QtBot, document: Document, named: Any) -> None:
    changed = dataclasses.replace(named(Person, "Novitsky"), native_name="Олег Новицкий")
    document.do(edits.change(document.book, changed))
    editor = make(Leg, "person")
    paste(editor, "новиц")
    assert editor.line.offered[0] == "Oleg Novitsky (Олег Новицкий)"


def test_a_choice_from_the_list_is_taken_by_keyboard(make: Make, qtbot: QtBot, named: Any) -> None:
    editor = make(Leg, "person")
    qtbot.keyClicks(editor.line, "Novit")
    popup = editor.line.popup.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.value() == named(Person, "Novitsky").id
    assert editor.line.text() == "Oleg Novitsky"


def test_a_missing_record_is_made_on_the_spot(make: Make, qtbot: QtBot) -> None:
    editor = make(Leg, "person")
    qtbot.keyClicks(editor.line, "Nora <b>Nobody</b>")
    assert editor.line.offered == ["Create “Nora <b>Nobody</b>”"]
    editor.maker.click()
    [made] = editor.made()
    assert (made.name, editor.value(), editor.problem()) == ("Nora <b>Nobody</b>", made.id, "")
    editor.set_typed("")
    assert (editor.value(), editor.made()) == ("", ())


def test_the_arrow_leads_to_the_record(make: Make, qtbot: QtBot, named: Any) -> None:
    editor = make(Leg, "person")
    editor.set_value(named(Person, "Novitsky").id)
    with qtbot.waitSignal(editor.followed) as followed:
        editor.go.click()
    assert followed.args == [named(Person, "Novitsky").id]
    editor.clear.click()
    assert (editor.value(), editor.go.isVisible()) == ("", False)


def test_several_links_are_added_moved_and_removed(make: Make, qtbot: QtBot, named: Any) -> None:
    people = [named(Person, name) for name in ("Peresild", "Shipenko", "Novitsky")]
    editor = make(Event, "people")
    editor.set_value(tuple(person.id for person in people[:2]))
    qtbot.keyClicks(editor.line, people[2].name)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == tuple(person.id for person in people)
    rows = editor._rows
    rows[2]._up.click()
    rows[0]._remove.click()
    assert editor.value() == (people[2].id, people[1].id)


def test_a_part_is_a_person_and_what_they_do(make: Make, qtbot: QtBot, named: Any) -> None:
    editor = make(Production, "parts")
    editor.set_value((Part(named(Person, "Peresild").id, "the physician"),))
    row = editor._rows[0]
    row.part.selectAll()
    qtbot.keyClicks(row.part, "lead")
    assert editor.value() == (Part(named(Person, "Peresild").id, "lead"),)


def test_a_long_name_is_shortened_and_its_tooltip_is_no_html(
    make: Make, document: Document, named: Any, qtbot: QtBot
) -> None:
    station = named(Spacecraft, "International Space Station")
    name = "<img src=x> " * 20
    document.do(edits.change(document.book, dataclasses.replace(station, name=name)))
    editor = make(Mission, "spacecraft")
    editor.resize(300, 80)
    editor.set_value((station.id,))
    button = editor._rows[0]._name
    qtbot.waitUntil(lambda: button.text().endswith("…"))
    assert "&lt;img" in button.toolTip()


def test_rows_come_before_the_line_for_the_tab_key(make: Make, named: Any) -> None:
    editor = make(Mission, "spacecraft")
    editor.set_value((named(Spacecraft, "International Space Station").id,))
    following: QWidget | None = editor._rows[0]._name
    seen: list[QWidget] = []
    while following is not None and following is not editor.line and len(seen) < 50:
        seen.append(following)
        following = following.nextInFocusChain()
    assert following is editor.line
    assert editor._rows[0]._remove in seen
