"""The icons: what is off is fainter than what is on, on either surface."""

from typing import Any

import pytest
from PySide6.QtGui import QColor, QIcon

from tracker.palette import DARK, LIGHT, Palette
from tracker.widgets.parts.icons import SIZE, icon


def strength(picture: QIcon, mode: QIcon.Mode, palette: Palette) -> float:
    """How far the strongest point of an icon stands out from its surface."""
    image, ground = picture.pixmap(SIZE, mode).toImage(), QColor(palette.raised)
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(abs(point.lightness() - ground.lightness()) * point.alphaF() for point in points)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_an_icon_that_is_off_is_faint(qapp: Any, palette: Palette) -> None:
    undo = icon("undo", palette)
    assert strength(undo, QIcon.Mode.Disabled, palette) < 0.6 * strength(undo, QIcon.Mode.Normal, palette)
