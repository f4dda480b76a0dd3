"""What can be typed after `mission-tracker`, and what each word leads to."""

import argparse
from collections.abc import Callable
from typing import NoReturn

from tracker import __version__
from tracker.cli import commands, stock_texts
from tracker.i18n import LANGUAGES, _, language

Options = argparse.Namespace
KINDS = (
    "crew",
    "people",
    "spacecraft",
    "missions",
    "events",
    "legs",
    "places",
    "organisations",
    "productions",
    "sources",
)
TIMES = _(
    "Times are written as 2021-10-05T12:22Z, 2021-10-05, 2021-10 or 2021; 2021-04~ is about April 2021;\n"
    "2021-10-17/.. is not earlier than, ../2021-10-04 not later than that day; before:ID and after:ID\n"
    "refer to an event; “unknown” happened at a time that nobody says. All in UTC."
)


def parse(argv: list[str]) -> Options:
    """The options of a command line; `run` among them is what to call. Exits with 2 on wrong ones."""
    if argv and argv[0] in COMMANDS:
        return parser_of(argv[0]).parse_args(argv[1:])
    return _window().parse_args(argv)


def parser_of(command: str) -> argparse.ArgumentParser:
    """Made for the one command that is asked for."""
    return COMMANDS[command]()


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, without the usage above it."""

    def error(self, message: str) -> NoReturn:
        more = _("see {command} --help").format(command=self.prog)
        self.exit(2, f"{self.prog}: {' '.join(message.split())}; {more}\n")


def _parser(name: str, run: Callable[[Options], int], text: str, epilog: str = "") -> argparse.ArgumentParser:
    stock_texts.bring()
    parser = _Parser(
        prog=f"mission-tracker {name}".strip(),
        description=text,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser


def _store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "store",
        nargs="?",
        metavar=_("STORE"),
        help=_("a store file or an SQLAlchemy URL; without it your own, made and filled at the first run"),
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print JSON in the form given below"))


def _window() -> argparse.ArgumentParser:
    parser = _parser("", commands.window, _("Tracks crewed spaceflight: who flew, on what, when, and who says so."))
    parser.epilog = _("Commands (each has its own --help): {names}").format(names=", ".join(COMMANDS))
    _store(parser)
    parser.add_argument("--new", action="store_true", help=_("make STORE, empty, and open it"))
    parser.add_argument("--read-only", action="store_true", help=_("open it to look, not to change"))
    parser.add_argument(
        "--version", action="version", version=f"Mission Tracker {__version__}", help=_("show the version and leave")
    )
    return parser


def _list() -> argparse.ArgumentParser:
    parser = _parser(
        "list",
        commands.list_records,
        _("Lists all records of a kind with all their fields."),
        _(
            "JSON: an array with an object for each record: “id”, then every field by its name. A link is the\n"
            "name of what it leads to, with its id beside it under “…_id” (“…_ids” for several). What is not\n"
            "known is null, an empty text or an empty array. With --zone each time has its local text under\n"
            "“…_local”.\n"
        )
        + TIMES,
    )
    parser.add_argument("kind", choices=KINDS, metavar=_("KIND"), help=", ".join(KINDS))
    _store(parser)
    _json(parser)
    parser.add_argument("--zone", default="UTC", help=_("show times in Moscow, Baikonur, Houston or any IANA zone"))
    return parser


def _facts() -> argparse.ArgumentParser:
    parser = _parser(
        "facts",
        commands.facts,
        _("Lists every claim: which source says which value of which field, in which words."),
        _(
            "JSON: an array with an object for each claim: “record”, “kind”, “field”, “value”, “certainty”\n"
            "(stated, planned, rumoured, opinion), “fragment”, “source”, “remark”, “as_of”, and the ids\n"
            "“id”, “record_id”, “value_id” (of a linked record, else null), “source_id”.\n"
        )
        + TIMES,
    )
    _store(parser)
    _json(parser)
    return parser


def _aboard() -> argparse.ArgumentParser:
    parser = _parser(
        "aboard",
        commands.aboard,
        _("Says who is aboard each vessel at a time."),
        _(
            "JSON: an array with an object for each vessel: “vessel”, “count” (certainly aboard), “possible”\n"
            "(the most it could be) and “people”: objects with “name”, “named” (false for a placeholder)\n"
            "and “certain”. A time coarser than a minute asks about the whole day, month or year.\n"
        )
        + TIMES,
    )
    _store(parser)
    parser.add_argument("--at", required=True, metavar="T", help=_("the time, such as 2021-10-05T12:22Z"))
    _json(parser)
    return parser


def _check() -> argparse.ArgumentParser:
    parser = _parser(
        "check",
        commands.check,
        _("Checks the store and its records. Exit 0: clean; 1: findings; 2: it cannot be read."),
        _(
            "JSON: an array with an object for each finding: “rule”, “severity” (error or warning),\n"
            "“sentence” and “records” (ids)."
        ),
    )
    _store(parser)
    parser.add_argument("--now", metavar="T", help=_("also warn of plans that are past at this time"))
    _json(parser)
    return parser


def _history() -> argparse.ArgumentParser:
    parser = _parser(
        "history",
        commands.history,
        _("Lists the edit log, oldest first."),
        _(
            "JSON: an array with an object for each edit: “id”, “at”, “author”, “text”, “undoes” (the id of\n"
            "the edit it takes back, or null) and “changes”: objects with “kind”, “record_id”, “before” and\n"
            "“after” (the fields that changed; null where there was or is no record)."
        ),
    )
    _store(parser)
    _json(parser)
    return parser


def _export() -> argparse.ArgumentParser:
    from tracker.cli import lane_arguments, picture_arguments  # the options' descriptions, which no other command needs

    parser = _parser("export", commands.export, _("Draws the timeline into a PNG, SVG or PDF file."), _EXPORT_END)
    _store(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=_("FILE.{png,svg,pdf}"),
        help=_("several pages of PNG or SVG become FILE-1, FILE-2, …; a PDF holds them all"),
    )
    parser.add_argument("--preset", metavar=_("NAME"), help=_("sizes and looks by name; what else is typed wins"))
    parser.add_argument(
        "--list-presets",
        nargs=0,
        action=picture_arguments.ListPresets,
        help=_("list the presets, your own among them, and leave"),
    )
    lane_arguments.add(parser)
    parser.add_argument("--axis", type=lane_arguments.names, default=("UTC",), metavar=_("LIST"), help=_AXIS_HELP)
    parser.add_argument("--lang", choices=LANGUAGES, default=language(), help=_("the language of the texts"))
    picture_arguments.add(parser)
    return parser


PRESETS = ("slide", "square", "a4-landscape", "a4-portrait", "a3-landscape", "a3-portrait")
_EXPORT_END = _("Presets: {names}, and your own.").format(names=", ".join(PRESETS)) + "\n\n" + TIMES
_AXIS_HELP = _(
    "the rows of the time axis from the top, such as UTC,Moscow,MET: Moscow, Baikonur, Houston, any IANA zone, "
    "and MET, time since the mission’s launch, or MET:NAME, since the launch of that name"
)


COMMANDS: dict[str, Callable[[], argparse.ArgumentParser]] = {
    "export": _export,
    "list": _list,
    "facts": _facts,
    "aboard": _aboard,
    "check": _check,
    "history": _history,
}
