"""The places one has looked at: back, forth, and what a new one cuts off."""

from dataclasses import replace

from tracker.timeline.plans.trail import MOST, Place, Trail

FIRST = Place("mission", 0.0, 100.0, 0.0)


def test_back_and_forth() -> None:
    trail, places = Trail(), [replace(FIRST, lower=n * 10.0) for n in range(3)]
    for place in places:
        trail.visit(place)
    assert [trail.go(-1), trail.go(-1), trail.go(-1)] == [places[1], places[0], None]
    assert [trail.go(1), trail.go(1), trail.go(1)] == [places[1], places[2], None]


def test_a_new_place_cuts_off_what_was_ahead() -> None:
    trail = Trail()
    for view in ("mission", "crew", "spacecraft"):
        trail.visit(replace(FIRST, view=view))
    trail.go(-1)
    trail.visit(replace(FIRST, scroll=48.0))
    assert trail.go(1) is None
    assert trail.go(-1) == replace(FIRST, view="crew")


def test_a_tremble_is_no_new_place_and_the_oldest_are_forgotten() -> None:
    trail = Trail()
    trail.visit(FIRST)
    trail.visit(replace(FIRST, lower=0.5))
    assert trail.go(-1) is None
    for n in range(MOST + 20):
        trail.visit(replace(FIRST, scroll=float(n + 1)))
    steps = 0
    while trail.go(-1) is not None:
        steps += 1
    assert steps == MOST - 1
