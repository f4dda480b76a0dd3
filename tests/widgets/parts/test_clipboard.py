"""What is on the clipboard when the program ends does not crash it, and is still a picture or a text."""

import subprocess
import sys

import pytest

ENDING = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from tracker.widgets.parts import clipboard
app = QGuiApplication([])
data = QMimeData()
if sys.argv[1] == "image":
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
data.setText("text")
data.setData("image/svg+xml", b"<svg/>")
clipboard.put(data)
"""


@pytest.mark.parametrize("kind", ["image", "text"])
def test_the_end_of_the_program_leaves_no_crash(kind: str) -> None:
    done = subprocess.run([sys.executable, "-c", ENDING, kind], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
