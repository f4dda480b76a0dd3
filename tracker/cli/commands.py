"""What each word of the command line does: one function each, text for people or stable JSON."""

import argparse
import builtins
import gc
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tracker.i18n import _

# The rest is imported where it is used: the window, which is started from here, should not wait for it.
if TYPE_CHECKING:
    from tracker.domain.book import Book
    from tracker.domain.times import VagueTime
    from tracker.store import Store

Options = argparse.Namespace


def window(options: Options) -> int:
    gc.disable()  # nothing an import makes is garbage; looking for some costs a tenth of the start
    _import_plainly()
    try:
        from tracker.desktop import app

        return app.run(options.store, new=options.new, read_only=options.read_only)
    finally:
        gc.enable()


def _import_plainly() -> None:
    """Undoes what PySide puts before every import: reading the source of what comes in, for a word that would turn its
    `__feature__` on. Nothing here does, it costs a third of numpy's import, and all those texts stay in memory.
    """
    import PySide6.QtCore  # noqa: F401 - with which it comes

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _opened(options: Options) -> "Iterator[Store]":
    from tracker import stores

    with closing(stores.opened(options.store, read_only=True)) as store:
        yield store


@contextmanager
def _book(options: Options) -> "Iterator[Book]":
    with _opened(options) as store:
        yield store.book()


def _time(text: str, option: str) -> "VagueTime":
    """A time of the command line, which must have a start."""
    from tracker.domain import edtf

    try:
        time = edtf.read(text)
    except ValueError as error:
        raise ValueError(f"{option}: {error}") from error
    if time is None or time.start is None:
        raise ValueError(_("{option}: “{text}” says no time").format(option=option, text=text))
    return time


def list_records(options: Options) -> int:
    from tracker.cli import printing
    from tracker.domain.listings import LISTINGS, described, rows
    from tracker.domain.zones import zone

    where = zone(options.zone)
    listing = LISTINGS[options.kind]
    with _book(options) as book:
        records = rows(book, options.kind)
        if options.json:
            printing.show([described(book, record, listing, where) for record in records], as_json=True)
        else:
            printing.show(printing.listing(book, listing, records, where), as_json=False)
    return 0


def facts(options: Options) -> int:
    from tracker.cli import printing
    from tracker.domain import facts

    with _book(options) as book:
        printing.show(facts.facts(book) if options.json else printing.facts(book), options.json)
    return 0


def aboard(options: Options) -> int:
    from tracker.cli import printing
    from tracker.domain.aboard import aboard

    time = _time(options.at, "--at")
    with _book(options) as book:
        reports = aboard(book, time)
    printing.show(printing.aboard_json(reports) if options.json else printing.aboard(reports, time), options.json)
    return 0


def check(options: Options) -> int:
    from tracker.cli import printing
    from tracker.domain.rules import Finding, findings

    now = _time(options.now, "--now").start if options.now else None
    with _opened(options) as store:
        found = [Finding("store", "error", sentence, ()) for sentence in store.check()]
        found += findings(store.book(), now)
    printing.show(printing.findings_json(found) if options.json else printing.findings(found), options.json)
    return 1 if found else 0


def history(options: Options) -> int:
    from tracker.cli import printing

    with _opened(options) as store:
        log = store.log()
        changes = {edit.id: store.changes_of(edit.id) for edit in log} if options.json else {}
    printing.show(printing.log_json(log, changes) if options.json else printing.log(log), options.json)
    return 0


def export(options: Options) -> int:
    gc.disable()  # all is over soon; looking for garbage costs a twentieth of the time until then,
    _import_plainly()
    try:
        from tracker.cli import picture

        with _book(options) as book:
            picture.export(book, options)
    finally:
        gc.freeze()  # and as much again as soon as it may, and when Python ends
        gc.enable()
    return 0
