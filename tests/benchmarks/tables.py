"""A table of 10,000 events: sorting, filtering, finding and editing, in milliseconds."""

import dataclasses
import os
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.book import Book
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Event, Person, Record, Spacecraft
from tracker.domain.times import EPOCH, at
from tracker.models.order import By
from tracker.models.table import RecordTable
from tracker.settings import Settings
from tracker.store import Store
from tracker.widgets.tables.find import finding

ROWS = 10_000


def records() -> list[Record]:
    people = [Person(name=f"Person {n}") for n in range(500)]
    vessels = [Spacecraft(name=f"Soyuz {n}") for n in range(100)]
    events = [
        Event(
            name=f"Event {n * 7919 % ROWS}",
            actual=at(EPOCH + timedelta(hours=n)),
            spacecraft=vessels[n % 100].id,
            people=(people[n % 500].id,),
        )
        for n in range(ROWS)
    ]
    return [*people, *vessels, *events]


def main() -> None:
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "a.tracker", edits.create(Book(), *records()))
        document = Document(store)
        settings = Settings(QSettings(str(Path(folder) / "a.ini"), QSettings.Format.IniFormat))
        _measure(document, RecordTable(document, LISTINGS["events"], settings))
        document.close()
    del app


def _measure(document: Document, table: RecordTable) -> None:
    vessel = document.book.of(Spacecraft)[0]
    renamed = dataclasses.replace(vessel, name="Soyuz A")
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("sort by one column, first time", lambda: table.set_order((By(0),))),
        ("sort by one column", lambda: table.set_order((By(0, True),))),
        ("filter, first letter ever", lambda: table.set_filter("e")),
        ("filter", lambda: table.set_filter("event 12")),
        ("filter off", lambda: table.set_filter("")),
        ("sort by two columns, first time", lambda: table.set_order((By(6), By(0)))),
        ("sort by two columns", lambda: table.set_order((By(6, True), By(0)))),
        ("find in all cells", lambda: list(finding(table, [0, 1, 2], "event 999"))),
        ("change a cell, stored", lambda: table.setData(table.index(5, 0), "Zarya")),
        ("rename what 100 rows name, stored", lambda: document.do(edits.change(document.book, renamed))),
    )
    for name, step in steps:
        start = time.perf_counter()
        step()
        print(f"{name:36} {(time.perf_counter() - start) * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
