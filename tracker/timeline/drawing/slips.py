"""The slip of an event: a line from its first plan to what came of it, and over it how much that is, if it fits."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from tracker.timeline.drawing.bars import Gap, Placed
from tracker.timeline.drawing.style import TEXT, Style

PADDING = 4.0
LEAST = 4.0  # pixels of a line that is seen as one
LEAST_ROW = 20.0  # in lower rows the text would touch the line


def with_gaps(style: Style, found: Iterable[Placed], row_height: float) -> list[Placed]:
    """The same bars, and with what came of a first plan the gap between the two, as far as both are in view."""
    bars = list(found)
    plans = {_whose(one): one for one in bars if one.bar.slip and one.bar.is_plan_of_actual}
    if not plans:
        return bars
    mains = ((one, None if one.bar.is_plan_of_actual else plans.get(_whose(one))) for one in bars)
    return [one if plan is None else replace(one, gap=_gap(style, plan, one, row_height)) for one, plan in mains]


def _whose(one: Placed) -> tuple[str, str]:
    return one.bar.key, one.bar.lane


def _gap(style: Style, plan: Placed, last: Placed, row_height: float) -> Gap | None:
    first, second = sorted((plan.rect, last.rect), key=lambda rect: rect.center().x())
    area = QRectF(first.right(), last.rect.top(), second.left() - first.right(), last.rect.height())
    if area.width() < LEAST:
        return None
    has_room = (
        area.width() >= style.small.width(last.bar.slip) + 2 * PADDING and row_height >= LEAST_ROW * style.text / TEXT
    )
    return Gap(last.bar.slip if has_room else "", area, plan.rect.center().y())


def draw(painter: QPainter, style: Style, gap: Gap) -> None:
    area, type = gap.area, style.small
    painter.setPen(QPen(style.colour("muted"), 1.0))
    painter.drawLine(QLineF(area.left() + 1, gap.y, area.right(), gap.y))
    painter.drawLine(QLineF(area.right(), gap.y - 2.5, area.right(), gap.y + 2.5))
    if gap.text:
        x = area.center().x() - type.width(gap.text) / 2
        style.write(painter, type, "muted", [(x, type.baseline(area.top(), area.height()), gap.text)])
