"""The table of actions: name, text, icon, shortcuts, where it stands, and what of the window it calls."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from tracker.i18n import N_

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Entry:
    """One action. `calls` is the path of a method seen from the window, such as "work.tables.panel.copy".

    `writes` marks what a read-only store forbids; `checked` is the path of what says whether it is on; `apart`
    begins another part of its menu.
    """

    name: str
    menu: str
    text: str
    calls: str
    keys: tuple[Key | str, ...] = ()
    icon: str = ""
    writes: bool = False
    checked: str = ""
    apart: bool = False


FILE, EDIT, RECORD, VIEW, HELP = N_("&File"), N_("&Edit"), N_("&Record"), N_("&View"), N_("&Help")
MENUS = (FILE, EDIT, RECORD, VIEW, HELP)
LANES = N_("La&nes")
WITHIN = {LANES: VIEW}
"""Submenus, each where the first of its actions would stand."""

ACTIONS: tuple[Entry, ...] = (
    Entry("new_store", FILE, N_("&New store…"), "files.new", (Key.New,)),
    Entry("open_store", FILE, N_("&Open…"), "files.open", (Key.Open,)),
    Entry("export", FILE, N_("&Export timeline…"), "work.export_timeline", ("Ctrl+E",), "export", apart=True),
    Entry("quit", FILE, N_("&Quit"), "close", (Key.Quit, "Ctrl+Q"), apart=True),
    Entry("undo", EDIT, N_("&Undo"), "work.document.undo", (Key.Undo,), "undo", writes=True),
    Entry("redo", EDIT, N_("&Redo"), "work.document.redo", (Key.Redo, "Ctrl+Y"), "redo", writes=True),
    Entry("copy", EDIT, N_("&Copy"), "work.tables.panel.copy", (Key.Copy,), apart=True),
    Entry("paste", EDIT, N_("&Paste…"), "work.tables.panel.paste", (Key.Paste,), writes=True),
    Entry("find", EDIT, N_("&Find"), "work.tables.panel.find", (Key.Find,), "find", apart=True),
    Entry("find_next", EDIT, N_("Find &next"), "work.tables.panel.find_next", ("F3",)),
    Entry("find_previous", EDIT, N_("Find pre&vious"), "work.tables.panel.find_previous", ("Shift+F3",)),
    Entry("preferences", EDIT, N_("Pr&eferences…"), "show_preferences", (Key.Preferences, "Ctrl+,"), apart=True),
    Entry("new", RECORD, N_("&New record"), "work.create_record", ("Ctrl+Shift+N", "Ins"), "new", writes=True),
    Entry("edit", RECORD, N_("&Edit in form"), "work.edit_record", ("Ctrl+Return",)),
    Entry("edit_cell", RECORD, N_("Edit &cell"), "work.tables.panel.edit_current", ("F2",), writes=True),
    Entry("save", RECORD, N_("&Save form"), "work.inspector.save", (Key.Save,), writes=True, apart=True),
    Entry("revert", RECORD, N_("Re&vert form"), "work.inspector.revert", ("Ctrl+Shift+R",), writes=True),
    Entry(
        "delete",
        RECORD,
        N_("&Delete"),
        "work.tables.panel.delete_selected",
        ("Ctrl+Del",),
        "delete",
        writes=True,
        apart=True,
    ),
    Entry("fit_all", VIEW, N_("Fit &all"), "work.timeline.sight.fit_all", ("Ctrl+0",), "fit-all"),
    Entry(
        "fit_selection",
        VIEW,
        N_("Fit &selection"),
        "work.timeline.sight.fit_selection",
        ("Ctrl+9",),
        "fit-selection",
    ),
    Entry("zoom_in", VIEW, N_("Zoom &in"), "work.timeline.view.zoom_in", (Key.ZoomIn, "Ctrl+=")),
    Entry("zoom_out", VIEW, N_("Zoom &out"), "work.timeline.view.zoom_out", (Key.ZoomOut,)),
    Entry("list_bars", VIEW, N_("&List of bars"), "work.timeline.toggle_list", ("Ctrl+L",), apart=True),
    Entry(
        "filter_timeline",
        VIEW,
        N_("Onl&y what the table shows"),
        "work.timeline.filtered.turn",
        ("Ctrl+Shift+F",),
        "filter",
        checked="work.timeline.filtered.is_on",
    ),
    Entry("all_lanes", LANES, N_("Show all la&nes"), "work.timeline.sight.show_all_lanes", ("Ctrl+Shift+A",)),
    Entry("collapse_all", LANES, N_("Collapse all &groups"), "work.timeline.view.collapse_all", ("Ctrl+Shift+Left",)),
    Entry("expand_all", LANES, N_("E&xpand all groups"), "work.timeline.view.expand_all", ("Ctrl+Shift+Right",)),
    Entry("higher_lanes", LANES, N_("&Higher lanes"), "work.timeline.view.higher_lanes", ("Ctrl+Shift+Up",)),
    Entry("lower_lanes", LANES, N_("Lo&wer lanes"), "work.timeline.view.lower_lanes", ("Ctrl+Shift+Down",)),
    Entry("save_view", VIEW, N_("Sa&ve this view…"), "work.timeline.saved.save", ("Ctrl+D",), apart=True),
    Entry("saved_views", VIEW, N_("Save&d views…"), "work.timeline.saved.showMenu", ("Ctrl+Shift+D",)),
    Entry("next_part", VIEW, N_("Next &part of the window"), "work.rounds.next_part", ("F6",)),
    Entry("previous_part", VIEW, N_("Pr&evious part of the window"), "work.rounds.previous_part", ("Shift+F6",)),
    Entry("back", VIEW, N_("&Back"), "work.timeline.trail.back", ("Alt+Left",)),
    Entry("forward", VIEW, N_("&Forward"), "work.timeline.trail.forward", ("Alt+Right",)),
    Entry(
        "columns", VIEW, N_("&Columns…"), "work.tables.panel.choose_columns", ("Ctrl+Shift+C",), "columns", apart=True
    ),
    Entry("help", HELP, N_("&Help"), "guide.show_here", (Key.HelpContents,)),
    Entry("keys", HELP, N_("&Keyboard shortcuts"), "show_keys", ("?",)),
    Entry("commands", HELP, N_("&Commands…"), "show_commands", ("Ctrl+Shift+P",)),
    Entry("whats_new", HELP, N_("&What’s new"), "guide.show_news", apart=True),
    Entry("about", HELP, N_("&About Mission Tracker"), "show_about"),
)
# Settings that are on until somebody turns them off, at the end of the view's menu.
SWITCHES = {
    "timeline/overview": N_("Overview st&rip"),
    "timeline/links": N_("Lin&ks"),
    "timeline/motion": N_("&Motion"),
}
BAR = ("new", "delete", "", "undo", "redo", "", "find", "", "fit_all", "fit_selection", "", "export")
