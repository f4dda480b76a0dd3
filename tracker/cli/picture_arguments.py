"""The options of a picture as words of the command line, made from their one description."""

import argparse
from collections.abc import Callable
from typing import Any

from tracker.i18n import N_, _
from tracker.timeline.pictures.option import Kind, Option, Part
from tracker.timeline.pictures.picture_options import OPTIONS

_PLACES = {
    Kind.NUMBER: "N",
    Kind.TEXT: N_("TEXT"),
    Kind.SIZE: "WxH",
    Kind.TIME: "T",
}


def add(parser: argparse.ArgumentParser) -> None:
    """What is not given stays out of the namespace, so that a preset can say it."""
    for part in Part:
        group = parser.add_argument_group(_(part))
        for option in OPTIONS:
            if option.part is part:
                _add(group, option)


def _add(group: argparse._ArgumentGroup, option: Option) -> None:
    more: dict[str, Any] = {"dest": option.name, "default": argparse.SUPPRESS, "help": _help(option)}
    if option.kind is Kind.FLAG:
        group.add_argument(option.flag, action=argparse.BooleanOptionalAction, **more)
    elif option.kind is Kind.CHOICE:
        names = [name for name, _label in option.choices if name not in option.windowed]
        group.add_argument(option.flag, choices=names, **more)
    else:
        group.add_argument(option.flag, type=_reader(option), metavar=_(_PLACES[option.kind]), **more)


def _help(option: Option) -> str:
    usual = option.write(option.default)
    return _("{help} (otherwise {usual})").format(help=_(option.help), usual=usual) if usual else _(option.help)


def _reader(option: Option) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            return option.read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error

    return read


def given(options: argparse.Namespace) -> dict[str, Any]:
    """What was typed, by field."""
    return {option.name: getattr(options, option.name) for option in OPTIONS if hasattr(options, option.name)}


class ListPresets(argparse.Action):
    """`--list-presets` prints the presets as the options that they stand for, and leaves."""

    def __call__(self, parser: argparse.ArgumentParser, *args: object, **more: object) -> None:
        from tracker.cli import picture  # Qt, which `--help` need not wait for

        print(picture.presets_text())
        parser.exit(0)
