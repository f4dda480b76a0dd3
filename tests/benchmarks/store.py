"""What 100,000 events cost to write (rows and edit log) and to read (as records), as multiples of
the bare rows through sqlite3 in the same run. Also what importing the store costs.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tracker.domain.edits import Change, Edit
from tracker.domain.records import Event
from tracker.domain.times import EPOCH, at
from tracker.store import Store
from tracker.store.rows import stored_record

COUNT = int(os.environ.get("MISSION_TRACKER_BENCH_ROWS", "100000"))
IMPORT = "import time; start = time.process_time(); {what}; print(time.process_time() - start)"


def main() -> None:
    bare, store = _imported("import sqlite3"), _imported("import tracker.store")
    print(f"store: imported in {store * 1000:.0f} ms of CPU (sqlite3 alone: {bare * 1000:.0f})")
    with tempfile.TemporaryDirectory() as folder, closing(Store.create(Path(folder) / "a.tracker")) as store_:
        _compare(store_, Path(folder) / "raw")


def _imported(what: str) -> float:
    command = [sys.executable, "-c", IMPORT.format(what=what)]
    return min(float(subprocess.check_output(command, text=True)) for __ in range(5))


def _compare(store: Store, raw_path: Path) -> None:
    events = [_launch(number) for number in range(COUNT)]
    rows = [stored_record(event) for event in events]
    edit = Edit("Import", tuple(Change(None, event) for event in events))
    with closing(sqlite3.connect(raw_path)) as raw:
        raw.execute(f"CREATE TABLE event ({', '.join(rows[0])})")
        slots = ", ".join(f":{name}" for name in rows[0])
        written = _cpu(lambda: _insert(raw, f"INSERT INTO event VALUES ({slots})", rows))
        read = _cpu(lambda: raw.execute("SELECT * FROM event").fetchall())
    print(f"  {COUNT} events, as multiples of sqlite3's bare rows:")
    print(f"  write {_cpu(lambda: store.apply(edit)) / written:6.2f}")
    print(f"  read  {_cpu(lambda: list(store.records())) / read:6.2f}")


def _launch(number: int) -> Event:
    return Event(name=f"Launch {number}", type="launch", actual=at(EPOCH + timedelta(hours=number % 9999)))


def _insert(raw: sqlite3.Connection, sql: str, rows: list[dict[str, object]]) -> None:
    with raw:
        raw.executemany(sql, rows)


def _cpu(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start
