"""Texts written by the hundred in every frame: on a screen each is drawn once into a shared pixmap and copied
from there; in a file it stays text. Both take the same places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import ceil

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from tracker.timeline.plans.bar_arrays import Array

SIDE = 1024  # pixels of a pixmap; a wider text is never copied from one
FEW = 8  # lines of the first one: a start needs no more, nor does a font for headings ever
MOST = 20_000  # texts that are remembered; then it begins anew
FEWEST = 6  # letters that are worth showing
LEAST_WORDS = 0.5  # of the letters that would fit: with fewer a word is rather torn
SHORT_WORD = 3  # letters of a word that no shortened text ends in, as "of" or "the"
STEP, STEPS = 16, 20  # pixels from one length of a shortened text to the next, and how many such lengths there are
UNKNOWN = -1
EDGE = 2  # pixels around a text for what its letters overhang
BLUR = 0.25  # of a pixel above and below them; each row of pixels more takes a tenth of the time of a text


class Texts:
    """The texts of one font. A slot is a small number for a text, so that thousands go through as arrays."""

    def __init__(self, font: QFont) -> None:
        self.font, self.metrics = font, QFontMetricsF(font)
        self._slots: dict[str, int] = {}
        self._texts: list[str] = []
        self._widths = np.zeros(256)
        self._pages: dict[float, Pages] = {}
        self._known: tuple[Sequence[str], Array] = ((), np.zeros(0, dtype=np.int64))
        self._short = np.zeros((0, STEPS), dtype=np.int32)  # the slot of each text shortened to each length

    def slots(self, texts: Iterable[str]) -> Array:
        """A slot for each text; good until room is made."""
        known = self._slots
        return np.array([known[text] if text in known else self._new(text) for text in texts], dtype=np.int64)

    def slots_in(self, texts: Sequence[str], places: Array) -> Array:
        """The slots of some of many texts; those of the same list as before need no more looking up."""
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

    def make_room(self) -> None:
        """To be called before slots are asked for that belong together."""
        if len(self._texts) > MOST:
            self._slots, self._texts, self._pages = {}, [], {}
            self._known = ((), np.zeros(0, dtype=np.int64))
            self._short = self._short[:0]

    def _new(self, text: str) -> int:
        slot = self._slots[text] = len(self._texts)
        self._texts.append(text)
        if slot >= len(self._widths):
            self._widths = np.concatenate((self._widths, np.zeros(slot)))
        self._widths[slot] = self.metrics.horizontalAdvance(text)
        return slot

    def widths(self, slots: Array) -> Array:
        return self._widths[slots]

    def shortened(self, text: str, room: float) -> str:
        """As many of its words as fit, or letters where words are long, and an ellipsis; empty if hardly any do."""
        fits = bisect_right(range(len(text)), room, key=lambda n: self.metrics.horizontalAdvance(text[:n] + "…")) - 1
        if fits < FEWEST:
            return ""
        whole = text[: fits + 1].rsplit(maxsplit=1)[0]
        if not LEAST_WORDS * fits <= len(whole) <= fits:
            return text[:fits].rstrip() + "…"
        words = whole.split()
        while len(words) > 1 and len(words[-1]) <= SHORT_WORD and words[-1].isalpha():
            words.pop()
        return " ".join(words).rstrip(" ,;:–-") + "…"

    def shortened_slots(self, slots: Array, room: Array) -> Array:
        """The slots of texts shortened to about that room; of what comes to nothing that of no text. In steps, so that
        few are ever made and letters do not flicker while one zooms.
        """
        step = np.clip(room // STEP, 0, STEPS - 1).astype(np.int64)
        if len(self._short) < len(self._texts):
            more = np.full((2 * len(self._texts) - len(self._short), STEPS), UNKNOWN, dtype=np.int32)
            self._short = np.concatenate((self._short, more))
        found = self._short[slots, step]
        for place in np.flatnonzero(found == UNKNOWN).tolist():
            slot, length = int(slots[place]), int(step[place])
            short = self.shortened(self._texts[slot], float(length * STEP))
            made = self._slots[short] if short in self._slots else self._new(short)
            found[place] = self._short[slot, length] = made
        return found

    def draw(
        self,
        painter: QPainter,
        slots: Array,
        x: Array,
        baseline: Array,
        inks: Sequence[QColor],
        ink: Array,
        is_live: bool,
    ) -> None:
        """Writes them where their letters begin and stand, each in one of the inks; on a screen at whole pixels."""
        if is_live:
            ratio = painter.device().devicePixelRatio()
            if ratio not in self._pages:
                self._pages[ratio] = Pages(self.font, ratio)
            self._pages[ratio].draw(painter, slots, self._texts, self._widths, x, baseline, inks, ink)
            return
        painter.setFont(self.font)
        for slot, left, bottom, one in zip(slots.tolist(), x.tolist(), baseline.tolist(), ink.tolist(), strict=True):
            painter.setPen(inks[one])
            painter.drawText(QPointF(left, bottom), self._texts[slot])


class Pages:
    """Pixmaps with texts in their inks, filled line by line. What is known of a text in an ink, and where it is to
    go, is all that a copy needs: so many at once go in one call.
    """

    def __init__(self, font: QFont, ratio: float) -> None:
        self._font, self._ratio = font, ratio
        self._metrics = QFontMetricsF(font)
        self._ascent, self._line = ceil(self._metrics.ascent()), ceil(self._metrics.height()) + EDGE
        self._pixmaps: list[QPixmap] = []
        self._next = (0, 0)  # where the next text goes
        self._inks: dict[int, int] = {}  # the number of each colour
        self._page = np.zeros((0, 256), dtype=np.int16)  # of each text in each ink; -1 for what is not there yet
        self._copy = np.zeros((0, 256, 10))  # as QPainter.PixmapFragment holds it, for a text that begins at 0

    def draw(
        self,
        painter: QPainter,
        slots: Array,
        texts: Sequence[str],
        widths: Array,
        x: Array,
        baseline: Array,
        inks: Sequence[QColor],
        ink: Array,
    ) -> None:
        if len(slots) == 0:
            return
        number = np.array([self._number(colour) for colour in inks])[ink]
        self._make_room(len(texts))
        page = self._page[number, slots]
        first = int(page.min())
        if first < 0:
            missing = page < 0
            for one, slot in set(zip(number[missing].tolist(), slots[missing].tolist(), strict=True)):
                self._add(one, slot, texts[slot], float(widths[slot]))
            page = self._page[number, slots]
            first = int(page.min())
        last = first if len(self._pixmaps) == 1 else int(page.max())
        fragments = self._copy[number, slots]
        fragments[:, 0] += np.rint(x)
        fragments[:, 1] += baseline
        for one in range(first, last + 1):
            mine = fragments if first == last else np.ascontiguousarray(fragments[page == one])
            if len(mine):
                copies = shiboken6.wrapInstance(mine.ctypes.data, QPainter.PixmapFragment)
                painter.drawPixmapFragments(copies, len(mine), self._pixmaps[one])  # type: ignore[arg-type]

    def _number(self, colour: QColor) -> int:
        return self._inks.setdefault(colour.rgba(), len(self._inks))

    def _make_room(self, slots: int) -> None:
        inks, known = len(self._inks), self._page.shape
        if inks <= known[0] and slots <= known[1]:
            return
        wanted = max(inks, known[0]), known[1] if slots <= known[1] else max(slots, 2 * known[1])
        page, copy = np.full(wanted, -1, dtype=np.int16), np.zeros((*wanted, 10))
        page[: known[0], : known[1]], copy[: known[0], : known[1]] = self._page, self._copy
        self._page, self._copy = page, copy

    def _add(self, ink: int, slot: int, text: str, width: float) -> None:
        needed = min(ceil(width) + 2 * EDGE, SIDE)
        x, y = self._next
        if x + needed > SIDE:
            x, y = 0, y + self._line
        if not self._pixmaps or y + self._line > self._pixmaps[-1].deviceIndependentSize().height():
            x, y = 0, 0
            self._pixmaps.append(self._empty(SIDE if self._pixmaps else FEW * self._line))
        painter = QPainter(self._pixmaps[-1])
        painter.setFont(self._font)
        painter.setPen(QColor.fromRgba(next(rgba for rgba, number in self._inks.items() if number == ink)))
        painter.drawText(QPointF(x + EDGE, y + self._ascent), text)
        painter.end()
        self._copy[ink, slot] = self._fragment(x, y, needed, text)
        self._page[ink, slot] = len(self._pixmaps) - 1
        self._next = (x + needed, y)

    def _fragment(self, x: float, y: float, width: float, text: str) -> tuple[float, ...]:
        """No more than its letters cover: that is half of a line's height."""
        letters = self._metrics.tightBoundingRect(text)
        above = min(self._ascent, ceil(-letters.top() + BLUR))
        height = min(self._line - self._ascent, ceil(letters.bottom() + BLUR)) + above
        ratio = self._ratio
        source = (x * ratio, (y + self._ascent - above) * ratio, width * ratio, height * ratio)
        return (width / 2 - EDGE, height / 2 - above, *source, 1 / ratio, 1 / ratio, 0.0, 1.0)

    def _empty(self, height: int) -> QPixmap:
        pixmap = QPixmap(round(SIDE * self._ratio), round(height * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap
