"""Every text a person reads goes through here: gettext, no Qt, so that the domain and the command line use it too.

The catalogues lie in resources/translations; `./dev translate` brings them up to date with the code.
"""

import gettext as _gettext
import os

LANGUAGES = {"en": "English", "ru": "Русский"}
"""The languages there are, each by its own name. English is that of the code and has no catalogue."""

_CONTEXT = "\x04"  # as gettext has it in its compiled catalogues
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"
_marks: dict[int, str] = {}  # what stands in a number where English has a comma and a point


def _(text: str) -> str:
    """The text in the language in use."""
    return in_code(_catalogue.gettext(text))


def counted(one: str, many: str, count: int, **more: object) -> str:
    """The form of a text that fits `count`, with it at `{n}` as the language writes it, and more filled in."""
    return _catalogue.ngettext(one, many, count).format(n=number(count), **more)


def number(value: float, decimals: int = 0) -> str:
    """As the language writes it, 10,000.5 in English and 10 000,5 in Russian; with no more decimals than there are."""
    text = f"{value:,.{decimals}f}"
    return (text.rstrip("0").rstrip(".") if decimals else text).translate(_marks)


def N_(text: str) -> str:
    """Marks a text of a table for the catalogue; it is translated by `_` when shown."""
    return text


def NC_(context: str, text: str) -> str:
    """Marks a text that other languages have several words for; the context tells which is meant."""
    return f"{context}{_CONTEXT}{text}"


def in_code(text: str) -> str:
    """A text as the code has it, without the context it was marked with."""
    return text.rpartition(_CONTEXT)[2]


def quoted(text: str) -> str:
    """In the quotation marks of the language."""
    return _("“{text}”").format(text=text)


def language() -> str:
    """The language in use, one of LANGUAGES."""
    return _language


def of_system() -> str:
    """The first language the system asks for that is one of ours; else English."""
    asked = next(filter(None, map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    words = (word.partition(".")[0].partition("_")[0].lower() for word in asked.split(":"))
    return next((word for word in words if word in LANGUAGES), "en")


def use(wanted: str) -> None:
    """Texts are in this language from now on; what is shown already has to be shown again.

    ValueError for one that is none of LANGUAGES.
    """
    global _catalogue, _language, _marks
    if wanted not in LANGUAGES:
        raise ValueError(_("There is no language “{language}”.").format(language=wanted))
    _catalogue, _language = _read(wanted), wanted
    marks = {",": _(NC_("between thousands", ",")), ".": _(NC_("before decimals", "."))}
    _marks = str.maketrans(marks)


def _read(wanted: str) -> _gettext.NullTranslations:
    if wanted == "en":
        return _gettext.NullTranslations()
    with open(folder(wanted) + "/tracker.mo", "rb") as file:
        return _gettext.GNUTranslations(file)


def folder(wanted: str) -> str:
    """Where a language's catalogue lies, as text (tracker.po) and compiled (tracker.mo)."""
    return f"{root()}/{wanted}/LC_MESSAGES"


def root() -> str:
    """Where the catalogues of all languages lie, as gettext wants them laid out."""
    import tracker.resources  # not needed for English

    return f"{os.path.dirname(str(tracker.resources.__file__))}/translations"


use(of_system())
