"""How long a store of 10,000 events takes to open until the timeline is drawn and still, against GNOME Planner and
Calligra Plan with the same tasks in their Gantt; and a larger store. MISSION_TRACKER_BENCH_EVENTS says how large that
one is: a million takes some minutes to make.

All are started on a virtual screen and watched from outside: a program has opened when no pixel has changed and no
CPU was used for a while, and the time that counts is the one of the last changed pixel. Whichever of the two is not
installed is left out; without Xvfb there is nothing to see.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from tests import missions
from tests.benchmarks import _peers
from tests.benchmarks._screen import Opened, Screen, missing, screen

EVENTS = 10_000
MANY = int(os.environ.get("MISSION_TRACKER_BENCH_EVENTS", "100000"))
RUNS = 3
PEERS = (
    ("planner", "GNOME Planner", "tasks.planner", _peers.write_planner, 0.1),
    ("calligraplan", "Calligra Plan", "tasks.plan", _peers.write_plan, 0.03),
)


def main() -> None:
    lacking = missing("Xvfb", "dbus-daemon")
    if lacking:
        print(f"opening: {', '.join(lacking)} not installed: not measured")
        return
    with tempfile.TemporaryDirectory() as folder, screen() as seen:
        place, environment = Path(folder), _environment(folder)
        _against_peers(seen, place, environment)
        _many(seen, place, environment)


def _environment(folder: str) -> dict[str, str]:
    """A person's folders, empty; compiled files are kept, as they are for anybody who starts it twice."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    return kept | dict.fromkeys(homes, folder) | {"QT_QPA_PLATFORM": "xcb"}


def _against_peers(seen: Screen, place: Path, environment: dict[str, str]) -> None:
    store = place / "events.tracker"
    missions.fill(store, EVENTS)
    _ours(seen, store, environment)  # the first run compiles, and looks for fonts
    runs = [_ours(seen, store, environment) for __ in range(RUNS)]
    ours = Opened(*(statistics.median(values) for values in zip(*map(_figures, runs), strict=True)))
    print(f"opening: {EVENTS} events drawn and still after {_told(ours)}")
    for program, name, file, write, aim in PEERS:
        if missing(program):
            print(f"  {name} is not installed: not compared (aim: {aim})")
            continue
        path = place / file
        write(path, missions.made_up(EVENTS))
        peer = seen.opened([program, str(path)], environment)
        ratios = f"{ours.wall / peer.wall:6.3f} (aim: {aim}), of CPU {ours.cpu / peer.cpu:6.3f}"
        print(f"  {name:<14} {_told(peer)}; ours of its time {ratios}")


def _many(seen: Screen, place: Path, environment: dict[str, str]) -> None:
    store = place / "many.tracker"
    missions.fill(store, MANY)
    told = _told(_ours(seen, store, environment))
    print(f"  {MANY} events drawn and still after {told} (aim for a million: 2.5 s, 300 MiB)")


def _ours(seen: Screen, store: Path, environment: dict[str, str]) -> Opened:
    return seen.opened([sys.executable, "-m", "tracker", str(store)], environment)


def _figures(one: Opened) -> tuple[float, float, float]:
    return one.wall, one.cpu, one.memory


def _told(one: Opened) -> str:
    return f"{one.wall:6.2f} s ({one.cpu:.2f} s of CPU, {one.memory:.0f} MiB)"


if __name__ == "__main__":
    main()
