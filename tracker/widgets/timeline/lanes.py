"""The menu of a lane's name: collapse, pin, sort, show it alone; and what goes for all lanes."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from tracker.i18n import _
from tracker.timeline.plans.arrangement import SORTS
from tracker.timeline.plans.tree import group_of, groups
from tracker.timeline.viewing.sight import Sight


def lane_menu(sight: Sight, lane: str, parent: QWidget) -> QMenu:
    """What can be done to a lane as it is now; thrown away once it is closed."""
    menu, wishes = QMenu(parent), sight.arrangement
    menu.aboutToHide.connect(menu.deleteLater)
    group = group_of(sight.plan.lanes, lane)
    if group:
        menu.addAction(_("&Expand") if group in wishes.collapsed else _("&Collapse"), partial(sight.fold, lane))
    menu.addAction(_("Un&pin") if lane in wishes.pinned else _("&Pin to the top"), partial(sight.pin, lane))
    menu.addAction(_("&Only this"), partial(sight.show_only, lane))
    if wishes.only:
        menu.addAction(_("Show &all lanes"), sight.show_all_lanes)
    menu.addSeparator()
    order = menu.addMenu(_("&Sort lanes"))
    for key, label in SORTS.items():
        action = order.addAction(_(label), partial(sight.arrange, replace(wishes, sort=key), lane))
        action.setCheckable(True)
        action.setChecked(key == wishes.sort)
    if groups(sight.plan.lanes):
        menu.addAction(_("Collapse a&ll"), partial(sight.fold_all, True))
        menu.addAction(_("E&xpand all"), partial(sight.fold_all, False))
    return menu


def show_lane_menu(sight: Sight, parent: QWidget, lane: str, where: QPoint) -> None:
    lane_menu(sight, lane, parent).popup(parent.mapToGlobal(where))
