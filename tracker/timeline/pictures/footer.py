"""The words under a picture: what is not drawn and why, the sources, the zone."""

import time

import numpy as np

from tracker.collation import name_key
from tracker.domain.times import Precision
from tracker.i18n import _, counted
from tracker.timeline.drawing.style import Type
from tracker.timeline.plans.bar_arrays import arrays_of, beyond
from tracker.timeline.plans.plan import Bar, Plan
from tracker.timeline.times.systems import Clock, Elapsed

FEW = 3  # entries that are named rather than counted


def about(plan: Plan, span: tuple[float, float], type: Type, width: float) -> list[str]:
    """One paragraph about the picture, in lines that wide at most. What has no date is named if that takes no more."""
    named, counted = (
        wrapped(" ".join((*_systems(plan, span), *plan.notes, *undated, *_outside(plan, span))), type, width)
        for undated in (_undated_names(plan), _undated_count(plan))
    )
    return named if len(named) <= len(counted) or len(plan.undated) <= FEW else counted


def sources(plan: Plan, type: Type, width: float, most: int = 0) -> list[str]:
    """What is cited, each beginning its line. Of more lines than are to be, the last counts what is left out."""
    cited = [wrapped(_("Source: {source}").format(source=source), type, width) for source in plan.sources]
    lines = [line for source in cited for line in source]
    if not most or len(lines) <= most:
        return lines
    kept: list[str] = []
    named = 0
    while len(kept) + len(cited[named]) < most:
        kept += cited[named]
        named += 1
    return [*kept, counted("And {n} more source.", "And {n} more sources.", len(cited) - named)]


def made() -> list[str]:
    """The one line that is another each time."""
    return [_("Made {time}.").format(time=Clock().text(time.time(), Precision.SECOND))]


def _systems(plan: Plan, span: tuple[float, float]) -> list[str]:
    """Which zones the axis shows, and what mission elapsed time counts from."""
    systems = plan.systems or (Clock(plan.zone),)
    clocks = [system for system in systems if isinstance(system, Clock)]
    labels = ", ".join(clock.label(*span) for clock in clocks)
    told = [_("Times in {zone}.").format(zone=labels)] if clocks else []
    first = clocks[0] if clocks else Clock()
    since = _("{name} counts from {launch}, {time}.")
    return told + [
        since.format(name=system.name, launch=system.launch, time=system.origin_in(first))
        for system in systems
        if isinstance(system, Elapsed)
    ]


def _undated_names(plan: Plan) -> list[str]:
    names = ", ".join(_name(bar) for bar in plan.undated)
    return [_("Without a date: {names}.").format(names=names)] if names else []


def _undated_count(plan: Plan) -> list[str]:
    count = len(plan.undated)
    text = counted("{n} event has no date and is not drawn.", "{n} events have no date and are not drawn.", count)
    return [text] if count else []


def _outside(plan: Plan, span: tuple[float, float]) -> list[str]:
    """Says that there is more before or after the range; nobody should think that this is all."""
    bars = arrays_of(plan.bars, [lane.key for lane in plan.lanes])
    outside = beyond(bars, span) if bars.is_step is None else beyond(bars, span) & ~bars.is_step
    known = {bars.key(n): n for n in np.flatnonzero(outside).tolist()}
    if not known:
        return []
    names = sorted({_name(bars[n]) for n in known.values()}, key=name_key) if len(known) <= FEW else []
    if names and all(names):
        return [_("Outside the time shown: {names}.").format(names=", ".join(names))]
    return [counted("{n} entry lies outside the time shown.", "{n} entries lie outside the time shown.", len(known))]


def _name(bar: Bar) -> str:
    return bar.label or bar.tip.partition("\n")[0]


def wrapped(text: str, type: Type, width: float) -> list[str]:
    """The text in lines that fit; a word longer than a line is cut into pieces, nothing is lost."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and type.width(joined) <= width:
            lines[-1] = joined
            continue
        while type.width(word) > width and len(word) > 1:
            fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or type.width(word[:n]) <= width)
            lines.append(word[:fits])
            word = word[fits:]
        lines.append(word)
    return lines
