"""Where Tab goes: by how things stand in the window, where Qt goes by which of them was made first."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Where Tab stops after a widget, once around, what is hidden now included."""
    at = widget.nextInFocusChain()
    while at is not None and at is not widget:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None:
            yield at
        at = at.nextInFocusChain()


def inside(part: QWidget) -> list[QWidget]:
    """Where Tab stops in a part of the window, in its own order."""
    return [one for one in stops(part) if part.isAncestorOf(one)]


def put_in_order(widgets: Iterable[QWidget]) -> None:
    """Has Tab go from one to the next."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)
