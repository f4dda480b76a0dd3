"""The icons of all three systems, read back by somebody else than who wrote them."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

NAMES = ("mission-tracker", "mission-tracker-store")


@pytest.mark.parametrize("name", NAMES)
def test_every_size_is_there_and_drawn(drawn: Path, name: str) -> None:
    import icons  # type: ignore[import-not-found]

    for size in icons.SIZES:
        image = QImage(str(drawn / f"{name}-{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0  # its corners are round, or it is a sheet with a margin
        assert image.pixelColor(size // 2, size // 2).alpha() == 255


@pytest.mark.parametrize("name", NAMES)
def test_windows_icon_holds_its_sizes(drawn: Path, name: str) -> None:
    import icons

    reader = QImageReader(str(drawn / f"{name}.ico"))
    sizes = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        image = reader.read()
        assert not image.isNull(), reader.errorString()
        sizes.append(image.width())
    assert tuple(sizes) == icons.ICO


@pytest.mark.parametrize("name", NAMES)
def test_macos_icon_holds_its_sizes(drawn: Path, name: str) -> None:
    """Kinds as Apple lists them: what each must be wide."""
    widths = {
        b"icp4": 16,
        b"ic11": 32,
        b"ic12": 64,
        b"ic07": 128,
        b"ic13": 256,
        b"ic08": 256,
        b"ic14": 512,
        b"ic09": 512,
    }
    data = (drawn / f"{name}.icns").read_bytes()
    assert struct.unpack(">4sI", data[:8]) == (b"icns", len(data))
    found, place = {}, 8
    while place < len(data):
        kind, length = struct.unpack(">4sI", data[place : place + 8])
        found[kind] = QImage.fromData(data[place + 8 : place + length]).width()
        place += length
    assert found == widths
    assert QImage(str(drawn / f"{name}.icns")).width() > 0  # Qt reads it as well
