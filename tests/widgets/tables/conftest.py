"""Tables on the screen, watched by Qt's own tester."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.widgets.tables.hands import Made
from tracker.document import Document
from tracker.domain.listings import LISTINGS
from tracker.models.selection import Selection
from tracker.settings import Settings
from tracker.widgets.tables.panel import TablePanel


@pytest.fixture
def made(document: Document, selection: Selection, settings: Settings, qtbot: QtBot) -> Made:
    """Panels on the screen with the focus in their cells; Qt's tester watches each model."""
    kept: list[object] = []

    def make(name: str) -> TablePanel:
        panel = TablePanel(document, LISTINGS[name], selection, settings)
        kept.append(QAbstractItemModelTester(panel.table, QAbstractItemModelTester.FailureReportingMode.Fatal))
        qtbot.addWidget(panel)
        panel.resize(900, 420)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        panel.view.setFocus()
        return panel

    return make


@pytest.fixture
def people(made: Made) -> TablePanel:
    return made("people")
