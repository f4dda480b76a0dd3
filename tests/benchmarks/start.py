"""How much CPU a start costs, as a multiple of a bare PySide6 window of the same size in the same run.

The program prints the CPU time it has used when MISSION_TRACKER_TRACE is set: `tables` once the window
with the tables is painted, and so on; `all` once everything can be used. Medians of several runs in
turn are compared. MISSION_TRACKER_PROGRAM names another copy to compare, as the installed one:

    MISSION_TRACKER_PROGRAM=/usr/bin/mission-tracker ./dev bench start
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 7
LIMITS = {"frame": "1.5", "tables": "3.5", "timeline": "5.0", "inspector": "none", "all": "none"}
BARE = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest:
            window.removeEventFilter(self)
            QTimer.singleShot(0, self.done)
        return False

    def done(self):
        print("bare %.3f" % time.process_time(), flush=True)
        app.quit()

app = QApplication([])
window = QMainWindow()
window.resize(1280, 720)
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""


def main() -> None:
    programs = {"source": [sys.executable, "-m", "tracker"]}
    if other := os.environ.get("MISSION_TRACKER_PROGRAM"):
        programs["other"] = [other]
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        for command in programs.values():
            _program(environment, command)  # the first run makes and fills the store
        runs = [(_bare(environment), [_program(environment, one) for one in programs.values()]) for __ in range(RUNS)]
    bare = statistics.median(run[0] for run in runs)
    print(f"start: a bare window costs {bare * 1000:.0f} ms of CPU; as multiples of it:")
    print(f"  {'':<16}" + "".join(f"{name:>8}" for name in programs))
    for step, limit in LIMITS.items():
        ratios = [statistics.median(run[1][n][step] / run[0] for run in runs) for n in range(len(programs))]
        print(f"  {step:<16}" + "".join(f"{ratio:8.2f}" for ratio in ratios) + f"   (aim: {limit})")


def _environment(folder: Path) -> dict[str, str]:
    """Folders of its own; compiled files are kept between runs, as they are for anybody who starts it twice."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    return kept | {name: str(folder) for name in homes} | {"MISSION_TRACKER_TRACE": "1"}


def _bare(environment: dict[str, str]) -> float:
    command = [sys.executable, "-c", BARE]
    output = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    return float(output.split()[1])


def _program(environment: dict[str, str], command: list[str]) -> dict[str, float]:
    """Starts the program, reads its trace until it has all, and stops it."""
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        steps = {}
        assert process.stderr is not None
        for line in process.stderr:
            name, __, seconds = line.rpartition(" ")
            if seconds.strip().replace(".", "").isdecimal():
                steps[name] = float(seconds)
            if name == "all":
                break
        process.terminate()
    return steps


if __name__ == "__main__":
    main()
