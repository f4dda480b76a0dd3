"""Which lanes a picture has and how they lie, as words of the command line: what the window's head and menus offer."""

import argparse

from tracker.i18n import N_, _

SORTS = ("start", "name", "duration")
ALL = "all"  # groups that are collapsed

_VIEW = N_("what the lanes are: mission, crew or vessel; mission without it")
_GROUPS = N_(
    "what the lanes are grouped by: station, series, nationality, role and the like; "
    "a word that is none is answered with those there are"
)
_COLOURS = N_("what colours stand for: vessel, agency, certainty or nationality; vessel without it")
_SORT = N_("sort the lanes of each group by start, name or duration")
_COLLAPSE = N_("collapse the groups of these names, or all")
_ONLY = N_("only the lane of that name with what belongs to it")
_FILTER = N_("only what has to do with the rows of a table that hold these words, such as crew:novitsky")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--view", default="mission", metavar=_("LANES"), help=_(_VIEW))
    parser.add_argument("--group-by", default="", metavar=_("LINK"), help=_(_GROUPS))
    parser.add_argument("--colour-by", default="vessel", metavar=_("WHAT"), help=_(_COLOURS))
    parser.add_argument("--sort", default="", choices=SORTS, help=_(_SORT))
    parser.add_argument("--collapse", default=(), type=names, metavar=_("LIST"), help=_(_COLLAPSE))
    parser.add_argument("--only", default="", metavar=_("NAME"), help=_(_ONLY))
    parser.add_argument("--filter", default=("", ""), type=_filter, metavar=_("TABLE:WORDS"), help=_(_FILTER))


def names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(","))))


def _filter(text: str) -> tuple[str, str]:
    from tracker.domain.listings import LISTINGS  # which knows all that tables say; most pictures have no filter

    table, _colon, words = text.partition(":")
    if table not in LISTINGS:
        sentence = _("there is no table “{table}”; there are {known}")
        raise argparse.ArgumentTypeError(sentence.format(table=table, known=", ".join(LISTINGS)))
    return table, words
