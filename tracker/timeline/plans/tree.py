"""Which lanes belong to which, by their levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.timeline.plans.plan import Lane


@dataclass(slots=True)
class Branch:
    """A lane and the lanes that belong to it; `place` is where it stands in the plan."""

    place: int
    lane: Lane
    below: list[Branch] = field(default_factory=list)


def trees(lanes: Sequence[Lane]) -> list[Branch]:
    """The lanes as they belong to one another by their levels."""
    roots: list[Branch] = []
    above: list[Branch] = []
    for place, lane in enumerate(lanes):
        while above and above[-1].lane.level >= lane.level:
            above.pop()
        branch = Branch(place, lane)
        (above[-1].below if above else roots).append(branch)
        above.append(branch)
    return roots


def groups(lanes: Sequence[Lane]) -> list[str]:
    """The keys of all lanes that can be collapsed, or are."""
    after = (*(lane.level for lane in lanes[1:]), 0)[: len(lanes)]
    return [lane.key for lane, level in zip(lanes, after, strict=True) if lane.is_collapsed or level > lane.level]


def group_of(lanes: Sequence[Lane], key: str) -> str:
    """The lane itself if it can be collapsed or is, else the group it is in; empty if it is in none."""
    place = next((n for n, lane in enumerate(lanes) if lane.key == key), None)
    if place is None or key in groups(lanes):
        return "" if place is None else key
    above = (lane.key for lane in reversed(lanes[:place]) if lane.level < lanes[place].level)
    return next(above, "")


def above(lanes: Sequence[Lane]) -> dict[str, Lane]:
    """By its key, the lane that each is directly below; those at the top are below none."""
    return {below.lane.key: branch.lane for branch in every(trees(lanes)) for below in branch.below}


def every(branches: Sequence[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from every(branch.below)
