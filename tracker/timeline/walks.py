"""From bar to bar in time, through all lanes."""

import numpy as np

from tracker.timeline.rows import Rows


def in_time(rows: Rows, index: int | None, step: int) -> int | None:
    """The next bar of another record by its start (or the previous, with step -1); of equal starts the upper first.

    None at the end. Without a bar to begin at, the first or the last of all. The plan of what came about
    is no place to stop at: it is seen with its bar.
    """
    bars = rows.bars
    stops = [n for n, bar in enumerate(bars) if not bar.is_plan_of_actual]
    stops = [stops[n] for n in np.argsort([bars[n].start_lower for n in stops], kind="stable")]
    if index not in stops:
        return stops[0 if step > 0 else -1] if stops else None
    after = stops[stops.index(index) + 1 :] if step > 0 else reversed(stops[: stops.index(index)])
    return next((n for n in after if bars[n].key != bars[index].key), None)
