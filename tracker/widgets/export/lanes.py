"""Which lanes a picture has, chosen in the form: at first as they are in the window."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout

from tracker.domain.listings import LISTINGS
from tracker.i18n import N_, _
from tracker.models.feed.view import COLOURS, KINDS, UNGROUPED, Filter, View
from tracker.models.places import Shown
from tracker.timeline.plans.arrangement import SORTS, Arrangement


class ExportLanes(QObject):
    """Rows of the form: view, groups, colours, order, and what the window collapsed, pinned or left out."""

    changed = Signal()

    def __init__(self, shown: Shown, rows: QFormLayout, at: int) -> None:
        super().__init__(rows)
        self._given, self._view = shown, shown.view
        self.views, self.groups, self.colours, self.sorts = (QComboBox() for _box in range(4))
        self.arranged = QCheckBox(_("Collapsed, pinned, alone as in the window"))
        self.filtered = QCheckBox(_filter_words(shown.view.filter))
        self.boxes = {
            _("&View"): self.views,
            _("Groups"): self.groups,
            _("Colours"): self.colours,
            _("Order"): self.sorts,
        }
        for place, (label, box) in enumerate(self.boxes.items(), at):
            rows.insertRow(place, label, box)
        has_lanes = replace(shown.lanes, sort="") != Arrangement()
        for flag, is_there in ((self.arranged, has_lanes), (self.filtered, bool(shown.view.filter))):
            rows.insertRow(at + len(self.boxes), flag)
            rows.setRowVisible(flag, is_there)
            flag.setChecked(is_there)
            flag.toggled.connect(self.changed)
        _offer(self.views, KINDS, self._view.kind)
        _offer(self.colours, COLOURS, self._view.colour_by)
        _offer(self.sorts, SORTS, shown.lanes.sort)
        self._offer_groups()
        self.views.currentIndexChanged.connect(self._on_kind)
        for box in (self.groups, self.colours, self.sorts):
            box.currentIndexChanged.connect(self.changed)

    @property
    def shown(self) -> Shown:
        """What is chosen."""
        filter = self._given.view.filter if self.filtered.isChecked() else Filter()
        lanes = self._given.lanes if self.arranged.isChecked() else Arrangement()
        group, colour = str(self.groups.currentData()), str(self.colours.currentData())
        view = View(self._view.kind, group, colour, filter)
        return Shown(view, replace(lanes, sort=str(self.sorts.currentData())))

    @Slot()
    def _on_kind(self) -> None:
        """Other lanes, grouped as before if they can be."""
        self._view = self.shown.view.of_kind(str(self.views.currentData()))
        self._offer_groups()
        self.changed.emit()

    def _offer_groups(self) -> None:
        self.groups.blockSignals(True)
        _offer(self.groups, {UNGROUPED: N_("None"), **self._view.groups()}, self._view.group_by)
        self.groups.blockSignals(False)


def _offer(box: QComboBox, choices: Mapping[str, str], chosen: str) -> None:
    box.clear()
    for key, label in choices.items():
        box.addItem(_(label), key)
    box.setCurrentIndex(box.findData(chosen))


def _filter_words(filter: Filter) -> str:
    table = _(LISTINGS[filter.table].label) if filter.table else ""
    return _("Only what “{table}” shows for “{words}”").format(table=table, words=filter.text.strip())
