"""The manual page and the bash completion, from the parsers of the command line: neither can say anything untrue.

python docs.py manual | completion      in the language of the system, as the command line
"""

import argparse
import sys

from tracker import __version__
from tracker.cli import arguments
from tracker.i18n import _

_COMPLETION = """# bash completion for mission-tracker
_mission_tracker() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} words
    case ${{COMP_WORDS[COMP_CWORD-1]}} in
{values}
    esac
    case $COMP_CWORD-${{COMP_WORDS[1]}} in
        1-*) words="{commands} {own}" ;;
{options}
        *) words="{own}" ;;
    esac
    mapfile -t COMPREPLY < <(
        compgen -W "$words" -- "$word"
        compgen -f -X '!*.tracker' -- "$word"
        compgen -d -- "$word"
    )
}}
complete -o filenames -F _mission_tracker mission-tracker
"""
_VALUE = '        {names}) mapfile -t COMPREPLY < <(compgen {what} -- "$word"); return ;;'


def parsers() -> dict[str, argparse.ArgumentParser]:
    return {name: make() for name, make in arguments.COMMANDS.items()}


def completion() -> str:
    made, own = parsers(), arguments._window()
    values = dict(_value(action) for parser in made.values() for action in parser._actions if _takes_value(action))
    options = [f'        *-{name}) words="{_words(parser)}" ;;' for name, parser in made.items()]
    return _COMPLETION.format(
        values="\n".join(_VALUE.format(names=names, what=what) for names, what in values.items()),
        options="\n".join(options),
        commands=" ".join(made),
        own=_words(own),
    )


def _value(action: argparse.Action) -> tuple[str, str]:
    """The names of an option, and what compgen is to offer after them: its choices, files, or nothing."""
    if action.choices:
        return " | ".join(action.option_strings), f'-W "{" ".join(map(str, action.choices))}"'
    return " | ".join(action.option_strings), "-f" if action.dest == "output" else '-W ""'


def _words(parser: argparse.ArgumentParser) -> str:
    """The long options, and what may stand in a place of its own."""
    options = [text for action in parser._actions for text in action.option_strings if text.startswith("--")]
    places = [str(one) for action in parser._actions if not action.option_strings for one in action.choices or ()]
    return " ".join((*places, *options))


def manual() -> str:
    window = arguments._window()
    title, subject = _("User commands"), _("who flew, on what, when, and which source says so")
    lines = [
        f'.TH MISSION\\-TRACKER 1 "" "Mission Tracker {__version__}" "{title}"',
        _section(_("Name")),
        rf"mission\-tracker \- {subject}",
        _section(_("Synopsis")),
        *_synopsis(window),
        *(line for parser in parsers().values() for line in _synopsis(parser)),
        _section(_("Description")),
        _roff(str(window.description)),
        _("Without a command it opens the window."),
        *_options(window),
    ]
    for parser in parsers().values():
        lines += [_section(parser.prog.split()[-1]), _roff(str(parser.description)), *_options(parser)]
        if parser.epilog:
            lines += [".PP", ".nf", _roff(parser.epilog), ".fi"]
    lines += [
        _section(_("Exit status")),
        _("0 is well; 1 is findings (check); 2 is wrong input, said in one line; nothing was then written."),
        _section(_("Files")),
        ".TP",
        r"\fI~/.local/share/mission\-tracker/missions.tracker\fR",
        _("your own store, made and filled at the first start"),
    ]
    return "\n".join(lines) + "\n"


def _section(title: str) -> str:
    return f".SH {title.upper()}"


def _synopsis(parser: argparse.ArgumentParser) -> list[str]:
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    rest = usage.partition(parser.prog)[2]
    return [f".B {parser.prog}", _roff(rest.strip()), ".br"]


def _options(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in parser._actions:
        names = ", ".join(rf"\fB{_roff(text)}\fR" for text in action.option_strings) or rf"\fI{action.metavar}\fR"
        value = rf" \fI{_roff(str(action.metavar or action.dest.upper()))}\fR" if _takes_value(action) else ""
        choices = f" ({', '.join(map(str, action.choices))})" if action.choices and action.option_strings else ""
        lines += [".TP", f"{names}{value}", _roff((action.help or "") % vars(action) + choices) or r"\&"]
    return lines


def _takes_value(action: argparse.Action) -> bool:
    return bool(action.option_strings) and action.nargs != 0


def _roff(text: str) -> str:
    """Nothing in it means anything to troff."""
    lines = text.replace("\\", r"\e").replace("-", r"\-").splitlines()
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in lines)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write({"manual": manual, "completion": completion}[sys.argv[1]]())
