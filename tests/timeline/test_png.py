"""The PNGs we make ourselves: the same pixels as were drawn, however they came in, and files that are sound."""

import random
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from tracker.timeline.pictures.formats import png
from tracker.timeline.pictures.formats.png_encoder import PngEncoder
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import export
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import Plan

pytestmark = pytest.mark.usefixtures("qapp")
OPAQUE, CLEAR = QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied


def noisy(width: int, height: int, kind: QImage.Format) -> QImage:
    """Rows of noise, some of them several times."""
    chance = random.Random(width * height)
    image = QImage(width, height, kind)
    y = 0
    while y < height:
        row = [QColor(*(chance.randrange(256) for __ in range(4))) for __ in range(width)]
        for __ in range(min(chance.choice((1, 1, 3, 7)), height - y)):
            for x, colour in enumerate(row):
                image.setPixelColor(x, y, colour)
            y += 1
    return image


def encoded(image: QImage, bands: tuple[tuple[int, int], ...]) -> bytes:
    encoder = PngEncoder(image.width(), image.height(), 96, image.format() is CLEAR, {"Title": "Союз"})
    for first, count in bands:
        encoder.add(image, first, count)
    return encoder.finish()


@pytest.mark.parametrize("kind", [OPAQUE, CLEAR], ids=["opaque", "clear"])
@pytest.mark.parametrize("width", [1, 5, 64])
def test_what_is_read_is_what_was_drawn(width: int, kind: QImage.Format) -> None:
    image = noisy(width, 40, kind)
    for bands in ([(0, 40)], [(0, 1), (1, 39)], [(0, 17), (17, 17), (34, 6)]):
        read = QImage.fromData(QByteArray(encoded(image, tuple(bands))))
        wanted = image.convertToFormat(QImage.Format.Format_RGBA8888)
        assert read.convertToFormat(QImage.Format.Format_RGBA8888) == wanted
        assert read.text("Title") == "Союз"


def test_every_sum_in_the_file_is_right() -> None:
    content = encoded(noisy(33, 50, OPAQUE), ((0, 50),))
    place, data = 8, b""
    while place < len(content):
        [length], name = struct.unpack(">I", content[place : place + 4]), content[place + 4 : place + 8]
        inner = content[place + 8 : place + 8 + length]
        assert struct.unpack(">I", content[place + 8 + length : place + 12 + length]) == (zlib.crc32(name + inner),)
        data += inner if name == b"IDAT" else b""
        place += 12 + length
    assert len(zlib.decompress(data)) == 50 * (1 + 33 * 3)  # which checks its own sum


def test_bands_leave_no_seam(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for clear in (False, True):
        options = PictureOptions(size=Size(900, 400), scale=1.5, transparent=clear)
        export(plan, tmp_path / "whole.png", options)
        with monkeypatch.context() as patch:
            patch.setattr(png, "BAND", 1350 * 37)
            export(plan, tmp_path / "bands.png", options)
        assert QImage(str(tmp_path / "whole.png")) == QImage(str(tmp_path / "bands.png"))


def test_a_file_is_hardly_larger_than_qt_makes_it(plan: Plan, tmp_path: Path) -> None:
    export(plan, tmp_path / "plan.png", PictureOptions(size=Size(1600, 900), scale=2))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(str(tmp_path / "plan.png")).save(buffer, "PNG")  # type: ignore[call-overload]
    assert (tmp_path / "plan.png").stat().st_size < 1.5 * buffer.size()


def test_a_large_picture_tells_how_far_it_is_and_can_be_stopped(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "BAND", 900 * 100)
    told: list[float] = []
    export(plan, tmp_path / "plan.png", PictureOptions(size=Size(900, 400)), told.append)
    assert len(told) == 5  # before each band, and once more before it is written
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] < 1

    def stop(done: float) -> None:
        if done > 0.5:
            raise InterruptedError

    (tmp_path / "plan.png").write_bytes(b"the old picture")
    with pytest.raises(InterruptedError):
        export(plan, tmp_path / "plan.png", PictureOptions(size=Size(900, 400)), stop)
    assert (tmp_path / "plan.png").read_bytes() == b"the old picture"
