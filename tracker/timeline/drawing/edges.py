"""How surely a bar is there, along its length: the soft edges of vague times, as (place, opacity).

An end known only within a day fades over that day. Where a bound is open the part that is only
possible is pale all along, as there is no width to fade over.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

POSSIBLE = 0.3
Stops = list[tuple[float, float]]


def opacity(a: float, b: float, c: float, d: float) -> Stops:
    """For something that began between a and b and ended between c and d, in any unit."""
    if b > c:  # nowhere is it certain: it is likeliest in the middle
        return _never_certain(a, b, c, d)
    return [*_rise(a, b), *((x, y) for x, y in reversed(_rise(-d, -c, mirrored=True)))]


def _rise(a: float, b: float, mirrored: bool = False) -> Stops:
    sign = -1.0 if mirrored else 1.0
    if a == b:
        return [(sign * b, 1.0)]
    if a == -inf:
        return [(sign * a, POSSIBLE), (sign * b, POSSIBLE), (sign * b, 1.0)]
    return [(sign * a, 0.0), (sign * b, 1.0)]


def _never_certain(a: float, b: float, c: float, d: float) -> Stops:
    if a == -inf or d == inf:
        left = [(a, 0.0), (b, POSSIBLE)] if a != -inf and b != inf else [(a, POSSIBLE)]
        right = [(c, POSSIBLE), (d, 0.0)] if d != inf and c != -inf else [(d, POSSIBLE)]
        return [*left, *right]
    middle = min(max((b + c) / 2, a), d)
    return [(a, 0.0), (middle, 1.0), (d, 0.0)]


def between(stops: Sequence[tuple[float, float]], left: float, right: float) -> Stops:
    """The part of it that lies between two places, with the opacities it has there."""
    inside = [(x, y) for x, y in stops if left < x < right]
    return [(left, at(stops, left, after=True)), *inside, (right, at(stops, right, after=False))]


def layers(stops: Sequence[tuple[float, float]], count: int) -> list[tuple[float, float, float]]:
    """The same fade made of nested stretches (from, to, opacity), to be laid one over the other.

    Unlike strips side by side they leave no seams. Opacity must rise to one summit and fall again.
    """
    found: list[tuple[float, float, float]] = []
    so_far = 0.0
    for step in range(1, count + 1):
        level = step / count
        begin, end = _first_above(stops, level), _first_above([(-x, y) for x, y in reversed(stops)], level)
        if begin is None or end is None:
            break
        found.append((begin, -end, (level - so_far) / (1.0 - so_far)))
        so_far = level
    return found


def _first_above(stops: Sequence[tuple[float, float]], level: float) -> float | None:
    if stops[0][1] >= level:
        return stops[0][0]
    for (x0, y0), (x1, y1) in pairwise(stops):
        if y1 >= level:
            return x0 + (x1 - x0) * (level - y0) / (y1 - y0)
    return None


def at(stops: Sequence[tuple[float, float]], place: float, after: bool = True) -> float:
    """The opacity at a place, where it jumps that just after it (or before)."""
    before = [stop for stop in stops if stop[0] < place or (after and stop[0] == place)]
    behind = stops[len(before) :]
    if not before or not behind:
        return (behind or before)[-1 if before else 0][1]
    (x0, y0), (x1, y1) = before[-1], behind[0]
    if x0 == -inf or x1 in (inf, x0):
        return y1 if x0 == -inf else y0
    return y0 + (y1 - y0) * (place - x0) / (x1 - x0)
