"""What somebody with a screen reader can do: read a table, select a bar, change its record, and read the bars again."""

from tests.endtoend.conftest import Outside

DOCKING = "Docking of Soyuz MS-19 with the ISS"
LIST = "Bars of the timeline in view"


def test_everything_can_be_read_and_changed_from_outside(outside: Outside) -> None:
    cells = outside.ask("cells", "Crew", 3)
    assert cells["heads"][0] == "Name"
    assert {"Anton Shkaplerov", "Yulia Peresild", "Klim Shipenko"} <= {row[0] for row in cells["rows"]}

    bars = outside.ask("children", "list", "Timeline")
    [docking] = [words for words in bars if words.startswith(DOCKING)]
    assert docking.split(", ")[1:] == ["lane Soyuz MS-19", "5 Oct 2021 12:22 UTC", "stated"]
    assert outside.ask("press_child", "list", "Timeline", docking)
    assert outside.ask("selected", "list", "Timeline") == [docking]

    assert outside.ask("text_when", "Name", DOCKING) == DOCKING
    assert outside.ask("type", "Name", "Docking at last")
    assert outside.ask("press", "push button", "Save")
    [renamed] = outside.ask("children_when", "list", "Timeline", "Docking at last")
    assert renamed == docking.replace(DOCKING, "Docking at last")
    assert outside.ask("renamed", "Docking at last, ") == renamed

    assert outside.ask("press", "check box", "List")
    assert outside.ask("children", "list", LIST) == outside.ask("children", "list", "Timeline")
    assert renamed in outside.ask("children", "list", LIST)
