"""Documents that the system hands over as events, in a process of its own: there is one application in each."""

import subprocess
import sys
from pathlib import Path

from tracker import stores

# Hands over the first document before the window is there, and each further one when the one before is shown.
PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from tracker.desktop import app

documents = sys.argv[1:]
program = app.application()
hand_over = lambda: QCoreApplication.sendEvent(program, QFileOpenEvent(documents.pop(0)))
hand_over()
traced = app.trace

def next_document():
    [window] = [one for one in program.topLevelWidgets() if isinstance(one, app.Window)]
    print(window.work.document.location, window.work.message.text, flush=True)
    if documents:
        hand_over()
        QTimer.singleShot(0, next_document)
    else:
        program.closeAllWindows()

app.trace = lambda step: QTimer.singleShot(0, next_document) if step == "all" else None
raise SystemExit(app.run(None))
"""


def test_documents_that_are_handed_over_are_opened(user_folders: Path, tmp_path: Path) -> None:
    first, second, missing = (str(tmp_path / f"{name}.tracker") for name in ("first", "second", "missing"))
    for path in (first, second):
        stores.created(path).close()
    call = [sys.executable, "-c", PROGRAM, first, second, missing]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    shown = done.stdout.splitlines()
    assert [line.split()[0] for line in shown] == [first, second, second]
    assert "missing.tracker" in shown[2].partition(" ")[2]  # what cannot be opened leaves the window as it was
