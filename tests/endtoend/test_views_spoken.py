"""What somebody with a screen reader and a keyboard finds in the other views of the timeline: by crew and by vessel,
lanes that are collapsed and pinned, the head counts, what has no date.
"""

from tests.endtoend.conftest import Outside

TIMELINE = ("list", "Timeline")
LIST = ("list", "Bars of the timeline in view")


def go_to_view(outside: Outside, steps: int, first: str) -> list[str]:
    """To another view, by keys; what is read there, once it has come up."""
    outside.ask("keys_until", "tab", "combo box", "By ")
    for _step in range(steps):
        outside.ask("press_keys", "down")
    outside.ask("children_when", *TIMELINE, first)
    return list(outside.ask("children", *TIMELINE))


def test_by_crew_a_lane_is_read_before_the_stays_of_its_person(outside: Outside) -> None:
    outside.ask("keys_until", "tab", "combo box", "By mission")
    assert outside.ask("labels", "combo box", "By mission") == ["What the lanes are"]
    outside.ask("press_keys", "down")
    assert outside.ask("labels", "combo box", "By crew") == ["What the lanes are"]
    read = outside.ask("children", *TIMELINE)
    at = read.index("lane Yulia Peresild, in Crew")
    assert read[at + 1 : at + 4] == [
        "Yulia Peresild, aboard Soyuz MS-19, lane Yulia Peresild, start 5 Oct 2021, end 5 Oct 2021 12:22 UTC, stated",
        "Yulia Peresild, aboard International Space Station, lane Yulia Peresild, "
        "start 5 Oct 2021 12:22 UTC, end 17 Oct 2021, stated",
        "Yulia Peresild, aboard Unnamed return capsule, lane Yulia Peresild, start and end 17 Oct 2021, planned",
    ]
    outside.ask("press_keys", "ctrl+l")
    assert outside.ask("children_when", *LIST, "lane Yulia Peresild")
    assert outside.ask("children", *LIST) == read


def test_by_vessel_the_head_count_is_read_and_a_group_says_that_it_is_collapsed(outside: Outside) -> None:
    read = go_to_view(outside, 2, "group Events")
    station = "International Space Station"
    assert f"{station}: 10 people aboard, lane {station}, start 5 Oct 2021 12:22 UTC, end 17 Oct 2021, counted" in read
    assert f"lane Aboard, in {station}" in read
    outside.ask("keys_until", "tab", *TIMELINE)
    outside.ask("keys_until", "j", "list item", f"group {station}")
    assert {"expandable", "expanded"} <= set(outside.ask("states", *TIMELINE, f"group {station}"))

    outside.ask("press_keys", "c")
    assert outside.ask("said", f"group {station} (collapsed)")
    assert "expanded" not in outside.ask("states", *TIMELINE, f"group {station}")
    shut = outside.ask("children", *TIMELINE)
    assert not [words for words in shut if f"aboard {station}, lane Aboard" in words]

    outside.ask("press_keys", "p")
    assert outside.ask("said", f"group {station} (collapsed) (pinned)")
    assert outside.ask("children", *TIMELINE)[0].startswith(f"group {station} (collapsed) (pinned)")
    outside.ask("press_keys", "c")
    assert outside.ask("said", f"group {station} (pinned)")
    walked = outside.ask("keys", "right", "list item", station)
    assert walked[1].startswith(f"{station}: ")
    assert ", counted" in walked[1]


def test_what_has_no_date_is_read_and_opened(outside: Outside) -> None:
    outside.ask("keys_until", "tab", "push button", "4 without a date")
    assert outside.ask("keys", "space", "list item", "First satellite")
    undated = outside.ask("beside")
    assert len(undated) == 4
    assert all(words.endswith(", unknown, stated") for words in undated)
    assert outside.ask("keys", "down", "list item", "First dog in orbit, Laika")
    assert outside.ask("keys", "return", "text") == ["text", "Name"]
    assert outside.ask("text_when", "Name", "Laika") == "First dog in orbit, Laika"
    assert outside.ask("keys", "escape", "push button") == ["push button", "4 without a date"]


def test_f6_goes_around_the_parts_of_the_window(outside: Outside) -> None:
    assert outside.ask("keys", "f6", "list") == ["list", "Timeline"]
    assert outside.ask("keys", "f6", "table cell") == ["table cell", "Anton Shkaplerov"]
    assert outside.ask("keys", "return", "text") == ["text", "Name"]
    assert outside.ask("keys", "f6", "list") is not None
    assert outside.ask("keys", "shift+f6", "text") == ["text", "Name"]
