"""The help: complete in each language, its links and examples true, and found by what one looks for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker import __version__, i18n
from tracker.cli.arguments import COMMANDS, parse
from tracker.domain.show_times import show
from tracker.domain.typed_times import understand
from tracker.i18n import LANGUAGES
from tracker.palette import DARK, LIGHT
from tracker.widgets.help.pages import PAGES, pages
from tracker.widgets.help.window import HelpWindow
from tracker.widgets.parts import style

HELP = Path(__file__).parents[3] / "resources" / "help"
LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use("en")


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    made = HelpWindow(pages())
    made.show_page()
    made.show()
    qtbot.addWidget(made)
    return made


def shown(window: HelpWindow) -> str:
    return Path(window.browser.source().path()).stem


def listed(window: HelpWindow) -> list[str]:
    items = [window.list.item(row) for row in range(window.list.count())]
    return [item.text() for item in items if not item.isHidden()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_and_every_link_leads_somewhere(language: str) -> None:
    assert sorted(one.stem for one in (HELP / language).glob("*.md")) == sorted(PAGES)
    linked = {"index"}
    for page in pages(language)[:-1]:
        assert page.text.startswith("# ")
        for link in LINK.findall(page.text):
            assert (page.path.parent / link).exists(), f"{page.name}: {link}"
            linked.add(Path(link).stem)
    assert {*PAGES} <= linked
    pictures = {one.stem for one in (HELP / language / "pictures").iterdir()}
    light = {name for name in pictures if not name.endswith("-dark")}
    assert light <= linked
    assert pictures - light == {f"{name}-dark" for name in light}


def test_the_languages_tell_the_same() -> None:
    """By what needs no translation: sections, pictures, keys, examples of commands."""
    for name in PAGES:
        texts = [(HELP / language / f"{name}.md").read_text(encoding="utf-8") for language in LANGUAGES]
        told = [
            (
                text.count("\n## "),
                sorted(set(LINK.findall(text))),
                re.findall(r"^    mission-tracker[ \w.:-]*\S", text, re.M),
            )
            for text in texts
        ]
        assert all(one[0] == told[0][0] for one in told), name
        assert all(set(one[1]) == set(told[0][1]) for one in told), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_dates_are_understood(language: str) -> None:
    text = (HELP / language / "dates.md").read_text(encoding="utf-8")
    i18n.use(language)
    typed = [one for row in re.findall(r"^\| (`.*?) \|", text, re.M) for one in re.findall("`([^`]+)`", row)]
    assert len(typed) >= 10
    for one in typed:
        assert understand(one.replace("…", "it"), event_named=lambda name: name) is not None, one


def test_what_is_said_of_a_date_is_what_is_shown() -> None:
    rows = re.findall(r"^\| `([^`]+)`[^|]* \| (.+?) \|$", (HELP / "en/dates.md").read_text(encoding="utf-8"), re.M)
    for typed, said in rows[:8]:
        assert show(understand(typed)) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_exist(language: str) -> None:
    text = (HELP / language / "command-line.md").read_text(encoding="utf-8")
    lines = [line.strip().split("   ")[0].split()[1:] for line in text.splitlines() if line.startswith("    mission")]
    assert {line[0] for line in lines if line} >= set(COMMANDS)
    for line in lines:
        parse(line)  # a wrong one would end the program


def test_links_are_followed_in_the_list_and_back(window: HelpWindow) -> None:
    assert shown(window) == "index"
    window.browser.setSource(QUrl("timeline.md"))
    assert (shown(window), window.list.currentItem().text()) == ("timeline", "Timeline")
    assert window.windowTitle() == "Timeline – Help"
    window.browser.backward()
    assert (shown(window), window.list.currentItem().text()) == ("index", "Mission Tracker")


def test_a_search_leaves_the_pages_that_hold_every_word_and_marks_them(window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.line, "backup half")
    assert listed(window) == ["Stores, backups, preferences"]
    assert shown(window) == "keeping"
    assert {one.cursor.selectedText().lower() for one in window.browser.extraSelections()} == {"backup", "half"}
    window.line.setText("no page holds that")
    assert listed(window) == []
    assert shown(window) == "keeping"
    window.line.clear()
    assert len(listed(window)) == len(PAGES) + 1
    assert window.browser.extraSelections() == []


def test_every_page_is_read_with_its_pictures(window: HelpWindow) -> None:
    for page in pages():
        window.show_page(page.name)
        assert window.browser.toPlainText().startswith(page.text.splitlines()[0].removeprefix("# "))
        for link in LINK.findall(page.text):
            if link.endswith(".png"):
                picture = window.browser.loadResource(2, QUrl(link))  # an image
                assert picture, link


def test_what_is_new_is_the_list_of_changes(window: HelpWindow) -> None:
    window.show_page("whats-new")
    assert window.list.currentItem().text() == "What’s new"
    assert __version__ in window.browser.toPlainText()


def test_pictures_are_those_of_the_theme(window: HelpWindow, qapp: QApplication) -> None:
    """A bright picture on a dark page would dazzle."""
    window.show_page("tables")
    colours = qapp.palette()
    for palette in (DARK, LIGHT):
        qapp.setPalette(style.qt_palette(palette))
        window.browser.reload()
        picture = window.browser.loadResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/table.png")
        )
        pixel = (picture if isinstance(picture, QImage) else QImage.fromData(picture)).pixelColor(5, 120)
        assert pixel.name() == palette.surface
    qapp.setPalette(colours)
