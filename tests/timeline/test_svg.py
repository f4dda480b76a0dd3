"""What we do to an SVG of Qt's: smaller, with the same look; and how it is stopped while it is drawn."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.benchmarks.picture_plan import plan as many
from tracker.timeline.pictures.formats import svg
from tracker.timeline.pictures.formats.svg_tidy import tidy
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import export, sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import Plan

pytestmark = pytest.mark.usefixtures("qapp")
OPTIONS = PictureOptions(size=Size(1200, 700))


def shown(content: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    image = QImage(1200, 700, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(content)).render(painter, QRectF(0, 0, 1200, 700))
    painter.end()
    return np.frombuffer(image.constBits(), dtype=np.uint8).astype(np.int16)


def both(plan: Plan, options: PictureOptions, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, bytes]:
    """As we write it, and as Qt does."""
    tidied = svg.render(sheets_of(plan, options), options)
    with monkeypatch.context() as patch:
        patch.setattr(svg, "tidy", bytes)
        return tidied, svg.render(sheets_of(plan, options), options)


@pytest.mark.parametrize("theme", ["light", "print"])
def test_a_tidied_file_looks_the_same(plan: Plan, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tidied, plain = both(plan, PictureOptions(size=Size(1200, 700), theme=theme), monkeypatch)
    assert len(tidied) < len(plain)
    assert np.abs(shown(tidied) - shown(plain)).max() <= 24  # a step of a corner's soft edge


def test_many_bars_take_a_third(monkeypatch: pytest.MonkeyPatch) -> None:
    tidied, plain = both(many(), PictureOptions(size=Size(3840, 2160)), monkeypatch)
    assert len(tidied) < 0.35 * len(plain)
    assert len(re.findall(rb"<rect [^>]*rx=", tidied)) >= 10_000  # each bar is one


def test_texts_are_left_alone() -> None:
    said = b"<text>&lt;g &gt;&lt;/g&gt; vector-effect=&quot;none&quot; L1,2 Z</text>"
    assert tidy(said) == said


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_it_tells_how_far_it_is_and_can_be_stopped(plan: Plan, tmp_path: Path, kind: str) -> None:
    told: list[float] = []
    path = tmp_path / f"plan.{kind}"
    export(plan, path, OPTIONS, told.append)
    assert len(told) >= 4  # before each of three rows, and once more before it is written
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] < 1

    def stop(done: float) -> None:
        if done > 0.5:
            raise InterruptedError

    path.write_bytes(b"the old picture")
    with pytest.raises(InterruptedError):
        export(plan, path, OPTIONS, stop)
    assert path.read_bytes() == b"the old picture"
