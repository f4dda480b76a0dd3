"""How an option of the picture is described: once, for its field in the form, its word on the command line,
presets and what is kept. Every value has a written form, the same everywhere.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from tracker import i18n
from tracker.domain import edtf
from tracker.domain.times import OPEN, VagueTime
from tracker.i18n import N_, _

DPI = 96  # of a pixel at 1x
MM = 25.4  # of an inch


class Kind(StrEnum):
    """What an option holds, and with it how it is written, asked for and checked."""

    CHOICE = "choice"  # str out of `choices`
    FLAG = "flag"  # bool
    NUMBER = "number"  # float from `least` to `most`; whole if both are
    TEXT = "text"  # str | None; None is what the plan says
    SIZE = "size"  # Size
    TIME = "time"  # float | None, seconds since 1970


class Part(StrEnum):
    """Where an option stands. What a picture is of is nothing for a preset."""

    CONTENT = N_("What is shown")
    PAGE = N_("Page")
    LOOK = N_("Look")


class Size(NamedTuple):
    """Width and height; height 0 is as high as needed."""

    width: float
    height: float = 0.0
    unit: str = "px"

    @property
    def is_paper(self) -> bool:
        return self.unit == "mm"

    @property
    def pixels(self) -> tuple[float, float]:
        """At 1x, where an inch has 96."""
        factor = DPI / MM if self.is_paper else 1.0
        return self.width * factor, self.height * factor

    def in_unit(self, unit: str) -> Size:
        """The same size in pixels or millimetres, in whole ones."""
        factor = MM / DPI if unit == "mm" else 1.0
        width, height = self.pixels
        return Size(round(width * factor), round(height * factor), unit)

    def side(self, pixels: float) -> str:
        """So many pixels at 1x in this unit, as SVG writes it."""
        return f"{pixels * MM / DPI:g}mm" if self.is_paper else f"{round(pixels)}"


@dataclass(frozen=True, slots=True)
class Option:
    """`label` has the letter of its key marked; it, `help` and the choices' labels are shown through `_`.
    `windowed` are choices that only a window gives a meaning to.
    """

    name: str
    kind: Kind
    part: StrEnum  # where it stands in its form
    label: str
    help: str
    default: Any = None
    choices: tuple[tuple[str, str], ...] = ()
    windowed: frozenset[str] = frozenset()
    least: float = 0
    most: float = 0
    unit: str = ""
    word: str = ""  # on the command line, where it is not the name

    @property
    def flag(self) -> str:
        return "--" + (self.word or self.name).replace("_", "-")

    @property
    def key(self) -> str:
        """What it is kept by."""
        return self.word or self.name

    def read(self, text: str) -> Any:
        """The value of a written form. ValueError with a sentence if it has none."""
        return _READERS[self.kind](self, text.strip())

    def write(self, value: Any) -> str:
        return _written(value)

    def second_of(self, time: VagueTime | None, text: str) -> float:
        """Where a range begins or ends. A day, month or year counts as a whole, a clock time is its first second."""
        bounds = OPEN if time is None or time.start is None else time.bounds()
        end = bounds.upper if self.word == "to" and time is not None and not time.has_clock else bounds.lower
        if end is None:
            raise ValueError(_("“{text}” says no time.").format(text=text))
        return float(end)

    def checked(self, value: Any) -> Any:
        """The value, if it can be; else ValueError with a sentence."""
        if self.kind is Kind.CHOICE and value not in dict(self.choices):
            known = ", ".join(name for name, _label in self.choices)
            raise ValueError(_("“{text}” is none of {choices}.").format(text=value, choices=known))
        if self.kind is Kind.NUMBER and not self.least <= value <= self.most:
            raise ValueError(
                _("{label} must lie between {least} and {most}, not at {value}.").format(
                    label=_(self.label).replace("&", ""),
                    least=i18n.number(self.least, 2),
                    most=i18n.number(self.most, 2),
                    value=i18n.number(value, 2),
                )
            )
        return value


def choice(part: Part, label: str, choices: tuple[tuple[str, str], ...], help: str, **more: Any) -> Any:
    """The first choice is the default."""
    return _declare(Kind.CHOICE, part, label, help, default=choices[0][0], choices=choices, **more)


def flag(part: Part, label: str, help: str, *, default: bool = False) -> Any:
    return _declare(Kind.FLAG, part, label, help, default=default)


def number(part: Part, label: str, help: str, default: float, least: float, most: float, unit: str = "") -> Any:
    return _declare(Kind.NUMBER, part, label, help, default=default, least=least, most=most, unit=unit)


def text(part: Part, label: str, help: str) -> Any:
    return _declare(Kind.TEXT, part, label, help)


def size(part: Part, label: str, help: str, default: Size) -> Any:
    return _declare(Kind.SIZE, part, label, help, default=default)


def time(part: Part, label: str, help: str, word: str) -> Any:
    return _declare(Kind.TIME, part, label, help, word=word)


def _declare(kind: Kind, part: Part, label: str, help: str, **more: Any) -> Any:
    described = Option("", kind, part, label, help, **more)
    return dataclasses.field(default=described.default, metadata={"option": described})


def options_of(kind: type) -> tuple[Option, ...]:
    """What a class of options declares, in its order. Every field must be described."""
    return tuple(dataclasses.replace(field.metadata["option"], name=field.name) for field in dataclasses.fields(kind))


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Size):
        height = f"x{value.height:g}" if value.height else ""
        return f"{value.width:g}{height}{'mm' if value.is_paper else ''}"
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _read_choice(option: Option, text: str) -> str:
    return str(option.checked(text))


def _read_flag(option: Option, text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(_("“{text}” is neither yes nor no.").format(text=text))
    return text == "yes"


def _read_number(option: Option, text: str) -> float:
    whole = all(isinstance(end, int) for end in (option.least, option.most))
    try:
        value = int(text) if whole else float(text)
    except ValueError:
        message = _("“{text}” is not a whole number.") if whole else _("“{text}” is not a number.")
        raise ValueError(message.format(text=text)) from None
    return float(option.checked(value)) if not whole else int(option.checked(value))


def _read_text(option: Option, text: str) -> str:
    return text


_SIZE = re.compile(r"(\d{1,5}(?:\.\d+)?)(?:[x×](\d{1,5}(?:\.\d+)?))?(mm)?")


def _read_size(option: Option, text: str) -> Size:
    found = _SIZE.fullmatch(text.replace(" ", "").casefold())
    if not found or (not found[3] and "." in text):
        raise ValueError(_("“{text}” is not a size like 1920x1080 or 297x210mm.").format(text=text))
    return Size(float(found[1]), float(found[2] or 0), "mm" if found[3] else "px")


def _read_time(option: Option, text: str) -> float:
    return option.second_of(edtf.read(text), text)


_READERS = {
    Kind.CHOICE: _read_choice,
    Kind.FLAG: _read_flag,
    Kind.NUMBER: _read_number,
    Kind.TEXT: _read_text,
    Kind.SIZE: _read_size,
    Kind.TIME: _read_time,
}
