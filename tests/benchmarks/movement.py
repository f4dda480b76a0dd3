"""The same movement over 10,000 labelled items in our timeline and in vis-timeline, a library for web pages: the CPU
of the one thread that either moves in, Chromium's painting in its other processes left out.

vis-timeline is no dependency: the folder that npm puts it in is looked for beside the project, or is the one that
MISSION_TRACKER_VIS_TIMELINE names. Chromium is looked for by its name.
"""

import json
import os
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from tests.benchmarks import timeline
from tests.benchmarks._browser import page
from tests.benchmarks._screen import missing
from tracker.palette import LIGHT
from tracker.timeline.drawing.rows import Rows
from tracker.timeline.drawing.style import Style
from tracker.timeline.screen.view import TimelineView

ITEMS, AIM = 10_000, 0.2
Window = tuple[float, float]
PAGE = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="{folder}/styles/{name}.min.css">
<script src="{folder}/standalone/umd/{name}.min.js"></script><body style="margin: 0"><div id="here"></div><script>
const items = {items}.map(([group, start, end, content], id) => ({{id, group, start, end, content}}));
const groups = {lanes}.map((content, id) => ({{id, content}}));
const options = {{stack: false, height: {height}, width: {width}, start: {start}, end: {end}, zoomMin: 1}};
const made = new vis.Timeline(document.getElementById("here"), items, groups, options);
const frame = () => new Promise(requestAnimationFrame);
async function move(windows) {{
    for (const [start, end] of windows) {{ made.setWindow(start, end, {{animation: false}}); await frame(); }}
    await frame();
    return document.querySelectorAll(".vis-item").length;
}}
</script>"""


def main() -> None:
    application = QApplication.instance() or QApplication([])
    rows = timeline.arranged(timeline.made(ITEMS), Style(LIGHT, is_live=True))
    scales = [timeline.moving(rows, turn).scale for turn in range(timeline.TURNS)]
    ours = _ours(rows)
    print(f"movement: a frame over {ITEMS} labelled items costs {ours * 1000:.2f} ms of CPU")
    folder = _vis_timeline()
    lacking = missing("chromium") + ([] if folder else ["vis-timeline"])
    if folder is None or lacking:
        print(f"  {', '.join(lacking)} not installed: not compared (aim: {AIM} of vis-timeline)")
    else:
        version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
        peer, shown = _theirs(folder, rows, [(scale.start, scale.end) for scale in scales])
        told = f"vis-timeline {version} in Chromium {peer * 1000:.1f} ms, {shown} items on the page"
        print(f"  {told}; ours of it {ours / peer:.3f} (aim: {AIM})")
    del application


def _ours(rows: Rows) -> float:
    """Seconds of CPU for a frame, in a view that is shown."""
    view = TimelineView(LIGHT)
    view.resize(timeline.WIDTH, timeline.HEIGHT)
    view.show_plan(rows.plan)
    view.show()
    QApplication.processEvents()
    begun = time.process_time()
    for turn in range(timeline.TURNS):
        view.sight.set_scale(timeline.moving(rows, turn).scale)
        QApplication.processEvents()
    spent = time.process_time() - begun
    view.close()
    return spent / timeline.TURNS


def _theirs(folder: Path, rows: Rows, windows: list[Window]) -> tuple[float, int]:
    """Seconds of CPU for a frame, and how many items there are on the page at the end."""
    moves = json.dumps([[1000 * start, 1000 * end] for start, end in windows])  # it counts milliseconds
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "page.html"
        path.write_text(_page(folder, rows, windows[0]), encoding="utf-8")
        with page(path, (timeline.WIDTH, timeline.HEIGHT)) as shown:
            shown.run("new Promise(done => document.readyState == 'complete' ? done() : (onload = done))")
            shown.run(f"move({moves}.slice(0, 5))")  # the first frames make what the others keep
            before = shown.worked
            count = int(shown.run(f"move({moves})"))
            return (shown.worked - before) / len(windows), count


def _page(folder: Path, rows: Rows, window: Window) -> str:
    lanes = {lane.key: number for number, lane in enumerate(rows.plan.lanes)}
    bars = [(lanes[bar.lane], 1000 * bar.start_lower, 1000 * bar.end_upper, bar.label) for bar in rows.bars]
    return PAGE.format(
        folder=folder.resolve().as_uri(),
        name="vis-timeline-graph2d",
        items=json.dumps(bars),
        lanes=json.dumps([lane.name for lane in rows.plan.lanes]),
        height=timeline.HEIGHT,
        width=timeline.WIDTH,
        start=1000 * window[0],
        end=1000 * window[1],
    )


def _vis_timeline() -> Path | None:
    named = os.environ.get("MISSION_TRACKER_VIS_TIMELINE")
    places = [Path(named)] if named else [up / "node_modules/vis-timeline" for up in Path(__file__).resolve().parents]
    return next((place for place in places if (place / "package.json").exists()), None)


if __name__ == "__main__":
    main()
