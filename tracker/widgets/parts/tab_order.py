"""Where Tab goes: by how things stand in the window, where Qt goes by which of them was made first."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Where Tab stops after a widget, once around, what is hidden now included."""
    at = _next(widget)
    while at is not None and at is not widget:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None:
            yield at
        at = _next(at)


def _next(widget: QWidget) -> QWidget | None:
    """PySide takes what Qt returns for a child of the widget, and loses it when that is deleted, wherever in the
    window it is. Giving it the parent that it has puts that right.
    """
    following = widget.nextInFocusChain()
    if following is not None:
        following.setParent(following.parentWidget())
    return following


def inside(part: QWidget) -> list[QWidget]:
    """Where Tab stops in a part of the window, in its own order."""
    return [one for one in stops(part) if part.isAncestorOf(one)]


def put_in_order(widgets: Iterable[QWidget]) -> None:
    """Has Tab go from one to the next."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def stop_at_bar(tabs: QTabWidget) -> None:
    """Tab stops at the bar, which can be put in order; the widget around it would lead back to the bar for ever."""
    tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
