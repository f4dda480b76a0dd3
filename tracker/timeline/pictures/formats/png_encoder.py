"""A PNG made band by band: the whole picture is never in memory, and most of the time that Qt would take is saved.

Every row is kept as its difference from the one above. In a timetable half of the rows are the same as the one
above: what says so is packed once by zlib, and copied.
"""

import struct
import zlib
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from PySide6.QtGui import QImage

from tracker.timeline.plans.bar_arrays import Array

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB, RGBA = 2, 6  # PNG's numbers for what a pixel is
FROM_ABOVE = 2  # and for a row that is a difference from the one above
AT_ONCE = 256  # rows that are packed together: as many as stay near the processor
LEVEL = 3  # of zlib's nine: the next one takes half as long again for a twentieth less
ZLIB = b"\x78\x5e"  # how its streams begin
ADLER = 65_521  # the prime of its checksum


class PngEncoder:
    """Takes images as wide as the picture, from the top down."""

    def __init__(self, width: int, height: int, dpi: float, is_clear: bool, texts: Mapping[str, str]) -> None:
        self._bytes = width * (4 if is_clear else 3)
        self._kind = QImage.Format.Format_RGBA8888 if is_clear else QImage.Format.Format_RGB888
        self._above = np.zeros(self._bytes, dtype=np.uint8)
        self._packer, self._sum = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS), 1
        self._same = _packed_alone(bytes((FROM_ABOVE, *bytes(self._bytes))))
        metre = round(dpi / 0.0254)
        header = struct.pack(">IIBBBBB", width, height, 8, RGBA if is_clear else RGB, 0, 0, 0)
        self._head = [SIGNATURE, _chunk(b"IHDR", header), _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1))]
        self._head += [_text(key, text) for key, text in texts.items() if text]
        self._content = [ZLIB]

    def add(self, image: QImage, first: int, count: int) -> None:
        """So many rows of an image, from the first on."""
        image = image.convertToFormat(self._kind)  # which costs nothing where it is drawn in that
        lines = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
        rows = lines[first : first + count, : self._bytes]  # Qt fills each line up
        for top in range(0, count, AT_ONCE):
            self._add(rows[top : top + AT_ONCE])

    def _add(self, rows: Array) -> None:
        is_same = np.zeros(len(rows), dtype=np.bool_)
        is_same[1:] = _are_equal(rows[1:], rows[:-1])
        changes = (np.flatnonzero(is_same[1:] != is_same[:-1]) + 1).tolist()
        for top, bottom in pairwise((0, *changes, len(rows))):
            if is_same[top]:
                self._repeat(bottom - top)
            else:
                self._pack(rows[top:bottom])

    def _pack(self, rows: Array) -> None:
        differences = np.empty((len(rows), 1 + self._bytes), dtype=np.uint8)
        differences[:, 0] = FROM_ABOVE
        np.subtract(rows[0], self._above, out=differences[0, 1:])
        np.subtract(rows[1:], rows[:-1], out=differences[1:, 1:])
        self._above = rows[-1].copy()
        self._sum = zlib.adler32(differences, self._sum)  # type: ignore[arg-type]
        self._content.append(self._packer.compress(differences))  # type: ignore[arg-type]

    def _repeat(self, count: int) -> None:
        """The row above so many times again. What is packed before and after does not look beyond it."""
        self._content += [self._packer.flush(zlib.Z_FULL_FLUSH), self._same * count]
        for __ in range(count):
            self._sum = _sum_with_zeros(self._sum, FROM_ABOVE, self._bytes)

    def finish(self) -> bytes:
        content = b"".join((*self._content, self._packer.flush(), struct.pack(">I", self._sum)))
        return b"".join((*self._head, _chunk(b"IDAT", content), _chunk(b"IEND", b"")))


def _are_equal(rows: Array, others: Array) -> Array:
    """Row by row; four bytes at a time, and what is left."""
    whole = rows.shape[1] // 4 * 4
    equal: Array = (rows[:, :whole].view(np.uint32) == others[:, :whole].view(np.uint32)).all(axis=1)
    return equal & (rows[:, whole:] == others[:, whole:]).all(axis=1)


def _packed_alone(content: bytes) -> bytes:
    packer = zlib.compressobj(zlib.Z_BEST_COMPRESSION, wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)


def _sum_with_zeros(so_far: int, byte: int, zeros: int) -> int:
    """zlib's checksum after one more byte and so many zeros."""
    low = ((so_far & 0xFFFF) + byte) % ADLER
    return ((so_far >> 16) + low * (1 + zeros)) % ADLER << 16 | low


def _text(key: str, text: str) -> bytes:
    """In UTF-8, without a language, not packed."""
    return _chunk(b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + text.encode())


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
