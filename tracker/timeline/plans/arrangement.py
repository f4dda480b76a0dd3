"""How a person wants the lanes: groups collapsed, lanes pinned to the top, sorted, or one group alone.

A plan goes in and a plan comes out; the records and the bars themselves are not touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tracker.collation import name_key
from tracker.i18n import N_
from tracker.timeline.plans.condensed import Lots, condensed, lengths, starts
from tracker.timeline.plans.plan import Lane, Plan
from tracker.timeline.plans.tree import Branch, every, trees

SORTS = {"": N_("As given"), "start": N_("By start"), "name": N_("By name"), "duration": N_("By duration")}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """By the lanes' keys; those that a plan does not have are passed over. `only` is a group or a lane shown alone."""

    collapsed: frozenset[str] = frozenset()
    pinned: tuple[str, ...] = ()
    sort: str = ""
    only: str = ""

    def folded(self, keys: Collection[str], is_folded: bool) -> Arrangement:
        """With some groups collapsed, or expanded again."""
        chosen = frozenset(keys)
        return replace(self, collapsed=self.collapsed | chosen if is_folded else self.collapsed - chosen)

    def toggled(self, key: str) -> Arrangement:
        return self.folded([key], key not in self.collapsed)

    def pinning(self, key: str) -> Arrangement:
        """With a lane pinned below those that are, or no longer pinned."""
        others = tuple(other for other in self.pinned if other != key)
        return replace(self, pinned=others if key in self.pinned else (*others, key))


def arranged(plan: Plan, wishes: Arrangement) -> Plan:
    """The plan as it is wished for."""
    if wishes == Arrangement():
        return plan
    roots = trees(plan.lanes)
    order = _Order(plan, wishes, sort_keys(plan, roots, wishes.sort))
    known = {branch.lane.key: branch for branch in every(roots)}
    for key in wishes.pinned:
        if key in known:
            order.place(known[key], known[key].lane.level, is_pinned=True)
    if wishes.only not in wishes.pinned:
        alone = known.get(wishes.only)
        order.add([alone] if alone else roots, alone.lane.level if alone else 0)
    keys = [lane.key for lane in order.lanes]
    return replace(plan, lanes=tuple(order.lanes), bars=condensed(plan, order.lots, keys))


class _Order:
    """Puts lanes one after another, and says where the bars of each go."""

    def __init__(self, plan: Plan, wishes: Arrangement, keys: Sequence[Any]) -> None:
        self.lanes: list[Lane] = []
        self.lots = Lots.none(len(plan.lanes))
        self._wishes, self._keys = wishes, keys

    def add(self, branches: Sequence[Branch], up: int, *, is_pinned: bool = False) -> None:
        """All but those that are pinned elsewhere; `up` levels further out than they were."""
        here = [branch for branch in branches if branch.lane.key not in self._wishes.pinned]
        for branch in sorted(here, key=lambda branch: self._keys[branch.place]):
            self.place(branch, up, is_pinned=is_pinned)

    def place(self, branch: Branch, up: int, *, is_pinned: bool = False) -> None:
        lane, level = branch.lane, branch.lane.level - up
        is_collapsed = bool(branch.below) and lane.key in self._wishes.collapsed
        self.lots.keep(branch.place, len(self.lanes))
        if not is_collapsed:
            self.lanes.append(replace(lane, level=level, is_pinned=is_pinned))
            self.add(branch.below, up, is_pinned=is_pinned)
            return
        inside = list(_unpinned(branch.below, self._wishes.pinned))
        for one in inside:
            self.lots.fold(one.place, len(self.lanes))
        count = len(inside) if lane.count is None else lane.count
        here = replace(lane, level=level, is_pinned=is_pinned, is_collapsed=True, count=count, stacks=False)
        self.lanes.append(here)


def _unpinned(branches: Sequence[Branch], pinned: Collection[str]) -> Iterator[Branch]:
    for branch in branches:
        if branch.lane.key not in pinned:
            yield branch
            yield from _unpinned(branch.below, pinned)


def sort_keys(plan: Plan, roots: Sequence[Branch], sort: str) -> Sequence[Any]:
    """What lanes of one group are sorted by, for each lane of the plan; a group counts with all that is in it.

    The longest come first, as one looks for those.
    """
    if sort == "name":
        return [name_key(lane.name) for lane in plan.lanes]
    keys: list[float] = list(range(len(plan.lanes)))
    if sort in ("start", "duration"):
        for owners in _owners(roots, len(plan.lanes)):
            found = starts(plan, owners) if sort == "start" else [-length for length in lengths(plan, owners)]
            for place in set(owners) - {-1}:
                keys[place] = found[place]
    return keys


def _owners(branches: Sequence[Branch], count: int) -> Iterator[list[int]]:
    """Level by level, for each lane the lane of that level to which it belongs, -1 for those further out."""
    while branches:
        owners = [-1] * count
        for branch in branches:
            for one in every([branch]):
                owners[one.place] = branch.place
        yield owners
        branches = [below for branch in branches for below in branch.below]
