"""The language of the window, changed while the program runs."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QWidget,
)

from tests.desktop.conftest import Opened
from tests.desktop.controls import DIALOGS, dialogs
from tests.desktop.person import Person as Someone
from tracker.desktop import speech
from tracker.domain.records import Person
from tracker.settings import Settings

CYRILLIC = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    Settings().language = "en"
    speech.use(qapp, Settings())


def choose(person: Someone, language: str) -> None:
    """As a person does, in the menu of languages."""
    menu = next(menu for menu in person.window.menuBar().findChildren(QMenu) if "English" in texts(menu))
    next(action for action in menu.actions() if action.data() == language).trigger()
    person.qtbot.waitUntil(lambda: speaks(person, language))


def speaks(person: Someone, language: str) -> bool:
    return titles(person)[0] == {"en": "&File", "ru": "&Файл"}[language]


def titles(person: Someone) -> list[str]:
    return [action.text() for action in person.window.menuBar().actions()]


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_everything_in_view_changes_its_language(person: Someone) -> None:
    choose(person, "ru")
    assert titles(person) == ["&Файл", "&Правка", "&Запись", "&Вид", "&Справка"]
    tables = person.work.tables
    assert [tables.tabText(index) for index in range(3)] == ["Экипаж", "Аппараты", "Миссии"]
    head = [one.text() for one in person.work.timeline.head.findChildren(QWidget) if hasattr(one, "text")]
    assert "Группы: Нет" in head
    person.work.selection.select(person.record(Person, "Peresild").id)
    labels = [label.text() for label in person.work.inspector.panel.form.findChildren(QLabel)]
    assert {"Имя", "Гражданство"} <= set(labels)
    assert "записей" in person.window.statusBar().findChildren(QLabel)[1].text()
    choose(person, "en")
    assert titles(person)[0] == "&File"
    assert tables is not person.work.tables
    assert person.work.tables.tabText(0) == "Crew"


def test_qts_own_buttons_change_too(person: Someone) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        return box.buttons()[0].text().replace("&", "")

    assert cancel() == "Cancel"
    choose(person, "ru")
    assert cancel() == "Отмена"
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Discard)
    assert set(box.buttons()[0].text().lower()) & CYRILLIC
    dialog = QFileDialog(person.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert len(said) == 3
    assert all(set(text.lower()) & CYRILLIC for text in said), said
    dialog.deleteLater()
    choose(person, "en")
    assert cancel() == "Cancel"
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"


def test_the_store_the_record_and_what_can_be_undone_stay(person: Someone) -> None:
    peresild = person.record(Person, "Peresild").id
    person.look_at("people")
    person.work.selection.select(peresild)
    person.type_over("occupation", "film actress")
    person.press("save")
    document, scale = person.work.document, person.work.timeline.view.sight.frame.scale
    choose(person, "ru")
    assert person.work.document is document
    assert (person.shown, person.marked, person.current) == (peresild, peresild, peresild)
    assert person.window.menu.actions["undo"].text().startswith("&Отменить: ")
    after = person.work.timeline.view.sight.frame.scale
    assert (after.start, after.end) == pytest.approx((scale.start, scale.end))
    person.press("undo")
    assert person.book[peresild].occupation == "actress"
    choose(person, "en")
    assert person.window.menu.actions["redo"].text().startswith("&Redo: ")


def test_a_store_to_look_at_says_so_in_the_language_spoken(opened: Opened) -> None:
    person = opened(read_only=True)
    choose(person, "ru")
    labels = [label.text() for label in person.window.statusBar().findChildren(QLabel)]
    assert "Только чтение" in labels
    assert "Read only" not in labels


def test_what_is_typed_and_not_saved_is_kept(person: Someone) -> None:
    person.work.selection.select(person.record(Person, "Peresild").id)
    person.type_over("note", "half a sente")
    choose(person, "ru")
    line = person.form.rows["note"].editor
    assert line.value() == "half a sente"


def test_nothing_is_left_behind(person: Someone) -> None:
    """Every widget and menu of one language goes when another comes."""
    counts = []
    person.work.selection.select(person.record(Person, "Peresild").id)
    for _round in range(5):
        choose(person, "ru")
        choose(person, "en")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        counts.append((len(QApplication.allWidgets()), len(person.window.findChildren(QMenu))))
    assert counts[1] == counts[-1], counts


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_letter_of_a_menu_is_given_twice(person: Someone, language: str) -> None:
    if language != "en":
        choose(person, language)
    assert titles(person)
    assert letters(titles(person)) == set()
    for menu in person.window.menuBar().findChildren(QMenu):
        assert letters(texts(menu)) == set(), texts(menu)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_letter_of_a_dialog_is_given_twice(person: Someone, language: str) -> None:
    if language != "en":
        choose(person, language)
    for action in DIALOGS:
        person.press(action)
        [dialog] = dialogs()
        labels = [one.text() for one in dialog.findChildren(QLabel) if one.buddy() is not None]
        buttons = [one.text() for one in dialog.findChildren(QAbstractButton)]
        assert letters(labels + buttons) == set(), action
        dialog.close()


def letters(some: list[str]) -> set[str]:
    """Those that more than one of the texts marks."""
    marked = [one.partition("&")[2][0].lower() for one in (text.replace("&&", "") for text in some) if "&" in one]
    return {letter for letter in marked if marked.count(letter) > 1}


def test_the_help_goes_on_in_the_other_language(person: Someone) -> None:
    person.work.tables.panel.view.setFocus()
    person.press("help")
    choose(person, "ru")
    help = person.window.guide.window
    assert help is not None
    assert help.isVisible()
    assert help.windowTitle() == "Таблицы – Справка"
    assert help.browser.toPlainText().startswith("Таблицы")
