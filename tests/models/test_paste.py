"""The plan of a paste: what would change, what cannot and why, and that nothing is changed by looking."""

from datetime import UTC

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tracker.document import Document
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Event, Person
from tracker.models.paste import Line, Plan, Planner, block
from tracker.models.paste_preview import PastePreview
from tracker.palette import DARK

PEOPLE = LISTINGS["people"]


def number(name: str, listing: str = "people") -> int:
    return [column.name for column in LISTINGS[listing].columns].index(name)


def plan(document: Document, lines: list[Line], listing: str = "people") -> Plan:
    return Planner(document.book, LISTINGS[listing], UTC).plan(lines)


def test_a_record_without_what_it_needs_is_not_made(document: Document) -> None:
    found = plan(document, [("", ((number("age"), "40"),)), ("", ((number("name"), "Raja Chari"),))])
    assert [(cell.column.name, cell.problem) for cell in found.cells] == [
        ("age", "Its record is left out."),
        ("name", "Name must not be empty."),
        ("name", ""),
    ]
    assert [record.name for record in found.records] == ["Raja Chari"]  # type: ignore[attr-defined]
    assert (found.good, found.wrong, found.new) == (1, 2, 1)


def test_a_wrong_cell_leaves_the_others_of_its_row(document: Document) -> None:
    peresild = next(one for one in document.book.of(Person) if "Peresild" in one.name)
    lines: list[Line] = [(peresild.id, ((number("name"), ""), (number("age"), "40")))]
    found = plan(document, lines)
    assert [cell.problem for cell in found.cells] == ["Name must not be empty.", ""]
    document.do(found.edit(document.book))
    changed = document.book[peresild.id]
    assert (changed.name, changed.age) == ("Yulia Peresild", 40)  # type: ignore[attr-defined]
    assert document.history.undoable[-1].text == "Paste 1 cell"


def test_times_and_links_are_understood_as_in_the_forms(document: Document) -> None:
    docking = next(one for one in document.book.of(Event) if one.type == "docking")
    texts = {
        "planned": "5 Oct 2021 15:12 Moscow",
        "place": "Baikonur Cosmodrome",
        "people": "Nobody",
        "type": "undocking",
    }
    line = tuple((number(name, "events"), text) for name, text in texts.items())
    found = plan(document, [(docking.id, line)], "events")
    said = {cell.column.name: (cell.after, cell.problem) for cell in found.cells}
    assert said["planned"] == ("5 Oct 2021 12:12 UTC", "")
    assert said["place"] == ("Baikonur Cosmodrome", "")
    assert said["people"] == ("Nobody", "No person is called “Nobody”.")
    assert said["type"] == ("undocking", "")


def test_what_is_derived_cannot_be_pasted_over_but_comes_by_itself(document: Document) -> None:
    claims, name = number("claims"), number("name")
    id = document.book.of(Person)[0].id
    assert plan(document, [(id, ((claims, "99"),))]).cells[0].problem == "This column follows from other records."
    assert plan(document, [("", ((name, "Raja Chari"), (claims, "99")))]).wrong == 0


@pytest.mark.parametrize("grid", [[["a", "b"]], [["Name", "Surname"], ["a", "b"]]])
def test_a_grid_must_fit_beside_the_current_cell(grid: list[list[str]]) -> None:
    with pytest.raises(ValueError, match="2 columns wide"):
        block(grid, [], [0], PEOPLE)


def test_empty_lines_make_no_records() -> None:
    assert block([["a"], [""], ["b"]], ["1"], [0], PEOPLE) == [("1", ((0, "a"),)), ("", ((0, "b"),))]


def test_the_preview_is_a_sound_model(document: Document) -> None:
    id = document.book.of(Person)[0].id
    found = plan(document, [(id, ((number("age"), "x<b>"),)), ("", ((number("name"), "Raja"),))])
    model = PastePreview(found, document.book, DARK)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(0, 4).data() == "Age must be a whole number, not “x<b>”."
    assert model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole).endswith(">x&lt;b&gt;</p>")
    assert model.index(1, 0).data() == "New: Raja"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Record"
