"""The way into a band of many bars: so close that they are told apart."""

from tracker.timeline.drawing import density
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.viewing.sight import FIT_MARGIN, Sight

LEAD_IN = 8.0  # times closer


def lead_into(sight: Sight, band: Placed, x: float) -> None:
    """Shows just that stretch; where it is most of the view already, what is near a pixel of it."""
    if band.rect.width() < sight.scale.width / 2:
        sight.show_span(band.bar.start_lower, band.bar.end_upper, FIT_MARGIN)
    else:
        sight.zoom(LEAD_IN, x)


def lead_to(sight: Sight, index: int) -> bool:
    """Into the band that hides a bar; whether there is one."""
    bar, scale = sight.rows.bar(index), sight.scale
    x, width = scale.x(bar.start_lower), (bar.end_upper - bar.start_lower) / scale.seconds_per_pixel
    if width >= density.WIDE or not scale.left <= x <= scale.right:
        return False
    band = density.at(sight.frame, sight.rows.row_of(index), x, 0.0)
    if band is not None:
        lead_into(sight, band, x)
    return band is not None
