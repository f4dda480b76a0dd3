"""Colours and fonts of one drawing: a palette turned into what QPainter takes, and text measured once."""

from collections.abc import Callable, Hashable, Sequence
from functools import cache
from math import floor
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from tracker.palette import Palette
from tracker.timeline.drawing.texts import Texts
from tracker.timeline.plans.plan import NEUTRAL, SLOTS

# Named rather than the system's own, so that a picture looks the same wherever it is made;
# all have Cyrillic and figures of one width. The first one installed is taken.
FAMILIES = ("Inter", "Noto Sans", "Open Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Arial")
PLATE_TINT = 0.25  # of the colour
CLEAR = 0.5  # pixels between letters and a line
TEXT, TITLE, SMALL = 12, 20, 11  # pixels at 1x; nothing is smaller than 11


@cache
def family() -> str:
    installed = set(QFontDatabase.families())
    return next((name for name in FAMILIES if name in installed), QFont().family())


def font(size: int = TEXT, bold: bool = False) -> QFont:
    made = QFont(family())
    made.setPixelSize(size)
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setFeature(QFont.Tag("liga"), 0)  # in a PDF, "film" is to be found as four letters
    return made


class Type:
    """A font with its measures; widths are asked for many times a frame, so they are kept."""

    def __init__(self, size: int = TEXT, bold: bool = False) -> None:
        self.font = font(size, bold)
        self.texts = Texts(self.font)
        self.metrics = QFontMetricsF(self.font)
        self.depth = self.metrics.tightBoundingRect("gjpqy").bottom()  # of letters below the line they stand on
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = self.metrics.horizontalAdvance(text)
        return self._widths[text]

    def shortened(self, text: str, room: float) -> str:
        """As much of the text as fits, ending in an ellipsis; empty if hardly any letters do."""
        return text if self.width(text) <= room else self.texts.shortened(text, room)

    def baseline(self, top: float, height: float) -> float:
        """Where the letters stand so that capitals look centred in a line."""
        return round(top + (height + self.metrics.capHeight()) / 2)

    def baseline_inside(self, top: float, height: float, rim: float = 0.0) -> float:
        """The same in a box; in a low one higher up, so that no letter hangs over its rim."""
        lowest = top + height - self.depth
        return min(self.baseline(top, height), floor(lowest - rim - CLEAR) if rim else round(lowest))

    def fits_inside(self, height: float, rim: float) -> bool:
        """Whether letters stand clear of the rim of a box, above and below."""
        return self.metrics.capHeight() + self.depth + 2 * (rim + CLEAR) <= height


class Style:
    """What one drawing is drawn with. `fades_in_layers`: Qt's PDFs show every fading gradient as solid.
    `is_live` is a screen, drawn many times a second: what costs time is kept as pixmaps, and where
    bars are many they are drawn as a crowd. In a file text stays text and every bar has its shape.
    """

    def __init__(self, palette: Palette, text: int = TEXT, is_live: bool = False) -> None:
        self.palette, self.text, self.is_live = palette, text, is_live
        self._kept: dict[Hashable, Any] = {}
        self.fades_in_layers = False
        self.plain, self.bold = Type(text), Type(text, bold=True)
        self.title, self.small = Type(TITLE, bold=True), Type(max(SMALL, round(text * SMALL / TEXT)))
        self._colours: dict[tuple[str, float], QColor] = {}
        surface = QColor(palette.surface)
        grey = palette.selected if palette.is_print else palette.muted
        self._fills = [QColor(name) for name in (*palette.vessels, grey, palette.certain)]
        self._inks = [ink_on(colour) for colour in self._fills]
        ground, share = (QColor(palette.text), 0.62) if palette.is_print else (surface, 0.38)
        self._patterns = [mixed(colour, ground, share) for colour in self._fills]

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        if (role, alpha) not in self._colours:
            self._colours[role, alpha] = faded(QColor(getattr(self.palette, role)), alpha)
        return self._colours[role, alpha]

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What is made once and used in every frame."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def last(self, name: str, key: Hashable, make: Callable[[], Any]) -> Any:
        """What was made for this key, if it is one of the last two: pinned lanes and the others take turns."""
        found: dict[Hashable, Any] = self._kept.setdefault(name, {})
        if key not in found:
            for old in list(found)[: len(found) - 1]:
                del found[old]
            found[key] = make()
        return found[key]

    def write(self, painter: QPainter, type: Type, role: str, lines: Sequence[tuple[float, float, str]]) -> None:
        """Writes texts, each at an x and on a baseline."""
        if lines:
            x, baseline, texts = zip(*lines, strict=True)
            type.texts.make_room()
            slots = type.texts.slots(texts)
            ink = np.zeros(len(slots), dtype=np.int8)
            type.texts.draw(painter, slots, np.array(x), np.array(baseline), [self.colour(role)], ink, self.is_live)

    def fill(self, slot: int) -> QColor:
        """The colour of a slot; what has none looks like certain things."""
        return self._fills[self._place(slot)]

    def ink(self, slot: int) -> QColor:
        """What text on a slot's colour is written in."""
        return self._inks[self._place(slot)]

    def pattern(self, slot: int) -> QColor:
        """The lines of a slot's pattern."""
        return self._patterns[self._place(slot)]

    def body(self, slot: int) -> QColor:
        """The colour of an interval: what has none, or several, is grey, as black would be too much of it."""
        return self._fills[-2] if slot < 0 else self.fill(slot)

    def body_ink(self, slot: int) -> QColor:
        return self._inks[-2] if slot < 0 else self.ink(slot)

    def body_pattern(self, slot: int) -> QColor:
        return self._patterns[-2] if slot < 0 else self.pattern(slot)

    def plate(self, slot: int) -> QColor:
        """A slot's colour as pale as figures need that stand on it."""
        return self.body(slot) if self.palette.is_print else mixed(self.colour("surface"), self.body(slot), PLATE_TINT)

    def _place(self, slot: int) -> int:
        """The last is that of what has no colour, the one before it that of all others."""
        return -1 if slot == NEUTRAL else -2 if slot >= SLOTS else slot % len(self.palette.vessels)


def faded(colour: QColor, alpha: float) -> QColor:
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """The first colour with so much of the other in it, opaque."""
    parts = zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(one + (two - one) * share) for one, two in parts))


def ink_on(colour: QColor) -> QColor:
    """Black or white, whichever reads better on the colour."""
    light, dark = QColor("#ffffff"), QColor("#10151a")
    return max(light, dark, key=lambda ink: contrast(ink, colour))


def contrast(one: QColor, two: QColor) -> float:
    """The contrast of two colours as WCAG counts it, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
