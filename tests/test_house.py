"""The direction of imports, and what may not be loaded before it is needed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SLOW = ("PySide6", "alembic", "numpy", "pyqtgraph", "shiboken6", "sqlalchemy")


def test_imports_run_downwards() -> None:
    """In a process of its own: the linter turns off every logger there is, and with them our watch on the log."""
    call = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
    done = subprocess.run([sys.executable, "-c", call], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_command_line_loads_nothing_slow() -> None:
    """Answers come at once, and a window's first paint does not wait for what it does not need."""
    ask = f"import sys, tracker.__main__; print([name for name in {SLOW} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
