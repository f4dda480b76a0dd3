"""What the timeline shows as plain data: kept, read back, and refused where it means nothing."""

import json
from dataclasses import replace

import pytest

from tracker.models.feed.view import COLOURS, KINDS, Filter, View, read_view


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_survives_being_kept(kind: str) -> None:
    for group in ("", *View(kind).groups()):
        for colour in COLOURS:
            view = View(kind, group, colour, Filter("crew", "novitsky"))
            assert read_view(json.loads(json.dumps(view.plain()))) == view


def test_the_choices_follow_from_the_fields_that_link_or_sort() -> None:
    assert {"mission", "spacecraft", "operator", "nationality", "place", "role", "production"} <= set(
        View("crew").groups()
    )
    assert "nationality" not in View("vessel").groups()
    assert not {"name", "note", "seat"} & set(View("crew").groups())


def test_a_view_is_not_grouped_by_itself() -> None:
    assert "mission" not in View("mission").groups()
    assert "spacecraft" not in View("vessel").groups()


def test_the_old_name_of_a_kind_is_still_understood() -> None:
    assert View("spacecraft") == View("vessel")
    assert read_view("spacecraft") == View("vessel")


@pytest.mark.parametrize(
    ("kept", "view"),
    [
        (None, View()),
        ("colour", View()),
        ({"kind": 7, "group_by": "seat", "colour_by": "taste"}, View()),
        ({"kind": "crew", "group_by": "nationality", "colour_by": "taste"}, View("crew", "nationality")),
        ({"kind": "crew", "filter": {"table": "nothing", "text": "a"}}, View("crew")),
        ({"kind": "crew", "filter": 3}, View("crew")),
    ],
)
def test_what_is_not_understood_is_as_it_is_by_default(kept: object, view: View) -> None:
    assert read_view(kept) == view


@pytest.mark.parametrize(
    ("wrong", "answer"),
    [
        ({"kind": "colour"}, "no view “colour”; there are mission, crew, vessel"),
        ({"group_by": "seat"}, "by mission cannot be grouped by “seat”; there are spacecraft, "),
        ({"colour_by": "taste"}, "no colours by “taste”; there are vessel, agency"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(wrong: dict[str, str], answer: str) -> None:
    with pytest.raises(ValueError, match=answer):
        View(**wrong)  # type: ignore[arg-type]


def test_other_lanes_keep_the_groups_that_they_can_have() -> None:
    view = View("crew", "operator", "agency")
    assert view.of_kind("vessel") == replace(view, kind="vessel")
    assert View("crew", "role").of_kind("vessel").group_by == ""


def test_a_filter_without_words_lets_everything_through() -> None:
    assert not Filter("crew", "  ")
    assert Filter("crew", "a")
