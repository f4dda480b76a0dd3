"""The row of controls above the timeline: lanes, groups, colours, order, the axis, saved views."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from tracker.i18n import N_, _
from tracker.models.feed.view import COLOURS, KINDS, UNGROUPED, View
from tracker.models.places import Shown
from tracker.timeline.plans.arrangement import SORTS
from tracker.widgets.parts.combo import Combo
from tracker.widgets.parts.hints import hint
from tracker.widgets.timeline.filter import BRIEFEST, FilterSwitch

_LONGEST = 140  # pixels of a lane's name


class Choice(QToolButton):
    """A button that says what is chosen and offers the others in a menu."""

    chosen = Signal(str)

    def __init__(self, short: str, text: str, name: str) -> None:
        super().__init__()
        self._short, self._text, self._choice = short, text, ""
        self._menu, self._group = QMenu(self), QActionGroup(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._group.triggered.connect(self._on_triggered)

    def offer(self, choices: Mapping[str, str], chosen: str) -> None:
        """Keys with their labels, which are shown through `_`; hidden where there is nothing to choose."""
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        for key, label in choices.items():
            action = self._group.addAction(self._menu.addAction(_(label).replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.setData(key)
        self._choice = _(choices.get(chosen, ""))
        self.setAccessibleDescription(self._choice)
        self.setVisible(len(choices) > 1)

    def write(self, brevity: int) -> None:
        """What is chosen is said only where there is room."""
        self.setText(_(self._short) if brevity else _(self._text).format(choice=self._choice))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))


class Alone(QToolButton):
    """Says which lane is shown alone; a press shows the others again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def show_name(self, name: str) -> None:
        text = _("Only {lane}").format(lane=name)
        self.setAccessibleName(text)
        hint(self, f"{text}\n{_('Show all lanes')} (Esc)")
        self.setVisible(bool(name))

    def write(self, brevity: int) -> None:
        text = self.fontMetrics().elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, _LONGEST)
        self.setText("✕" if brevity == BRIEFEST else f"{text}  ✕")


class TimelineHead(QWidget):
    """`wanted` carries what a person chose to be shown."""

    wanted = Signal(object)

    def __init__(self, filtered: FilterSwitch, axis: QWidget, saved: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filtered = filtered
        self._shown, self._least = Shown(), QSize()
        self.views, self.listed, self.note = Combo(), QToolButton(), QLabel()
        self.alone = Alone()
        self.groups = Choice(N_("Groups"), N_("Groups: {choice}"), _("What the lanes are grouped by"))
        self.colours = Choice(N_("Colours"), N_("Colours: {choice}"), _("What the colours stand for"))
        self.sorts = Choice(N_("Order"), N_("Order: {choice}"), _("How the lanes of a group are sorted"))
        self._arrange(axis, saved)
        self.views.currentIndexChanged.connect(self._on_kind)
        self.groups.chosen.connect(self._on_group)
        self.colours.chosen.connect(self._on_colour)
        self.sorts.chosen.connect(self._on_sort)

    def _arrange(self, axis: QWidget, saved: QWidget) -> None:
        self.views.setAccessibleName(_("What the lanes are"))
        for name, label in KINDS.items():
            self.views.addItem(_(label), name)
        self.listed.setText(_("List"))
        self.listed.setCheckable(True)
        self.listed.setToolTip(_("What is in view as a list, in words"))
        self.listed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.note.setProperty("role", "muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(4)
        for control in (
            self.views,
            self.groups,
            self.colours,
            self.sorts,
            self._filtered,
            axis,
            saved,
            self.listed,
            self.alone,
        ):
            row.addWidget(control)
        row.addWidget(self.note, 1)

    def show_note(self, text: str) -> None:
        """What is not drawn; the whole of it on hovering, as there is not always room."""
        self.note.setText(text)
        self.note.setToolTip(text)

    def show_alone(self, name: str) -> None:
        """The lane that is shown without the others; empty if all are."""
        self.alone.show_name(name)

    def show_choices(self, shown: Shown) -> None:
        """Says what is shown now. No signal: it is not news to who asks for it."""
        self._shown = shown
        self.views.blockSignals(True)
        self.views.setCurrentIndex(self.views.findData(shown.view.kind))
        self.views.blockSignals(False)
        self.groups.offer({UNGROUPED: N_("None"), **shown.view.groups()}, shown.view.group_by)
        self.colours.offer(COLOURS, shown.view.colour_by)
        self.sorts.offer(SORTS, shown.lanes.sort)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Writes the buttons as long as there is room for; the window may be as narrow as the briefest texts are."""
        for brevity in (BRIEFEST, 0, 1, BRIEFEST):
            for control in (self.groups, self.colours, self.sorts, self._filtered, self.alone):
                control.write(brevity)
            needed = self._row.minimumSize()
            if brevity == BRIEFEST:
                self._least = needed
            elif needed.width() <= self.width():
                return

    @Slot(int)
    def _on_kind(self, index: int) -> None:
        self._want(self._shown.view.of_kind(str(self.views.itemData(index))))

    @Slot(str)
    def _on_group(self, key: str) -> None:
        self._want(replace(self._shown.view, group_by=key))

    @Slot(str)
    def _on_colour(self, key: str) -> None:
        self._want(replace(self._shown.view, colour_by=key))

    def _want(self, view: View) -> None:
        self.wanted.emit(replace(self._shown, view=view))

    @Slot(str)
    def _on_sort(self, key: str) -> None:
        self.wanted.emit(replace(self._shown, lanes=replace(self._shown.lanes, sort=key)))
