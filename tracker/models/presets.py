"""Sizes and looks of pictures by name: those that come with the program, and a person's own, kept in the settings.

A preset holds written forms of options (see timeline/pictures/option.py): the same for form and command line.
"""

from dataclasses import dataclass
from typing import Any

from tracker.collation import name_key
from tracker.i18n import N_, _
from tracker.settings import Settings
from tracker.timeline.pictures.option import Part
from tracker.timeline.pictures.picture_options import OPTIONS, PictureOptions, read

Written = dict[str, str]
SETTING = "export/presets"
HELD = tuple(option for option in OPTIONS if option.part is not Part.CONTENT)


@dataclass(frozen=True, slots=True)
class Preset:
    """`name` is typed on the command line; `label` is what the form shows. What it does not hold stays as it is."""

    name: str
    label: str
    written: Written
    is_own: bool = False

    @property
    def values(self) -> dict[str, Any]:
        """What it holds, by the options' fields."""
        held = {option.name for option in HELD}
        return {name: value for name, value in read(self.written).items() if name in held}


def _screen(size: str, points: str) -> Written:
    return {"size": size, "scale": "1", "font_size": points, "pages": "one", "across": "1"}


def _paper(width: int, height: int) -> Written:
    return {"size": f"{width}x{height}mm", "dpi": "300", "font_size": "9", "pages": "several", "across": "1"}


BUILT_IN = (
    Preset("slide", N_("Slide 16:9"), _screen("1920x1080", "13.5")),
    Preset("square", N_("Square"), _screen("1080x1080", "9")),
    Preset("a4-landscape", N_("A4 landscape"), _paper(297, 210)),
    Preset("a4-portrait", N_("A4 portrait"), _paper(210, 297)),
    Preset("a3-landscape", N_("A3 landscape"), _paper(420, 297)),
    Preset("a3-portrait", N_("A3 portrait"), _paper(297, 420)),
)


class Presets:
    """All there are. What a person keeps under the name of another replaces it, but for those of the program."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def all(self) -> tuple[Preset, ...]:
        kept = self._settings.value(SETTING, {})
        own = [Preset(name, name, written, is_own=True) for name, written in kept.items() if isinstance(written, dict)]
        return (*BUILT_IN, *sorted(own, key=lambda preset: name_key(preset.name)))

    def named(self, name: str) -> Preset:
        """ValueError with a sentence if there is none."""
        for preset in self.all:
            if name in (preset.name, _(preset.label)):
                return preset
        known = ", ".join(preset.name for preset in self.all)
        raise ValueError(_("There is no preset “{name}”; there are {known}.").format(name=name, known=known))

    def keep(self, name: str, options: PictureOptions) -> None:
        """Keeps sizes and looks under a name. ValueError for a name that is taken by the program, or none."""
        self._check(name)
        written = {option.key: option.write(getattr(options, option.name)) for option in HELD}
        self._settings.keep(SETTING, self._own() | {name: written})

    def rename(self, old: str, new: str) -> None:
        """ValueError if the new name is another's."""
        self._check(new)
        own = self._own()
        if new != old and new in own:
            raise ValueError(_("There is a preset “{name}” already.").format(name=new))
        self._settings.keep(SETTING, {new if name == old else name: written for name, written in own.items()})

    def delete(self, name: str) -> None:
        self._settings.keep(SETTING, {other: written for other, written in self._own().items() if other != name})

    def _own(self) -> dict[str, Written]:
        return {preset.name: preset.written for preset in self.all if preset.is_own}

    def _check(self, name: str) -> None:
        if not name.strip():
            raise ValueError(_("A preset needs a name."))
        if any(name.casefold() in (one.name.casefold(), _(one.label).casefold()) for one in BUILT_IN):
            raise ValueError(_("“{name}” comes with the program and stays as it is.").format(name=name))
