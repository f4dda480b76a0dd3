"""Questions to a store outside of any edit, one after the other; those that take long can be asked ahead.

SQLite answers without holding Python's lock, so that a start imports and paints while it reads.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future

Question = tuple[str, tuple[Any, ...]]
Answer = list[Any]


class Asking:
    """Holds no lock between two questions. `connect` opens the store."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._connection: sqlite3.Connection | None = None
        self._ahead: dict[Question, Future[Answer]] = {}
        self._is_closed = False

    def ask(self, query: str, values: Sequence[Any] = ()) -> Answer:
        waiting = self._ahead.pop((query, tuple(values)), None)
        if waiting is not None:
            return waiting.result()
        if self._is_closed:  # what is painted for the last time may ask once more
            with closing(self._connect()) as connection:
                return _answered(connection, (query, tuple(values)))
        if self._connection is None:
            self._connection = self._connect()
        return self._connection.execute(query, values).fetchall()

    def ask_ahead(self, questions: Sequence[Question]) -> None:
        """In a thread, with a connection of its own; whoever asks one of them gets the answer, or waits for it."""
        from concurrent.futures import ThreadPoolExecutor  # most stores have nothing that takes long

        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asking")
        connection = self._connect()
        self._ahead |= {question: pool.submit(_answered, connection, question) for question in questions}
        pool.submit(connection.close)
        pool.shutdown(wait=False)

    def forget(self) -> None:
        """What was asked ahead and is not so any more."""
        self._ahead.clear()

    def close(self) -> None:
        for future in self._ahead.values():
            future.cancel()
        self.forget()
        if self._connection is not None:
            self._connection.close()
        self._is_closed = True


def _answered(connection: sqlite3.Connection, question: Question) -> Answer:
    return connection.execute(*question).fetchall()
