"""Builds menus and tool bar from the table of actions, and keeps each action on or off as the state asks."""

from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from tracker.desktop.actions import ACTIONS, BAR, FILE, MENUS, SWITCHES, VIEW, WITHIN, Entry, Key
from tracker.i18n import _
from tracker.settings import LANGUAGES, THEMES
from tracker.tips import tip
from tracker.widgets.parts import icons, style
from tracker.widgets.parts.action_texts import allow, keys_of, name_of, why_off

if TYPE_CHECKING:
    from tracker.desktop.window import Window
    from tracker.domain.history import Step

_LONGEST = 80  # characters of an edit's name in a menu


class Menus(QObject):
    """The actions of one window, by their names in the table."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.actions = {entry.name: self._made(entry) for entry in ACTIONS}
        self._menus = {name: window.menuBar().addMenu(_(name)) for name in MENUS}
        for entry in ACTIONS:
            if entry.apart:
                self._menu(entry.menu).addSeparator()
            self._menu(entry.menu).addAction(self.actions[entry.name])
        self._bar = self._tool_bar()
        self.paint_icons()
        self.refresh()

    def _menu(self, name: str) -> QMenu:
        if name not in self._menus:
            self._menus[name] = self._menus[WITHIN[name]].addMenu(_(name))
        return self._menus[name]

    def _made(self, entry: Entry) -> QAction:
        action = QAction(_(entry.text), self._window)
        action.setObjectName(entry.name)
        action.setShortcuts(_sequences(entry))
        action.setToolTip(_tip(action))
        action.setCheckable(bool(entry.checked))
        action.triggered.connect(partial(self._window.perform, entry.calls))
        return action

    def _tool_bar(self) -> QToolBar:
        bar = self._window.addToolBar(_("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(icons.SIZE)
        for name in BAR:
            bar.addAction(self.actions[name]) if name else bar.addSeparator()
            if name:  # a screen reader would read the tooltip, tags and all
                bar.widgetForAction(self.actions[name]).setAccessibleDescription(keys_of(self.actions[name]))
        return bar

    def add_choices(self) -> None:
        """The menus of recent stores, theme and zone, which can wait until the frame is painted."""
        from tracker.desktop.recent_menu import RecentMenu
        from tracker.domain.zones import NAMED

        after_open = self._menus[FILE].actions()[2]
        self._menus[FILE].insertMenu(after_open, RecentMenu(self._window, self._menus[FILE]))

        self._menus[VIEW].addSeparator()
        settings = self._window.settings
        self._themes = self._choices("theme", _("&Theme"), THEMES)
        zones = NAMED if settings.zone in NAMED else NAMED | {settings.zone: settings.zone}
        self._zones = self._choices("zone", _("Time &zone"), zones)
        self._languages = self._choices("language", _("Lang&uage"), LANGUAGES)
        self._menus[VIEW].addSeparator()
        for setting, text in SWITCHES.items():
            switch = self._menus[VIEW].addAction(_(text))
            switch.setData(setting)
            switch.setCheckable(True)
            switch.setChecked(bool(settings.value(setting, True)))
            switch.toggled.connect(partial(settings.keep, setting))
        settings.changed.connect(self._on_setting)

    def _choices(self, setting: str, title: str, choices: dict[str, str]) -> QActionGroup:
        menu: QMenu = self._menus[VIEW].addMenu(title)
        group = QActionGroup(self)
        group.setObjectName(setting)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)  # preferences offer more zones
        for value, label in choices.items():
            action = group.addAction(menu.addAction(_(label)))
            action.setCheckable(True)
            action.setChecked(value == getattr(self._window.settings, setting))
            action.setData(value)
        group.triggered.connect(self._on_chosen)
        return group

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        action.setChecked(True)  # a second choice of the same takes nothing back
        self._window.settings.keep(action.actionGroup().objectName(), action.data())

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        """What was chosen elsewhere, as in the preferences, is ticked here too."""
        value = self._window.settings.value(name)
        for group in self.findChildren(QActionGroup, name):
            for action in group.actions():
                action.setChecked(action.data() == value)
        for switch in self._menus[VIEW].actions():
            if switch.data() == name:
                switch.setChecked(bool(value))

    def by_menu(self) -> dict[str, list[QAction]]:
        """The actions under the names of their menus."""
        return {
            name_of(menu.menuAction()): [self.actions[entry.name] for entry in ACTIONS if entry.menu == name]
            for name, menu in self._menus.items()
        }

    def take_down(self) -> None:
        """Leaves the window without menus, to be made anew."""
        for menu in self._menus.values():
            self._window.menuBar().removeAction(menu.menuAction())
            menu.deleteLater()
        self._window.removeToolBar(self._bar)
        for action in self.actions.values():
            action.deleteLater()
        self._bar.deleteLater()
        self.deleteLater()

    def paint_icons(self) -> None:
        """Colours the icons as the palette is now."""
        palette = style.current()
        for entry in ACTIONS:
            if entry.icon:
                self.actions[entry.name].setIcon(icons.icon(entry.icon, palette))

    def refresh(self) -> None:
        """Turns on what can be done now, and names the edits that undo and redo are about."""
        work = self._window.work
        document = work.document if work else None
        for entry in ACTIONS:
            allow(self.actions[entry.name], self._why_not(entry))
            self.actions[entry.name].setChecked(bool(entry.checked and self._found(entry.checked)))
        self._name("undo", _("&Undo"), document.history.undoable if document else [])
        self._name("redo", _("&Redo"), document.history.redoable if document else [])

    def _why_not(self, entry: Entry) -> str:
        """Why it cannot be done now; empty if it can."""
        work = self._window.work
        if not self._is_there(entry):
            return _("That part of the window is not there yet.") if work else _("No store is open.")
        if entry.writes and work is not None and work.document.read_only:
            return _("The store is read only.")
        return ""

    def _is_there(self, entry: Entry) -> bool:
        return self._found(entry.calls.rpartition(".")[0]) is not None

    def _found(self, path: str) -> object:
        """What a path leads to, seen from the window; None if that is not there yet."""
        found: object = self._window
        for name in filter(None, path.split(".")):
            found = getattr(found, name, None)
        return found

    def _name(self, name: str, text: str, steps: "list[Step]") -> None:
        action = self.actions[name]
        if not steps:
            allow(action, why_off(action) or _("There is nothing to take back or to do again."))
        action.setText(f"{text}: {_named(steps[-1].text)}" if steps else text)
        action.setIconText(text.replace("&", ""))
        action.setToolTip(_tip(action))


def _sequences(entry: Entry) -> list[QKeySequence]:
    """Each key once: where the platform's standard key is ours too, Qt would call the pair ambiguous."""
    keys = [QKeySequence.keyBindings(key) if isinstance(key, Key) else [QKeySequence(key)] for key in entry.keys]
    return list(dict.fromkeys(sequence for some in keys for sequence in some))


def _named(text: str) -> str:
    """What an edit is called, in one line that fits a menu; its ampersands mark no letter."""
    return shorten(text, _LONGEST, placeholder="…").replace("&", "&&")


def _tip(action: QAction) -> str:
    """The text without its mark, and the key. Names of records stand in it: they are never taken for HTML."""
    keys, text = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), name_of(action)
    return tip(f"{text} ({keys})" if keys else text)
