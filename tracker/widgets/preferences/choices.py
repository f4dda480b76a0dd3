"""What a person can choose for the whole program: one description for each, as the options of a picture have."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from tracker.domain import show_times
from tracker.i18n import N_
from tracker.settings import LANGUAGES, THEMES
from tracker.timeline.pictures.option import Kind, Option
from tracker.widgets.options.field import Field
from tracker.widgets.options.fields import ChoiceField, FlagField
from tracker.widgets.preferences.fields import AuthorField, FolderField, ZoneField


class Group(StrEnum):
    """What belongs together in the dialog."""

    TIMES = N_("Times")
    LOOK = N_("Look")
    SAFETY = N_("Log and backups")


@dataclass(frozen=True, slots=True)
class Preference:
    """The option is named like its setting; the field is what it is chosen with."""

    option: Option
    field: Callable[[Option], Field]


def _styles() -> tuple[tuple[str, str], ...]:
    """Each shown by what it makes of one day."""
    day = datetime(2021, 10, 5, tzinfo=UTC)
    return tuple((name, show_times.date(day, style=style)) for name, style in show_times.STYLES.items())


def preferences() -> tuple[Preference, ...]:
    """All of them, in the order of the dialog."""
    return (
        Preference(
            Option(
                "zone",
                Kind.TEXT,
                Group.TIMES,
                N_("Time &zone"),
                N_("the zone that clock times are shown in, and meant in where one types none"),
                default="UTC",
            ),
            ZoneField,
        ),
        Preference(
            Option(
                "date_style",
                Kind.CHOICE,
                Group.TIMES,
                N_("&Dates"),
                N_("how a date is written; every one of these can be typed"),
                default=show_times.USUAL,
                choices=_styles(),
            ),
            ChoiceField,
        ),
        Preference(
            Option(
                "theme",
                Kind.CHOICE,
                Group.LOOK,
                N_("&Theme"),
                N_("light, dark, or as the desktop is"),
                default="system",
                choices=tuple(THEMES.items()),
            ),
            ChoiceField,
        ),
        Preference(
            Option(
                "language",
                Kind.CHOICE,
                Group.LOOK,
                N_("&Language"),
                N_("that of the system, or one of those the program speaks"),
                default="system",
                choices=tuple(LANGUAGES.items()),
            ),
            ChoiceField,
        ),
        Preference(
            Option(
                "timeline/motion",
                Kind.FLAG,
                Group.LOOK,
                N_("&Motion in the timeline"),
                N_("moves glide; a desktop that wants no motion is obeyed all the same"),
                default=True,
            ),
            FlagField,
        ),
        Preference(
            Option(
                "author",
                Kind.TEXT,
                Group.SAFETY,
                N_("&Your name"),
                N_("the name that the edit log has beside each change"),
            ),
            AuthorField,
        ),
        Preference(
            Option(
                "backup_folder",
                Kind.TEXT,
                Group.SAFETY,
                N_("&Backups in"),
                N_("where a checked copy goes when a changed store is closed; old ones are thinned out"),
            ),
            FolderField,
        ),
    )
