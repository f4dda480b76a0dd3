"""Texts written by the hundred in every frame: on a screen each is drawn once into a shared pixmap and copied
from there; in a file it stays text. Both take the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from tracker.timeline.bar_arrays import Array

SIDE = 1024  # pixels of a pixmap; a wider text is never copied from one
MOST = 20_000  # texts that are remembered; then it begins anew
EDGE = 2  # pixels around a text for what its letters overhang


class Texts:
    """The texts of one font. A slot is a small number for a text, so that thousands go through as arrays."""

    def __init__(self, font: QFont) -> None:
        self.font, self.metrics = font, QFontMetricsF(font)
        self._slots: dict[str, int] = {}
        self._texts: list[str] = []
        self._widths = np.zeros(256)
        self._pages: dict[tuple[int, float], Pages] = {}
        self._known: tuple[Sequence[str], Array] = ((), np.zeros(0, dtype=np.int64))

    def slots(self, texts: Iterable[str]) -> Array:
        """A slot for each text; good until they are asked for again."""
        self._make_room()
        known = self._slots
        return np.array([known[text] if text in known else self._new(text) for text in texts], dtype=np.int64)

    def slots_in(self, texts: Sequence[str], places: Array) -> Array:
        """The slots of some of many texts; those of the same list as before need no more looking up."""
        self._make_room()
        if self._known[0] is not texts:
            self._known = (texts, np.full(len(texts), -1, dtype=np.int32))
        of_place = self._known[1]
        slots = of_place[places]
        if len(slots) and slots.min() < 0:
            for place in set(places[slots < 0].tolist()):
                text = texts[place]
                of_place[place] = self._slots[text] if text in self._slots else self._new(text)
            slots = of_place[places]
        return slots

    def _make_room(self) -> None:
        if len(self._texts) > MOST:
            self._slots, self._texts, self._pages = {}, [], {}
            self._known = ((), np.zeros(0, dtype=np.int64))

    def _new(self, text: str) -> int:
        slot = self._slots[text] = len(self._texts)
        self._texts.append(text)
        if slot >= len(self._widths):
            self._widths = np.concatenate((self._widths, np.zeros(slot)))
        self._widths[slot] = self.metrics.horizontalAdvance(text)
        return slot

    def widths(self, slots: Array) -> Array:
        return self._widths[slots]

    def draw(self, painter: QPainter, slots: Array, x: Array, baseline: Array, colour: QColor, is_live: bool) -> None:
        """Writes them where their letters begin and stand; on a screen at the nearest whole pixels."""
        if is_live:
            ratio = painter.device().devicePixelRatio()
            if (colour.rgba(), ratio) not in self._pages:
                self._pages[colour.rgba(), ratio] = Pages(self.font, colour, ratio)
            self._pages[colour.rgba(), ratio].draw(painter, slots, self._texts, self._widths, x, baseline)
            return
        painter.setFont(self.font)
        painter.setPen(colour)
        for slot, left, bottom in zip(slots.tolist(), x.tolist(), baseline.tolist(), strict=True):
            painter.drawText(QPointF(left, bottom), self._texts[slot])


class Pages:
    """Pixmaps with texts in one colour, filled line by line."""

    def __init__(self, font: QFont, colour: QColor, ratio: float) -> None:
        self._font, self._colour, self._ratio = font, colour, ratio
        metrics = QFontMetricsF(font)
        self._ascent, self._line = ceil(metrics.ascent()), ceil(metrics.height()) + EDGE
        self._pixmaps: list[QPixmap] = []
        self._next = (SIDE, SIDE)  # where the next text goes; at first there is no room
        self._source = np.zeros((256, 4))  # left, top, width, page; page is -1 for what is not there yet
        self._source[:, 3] = -1

    def draw(
        self, painter: QPainter, slots: Array, texts: Sequence[str], widths: Array, x: Array, baseline: Array
    ) -> None:
        if len(slots) == 0:
            return
        if (most := int(slots.max()) + 1) > len(self._source):
            more = np.zeros((most, 4))
            more[:, 3] = -1
            self._source = np.concatenate((self._source, more))
        missing = slots[self._source[slots, 3] < 0]
        for slot in set(missing.tolist()):
            self._add(slot, texts[slot], float(widths[slot]))
        source = self._source[slots]
        fragments = np.zeros((len(slots), 10))  # as QPainter.PixmapFragment holds them
        fragments[:, 0] = np.round(x) - EDGE + source[:, 2] / 2
        fragments[:, 1] = baseline - self._ascent + self._line / 2
        fragments[:, 2:4] = source[:, :2] * self._ratio
        fragments[:, 4], fragments[:, 5] = source[:, 2] * self._ratio, self._line * self._ratio
        fragments[:, 6:8], fragments[:, 9] = 1 / self._ratio, 1.0
        for page, pixmap in enumerate(self._pixmaps):
            mine = np.ascontiguousarray(fragments[source[:, 3] == page]) if len(self._pixmaps) > 1 else fragments
            if len(mine):
                first = shiboken6.wrapInstance(mine.ctypes.data, QPainter.PixmapFragment)
                painter.drawPixmapFragments(first, len(mine), pixmap)  # type: ignore[arg-type]

    def _add(self, slot: int, text: str, width: float) -> None:
        needed = min(ceil(width) + 2 * EDGE, SIDE)
        x, y = self._next
        if x + needed > SIDE:
            x, y = 0, y + self._line
        if y + self._line > SIDE:
            x, y = 0, 0
            self._pixmaps.append(self._page())
        painter = QPainter(self._pixmaps[-1])
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(QPointF(x + EDGE, y + self._ascent), text)
        painter.end()
        self._source[slot] = (x, y, needed, len(self._pixmaps) - 1)
        self._next = (x + needed, y)

    def _page(self) -> QPixmap:
        pixmap = QPixmap(round(SIDE * self._ratio), round(SIDE * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap
