"""The export studio as a person meets it: what the preview shows is what is saved, copied and kept."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from tests.desktop.person import Person as Someone
from tracker.models.presets import Presets
from tracker.settings import Settings
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import export, sheets_of
from tracker.widgets.export.delivery import FILTERS, FileQuestion, _put_on_clipboard
from tracker.widgets.export.dialog import ExportDialog

Key = Qt.Key


@pytest.fixture
def dialog(person: Someone) -> Iterator[ExportDialog]:
    person.press("export")
    [opened] = person.window.findChildren(ExportDialog)
    wait_for_preview(person, opened)
    yield opened
    if shiboken6.isValid(opened):  # who saves has closed it
        opened.done(0)


def wait_for_preview(person: Someone, dialog: ExportDialog) -> None:
    person.qtbot.waitUntil(lambda: not dialog.preview.is_busy, timeout=20_000)


def choose(person: Someone, dialog: ExportDialog, **values: Any) -> None:
    dialog.form.show_values(values)
    wait_for_preview(person, dialog)


def test_the_preview_is_the_page_in_small(person: Someone, dialog: ExportDialog) -> None:
    choose(person, dialog, size=Size(297, 210, "mm"))
    shown = dialog.preview.page._label.pixmap()
    assert (shown.width() - 2) / (shown.height() - 2) == pytest.approx(297 / 210, abs=0.01)
    assert "297 × 210 mm, 3508 × 2480 pixels at 300 dpi, 8.7 megapixels" in dialog.preview._measures.text()
    before = shown.toImage()
    choose(person, dialog, theme="dark")
    assert dialog.preview.page._label.pixmap().toImage() != before


def test_pages_are_turned_by_key(person: Someone, dialog: ExportDialog) -> None:
    choose(person, dialog, size=Size(297, 210, "mm"), across=3)
    first = dialog.preview.page._label.pixmap().toImage()
    person.qtbot.keyClick(dialog.preview.page, Key.Key_PageDown)
    wait_for_preview(person, dialog)
    assert dialog.preview._which.text() == "Page 2 of 3"
    assert dialog.preview.page._label.pixmap().toImage() != first


def test_a_click_shows_it_at_100_percent_and_whole_again(person: Someone, dialog: ExportDialog) -> None:
    choose(person, dialog, size=Size(1920, 1080))
    page = dialog.preview.page
    for width in (1920, page.room[0]):
        person.qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton)
        wait_for_preview(person, dialog)
        assert page._label.pixmap().width() - 2 == pytest.approx(width, abs=1)


def test_what_cannot_be_is_said_and_not_saved(person: Someone, dialog: ExportDialog) -> None:
    choose(person, dialog, size=Size(1280, 200))
    assert "do not fit" in dialog.problem.text()
    assert not dialog.buttons.save.isEnabled()
    choose(person, dialog, size=Size(1280, 720))
    assert not dialog.problem.isVisible()
    assert dialog.buttons.save.isEnabled()


def test_a_time_that_is_none_is_said_before_anybody_could_save(person: Someone, dialog: ExportDialog) -> None:
    choose(person, dialog, range="typed")
    person.write(dialog.form.fields["lower"].control, "the day before")
    assert "the day before" in dialog.problem.text()
    assert not dialog.buttons.save.isEnabled()
    dialog.form.show_values({"range": "home"})
    wait_for_preview(person, dialog)
    assert dialog.buttons.save.isEnabled()


def test_the_name_follows_the_format_and_is_asked_for_with_its_suffix(
    person: Someone, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.buttons.save.click()
    [question] = dialog.findChildren(FileQuestion)
    question.setDirectory(str(tmp_path))
    question.selectNameFilter(FILTERS[".pdf"])
    question.filterSelected.emit(FILTERS[".pdf"])
    assert question.selectedFiles() == [str(tmp_path / "timeline.pdf")]
    question.selectFile("flight")
    with person.qtbot.waitSignal(dialog.accepted, timeout=20_000):
        question.accept()
    assert (tmp_path / "flight.pdf").read_bytes().startswith(b"%PDF")


def test_a_picture_of_any_size_can_be_pasted(qapp: object) -> None:
    """Qt refuses to read very large ones, as they could be a trap; this one is ours."""
    large = QImage(1000, 600, QImage.Format.Format_RGB32)
    large.fill(Qt.GlobalColor.red)
    content = QBuffer()
    large.save(content, "PNG")  # type: ignore[call-overload]
    usual = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(1)
    try:
        _put_on_clipboard({"image/png": bytes(content.data().data())})
        assert QGuiApplication.clipboard().image().size() == large.size()
        assert QImageReader.allocationLimit() == 1
    finally:
        QImageReader.setAllocationLimit(usual)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_what_is_saved_is_what_the_options_say(
    suffix: str, person: Someone, dialog: ExportDialog, tmp_path: Path
) -> None:
    choose(person, dialog, size=Size(1280, 720), theme="print")
    export(dialog._plan, tmp_path / f"other.{suffix}", dialog.form.options())
    with person.qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.save(str(tmp_path / f"flight.{suffix}"))
    assert (tmp_path / f"flight.{suffix}").read_bytes() == (tmp_path / f"other.{suffix}").read_bytes()
    assert f"flight.{suffix}" in person.work.message.text


def test_the_page_in_view_goes_to_the_clipboard(person: Someone, dialog: ExportDialog) -> None:
    choose(person, dialog, size=Size(1280, 720))
    with person.qtbot.waitSignal(dialog.delivery.copied, timeout=20_000):
        dialog.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert QImage.fromData(data.data("image/png").data()).size().toTuple() == (1280, 720)
    assert b"<svg" in data.data("image/svg+xml").data()
    assert data.hasImage()
    assert dialog.isVisible()


def test_cancel_stops_the_writing_and_keeps_the_old_file(
    person: Someone, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def laid_out(*given: Any) -> Any:
        begun.set()
        go_on.wait(10)
        return sheets_of(*given)

    path = tmp_path / "flight.png"
    path.write_bytes(b"the old one")
    monkeypatch.setattr("tracker.timeline.pictures.picture.sheets_of", laid_out)
    dialog.save(str(path))
    assert begun.wait(10)
    assert dialog.buttons.progress.isVisible()
    dialog.buttons.cancel.click()
    go_on.set()
    person.qtbot.waitUntil(lambda: not dialog.delivery.is_busy)
    assert path.read_bytes() == b"the old one"
    assert dialog.isVisible()
    assert dialog.buttons.save.isEnabled()


def test_choices_come_back_the_next_time(person: Someone, dialog: ExportDialog) -> None:
    choose(person, dialog, size=Size(420, 297, "mm"), theme="dark", legend=False)
    dialog.reject()
    person.press("export")
    again = person.window.findChildren(ExportDialog)[-1]
    options = again.form.options()
    assert (options.size, options.theme, options.legend) == (Size(420, 297, "mm"), "dark", False)
    again.reject()


def test_presets_are_shown_chosen_kept_and_deleted(person: Someone, dialog: ExportDialog) -> None:
    line = dialog.presets
    line.box.setCurrentIndex(line.box.findText("A4 portrait"))
    line.box.activated.emit(line.box.currentIndex())
    assert dialog.form.options().size == Size(210, 297, "mm")
    dialog.form.show_values({"dpi": 150})
    assert line.preset is None
    line._keep_as("Draft")
    assert (line.box.currentText(), Presets(Settings()).named("Draft").values["dpi"]) == ("Draft", 150)
    line._rename_to("Proof")
    assert line.box.currentText() == "Proof"
    line._on_delete()
    assert line.box.findText("Proof") < 0


def test_the_range_in_view_can_be_drawn(person: Someone, dialog: ExportDialog) -> None:
    sight = person.work.timeline.view.sight
    dialog.form.show_values({"range": "visible"})
    options = dialog.form.options()
    assert (options.lower, options.upper) == (sight.scale.start, sight.scale.end)


LEAVING = """
import sys
from tracker import stores
from tracker.desktop.app import application
from tracker.desktop.window import Window
from tracker.document import Document
from tracker.settings import Settings
app = application()
window = Window(Settings())
window.show_document(Document(stores.opened(None), "Ada"))
window.work.show_all()
window.show()
window.work.export_timeline()
app.processEvents()
from tracker.widgets.export.dialog import ExportDialog
[dialog] = window.findChildren(ExportDialog)
dialog.preview.draw()
if sys.argv[1] == "exit":
    sys.exit(0)
if sys.argv[1] == "window":
    window.close()
if sys.argv[1] == "dialog":
    dialog.reject()
"""


@pytest.mark.parametrize("way", ["end", "exit", "window", "dialog"])
def test_leaving_while_the_preview_is_drawn_does_not_crash(way: str) -> None:
    done = subprocess.run([sys.executable, "-c", LEAVING, way], capture_output=True, text=True, timeout=60, check=False)
    said = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, said) == (0, [])
