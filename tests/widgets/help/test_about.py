"""The about box: every part that is installed with the program, with its version and its licence."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tracker import __version__
from tracker.widgets.help import made_with
from tracker.widgets.help.dialogs import AboutDialog

PROJECT = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def key(name: str) -> str:
    return name.replace("_", "-").casefold()


def test_every_dependency_is_named_with_version_and_licence() -> None:
    parts = {key(name): (version, licence) for name, version, licence in made_with.parts()}
    wanted = [key(re.split(r"[<>=!~ ;\[]", one)[0]) for one in PROJECT["dependencies"]]
    assert {*wanted, "qt", "python", "sqlite", "numpy", "shiboken6"} <= parts.keys()
    assert "pytest" not in parts
    for name in wanted:
        assert parts[name][0] == importlib.metadata.version(name)
    assert all(licence != "not said" for __, licence in parts.values()), parts
    assert "LGPL" in parts["pyside6-essentials"][1]
    assert "BSD" in parts["numpy"][1]
    assert parts["sqlalchemy"][1] == "MIT"


def test_a_copy_that_was_never_installed_still_says_what_it_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_with, "PROGRAM", "nothing of that name")
    assert [name for name, *__ in made_with.parts()] == ["Qt", "Python", "SQLite"]


def test_the_box_shows_and_copies_it(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert {__version__, "numpy", "LGPL-3.0-only"} <= set(texts)
    [copy] = [one for one in dialog.findChildren(QPushButton) if one.text() == "&Copy"]
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"Mission Tracker {__version__} MIT\n")
    assert f"numpy {importlib.metadata.version('numpy')}" in copied
