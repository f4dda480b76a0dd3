"""Where the names of bars go if each is looked at by itself: slow, and plain enough to be right. What the painter does
for many at once must come to the same.
"""

from collections.abc import Iterator, Sequence

from tracker.timeline.drawing import labels
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style


def of_row(frame: Frame, style: Style, bars: Sequence[Placed]) -> Iterator[labels.Label]:
    """The labels of the bars of one row from left to right."""
    solid = sorted((one for one in bars if not one.bar.is_below), key=lambda one: one.span[0])
    taken = frame.scale.left
    if not frame.has_labels:
        return
    for place, one in enumerate(solid):
        following = solid[place + 1].span[0] if place + 1 < len(solid) else frame.scale.right
        label = labels.label_of(style, one, taken, following)
        if label:
            yield label
        taken = max(taken, one.span[1], label.x + label.width if label else 0.0)
