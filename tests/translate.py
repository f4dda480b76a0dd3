"""Brings the catalogues of translations up to date with the code: `./dev translate`.

Names of months and the marks in numbers are Qt's. What is gone leaves a catalogue; what is new is empty in it, and
what resembles an old text fuzzy: tests/test_i18n.py asks for both. Nothing in the files depends on when or where they
are made.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from PySide6.QtCore import QLocale

from tracker import i18n
from tracker.domain.show_times import MONTHS
from tracker.domain.typed_dates import LONG_MONTHS

ROOT = Path(__file__).parent.parent
FOLDERS = ("packaging", "seeds", "tracker")
KEYWORDS = {"_": None, "N_": None, "NC_": ((1, "c"), 2), "counted": (1, 2)}
OTHERS = [language for language in i18n.LANGUAGES if language != "en"]


class Timeless(Catalog):
    """Its header says what a reader needs, and no date."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def said() -> Catalog:
    """Every text in the code."""
    found = Catalog()
    for folder in FOLDERS:
        for _file, _line, text, _comments, context in extract_from_dir(ROOT / folder, keywords=KEYWORDS):
            found.add(text, context=context)
    return found


def written(language: str) -> Catalog:
    """The catalogue as it lies there; an empty one of a new language."""
    try:
        with open(f"{i18n.folder(language)}/tracker.po", "rb") as file:
            return _timeless(language, read_po(file, locale=language))
    except FileNotFoundError:
        return Timeless(language, header_comment="", fuzzy=False)


def texts_of(message: Message) -> list[str]:
    """The translation, in all its plural forms."""
    return list(message.string) if isinstance(message.string, list | tuple) else [message.string or ""]


def is_ready(message: Message) -> bool:
    return not message.fuzzy and all(texts_of(message))


def _timeless(language: str, catalog: Catalog) -> Catalog:
    made = Timeless(language, header_comment="", fuzzy=False)
    for message in catalog:
        if message.id:
            made[message.id] = message
    return made


def as_text(catalog: Catalog) -> bytes:
    made = BytesIO()
    write_po(made, catalog, width=0, no_location=True, ignore_obsolete=True)
    return made.getvalue()


def compiled(catalog: Catalog) -> bytes:
    made = BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def fill_in(catalog: Catalog, language: str) -> None:
    """What Qt knows of a language need not be translated: the names of months and the marks in numbers."""
    known = of_qt(language)
    for message in catalog:
        if (str(message.id), message.context) in known:
            message.string = known[str(message.id), message.context]
            message.flags.discard("fuzzy")


def of_qt(language: str) -> dict[tuple[str, str | None], str]:
    """By the texts and contexts of the code. A long month has all its forms, with a space between."""
    locale, short, long = QLocale(language), QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat
    found: dict[tuple[str, str | None], str] = {
        (",", "between thousands"): locale.groupSeparator(),
        (".", "before decimals"): locale.decimalPoint(),
    }
    for number, text in enumerate(MONTHS, 1):
        found[text, None] = locale.standaloneMonthName(number, short)
        found[text, "beside a day"] = locale.monthName(number, short)
        forms = (locale.standaloneMonthName(number, long), locale.monthName(number, long))
        found[i18n.in_code(LONG_MONTHS[number - 1]), "in all its forms"] = " ".join(dict.fromkeys(forms))
    return found


def keep(language: str, catalog: Catalog) -> None:
    """Writes it, as text and compiled."""
    folder = Path(i18n.folder(language))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tracker.po").write_bytes(as_text(catalog))
    (folder / "tracker.mo").write_bytes(compiled(catalog))


def main() -> None:
    texts = said()
    for language in OTHERS:
        catalog = written(language)
        catalog.update(texts)
        fill_in(catalog, language)
        keep(language, catalog)
        ready = sum(bool(message.id) and is_ready(message) for message in catalog)
        print(f"{language}: {ready} of {len(catalog)} texts are translated")


if __name__ == "__main__":
    main()
