"""Keys alone, and what a screen reader is told of them: to the timeline by Tab, along its bars, into a form and back,
a bar moved, taken back, and a picture made.
"""

from pathlib import Path

from tests.endtoend.conftest import Outside

DOCKING = "Docking of Soyuz MS-19 with the ISS"


def test_the_whole_way_by_keys_alone(outside: Outside, tmp_path: Path) -> None:
    outside.ask("keys_until", "tab", "list", "Timeline")
    walked = outside.ask("keys", "right")
    assert walked[0] == "list item"
    assert ", lane Soyuz MS-19 film mission, " in walked[1]
    outside.ask("keys_until", "period", "list item", DOCKING)
    assert [words.partition(",")[0] for words in outside.ask("selected", "list", "Timeline")] == [DOCKING]

    assert outside.ask("keys", "return", "text") == ["text", "Name"]
    outside.ask("press_keys", "end")
    outside.ask("press_keys", "m")
    outside.ask("text_when", "Name", f"{DOCKING}m")
    outside.ask("press_keys", "ctrl+s")
    outside.ask("children_when", "list", "Timeline", f"{DOCKING}m")
    back = outside.ask("keys", "escape", "list item")
    assert back == ["list item", f"{DOCKING}m, lane Soyuz MS-19, 5 Oct 2021 12:22 UTC, stated"]

    outside.ask("press_keys", "shift+right")
    outside.ask("children_when", "list", "Timeline", f"{DOCKING}m, lane Soyuz MS-19, 5 Oct 2021 12:23 UTC")
    assert outside.ask("keys", "m", "text") == ["text", f"New time of {DOCKING}m"]
    assert outside.ask("type", f"New time of {DOCKING}m", "+10 min")
    outside.ask("press_keys", "return")
    outside.ask("children_when", "list", "Timeline", f"{DOCKING}m, lane Soyuz MS-19, 5 Oct 2021 12:33 UTC")
    for time in ("12:23", "12:22"):
        outside.ask("press_keys", "ctrl+z")
        outside.ask("children_when", "list", "Timeline", f"{DOCKING}m, lane Soyuz MS-19, 5 Oct 2021 {time} UTC")

    outside.ask("press_keys", "shift+period")
    assert outside.ask("keys", "n", "text") == ["text", "Time of what is added to Soyuz MS-19"]
    assert outside.ask("type", "Time of what is added to Soyuz MS-19", "2021-10-06 10:00")
    assert outside.ask("keys", "return", "text") == ["text", "Name"]
    added = outside.ask("children_when", "list", "Timeline", "New event")
    assert added == ["New event, lane Soyuz MS-19, 6 Oct 2021 10:00 UTC, stated"]
    assert outside.ask("keys", "escape", "list") == ["list", "Timeline"], "what was added is taken back"

    picture = tmp_path / "timeline.png"
    assert outside.ask("keys", "ctrl+e")[0] == "combo box"
    assert outside.ask("keys", "return", "text") == ["text", "File name:"]
    assert outside.ask("type", "File name:", str(picture))
    outside.ask("press_keys", "return")
    outside.ask("file_when", str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")
