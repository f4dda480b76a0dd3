"""What must not be imported to open a store: it is on the way to the first table on the screen."""

import subprocess
import sys
from pathlib import Path

from tracker.store import Store

OPEN = """
import sys
from tracker.store import Store
{act}
store.close()
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


def imported(act: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", OPEN.format(act=act)], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_neither_alembic_nor_the_orm_is_imported(store: Store, path: Path, tmp_path: Path) -> None:
    store.close()
    opened = imported(f"store = Store.open({str(path)!r}); list(store.records()); store.check()")
    created = imported(f"store = Store.create({str(tmp_path / 'new.tracker')!r})")
    assert "sqlalchemy" in opened & created
    assert not {"alembic", "mako", "PySide6", "numpy"} & (opened | created)


def test_a_start_reads_without_sqlalchemy(store: Store, path: Path) -> None:
    store.close()
    read = imported(f"store = Store.open({str(path)!r}); store.book(); store.log(); store.news(0)")
    assert "sqlalchemy" not in read
