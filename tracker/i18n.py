"""Every text a person reads goes through here: gettext, no Qt, so that the domain and the command line use it too."""

import gettext as _gettext

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def _(text: str) -> str:
    """The text in the language in use."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a text that fits `count`; the caller fills in the number."""
    return _catalogue.ngettext(one, many, count)


def N_(text: str) -> str:
    """Marks a text of a table for the catalogue; it is translated by `_` when shown."""
    return text
